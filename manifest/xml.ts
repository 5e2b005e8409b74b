/** Writes XML 1.0: the only place in the project that escapes text for it. */

/** Content is either text or elements, never both: indenting mixed content would change its meaning. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: string | readonly XmlElement[];
}

const WIDTH = 110;
const NAME = /^(?:[A-Za-z_][A-Za-z0-9_.-]*:)?[A-Za-z_][A-Za-z0-9_.-]*$/;

/** What XML 1.0 cannot carry in any form, lone surrogates included (production 2, Char). */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const IN_TEXT = /[&<>\r]/g;
/** A parser turns tabs and line breaks of an attribute into spaces unless they come as references. */
const IN_ATTRIBUTE = /[&<>"'\t\n\r]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Throws RangeError for a name that XML does not allow: names come from our own code, never from an author. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  content: string | readonly XmlElement[] = [],
): XmlElement {
  for (const each of [name, ...Object.keys(attributes)]) {
    if (!NAME.test(each)) throw new RangeError(`not an XML name: ${JSON.stringify(each)}`);
  }
  return { name, attributes, content };
}

/** The text that a reader of the XML gets back: characters that XML 1.0 cannot carry become U+FFFD. */
export function writable(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD');
}

/** A whole UTF-8 document, indented by two spaces, ending with a line break. The same tree gives the same text. */
export function writeXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  write(root, '', lines);
  return `${lines.join('\n')}\n`;
}

function write(node: XmlElement, indent: string, lines: string[]): void {
  const tag = startTag(node, indent);
  if (node.content.length === 0) {
    lines.push(`${indent}<${tag}/>`);
  } else if (typeof node.content === 'string') {
    lines.push(`${indent}<${tag}>${escape(node.content, IN_TEXT)}</${node.name}>`);
  } else {
    lines.push(`${indent}<${tag}>`);
    for (const child of node.content) write(child, `${indent}  `, lines);
    lines.push(`${indent}</${node.name}>`);
  }
}

/** Attributes stay on the tag's line while they fit, else each has its own. */
function startTag(node: XmlElement, indent: string): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => `${name}="${escape(value, IN_ATTRIBUTE)}"`);
  const line = [node.name, ...attributes].join(' ');
  return indent.length + line.length <= WIDTH ? line : [node.name, ...attributes].join(`\n${indent}    `);
}

function escape(text: string, special: RegExp): string {
  return writable(text).replace(special, (character) => REFERENCES[character] ?? character);
}
