/** A Word document's parts to its paragraphs, runs and pictures, by way of mammoth, which knows what Word means by its XML. */
import JSZip from 'jszip';
import type { WordParts } from '../../1-read/word-parts.ts';
import { annotate, nameHeadingStyles, nameListLevels, type ListLevel } from './word-xml.ts';

/** Mammoth's node, as its documentation of transforms describes it (its version is pinned). Which fields are there depends on `type`. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  /** Of a text. */
  value?: string;
  /** Of a bookmark. */
  name?: string;
  /** Of a paragraph or run. */
  styleId?: string | null;
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string; paragraphStyleId?: string } | null;
  isBold?: boolean;
  isItalic?: boolean;
  isStrikethrough?: boolean;
  verticalAlignment?: string;
  font?: string | null;
  checked?: boolean;
  href?: string | null;
  noteType?: string;
  noteId?: string;
  altText?: string | null;
  contentType?: string | null;
  breakType?: string;
  colSpan?: number;
  rowSpan?: number;
}

export interface WordNote {
  noteType: string;
  noteId: string;
  body: WordNode[];
}

export interface WordPicture {
  /** `picture-1.png`, in the order of the document; pictures of the same bytes share one name. */
  name: string;
  bytes: Uint8Array;
}

export interface WordDocument {
  blocks: WordNode[];
  note(noteType: string, noteId: string): WordNote | null;
  levels: Map<string, ListLevel>;
  /** By the node that shows it. A picture that lies elsewhere has its address instead of bytes. */
  pictures: Map<WordNode, WordPicture | { address: string }>;
}

interface ImageNode extends WordNode {
  readAsBuffer(): Promise<Buffer>;
}

/** The document, or why it cannot be read, in words that end a sentence “…: ” */
export async function readWord(parts: WordParts): Promise<WordDocument | { reason: string }> {
  const prepared = prepare(parts);
  if (prepared === null) return { reason: 'it holds declarations that Word never writes' };
  const captured = await capture(prepared.zip);
  if ('reason' in captured) return captured;
  const { root, notes } = captured;
  const note = (noteType: string, noteId: string): WordNote | null => notes.resolve({ noteType, noteId });
  const images: ImageNode[] = [];
  collectImages(root, images, note, new Set());
  return { blocks: root, note, levels: prepared.levels, pictures: await readPictures(images) };
}

/** The same parts in a ZIP without compression, since they were unpacked under guard already. */
function prepare(parts: WordParts): { zip: Promise<Buffer>; levels: Map<string, ListLevel> } | null {
  const zip = new JSZip();
  let levels = new Map<string, ListLevel>();
  for (const [name, bytes] of parts) {
    if (!/\.(?:xml|rels)$/i.test(name)) {
      zip.file(name, bytes);
      continue;
    }
    let xml = new TextDecoder().decode(bytes);
    if (/<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 4096))) return null;
    if (/^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(name)) xml = annotate(xml);
    else if (name === 'word/numbering.xml') ({ xml, levels } = nameListLevels(xml));
    else if (name === 'word/styles.xml') xml = nameHeadingStyles(xml);
    zip.file(name, xml);
  }
  return { zip: zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }), levels };
}

interface Captured {
  root: WordNode[];
  notes: { resolve(reference: { noteType: string; noteId: string }): WordNote | null };
}

/** Mammoth hands its tree to a transform before it writes HTML; the tree is taken there, and nothing is left to write. */
async function capture(zip: Promise<Buffer>): Promise<Captured | { reason: string }> {
  const { default: mammoth } = await import('mammoth');
  const buffer = await zip;
  const found: Captured[] = [];
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (document: { children: WordNode[]; notes: Captured['notes'] }) => {
          found.push({ root: document.children, notes: document.notes });
          return { ...document, children: [] };
        },
      },
    );
  } catch (error) {
    // Damaged XML ends in all kinds of errors, also in a stack that is too deep: none of them is worth more than this sentence.
    if (!(error instanceof Error)) throw error;
    if (found.length === 0) return { reason: error instanceof RangeError ? 'its parts are nested too deeply' : 'its text is not what Word writes' };
  }
  return found[0] ?? { reason: 'it has no text' };
}

function collectImages(nodes: readonly WordNode[], images: ImageNode[], note: WordDocument['note'], seen: Set<string>): void {
  for (const node of nodes) {
    if (node.type === 'image') images.push(node as ImageNode);
    if (node.type === 'noteReference') {
      const key = `${node.noteType}-${node.noteId}`;
      if (!seen.has(key)) {
        seen.add(key);
        collectImages(note(node.noteType ?? '', node.noteId ?? '')?.body ?? [], images, note, seen);
      }
    }
    collectImages(node.children ?? [], images, note, seen);
  }
}

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg', 'image/x-emf': 'emf', 'image/x-wmf': 'wmf', 'image/tiff': 'tif' };

async function readPictures(images: readonly ImageNode[]): Promise<WordDocument['pictures']> {
  const pictures: WordDocument['pictures'] = new Map();
  const known: WordPicture[] = [];
  for (const image of images) {
    const read = await bytesOf(image);
    if ('address' in read) {
      pictures.set(image, read);
      continue;
    }
    const same = known.find(({ bytes }) => bytes.length === read.bytes.length && Buffer.compare(bytes, read.bytes) === 0);
    if (same !== undefined) {
      pictures.set(image, same);
      continue;
    }
    const type = image.contentType ?? '';
    const ending = endings[type] ?? (/^image\/([a-z0-9]{2,5})$/.exec(type)?.[1] ?? 'bin');
    const picture = { name: `picture-${known.length + 1}.${ending}`, bytes: read.bytes };
    known.push(picture);
    pictures.set(image, picture);
  }
  return pictures;
}

async function bytesOf(image: ImageNode): Promise<{ bytes: Uint8Array } | { address: string }> {
  try {
    return { bytes: new Uint8Array(await image.readAsBuffer()) };
  } catch (error) {
    // Refused because it lies outside, or named but not there.
    if (!(error instanceof Error)) throw error;
    const address = /external image '(.*)', external/s.exec(error.message)?.[1];
    return address === undefined ? { bytes: new Uint8Array() } : { address };
  }
}
