// Builds Lectern itself: the command as one file, the player as minified ES chunks that 5-bundle joins per course,
// and the documents that every package carries.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { CONTROLLED, controlDocuments } from './scripts/control-documents.mjs';
import { sealedChunks } from './scripts/sealed-chunks.mjs';
import { commandNotice, thirdPartyNotice } from './scripts/third-party.mjs';

const { version, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Where the build goes; another folder lets two builds run beside each other. */
const DIST = process.env.LECTERN_DIST ?? 'dist';
for (const folder of ['learner', 'cli', 'control']) rmSync(`${DIST}/${folder}`, { recursive: true, force: true });

/** Native or WebAssembly, so they stay packages of their own; everything else is bundled, which halves the start of the command. */
const EXTERNAL = ['rollup', 'libxml2-wasm'];
/** Installed by those who make reports. */
const OPTIONAL = Object.keys(peerDependencies);
for (const name of EXTERNAL) if (dependencies[name] === undefined) throw new Error(`${name} must be a run-time dependency`);

const command = {
  input: { lectern: 'src/cli/bin.ts', 'second-thread': 'src/compiler/second-thread-jobs.ts' },
  external: (id) => EXTERNAL.includes(id) || OPTIONAL.includes(id) || id.startsWith('node:'),
  output: {
    dir: DIST,
    format: 'es',
    entryFileNames: ({ name }) => (name === 'lectern' ? 'lectern.js' : 'cli/[name].js'),
    chunkFileNames: 'cli/[name].js',
    banner: (chunk) => (chunk.name === 'lectern' ? '#!/usr/bin/env node' : ''),
  },
  plugins: [
    nodeStreams(),
    sqlTexts(),
    nodeResolve({ exportConditions: ['node'], preferBuiltins: true }),
    commonjs(),
    json(),
    // Names stay, for the stack traces of exit 70; comments and white space go, because Node reads the file at every start.
    esbuild({ target: 'node20', minifyWhitespace: true, minifySyntax: true, include: /\.[jt]s$/, exclude: [], define: { __LECTERN_VERSION__: JSON.stringify(version) } }),
    notices(),
  ],
  onwarn(warning, warn) {
    if (warning.code === 'CIRCULAR_DEPENDENCY' && /node_modules/.test(warning.message)) return;
    warn(warning);
  },
};

const components = readdirSync('src/learner/components', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const drivers = readdirSync('src/learner/drivers').map((file) => file.replace(/\.ts$/, ''));
const locales = readdirSync('src/locales').flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? []);

const player = {
  input: {
    start: 'src/learner/start.ts',
    record: 'src/learner/record.ts',
    tools: 'src/learner/tools.ts',
    'tool-terms': 'src/learner/tools/terms-practice.ts',
    'tool-certificate': 'src/learner/tools/certificate.ts',
    'tool-reminders': 'src/learner/tools/reminders.ts',
    beside: 'src/learner/beside.ts',
    ...Object.fromEntries(drivers.map((name) => [`driver-${name}`, `src/learner/drivers/${name}.ts`])),
    ...Object.fromEntries(locales.map((code) => [`locale-${code}`, `src/locales/${code}.ts`])),
    ...Object.fromEntries(locales.flatMap((code) => ['record', 'tools'].map((half) => [`locale-${code}-${half}`, `src/locales/${code}-${half}.ts`]))),
    ...Object.fromEntries(components.map((name) => [name, `src/learner/components/${name}/${name}.ts`])),
  },
  output: { dir: `${DIST}/learner`, format: 'es', chunkFileNames: 'chunks/[name].js', compact: true },
  plugins: [nodeResolve({ exportConditions: ['production', 'browser'] }), smallStyles(), esbuild({ target: 'es2022', minify: true }), sealedChunks(), criticalStyles(), earlyScript(), documents()],
};

/** The page of HTML reports: one classic script, which each report carries. */
const reportPage = {
  input: 'src/report/page/report-page.ts',
  output: { file: `${DIST}/report/page.js`, format: 'iife', compact: true },
  plugins: [nodeResolve({ exportConditions: ['production', 'browser'] }), esbuild({ target: 'es2022', minify: true }), reportStyles()],
};

function reportStyles() {
  return {
    name: 'report-styles',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'page.css', source: await smallCss(readFileSync('src/report/page/page.css', 'utf8')) });
    },
  };
}

