/** The rooms of the house as data: who may import whom, and which packages. ARCHITECTURE.md says why. */

export interface Room {
  /** A folder, or a single file that is a room of its own. The longest match is a file's room. */
  path: string;
  /** Rooms or files whose values may be imported; their types too. A room may always import itself. */
  values: string[];
  /** Rooms or files of which only types may be imported. */
  types: string[];
  /** `*` at the end stands for any rest. Subpaths of a package belong to it. */
  packages: string[];
  /** Packages of which only types may be imported. */
  typePackages: string[];
}

const COMPILER = ['src/compiler/1-read', 'src/compiler/2-parse', 'src/compiler/3-check', 'src/compiler/4-render', 'src/compiler/5-bundle', 'src/compiler/6-pack'];
/** Tables of words that authors write, where a gap ends, and what a key to a quiz looks like: 3-check needs the same ones as the parser. */
const NAME_TABLES = ['answer-keys', 'blank-end', 'header-names', 'label-names', 'section-names', 'table-language', 'truth-words'].map((name) => `src/compiler/2-parse/${name}.ts`);
const LEARNER = ['src/learner/tools', 'src/learner/session', 'src/learner/tracking', 'src/learner/tracking/xapi', 'src/learner/components', 'src/learner/styles'];

function room(path: string, rest: Partial<Omit<Room, 'path'>>): Room {
  return { path, values: [], types: [], packages: [], typePackages: [], ...rest };
}

