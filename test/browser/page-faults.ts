/** What can be wrong with a page, whoever looks at it: broken rules of axe-core, text that is cut, controls that are too small, colours that are none of the system's, rings that are not there. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Frame } from 'playwright-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Broken rules with the places that break them, inside what `within` names; empty when it is clean. */
export async function brokenRules(frame: Frame, within = '', tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
  return frame.evaluate(
    async ([where, rules]) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(where === '' ? document : (document.querySelector(where) ?? document), { runOnly: { type: 'tag', values: rules } });
      return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} — ${node.failureSummary ?? ''}`));
    },
    [within, tags] as const,
  );
}

/** How far the page goes sideways, pieces of text that are cut off by their own box, and controls that a row has scrolled away. */
export function cut(frame: Frame): Promise<{ sideways: number; cut: string[] }> {
  return frame.evaluate(() => {
    const root = document.documentElement;
    const boxes = [...document.querySelectorAll('main *, .bar *')].filter((element) => {
      const style = getComputedStyle(element);
      if (!element.checkVisibility() || element.closest('[role][tabindex="0"], pre, .sr-only, .bar-title, svg, textarea, select') !== null) return false;
      return /hidden|clip/.test(style.overflowY + style.overflowX) && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2) && element.textContent !== '' && !element.matches('.facts, .part-end, progress');
    });
    const away = [...document.querySelectorAll('[role=tab], .step, .bar button')].filter((control) => {
      const { left, right } = control.getBoundingClientRect();
      return control.checkVisibility() && (left < -1 || right > root.clientWidth + 1);
    });
    return { sideways: root.scrollWidth - root.clientWidth, cut: [...boxes, ...away].slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
}

/** Controls that are too small (SC 2.5.8: 24 × 24), links inside sentences left out; buttons, tabs and answers have 44 in height. */
export function tooSmall(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=tab]')];
    return controls.flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.matches('.skip')) return [];
      const inSentence = control.matches('a, lectern-term *, .term, [data-footnote-backref]') && control.closest('p, dd, li:not([data-level]), td, figcaption, .facts') !== null && getComputedStyle(control).display === 'inline';
      if (inSentence) return [];
      // A press on its label is a press on it.
      const label = control instanceof HTMLInputElement ? control.closest('label') : null;
      const { width, height } = (label ?? control).getBoundingClientRect();
      const least = control.matches('.button, .tab, .page-button') ? 44 : 24;
      if (width >= 24 && height >= Math.min(least, 44) - 0.5) return [];
      return [`${control.localName}.${control.className} “${(control.textContent || control.getAttribute('aria-label') || '').trim().slice(0, 40)}” is ${Math.round(width)} × ${Math.round(height)}`];
    });
  });
}

/** Colours of lines and fills in drawings, and of text, that are none of the system's. */
export function foreignColours(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonFace', 'ButtonText', 'ButtonBorder', 'Field', 'FieldText', 'Highlight', 'HighlightText', 'GrayText', 'Mark', 'MarkText', 'SelectedItem', 'SelectedItemText'].map((name) => {
      probe.style.setProperty('forced-color-adjust', 'none');
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    const allowed = new Set([...system, 'none', 'rgba(0, 0, 0, 0)']);
    const wrong = new Set<string>();
    for (const shape of document.querySelectorAll(':is(.visual, .hotspot) svg *')) {
      if (!(shape instanceof SVGGraphicsElement) || !shape.checkVisibility()) continue;
      const { fill, stroke, fillOpacity } = getComputedStyle(shape);
      for (const colour of [fill, stroke]) if (!allowed.has(colour) && fillOpacity !== '0') wrong.add(`${shape.localName}.${shape.getAttribute('class') ?? ''}: ${colour}`);
    }
    for (const element of document.querySelectorAll('main *')) {
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '');
      if (words && element.checkVisibility() && !(element instanceof SVGElement) && !allowed.has(getComputedStyle(element).color)) wrong.add(`${element.localName}.${element.className}: ${getComputedStyle(element).color}`);
    }
    return [...wrong];
  });
}

/** What moves or fades, or would. */
export function moving(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const named = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01) || animationName !== 'none' || scrollBehavior === 'smooth';
    });
    return [...named.map((element) => `${element.localName}.${element.className}`), ...document.getAnimations().map(() => 'an animation')];
  });
}

/** Controls that look the same with the focus and without it (SC 2.4.7). The focus has to have been moved by a key before. */
export function withoutRing(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const had = document.activeElement;
    const ring = (element: Element): string => {
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
      return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 || outlineColor === 'rgba(0, 0, 0, 0)' ? '' : [outlineStyle, outlineWidth, outlineColor, outlineOffset].join(' ');
    };
    const bare = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].flatMap((control) => {
      if (!control.checkVisibility({ visibilityProperty: true })) return [];
      control.blur();
      const before = ring(control);
      control.focus({ preventScroll: true });
      const after = ring(control);
      return document.activeElement !== control || (after !== '' && after !== before) ? [] : [control.outerHTML.slice(0, 120)];
    });
    if (had instanceof HTMLElement) had.focus({ preventScroll: true });
    return bare;
  });
}
