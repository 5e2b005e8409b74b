/** What prose may hold beyond plain text: each has styles, some a component, and a package carries only those that its lessons use. */

/** Elements that wrap prose and give it life once scripts run. */
export const TAGS_OF = {
  code: 'lectern-code',
  term: 'lectern-term',
} as const;

export interface Feature {
  /** The element's tag; null where no script is needed. */
  component: string | null;
}

/** The styles of each are in `src/learner/styles/features/<name>.css`. */
export const FEATURES = {
  callout: { component: null },
  cite: { component: null },
  code: { component: TAGS_OF.code },
  example: { component: null },
  math: { component: null },
  reveal: { component: null },
  term: { component: TAGS_OF.term },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