export const ROOMS: Room[] = [
  room('src/diagnostics', { typePackages: ['sarif'] }),
  room('src/course', { types: ['src/diagnostics'], packages: ['zod'], typePackages: ['mdast', 'hast'] }),
  room('src/vocabulary', { types: ['src/course'] }),
  room('src/locales', { types: ['src/course'] }),
  room('src/grading', { types: ['src/course'] }),
  room('src/receipt', {}),
  room('src/visuals', { values: ['src/course'], types: ['src/locales'], typePackages: ['hast'] }),
  room('manifest', { values: ['src/course', 'src/vocabulary', 'src/diagnostics'] }),

  room('src/compiler/1-read', { values: ['src/diagnostics'], packages: ['node:fs', 'node:path', 'node:buffer', 'jszip'] }),
  room('src/compiler/2-parse', {
    values: ['src/diagnostics', 'src/course'],
    types: ['src/compiler/1-read'],
    packages: ['@lezer/markdown', 'mdast-util-*', 'micromark-*', 'yaml', 'jszip', 'mammoth'],
    // The issues of a zod schema become places in the YAML file.
    typePackages: ['mdast', 'zod', '@lezer/common'],
  }),
  room('src/compiler/3-check', {
    values: ['src/course', 'src/diagnostics', 'src/vocabulary', 'src/grading', ...NAME_TABLES],
    types: ['src/compiler/1-read', 'src/compiler/2-parse'],
    packages: ['mdast-util-to-string', 'image-size', 'node:crypto', 'lowlight', 'highlight.js', 'temml', 'beautiful-mermaid'],
    typePackages: ['mdast', 'hast'],
  }),
  room('src/compiler/4-render', {
    values: ['src/course', 'src/vocabulary', 'src/visuals', 'src/diagnostics', 'src/locales', 'src/grading/seal.ts', 'src/grading/number.ts', 'src/grading/resume-budget.ts'],
    packages: ['hast-util-*', 'mdast-util-to-hast', 'mdast-util-to-string', 'image-size', 'node:crypto'],
    typePackages: ['mdast', 'hast'],
  }),
  room('src/compiler/5-bundle', { values: ['src/diagnostics', 'src/vocabulary'], types: ['src/compiler/4-render'], packages: ['rollup', 'node:crypto', 'node:path'] }),
  room('src/compiler/6-pack', {
    values: ['manifest', 'src/vocabulary', 'src/diagnostics', 'src/course/quiz.ts', 'src/grading/resume-budget.ts', 'src/compiler/4-render/rendered-file.ts'],
    types: ['src/course', 'src/compiler/5-bundle'],
    packages: ['pako', 'libxml2-wasm', 'node:zlib'],
  }),
  room('src/compiler', {
    values: [...COMPILER, 'manifest', 'src/course', 'src/diagnostics', 'src/vocabulary'],
    packages: ['node:crypto', 'node:fs', 'node:os', 'node:path', 'node:timers', 'node:worker_threads'],
  }),

  // What the session hands on are facts, and their shape is the tracker's interface; a driver is still out of its sight.
  room('src/learner/session', { values: ['src/grading', 'src/course/quiz.ts', 'src/course/before.ts', 'src/course/later.ts', 'src/vocabulary/stored-text.ts'], types: ['src/course', 'src/learner/tracking/tracker.ts'] }),
  room('src/learner/tracking', { values: ['src/vocabulary', 'src/grading/number.ts'], types: ['src/grading', 'src/course'] }),
  room('src/learner/tracking/xapi', { values: ['src/vocabulary', 'src/learner/tracking'], types: ['src/grading', 'src/course'], typePackages: ['@xapi/xapi'] }),
  room('src/learner/components', {
    // An item opens its own seal when it is answered.
    values: ['src/learner/session', 'src/locales', 'src/vocabulary', 'src/learner/styles', 'src/grading', 'src/course/landscape.ts', 'src/course/explore.ts', 'src/course/speech-text.ts'],
    types: ['src/course'],
    packages: ['lit'],
  }),
  room('src/learner/styles', { packages: ['lit'] }),
  // What learners open now and then; it comes with a script of its own.
  room('src/learner/tools', {
    values: ['src/learner/components', 'src/learner/place.ts', 'src/vocabulary', 'src/course/later.ts'],
    types: ['src/course', 'src/locales'],
    packages: ['lit'],
  }),
  room('src/learner', {
    values: [...LEARNER, 'src/locales', 'src/vocabulary', 'src/grading', 'src/receipt', 'src/course/payload.ts', 'src/course/quiz.ts'],
    types: ['src/course'],
    packages: ['lit'],
  }),

  room('src/preview', { values: ['src/preview/lrs', 'src/compiler', ...COMPILER, 'src/diagnostics'], packages: ['jszip', 'libxml2-wasm', 'node:*'], typePackages: ['scorm-again'] }),
  room('src/preview/lrs', { values: ['src/vocabulary'] }),
  room('src/preview/page', { values: ['src/vocabulary', 'src/preview/records.ts', 'src/preview/server-faults.ts', 'src/preview/lrs/faults.ts'], types: ['src/preview', 'src/preview/lrs'], packages: ['lit', 'scorm-again'] }),
  room('src/report/page', { packages: ['lit'] }),
  room('src/report', { values: ['src/vocabulary', 'src/diagnostics', 'src/receipt', 'src/report/page'], packages: ['@duckdb/node-api', 'csv-parse', 'write-excel-file', 'zod', 'node:*'] }),
  // Manifests are read back by the same reader that checks ours before they are packed.
  room('src/inspect', {
    values: ['src/course', 'src/vocabulary', 'src/diagnostics', 'src/grading/resume-budget.ts', 'src/compiler/6-pack/tree.ts', 'src/compiler/6-pack/crc32.ts'],
    packages: ['zod', 'node:zlib'],
  }),
  // Proposes changes of a lesson's text with the compiler's own eyes, and proves with them that the course stays the same.
  room('src/format', { values: ['src/compiler/2-parse', 'src/compiler/3-check', 'src/diagnostics'] }),
  room('src/cli', {
    values: ['src/compiler/compile.ts', 'src/compiler/examine.ts', 'src/compiler/lesson-texts.ts', 'src/compiler/3-check/ids.ts', 'src/format', 'src/compiler/1-read/find-courses.ts', 'src/compiler/load-ahead.ts', 'src/inspect', 'src/preview', 'src/receipt', 'src/report', 'src/diagnostics', 'src/vocabulary'],
    types: ['src/course'],
    packages: ['node:*'],
  }),
];

/** Names that say nothing about what is inside. */
export const FORBIDDEN_FOLDERS = ['utils', 'helpers', 'common', 'shared', 'core', 'lib', 'misc'];

export const LONGEST_FILE = 400;
/** Files that are one table: they may be longer. */
export const TABLES: string[] = [];
