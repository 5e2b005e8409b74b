/** Phase 5: joins the player's prebuilt chunks into two classic scripts and gathers every file of the package. */
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { PLAYER_FILE, RECORD_FILE } from '../../vocabulary/tags.ts';
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
  const { player, record } = await joinPlayer(input.learner, { target: input.target, ...input.rendered });
  const media = input.rendered.media.flatMap(({ from, path }) => {
    const bytes = input.readBytes(from);
    return bytes === null ? [] : [{ path, bytes, source: from }];
  });
  return [
    input.rendered.page(input.target),
    ...input.rendered.chunks,
    { path: PLAYER_FILE, bytes: encode(player) },
    { path: RECORD_FILE, bytes: encode(record) },
    { path: 'THIRD-PARTY.md', bytes: encode(input.thirdParty) },
    ...media,
  ];
}

const ENTRY = '\0lectern-entry';
/** Stands in a chunk's head for its body. */
const BODY = 'LECTERN_BODY';
/** Where the first script leaves what its chunks export, for the second. */
const SHARED = 'self.lecternParts';

/** What of the player a package carries; the driver of its target and no other. */
export interface PlayerParts {
  target: Target;
  /** Tags of the components that the first question needs; the others come with the record. */
  first: readonly string[];
  components: readonly string[];
  locale: string;
}

/** What one script takes from the prebuilt chunks. */
interface Script {
  entry: string;
  /** What chunks of an earlier script export, as an expression by the chunk's id. */
  given: ReadonlyMap<string, string>;
}

/**
 * Two IIFEs from prebuilt, minified chunks: what the first view needs, and the record with everything else. Rollup orders
 * their heads and names what they exchange; the bodies are put in afterwards, unread, so that the cost does not grow with
 * the player (decisions, Lesson → Lit). Classic scripts, because modules do not run from many LMS servers (scorm.md 6).
 */
export async function joinPlayer(learner: string, { target, first, components, locale }: PlayerParts): Promise<{ player: string; record: string }> {
  const chunk = (name: string): string => JSON.stringify(join(learner, `${name}.js`));
  const define = (tags: readonly string[]): string[] => tags.map((tag) => `import ${chunk(tag)};`);
  const begin = [`import { start } from ${chunk('start')};`, `import { strings } from ${chunk(`locale-${locale}`)};`, ...define(first), 'start(strings);'];
  const player = await joinScript({ entry: begin.join('\n'), given: new Map() });
  const driver = chunk(`driver-${TARGET_FACTS[target].driver}`);
  const open = [`import { openRecord } from ${chunk('record')};`, `import { driver } from ${driver};`, ...define(components), 'lectern.record((player) => openRecord(player, driver));'];
  const record = await joinScript({ entry: open.join('\n'), given: player.shared });
  return { player: player.code, record: record.code };
}

async function joinScript({ entry, given }: Script): Promise<{ code: string; shared: ReadonlyMap<string, string> }> {
  // Loaded beside everything else that a build needs: it takes longer to start than to join.
  const { rollup } = await import('rollup');
  const bodies: string[] = [];
  const shared = new Map<string, string>();
  const build = await rollup({
    input: ENTRY,
    treeshake: false,
    plugins: [chunks({ entry, given }, bodies, shared)],
    onwarn(warning) {
      throw new Error(`joining the player: ${warning.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', compact: true, generatedCode: 'es2015', indent: false });
    const code = output[0].code.replace(/\bLECTERN_BODY_(\d+)\b/g, (_name, index: string) => `(${bodies[Number(index)] ?? ''})`);
    return { code: given.size === 0 ? `${SHARED}=[];${code}` : code, shared };
  } finally {
    await build.close();
  }
}

/** Gives Rollup the heads, and keeps the bodies by the number that stands in their head's place. */
function chunks({ entry, given }: Script, bodies: string[], shared: Map<string, string>): Plugin {
  return {
    name: 'lectern-chunks',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? entry : null),
    transform(code, id) {
      if (id === ENTRY || !code.includes(BODY)) return null;
      const end = code.indexOf('\n');
      const head = code.slice(0, end);
      const known = given.get(id);
      if (known !== undefined) return { code: head.replace(/^(import[^;]+;)*/, '').replace(/LECTERN_BODY\([^)]*\)/, known), map: null };
      const index = bodies.push(code.slice(end + 1)) - 1;
      shared.set(id, `${SHARED}[${index}]`);
      return { code: head.replace(BODY, `${SHARED}[${index}]=${BODY}_${index}`), map: null };
    },
  };
}
