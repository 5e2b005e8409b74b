/** The parts of Lectern that were built ahead: player chunks, critical styles, control documents, licences. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Prebuilt {
  /** Folder with the player's ES chunks, joined by 5-bundle. */
  learner: string;
  /** Styles that stand in the page itself. */
  css: string;
  /** Styles of one feature of prose, which only lessons that have it need. */
  featureCss(name: string): string;
  /** Zip of the target's control documents. */
  control: Uint8Array;
  /** THIRD-PARTY.md of every package. */
  thirdParty: string;
}

/** Throws when Lectern itself was not built: a fault of ours, not of the author. */
export function prebuilt(dist: string, target: string): Prebuilt {
  return {
    learner: join(dist, 'learner'),
    css: readFileSync(join(dist, 'learner', 'critical.css'), 'utf8'),
    featureCss: (name) => readFileSync(join(dist, 'learner', 'features', `${name}.css`), 'utf8'),
    control: readFileSync(join(dist, 'control', `${target}.zip`)),
    thirdParty: readFileSync(join(dist, 'third-party.md'), 'utf8'),
  };
}
