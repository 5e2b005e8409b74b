/** What every drawing is given and gives back. */
import type { Element } from 'hast';
import type { VisualStrings } from '../locales/strings.ts';

export interface DrawOptions {
  strings: VisualStrings;
  /** BCP 47, for numbers. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** Number of the visual's first step on its slide; null in reading text, where everything is shown at once. */
  firstStep: number | null;
  /** Where `M4` or `L1.3` leads in the course; null, and left out, for what is not in it. */
  link?: (code: string) => string | null;
}

export interface Drawing {
  /** What is seen. */
  picture: Element;
  /** `true`: the picture's own text is read as it stands; `false`: it is one image with a name. */
  readable: boolean;
  /** One sentence that says what the picture shows. */
  description: string;
  /** The same in a list or a table. */
  text: Element[];
}

/** `data-step` of the k-th piece (from 0); nothing in reading text. */
export function stepAt({ firstStep }: DrawOptions, k: number): { dataStep?: number } {
  return firstStep === null ? {} : { dataStep: firstStep + k };
}

export function stepNumber({ firstStep }: DrawOptions, k: number): number | null {
  return firstStep === null ? null : firstStep + k;
}
