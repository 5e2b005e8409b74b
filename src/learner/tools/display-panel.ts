/** How the page looks: colours, size, spacing, motion, captions; every choice shows at once and is kept. */
import { html, render, type TemplateResult } from 'lit';
import type { DisplayStrings } from '../../locales/tool-strings.ts';
import { applyDisplay, keepDisplay, keptDisplay, SIZES, USUAL, type Display } from '../components/display.ts';
import { keepLiking, keptLiking } from '../components/liking.ts';
import { emit } from '../components/events.ts';
import { piece } from '../components/frame.ts';

const THEMES = ['auto', 'light', 'dark'] as const;

export function displayPanel(host: HTMLElement, words: DisplayStrings): HTMLElement | null {
  let display = keptDisplay() ?? USUAL;
  const choose = (change: Partial<Display>): void => {
    display = { ...display, ...change };
    applyDisplay(display);
    keepOutline();
    keepDisplay(display);
    emit(document, 'lectern-liked', null);
    show();
  };
  const caption = (captions: boolean | null): void => {
    keepLiking({ ...keptLiking(), captions });
    emit(document, 'lectern-liked', null);
    show();
  };
  const usual = (): void => {
    caption(null);
    choose(USUAL);
  };
  const show = (): void => void render(panel(), host);
  const panel = (): TemplateResult => html`<div class="display">
    ${radios('theme', words.theme, THEMES.map((theme) => ({ word: words.themes[theme], on: display.theme === theme, choose: () => choose({ theme }) })))}
    ${radios('size', words.size, SIZES.map((_, size) => ({ word: words.sizes[size] ?? '', on: display.size === size, choose: () => choose({ size }) })))}
    ${radios('spacing', words.spacing, [false, true].map((wide) => ({ word: words.spacings[wide ? 'wide' : 'usual'], on: display.wide === wide, choose: () => choose({ wide }) })))}
    <label class="display-choice"><input type="checkbox" .checked=${display.still} @change=${(event: Event) => choose({ still: isOn(event) })}> ${words.still}</label>
    <label class="display-choice"><input type="checkbox" .checked=${keptLiking().captions ?? true} @change=${(event: Event) => caption(isOn(event))}> ${words.captions}</label>
    <button type="button" class="button" @click=${usual}>${words.usual}</button>
  </div>`;
  show();
  return host.querySelector<HTMLElement>('input:checked');
}

/** Larger text may leave no room for the outline beside the page: who is in it stays there. */
function keepOutline(): void {
  const outline = piece('outline');
  if (outline === null || outline.offsetParent !== null) return;
  outline.setAttribute('data-open', '');
  piece('outlineButton')?.setAttribute('aria-expanded', 'true');
  document.activeElement?.scrollIntoView({ block: 'center' });
}

interface Choice {
  word: string;
  on: boolean;
  choose(): void;
}

function radios(name: string, legend: string, choices: readonly Choice[]): TemplateResult {
  return html`<fieldset class="field"><legend class="small-legend">${legend}</legend>${choices.map(({ word, on, choose }) => html`<label class="display-choice"><input type="radio" name="lectern-${name}" .checked=${on} @change=${choose}> ${word}</label>`)}</fieldset>`;
}

const isOn = ({ target }: Event): boolean => target instanceof HTMLInputElement && target.checked;
