/** Phase 5: joins the player's prebuilt chunks into a few classic scripts and gathers every file of the package. */
import { join } from 'node:path';
import type { Plugin } from 'rollup';
import { PLAYER_FILE, RECORD_FILE, SLIDES_FILE, TOOLS_FILE, wordsFile } from '../../vocabulary/tags.ts';
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
  const { player, record, tools, slides } = await joinPlayer(input.learner, { target: input.target, ...input.rendered });
  const media = input.rendered.media.flatMap(({ from, path }) => {
    const bytes = input.readBytes(from);
    return bytes === null ? [] : [{ path, content: bytes, source: from }];
  });
  const words = await Promise.all(input.rendered.others(input.target).map(async ({ code, page }) => ({ path: wordsFile(code), content: encode(await joinWords(input.learner, code, page)) })));
  return [
    ...words,
    ...input.rendered.pages(input.target),
    ...input.rendered.chunks,
    { path: PLAYER_FILE, content: encode(player) },
    { path: RECORD_FILE, content: encode(record) },
    { path: TOOLS_FILE, content: encode(tools) },
    ...(slides === null ? [] : [{ path: SLIDES_FILE, content: encode(slides) }]),
    { path: 'THIRD-PARTY.md', content: encode(input.thirdParty) },
    ...media,
  ];
}

const ENTRY = '\0lectern-entry';
/** Stands in a chunk's head for its body, with the chunk's number. */
const BODY = /\bLECTERN_BODY_(\d+)\b/;
/** Where a script leaves what its chunks export, for those that come after it: each under its number. */
const SHARED = 'self.lecternParts';

/** What the chunk of a tool exports that not every course has. */
const SOME_TOOLS = { terms: 'practiseTerms', certificate: 'showCertificate', reminders: 'offerReminders' } as const;
export type SomeTool = keyof typeof SOME_TOOLS;

/** What of the player a package carries; the driver of its target and no other. */
export interface PlayerParts {
  target: Target;
  /** Tags of the components that the first question needs; the others come with the record. */
  first: readonly string[];
  components: readonly string[];
  /** Tags of the components that slides need beside those. */
  slides: readonly string[];
  /** Tools that not every course has. */
  tools: readonly SomeTool[];
  locale: string;
  /** The course names a record store that hears what the LMS hears. */
  beside: boolean;
}

/** What one script takes from the prebuilt chunks. */
interface Script {
  entry: string;
  /** Chunks that an earlier script has brought; null: this is the first. */
  given: ReadonlySet<string> | null;
}

/**
 * IIFEs from prebuilt, minified chunks: what the first view needs, the record with all components, what learners open now and then, and slides. Rollup orders
 * their heads and names what they exchange; the bodies are put in afterwards, unread, so that the cost does not grow with
 * the player (decisions, Lesson → Lit). Classic scripts, because modules do not run from many LMS servers (scorm.md 6).
 */
export async function joinPlayer(learner: string, { target, first, components, slides, tools: some, locale, beside }: PlayerParts): Promise<{ player: string; record: string; tools: string; slides: string | null }> {
  const chunk = (name: string): string => JSON.stringify(join(learner, `${name}.js`));
  const define = (tags: readonly string[]): string[] => tags.map((tag) => `import ${chunk(tag)};`);
  const begin = [`import { start } from ${chunk('start')};`, `import { strings } from ${chunk(`locale-${locale}`)};`, ...define(first), 'start(strings);'];
  const player = await joinScript({ entry: begin.join('\n'), given: null });
  const driver = chunk(`driver-${TARGET_FACTS[target].driver}`);
  const stated = beside && TARGET_FACTS[target].introduction === 'imsmanifest.xml';
  const open = [
    `import { openRecord } from ${chunk('record')};`,
    `import { driver } from ${driver};`,
    `import { recordWords } from ${chunk(`locale-${locale}-record`)};`,
    ...(stated ? [`import { withStore } from ${chunk('beside')};`] : []),
    ...define(components),
    `lectern.record((player) => openRecord(player, ${stated ? 'withStore(driver)' : 'driver'}, recordWords));`,
  ];
  const record = await joinScript({ entry: open.join('\n'), given: player.chunks });
  const opened = [
    `import { openTools } from ${chunk('tools')};`,
    `import { toolWords } from ${chunk(`locale-${locale}-tools`)};`,
    ...some.map((name) => `import { ${SOME_TOOLS[name]} as ${name} } from ${chunk(`tool-${name}`)};`),
    `lectern.tools(setting => openTools(setting, toolWords, { ${some.join(', ')} }));`,
  ];
  // Both come after the record, and either without the other.
  const given = new Set([...player.chunks, ...record.chunks]);
  const tools = await joinScript({ entry: opened.join('\n'), given });
  const shown = slides.length === 0 ? null : await joinScript({ entry: define(slides).join('\n'), given });
  return { player: player.code, record: record.code, tools: tools.code, slides: shown?.code ?? null };
}

/** Interface words in another language, as a script that hands them over. Alone: what it shares with the others is a few functions. */
async function joinWords(learner: string, code: string, page: readonly (readonly [string, string])[]): Promise<string> {
  const chunk = (name: string): string => JSON.stringify(join(learner, `${name}.js`));
  const entry = [
    `import { strings } from ${chunk(`locale-${code}`)};`,
    `import { recordWords } from ${chunk(`locale-${code}-record`)};`,
    `import { toolWords } from ${chunk(`locale-${code}-tools`)};`,
    `lectern.words({ strings: { ...strings, ...recordWords }, tools: toolWords, page: ${JSON.stringify(page)} });`,
  ];
  const { code: script } = await joinScript({ entry: entry.join('\n'), given: new Set() });
  return script;
}

async function joinScript({ entry, given }: Script): Promise<{ code: string; chunks: ReadonlySet<string> }> {
  // Loaded beside everything else that a build needs: it takes longer to start than to join.
  const { rollup } = await import('rollup');
  const bodies = new Map<string, Body>();
  const build = await rollup({
    input: ENTRY,
    treeshake: false,
    plugins: [sealedChunks({ entry, given }, bodies)],
    onwarn(warning) {
      throw new Error(`joining the player: ${warning.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: 'iife', compact: true, generatedCode: 'es2015', indent: false });
    const texts = new Map([...bodies.values()].map(({ name, text }) => [name, text]));
    const code = output[0].code.replace(new RegExp(BODY, 'g'), (name) => `(${texts.get(name) ?? ''})`);
    return { code: given === null ? `${SHARED}={};${code}` : code, chunks: new Set(bodies.keys()) };
  } finally {
    await build.close();
  }
}

/** What was taken out of a chunk, and the name that stands for it. */
interface Body {
  name: string;
  text: string;
}

/** Gives Rollup the heads, and keeps the bodies by the chunk that they are of. */
function sealedChunks({ entry, given }: Script, bodies: Map<string, Body>): Plugin {
  return {
    name: 'lectern-chunks',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? entry : null),
    transform(code, id) {
      const end = code.indexOf('\n');
      const head = code.slice(0, end);
      const [name, number] = BODY.exec(head) ?? [];
      if (id === ENTRY || name === undefined) return null;
      const place = `${SHARED}[${number}]`;
      if (given?.has(id) === true) return { code: head.replace(/^(import[^;]+;)*/, '').replace(/LECTERN_BODY_\d+\([^)]*\)/, place), map: null };
      bodies.set(id, { name, text: code.slice(end + 1) });
      return { code: head.replace(name, `${place}=${name}`), map: null };
    },
  };
}
