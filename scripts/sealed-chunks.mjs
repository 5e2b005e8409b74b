/**
 * Turns the player's ES chunks into a head that Rollup reads and a body that it need not: joining a course's player then
 * costs the same however large the player is (5-bundle puts the bodies back).
 *
 * A chunk `import{a as r}from"./x.js";…;export{q as I};` becomes
 *
 *     import{a as r}from"./x.js";const[q]=LECTERN_BODY_17(r);export{q as I};
 *     (r)=>{…;return[q]}
 *
 * The number is the chunk's place in the list of all, by name: short, and the same in every script of every course.
 */

import { minify } from 'terser';

/** A plugin for the player's build. Throws for what cannot be said this way. */
export function sealedChunks() {
  return {
    name: 'sealed-chunks',
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const names = chunks.map(({ fileName }) => fileName).sort();
      for (const chunk of chunks) chunk.code = await sealed(chunk.fileName, names.indexOf(chunk.fileName), chunk.code, this.parse(chunk.code));
    },
  };
}

async function sealed(name, number, code, program) {
  const imports = program.body.filter((node) => node.type === 'ImportDeclaration');
  const exports = program.body.filter((node) => node.type === 'ExportNamedDeclaration');
  // A chunk that only passes on what another holds has no body to put aside.
  if (program.body.every((node) => node.type === 'ImportDeclaration' || /^Export/.test(node.type))) return code;
  const strange = program.body.find((node) => /^Export/.test(node.type) && (node.type !== 'ExportNamedDeclaration' || node.declaration !== null || node.source !== null));
  if (strange !== undefined) throw new Error(`${name}: a chunk exports by one list of names only`);
  const given = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
  const taken = [...new Set(exports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name)))];
  const changed = reassigned(program);
  // The body hands its exports over once, when it has run; a name that changes later would stay behind.
  for (const local of taken) if (changed.has(local)) throw new Error(`${name}: “${local}” is exported and assigned again`);
  const head = [
    ...imports.map(({ start, end }) => code.slice(start, end)),
    `${taken.length === 0 ? '' : `const[${taken.join(',')}]=`}LECTERN_BODY_${number}(${given.join(',')});`,
    ...exports.map(({ start, end }) => code.slice(start, end)),
  ].join('');
  const body = program.body.filter((node) => !imports.includes(node) && !exports.includes(node)).map(({ start, end }) => code.slice(start, end)).join('\n');
  return `${head.replaceAll('\n', ' ')}\n${await smallest(`(${given.join(',')})=>{${body}\nreturn[${taken.join(',')}]}`)}`;
}

/** Every byte here is sent to every learner, so a second minifier, which finds more, is worth its time. */
async function smallest(expression) {
  const { code } = await minify(`LECTERN=${expression}`, { ecma: 2020, compress: { passes: 3, unsafe_arrows: true }, format: { comments: false, semicolons: true } });
  return code.replace(/^LECTERN=/, '').replace(/;$/, '');
}

/** Names that are assigned to anywhere, whatever they mean there: rather one too many. */
function reassigned(node, names = new Set()) {
  if (Array.isArray(node)) for (const child of node) reassigned(child, names);
  else if (node !== null && typeof node === 'object' && typeof node.type === 'string') {
    if (node.type === 'AssignmentExpression') targets(node.left, names);
    if (node.type === 'UpdateExpression') targets(node.argument, names);
    if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') targets(node.left, names);
    for (const child of Object.values(node)) reassigned(child, names);
  }
  return names;
}

function targets(pattern, names) {
  if (pattern === null) return;
  if (pattern.type === 'Identifier') names.add(pattern.name);
  else if (pattern.type === 'ArrayPattern') for (const element of pattern.elements) targets(element, names);
  else if (pattern.type === 'ObjectPattern') for (const { value, argument } of pattern.properties) targets(value ?? argument, names);
  else if (pattern.type === 'AssignmentPattern') targets(pattern.left, names);
  else if (pattern.type === 'RestElement') targets(pattern.argument, names);
}
