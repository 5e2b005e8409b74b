/** Phase 5: joins the player's prebuilt chunks into one classic script and gathers every file of the package. */
import { join } from 'node:path';
import { rollup, type Plugin } from 'rollup';
import type { Rendered } from '../4-render/render.ts';
import type { PackageFile } from './files.ts';

export interface BundleInput {
  rendered: Rendered;
  /** Folder of the player's prebuilt ES chunks. */
  learner: string;
  /** Text of THIRD-PARTY.md. */
  thirdParty: string;
  readBytes(from: string): Uint8Array | null;
}

/** Missing media are the author's mistakes and were reported by 3-check; what is still missing here is left out. */
export async function bundle(input: BundleInput): Promise<PackageFile[]> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const player = await joinPlayer(input.learner, input.rendered.components, input.rendered.locale);
  const media = input.rendered.media.flatMap(({ from, path }) => {
    const bytes = input.readBytes(from);
    return bytes === null ? [] : [{ path, bytes, source: from }];
  });
  return [
    ...input.rendered.texts.map(({ path, text }) => ({ path, bytes: encode(text) })),
    { path: 'player.js', bytes: encode(player) },
    { path: 'THIRD-PARTY.md', bytes: encode(input.thirdParty) },
    ...media,
  ];
}

const ENTRY = '\0lectern-entry';

/**
 * One IIFE from chunks that are minified already: no tree-shaking pass, so that the cost does not grow with the
 * player (decisions, Lesson → Lit). A classic script, because modules do not run from many LMS servers (scorm.md 6).
 */
export async function joinPlayer(learner: string, components: string[], locale: string): Promise<string> {
  const build = await rollup({
    input: ENTRY,
    treeshake: false,
    plugins: [entry(learner, components, locale)],
    onwarn(warning) {
      throw new Error(`joining the player: ${warning.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', compact: true, generatedCode: 'es2015', indent: false });
    return output[0].code;
  } finally {
    await build.close();
  }
}

function entry(learner: string, components: string[], locale: string): Plugin {
  const quote = (file: string): string => JSON.stringify(join(learner, file));
  return {
    name: 'lectern-entry',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) =>
      id !== ENTRY
        ? null
        : [
            `import { start } from ${quote('start.js')};`,
            `import { strings } from ${quote(`locale-${locale}.js`)};`,
            ...components.map((tag) => `import ${quote(`${tag}.js`)};`),
            'start(strings);',
          ].join('\n'),
  };
}
