/** How far what is on show has moved since the page was opened, as the browser counts it (CLS). */
import type { Frame, Page } from 'playwright-core';

/** Two frames from now, so that what has just been drawn is in it. */
export function layoutShift(page: Frame | Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}
