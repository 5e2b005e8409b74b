/** Values of labels that are not understood, and where they stand. */
import { plainText } from '../tree.ts';
import type { ItemContext } from './lesson-context.ts';
import type { RawLabel } from './raw-item.ts';

/** The value, or the label where the value is empty. */
export function nonEmpty(label: RawLabel): RawLabel['value'] {
  return label.value.end > label.value.start ? label.value : label.at;
}

/** Says that a value is not understood. */
export function refuse(label: RawLabel, choices: string, context: ItemContext): null {
  context.report.add('quiz/value', context.place(nonEmpty(label)), { label: label.written, value: plainText(label.blocks), choices });
  return null;
}
