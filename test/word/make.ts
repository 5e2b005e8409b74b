/** Word documents for tests, with no more XML than Word needs to open them. */
import JSZip from 'jszip';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export interface RunLook {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  hidden?: boolean;
  font?: string;
  raised?: 'superscript' | 'subscript';
}

/** A run; a line feed in the text is a line break (Shift+Enter). */
export function run(text: string, look: RunLook = {}): string {
  const properties = [
    look.font === undefined ? '' : `<w:rFonts w:ascii="${look.font}" w:hAnsi="${look.font}"/>`,
    look.bold === true ? '<w:b/>' : '',
    look.italic === true ? '<w:i/>' : '',
    look.strike === true ? '<w:strike/>' : '',
    look.hidden === true ? '<w:vanish/>' : '',
    look.raised === undefined ? '' : `<w:vertAlign w:val="${look.raised}"/>`,
  ].join('');
  const words = text.split('\n').map((line) => `<w:t xml:space="preserve">${escape(line)}</w:t>`).join('<w:br/>');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${words}</w:r>`;
}

export interface ParagraphLook {
  /** Style id, such as `Heading1`. */
  style?: string;
  /** List and level. */
  list?: [list: number, level: number];
}

/** Inside a text `**…**` is bold. Runs and other XML may be given instead. */
export function paragraph(content: string, look: ParagraphLook = {}): string {
  const numbering = look.list === undefined ? '' : `<w:numPr><w:ilvl w:val="${look.list[1]}"/><w:numId w:val="${look.list[0]}"/></w:numPr>`;
  const style = look.style === undefined ? '' : `<w:pStyle w:val="${look.style}"/>`;
  const properties = style + numbering === '' ? '' : `<w:pPr>${style}${numbering}</w:pPr>`;
  const runs = content.startsWith('<w:') ? content : content.split('**').map((part, index) => (part === '' ? '' : run(part, index % 2 === 1 ? { bold: true } : {}))).join('');
  return `<w:p>${properties}${runs}</w:p>`;
}

export function heading(text: string, level: number): string {
  return paragraph(text, { style: `Heading${level}` });
}

export function item(text: string, list = 1, level = 0): string {
  return paragraph(text, { style: 'ListParagraph', list: [list, level] });
}

export function table(rows: string[][]): string {
  const cell = (text: string): string => `<w:tc><w:tcPr/>${text.startsWith('<w:p') ? text : paragraph(text)}</w:tc>`;
  return `<w:tbl><w:tblPr/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export interface PictureLook {
  alt?: string;
  decorative?: boolean;
  /** Relation id; rId100 is the first of `media`. */
  id?: string;
  linked?: boolean;
}

export function picture({ alt, decorative = false, id = 'rId100', linked = false }: PictureLook): string {
  const extension = decorative ? '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>' : '';
  const properties = `<wp:docPr id="1" name="Picture 1"${alt === undefined ? '' : ` descr="${escape(alt)}"`}>${extension}</wp:docPr>`;
  const blip = `<a:blip r:${linked ? 'link' : 'embed'}="${id}"/>`;
  return `<w:r><w:drawing><wp:inline>${properties}<a:graphic><a:graphicData><pic:pic><pic:blipFill>${blip}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

export function link(text: string, id: string): string {
  return `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
}

export const footnoteMark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;

export interface WordLook {
  /** Pictures by file name; the first has the relation rId100, and so on. */
  media?: Record<string, Uint8Array>;
  /** Addresses of links: rId200 and so on. */
  links?: string[];
  /** Addresses of pictures that lie elsewhere: rId300 and so on. */
  linkedPictures?: string[];
  /** Their ids are 1 and so on. */
  footnotes?: string[];
  /** Instead of the usual lists: 1 and 4 numbers (4 begins anew), 2 bullets, 3 letters. */
  numbering?: string;
  /** More styles, as XML. */
  styles?: string;
}

const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['c', 'http://schemas.openxmlformats.org/drawingml/2006/chart'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relation = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${escape(target)}"${external ? ' TargetMode="External"' : ''}/>`;
const relations = (inside: string): string => `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

const styleNames: [id: string, name: string][] = [
  ['Title', 'Title'], ['Heading1', 'heading 1'], ['Heading2', 'heading 2'], ['Heading3', 'heading 3'], ['ListParagraph', 'List Paragraph'],
  ['Caption', 'caption'], ['Quote', 'Quote'], ['TOC1', 'toc 1'], ['HTMLPreformatted', 'HTML Preformatted'], ['PreformattedText', 'Preformatted Text'],
];

function usualLists(): string {
  const level = (depth: number, format: string): string => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%${depth + 1}."/></w:lvl>`;
  const list = (id: number, formats: string[]): string => `<w:abstractNum w:abstractNumId="${id}">${formats.map((format, depth) => level(depth, format)).join('')}</w:abstractNum>`;
  const use = (id: number, abstract: number, restart = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${restart}</w:num>`;
  return [
    list(10, ['decimal', 'bullet', 'bullet']), list(20, ['bullet', 'bullet', 'bullet']), list(30, ['upperLetter', 'lowerLetter', 'decimal']),
    use(1, 10), use(2, 20), use(3, 30), use(4, 10, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
  ].join('');
}

/** The parts of a document with this body, by their names. */
export function wordFiles(body: string, look: WordLook = {}): Record<string, string | Uint8Array> {
  const media = Object.entries(look.media ?? {});
  const notes = look.footnotes ?? [];
  const part = (root: string, inside: string): string => `${head}<w:${root} ${namespaces}>${inside}</w:${root}>`;
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relations([
      relation('rId1', 'styles', 'styles.xml'), relation('rId2', 'numbering', 'numbering.xml'), relation('rId3', 'footnotes', 'footnotes.xml'),
      ...media.map(([name], index) => relation(`rId${100 + index}`, 'image', `media/${name}`)),
      ...(look.links ?? []).map((address, index) => relation(`rId${200 + index}`, 'hyperlink', address, true)),
      ...(look.linkedPictures ?? []).map((address, index) => relation(`rId${300 + index}`, 'image', address, true)),
    ].join('')),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/styles.xml': part('styles', styleNames.map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join('') + (look.styles ?? '')),
    'word/numbering.xml': part('numbering', look.numbering ?? usualLists()),
    'word/footnotes.xml': part('footnotes', notes.map((text, index) => `<w:footnote w:id="${index + 1}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`).join('')),
    ...Object.fromEntries(media.map(([name, bytes]) => [`word/media/${name}`, bytes])),
  };
}

export async function zipOf(files: Record<string, string | Uint8Array>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { date: new Date('2026-01-01T00:00:00Z'), createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A document with this body, as bytes of a .docx. */
export function docx(body: string, look: WordLook = {}): Promise<Buffer> {
  return zipOf(wordFiles(body, look));
}
