/** The tabs Read, Slides and Check by the ARIA pattern: one tab stop, arrow keys, Home and End. */
import { tabId, type View } from '../../../vocabulary/tags.ts';

export function wireTabs(lesson: HTMLElement, choose: (view: View) => void): void {
  const tabs = (['read', 'slides', 'check'] as const).flatMap((view) => {
    const tab = lesson.querySelector<HTMLElement>(`#${tabId(view)}`);
    return tab === null ? [] : [{ view, tab }];
  });
  tabs.forEach(({ view, tab }, index) => {
    tab.addEventListener('click', () => choose(view));
    tab.addEventListener('keydown', (event) => {
      const target = tabs[targetOf(event.key, index, tabs.length, getComputedStyle(tab).direction === 'rtl')];
      if (target === undefined) return;
      event.preventDefault();
      choose(target.view);
      target.tab.focus();
    });
  });
}

/** Index of the tab that a key leads to; -1 for any other key. Arrows follow the direction of writing. */
export function targetOf(key: string, from: number, count: number, rightToLeft: boolean): number {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (from + 1) % count;
  if (key === back) return (from + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
