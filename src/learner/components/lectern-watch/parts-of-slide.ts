/** Who watches need not read as well: which part of the text a slide stands for. */

/** Reading parts (by key) that count as seen once this slide was heard: slides and parts tell the same story in the same order, so each slide stands for its share. */
export function partsOfSlide(parts: readonly number[], slide: number, slides: number): number[] {
  return parts.filter((_, index) => Math.ceil(((index + 1) * slides) / parts.length) - 1 === slide);
}
