/** The parts of Lectern that were built ahead: player chunks, critical styles, control documents, licences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET_FACTS, type Target } from '../vocabulary/targets.ts';

export interface Prebuilt {
  /** Folder with the player's ES chunks, joined by 5-bundle. */
  learner: string;
  /** Styles that stand in the page itself. */
  css: string;
  /** The script that stands in the page itself. */
  early: string;
  /** Styles of one feature of prose, which only lessons that have it need. */
  featureCss(name: string): string;
  /** THIRD-PARTY.md of every package. */
  thirdParty: string;
}

/** Throws when Lectern itself was not built: a fault of ours, not of the author. */
export function prebuilt(dist: string): Prebuilt {
  return {
    learner: join(dist, 'learner'),
    css: readFileSync(join(dist, 'learner', 'critical.css'), 'utf8'),
    early: readFileSync(join(dist, 'learner', 'early.js'), 'utf8'),
    featureCss: (name) => readFileSync(join(dist, 'learner', 'features', `${name}.css`), 'utf8'),
    thirdParty: readFileSync(join(dist, 'third-party.md'), 'utf8'),
  };
}

/** Zip of the target's control documents; null for a target that carries none. */
export function controlOf(dist: string, target: Target): Uint8Array | null {
  return TARGET_FACTS[target].control ? readFileSync(join(dist, 'control', `${target}.zip`)) : null;
}
