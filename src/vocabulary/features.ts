/** What a course may have beyond plain text in one lesson: each has styles, some a component, and a package carries only those that it uses. */

/** Elements that wrap prose and give it life once scripts run. */
export const TAGS_OF = {
  code: 'lectern-code',
  explore: 'lectern-explore',
  landscape: 'lectern-landscape',
  recording: 'lectern-recording',
  term: 'lectern-term',
  watch: 'lectern-watch',
} as const;

export interface Feature {
  /** The element's tag; null where no script is needed. */
  component: string | null;
}

/** The styles of each are in `src/learner/styles/features/<name>.css`. */
export const FEATURES = {
  /** Questions above the text. */
  before: { component: null },
  callout: { component: null },
  cite: { component: null },
  code: { component: TAGS_OF.code },
  diagram: { component: null },
  draft: { component: null },
  example: { component: null },
  /** On slides: what can be tried on a figure. */
  explore: { component: TAGS_OF.explore },
  figure: { component: null },
  /** Of a course of several lessons. */
  home: { component: null },
  /** On slides, where it moves. */
  landscape: { component: TAGS_OF.landscape },
  math: { component: null },
  recording: { component: TAGS_OF.recording },
  reveal: { component: null },
  rtl: { component: null },
  term: { component: TAGS_OF.term },
  'visual-axis': { component: null },
  'visual-card': { component: null },
  'visual-facts': { component: null },
  'visual-filetree': { component: null },
  'visual-flow': { component: null },
  'visual-landscape': { component: null },
  'visual-loop': { component: null },
  'visual-quadrant': { component: null },
  'visual-stages': { component: null },
  watch: { component: TAGS_OF.watch },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
