/** When two short texts count as the same answer (authoring 1.2.4): in fill-in questions, and when their alternatives are checked. */

/** What learners type into one gap. Longer text is wrong, and a pattern never meets more. */
export const GAP_MAX = 200;

/** NFKC, single spaces, no final punctuation, no capital letters unless `exactCase`. */
export function answerForm(text: string, exactCase: boolean): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const bare = plain.replace(/[.,;:!?…。、،؛؟]+$/, '').trimEnd();
  const kept = bare === '' ? plain : bare;
  return exactCase ? kept : kept.toLowerCase();
}

/** Anchored at both ends. False for a pattern that this browser cannot read; the build has tried it. */
export function fits(pattern: { source: string; flags: string }, text: string): boolean {
  if (text.length > GAP_MAX) return false;
  try {
    const whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags);
    return whole.test(answerForm(text, true)) || whole.test(text.trim());
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
