/** Dragging a step among the others. */
import { follow } from '../drag.ts';

export interface RowDrag {
  /** The rows, in their order on the page, whenever it is asked. */
  rows(): readonly Element[];
  /** Index of the row that is dragged. */
  at(): number;
  to(index: number): void;
  /** `kept`: false when Escape took it back, or the pointer was lost. */
  done(kept: boolean): void;
}

export function dragRow(event: PointerEvent, { rows, at, to, done }: RowDrag): void {
  follow(event, {
    to: (_, y) => {
      const place = placeAt(y, rows().map((row) => row.getBoundingClientRect()), at());
      if (place !== at()) to(place);
    },
    done,
  });
}

/** A row gives way when the pointer is past its middle, so that rows of unlike heights do not change back and forth. */
export function placeAt(y: number, rows: readonly { top: number; bottom: number }[], from: number): number {
  const middle = (index: number): number => ((rows[index]?.top ?? 0) + (rows[index]?.bottom ?? 0)) / 2;
  let place = from;
  while (place + 1 < rows.length && y > middle(place + 1)) place++;
  while (place > 0 && y < middle(place - 1)) place--;
  return place;
}
