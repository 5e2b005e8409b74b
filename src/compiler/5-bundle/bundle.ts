/** Phase 5: joins the player's prebuilt chunks into one classic script and gathers every file of the package. */
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { TARGET_FACTS, type Target } from '../../vocabulary/targets.ts';
import type { Rendered } from '../4-render/render.ts';
import type { PackageFile } from './files.ts';

export interface BundleInput {
  rendered: Rendered;
  target: Target;
  /** Folder of the player's prebuilt ES chunks. */
  learner: string;
  /** Text of THIRD-PARTY.md. */
  thirdParty: string;
  readBytes(from: string): Uint8Array | null;
}

/** Missing media are the author's mistakes and were reported by 3-check; what is still missing here is left out. */
export async function bundle(input: BundleInput): Promise<PackageFile[]> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const player = await joinPlayer(input.learner, { target: input.target, components: input.rendered.components, locale: input.rendered.locale });
  const media = input.rendered.media.flatMap(({ from, path }) => {
    const bytes = input.readBytes(from);
    return bytes === null ? [] : [{ path, bytes, source: from }];
  });
  return [
    input.rendered.page(input.target),
    ...input.rendered.chunks,
    { path: 'player.js', bytes: encode(player) },
    { path: 'THIRD-PARTY.md', bytes: encode(input.thirdParty) },
    ...media,
  ];
}

/** What of the player a package carries; the driver of its target and no other. */
export interface PlayerParts {
  target: Target;
  components: readonly string[];
  locale: string;
}

const ENTRY = '\0lectern-entry';
/** Stands in a chunk's head for its body. */
const BODY = 'LECTERN_BODY';

/**
 * One IIFE from prebuilt, minified chunks. Rollup orders their heads and names what they exchange; the bodies are put in
 * afterwards, unread, so that the cost does not grow with the player (decisions, Lesson → Lit). A classic script, because
 * modules do not run from many LMS servers (scorm.md 6).
 */
export async function joinPlayer(learner: string, parts: PlayerParts): Promise<string> {
  // Loaded beside everything else that a build needs: it takes longer to start than to join.
  const { rollup } = await import('rollup');
  const bodies: string[] = [];
  const build = await rollup({
    input: ENTRY,
    treeshake: false,
    plugins: [chunks(learner, parts, bodies)],
    onwarn(warning) {
      throw new Error(`joining the player: ${warning.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', compact: true, generatedCode: 'es2015', indent: false });
    return output[0].code.replace(/\bLECTERN_BODY_(\d+)\b/g, (_name, index: string) => `(${bodies[Number(index)] ?? ''})`);
  } finally {
    await build.close();
  }
}

/** Gives Rollup the heads, and keeps the bodies by the number that stands in their head's place. */
function chunks(learner: string, { target, components, locale }: PlayerParts, bodies: string[]): Plugin {
  const quote = (file: string): string => JSON.stringify(join(learner, file));
  const entry = [
    `import { start } from ${quote('start.js')};`,
    `import { strings } from ${quote(`locale-${locale}.js`)};`,
    `import { driver } from ${quote(`driver-${TARGET_FACTS[target].driver}.js`)};`,
    ...components.map((tag) => `import ${quote(`${tag}.js`)};`),
    'start(strings, driver);',
  ].join('\n');
  return {
    name: 'lectern-chunks',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? entry : null),
    transform(code, id) {
      if (id === ENTRY || !code.includes(BODY)) return null;
      const end = code.indexOf('\n');
      const index = bodies.push(code.slice(end + 1)) - 1;
      return { code: code.slice(0, end).replace(BODY, `${BODY}_${index}`), map: null };
    },
  };
}