/** JSZip brings a copy of Node's streams along for old browsers. */
function nodeStreams() {
  return { name: 'node-streams', resolveId: (id) => (id === 'readable-stream' ? { id: 'node:stream', external: true } : null) };
}

/** SQL files of reports come in as text: `import QUERY from './query.sql?raw'`. */
function sqlTexts() {
  return {
    name: 'sql-texts',
    resolveId: (id, importer) => (id.endsWith('.sql?raw') ? resolve(dirname(importer), id) : null),
    load: (id) => (id.endsWith('.sql?raw') ? `export default ${JSON.stringify(readFileSync(id.slice(0, -'?raw'.length), 'utf8'))};` : null),
  };
}

/** Licences of what was joined into the command. */
function notices() {
  return {
    name: 'notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
      this.emitFile({ type: 'asset', fileName: 'cli/third-party.md', source: commandNotice(modules) });
    },
  };
}

/** Minifies the text inside css`…`, which no script minifier touches, as long as the name is there; a literal with a value inside is left alone. */
function smallStyles() {
  return {
    name: 'small-styles',
    async transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      const pieces = code.split(/(css`[^`$\\]*`)/);
      const minified = await Promise.all(pieces.map(async (piece, index) => (index % 2 === 0 ? piece : `css\`${await smallCss(piece.slice(4, -1))}\``)));
      return { code: minified.join(''), map: null };
    },
  };
}

async function smallCss(css) {
  // As it is written: an escape such as \\2713 is longer, and has another meaning inside a template literal.
  const { code } = await transform(css, { loader: 'css', minify: true, target: 'safari16', charset: 'utf8' });
  return code.trim();
}

/** The styles that stand in every page, and those of single features of prose, minified once here. */
function criticalStyles() {
  return {
    name: 'critical-styles',
    async generateBundle() {
      const source = await smallCss(readFileSync('src/learner/styles/critical.css', 'utf8'));
      this.emitFile({ type: 'asset', fileName: 'critical.css', source });
      for (const file of readdirSync('src/learner/styles/features')) {
        this.emitFile({ type: 'asset', fileName: `features/${file}`, source: await smallCss(readFileSync(`src/learner/styles/features/${file}`, 'utf8')) });
      }
    },
  };
}

/** The script that stands in the page itself is no module: nothing may hold up the first paint. */
function earlyScript() {
  return {
    name: 'early-script',
    async generateBundle() {
      const { outputFiles } = await build({ entryPoints: ['src/learner/early.ts'], bundle: true, minify: true, format: 'iife', target: 'es2022', write: false });
      this.emitFile({ type: 'asset', fileName: 'early.js', source: outputFiles[0].text.trim() });
    },
  };
}

/** Control documents and licences go beside the player, not into it. */
function documents() {
  return {
    name: 'documents',
    async writeBundle() {
      mkdirSync(`${DIST}/control`, { recursive: true });
      for (const target of CONTROLLED) writeFileSync(`${DIST}/control/${target}.zip`, await controlDocuments(target));
      writeFileSync(`${DIST}/third-party.md`, thirdPartyNotice());
    },
  };
}

/** The LMS page of `lectern preview`: a tool on the author's desk, so it may be big, and it is never in a package. */
const previewPage = {
  input: { desk: 'src/preview/page/desk-page.ts', 'broken-browser': 'src/preview/page/broken-browser.ts' },
  output: { dir: `${DIST}/preview`, format: 'es', compact: true },
  plugins: [
    nodeResolve({ exportConditions: ['production', 'browser'] }),
    esbuild({ target: 'es2022', minify: true }),
    {
      name: 'preview-documents',
      generateBundle() {
        for (const fileName of ['desk.html', 'desk.css']) this.emitFile({ type: 'asset', fileName, source: readFileSync(`src/preview/page/${fileName}`, 'utf8') });
      },
    },
  ],
};

export default [command, previewPage, player, reportPage];
