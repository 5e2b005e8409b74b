/** What prose may hold beyond plain text: each has styles, some a component, and a package carries only those that its lessons use. */

export interface Feature {
  /** The element that gives it life once scripts run; null where none is needed. */
  component: string | null;
}

/** The styles of each are in `src/learner/styles/features/<name>.css`. */
export const FEATURES = {
  reveal: { component: null },
  example: { component: null },
} as const satisfies Record<string, Feature>;

export type FeatureName = keyof typeof FEATURES;
