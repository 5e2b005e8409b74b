/** A manifest read back as plain data, so that rules about it are plain functions. */
import type { XmlElement, XmlNode } from 'libxml2-wasm';
import { libxml } from './libxml.ts';

export interface Tree {
  /** As written, with its prefix: `adlnav:presentation`. */
  name: string;
  namespace: string;
  line: number;
  /** By name as written. */
  attributes: ReadonlyMap<string, string>;
  children: readonly Tree[];
  /** Text of an element without children; else empty. */
  text: string;
}

export interface ManifestTree {
  root: Tree;
  /** Namespaces declared on the root by prefix; '' is the default one. */
  namespaces: ReadonlyMap<string, string>;
}

/** Throws the parser's error for text that is not well-formed. */
export async function readTree(xml: string): Promise<ManifestTree> {
  const { XmlDocument, XmlElement: Element } = await libxml();
  const isElement = (node: XmlNode): node is XmlElement => node instanceof Element;
  const document = XmlDocument.fromString(xml);
  try {
    const { root } = document;
    return { root: treeOf(root, isElement), namespaces: new Map(Object.entries(root.localNamespaces)) };
  } finally {
    document.dispose();
  }
}

function treeOf(element: XmlElement, isElement: (node: XmlNode) => node is XmlElement): Tree {
  const children: Tree[] = [];
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (isElement(node)) children.push(treeOf(node, isElement));
  }
  return {
    name: qualified(element),
    namespace: element.namespaceUri,
    line: element.line,
    attributes: new Map(element.attrs.map((attribute) => [qualified(attribute), attribute.value])),
    children,
    text: children.length === 0 ? element.content : '',
  };
}

function qualified(node: { name: string; prefix: string }): string {
  return node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
}

/** Children of that name. */
export function childrenOf(tree: Tree, name: string): Tree[] {
  return tree.children.filter((child) => child.name === name);
}

/** The tree and everything below it, in document order. */
export function everyElement(tree: Tree): Tree[] {
  return [tree, ...tree.children.flatMap(everyElement)];
}
