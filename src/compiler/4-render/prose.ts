/** Prose on its way out: the author's tree becomes sanitised HTML for static pages, or plain data for components. */
import type { Element, ElementContent, Root, RootContent as HastContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { PhrasingContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Prose, ProseData, ProseElement } from '../../course/prose.ts';
import type { Visual } from '../../course/visual.ts';
import type { FeatureName } from '../../vocabulary/features.ts';
import type { CalloutWords } from './callouts.ts';
import type { ContainerWords } from './containers.ts';
import { proseHandlers } from './handlers.ts';
import type { DrawnContext } from './drawn.ts';
import { withFigures } from './figures.ts';
import { newIslands } from './islands.ts';
import type { Media } from './media.ts';
import { plainProse } from './plain-prose.ts';
import type { RecordingContext } from './recordings.ts';
import type { WordLinkContext } from './word-links.ts';

/** What prose needs to know about its surroundings. */
export interface ProseContext {
  lessonFile: string;
  /** Link and footnote definitions of the lesson. */
  definitions: Prose;
  media: Media;
  /** The fragment that opens a lesson of this course, null when the path is no lesson, '' for a lesson that is not on this page. */
  lessonLink: (path: string) => string | null;
  /** Spoken after a link that leaves the page, in the lesson's language. */
  newTab: string;
  /** Reads the author's own HTML into the tree; null when the course has none, since the parser is large. */
  readHtml: HtmlReader | null;
  /** Name of the scrolling region around a table, in the lesson's language. */
  tableLabel: string;
  /** What a learner clicks to read the long description of a picture, in the lesson's language. */
  pictureDescription: string;
  /** Above footnotes, and on the links that lead back from them, before the number. */
  footnotes: string;
  backToText: string;
  /** Of blocks between lines of colons. */
  blocks: ContainerWords;
  callouts: CalloutWords;
  links: WordLinkContext;
  recordings: RecordingContext;
  /** Of code and formulas. */
  drawn: DrawnContext;
  /** Notes that the package needs the styles and the component of a feature. */
  uses: (feature: FeatureName) => void;
  /** A visual as it stands in reading text. */
  figure: (visual: Visual) => Element;
}

export type HtmlReader = (tree: Root) => Root;

export interface ProseWriter {
  /** `scope` makes footnote ids unique in the page. */
  html(prose: Prose, scope?: string): string;
  data(prose: Prose): ProseData;
  /** Path in the package of a file that the lesson names. */
  file(target: string): string;
}

const SCHEMA: Schema = {
  tagNames: [
    'a', 'abbr', 'blockquote', 'br', 'code', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure',
    'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'img', 'kbd', 'lectern-term', 'li', 'ol', 'p', 'pre', 'section', 'span', 'strong', 'sub',
    'summary', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
  ],
  attributes: {
    a: ['href', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref', 'target', 'rel', 'dataEntry', ['className', 'term-link', 'cite']],
    abbr: ['title'],
    code: [['className', /^language-./]],
    details: ['open', ['className', 'reveal']],
    div: [['className', 'scroll', 'example', 'callout', /^callout-[a-z]+$/], 'role', 'tabIndex', 'ariaLabel', 'dataIsland'],
    img: ['src', 'alt', 'title', 'loading', 'decoding'],
    li: ['id'],
    ol: ['start', ['className', 'steps']],
    p: ['id', ['className', 'footnotes-label', 'example-title', 'callout-title']],
    pre: ['tabIndex'],
    section: ['dataFootnotes'],
    span: ['lang', 'dir', ['className', 'new-tab'], 'dataBlank', 'dataIsland'],
    td: ['align'],
    th: ['align', 'scope'],
  },
  // Ids come from the compiler alone: raw HTML may not carry any (html/attribute).
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['none'] },
  strip: ['script', 'style'],
};

/** A writer for one lesson. */
export function proseWriter(context: ProseContext): ProseWriter {
  return {
    html: (prose, scope = '') => toHtml(written(prose, scope, context), { characterReferences: { useNamedReferences: false } }),
    data: (prose) => asData(unwrapParagraph(written(prose, '', context).children)),
    file: (target) => context.media.use(context.lessonFile, target),
  };
}

const INLINE = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'linkReference', 'break', 'footnoteReference', 'html', 'blank', 'inlineMath', 'wordLink']);

/** Inline content stands in a paragraph while it is converted: line feeds, which would show as blanks, go between blocks only. */
function written(prose: Prose, scope: string, context: ProseContext): Root {
  const inline = prose.every(({ type }) => INLINE.has(type)) && prose.some(({ type }) => type !== 'html');
  if (!inline) return toSafeTree(prose, scope, context);
  const tree = toSafeTree([{ type: 'paragraph', children: prose as PhrasingContent[] }], scope, context);
  return { type: 'root', children: unwrapParagraph(tree.children) };
}

function toSafeTree(prose: Prose, scope: string, context: ProseContext): Root {
  const plain = plainProse(prose);
  if (plain !== null) {
    trimNewlines(plain.children);
    return plain;
  }
  const islands = newIslands();
  const tree = toHast(
    { type: 'root', children: [...prose, ...context.definitions] },
    {
      allowDangerousHtml: true,
      clobberPrefix: scope === '' ? '' : `${scope}-`,
      footnoteLabel: context.footnotes,
      // A part's notes stand inside the part: a heading here would break the order of headings.
      footnoteLabelTagName: 'p',
      footnoteLabelProperties: { className: ['footnotes-label'] },
      handlers: proseHandlers(context, islands),
      footnoteBackLabel: (index) => `${context.backToText} ${index + 1}`,
    },
  ) as Root;
  const whole = hasRaw(tree) ? withHtml(tree, context) : tree;
  wordCheckboxes(whole);
  const safe = sanitize(whole, SCHEMA) as Root;
  safe.children = safe.children.filter((node) => node.type !== 'doctype');
  trimNewlines(safe.children);
  // Before links are told apart, while a linked picture is still alone in its paragraph.
  safe.children = withFigures(safe.children as ElementContent[], context.pictureDescription);
  decorateAll(safe.children as ElementContent[], context);
  nameFootnotes(safe, scope);
  islands.settle(safe);
  return safe;
}

/** mdast-util-to-hast gives the label above every set of notes the same id; a page with several needs one each. */
function nameFootnotes(node: Root | Element, scope: string): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.properties['id'] === 'footnote-label') child.properties['id'] = `${scope}-footnote-label`;
    if (String(child.properties['ariaDescribedBy'] ?? '') === 'footnote-label') child.properties['ariaDescribedBy'] = [`${scope}-footnote-label`];
    nameFootnotes(child, scope);
  }
}

function withHtml(tree: Root, { readHtml }: ProseContext): Root {
  if (readHtml === null) throw new Error('there is HTML in the prose, but nothing to read it with');
  return readHtml(tree);
}

function hasRaw(node: Root | HastContent): boolean {
  if (node.type === 'raw') return true;
  return 'children' in node && node.children.some(hasRaw);
}

/** A task list in prose is not a form: its boxes become the marks ☑ and ☐, which need no label. */
function wordCheckboxes(node: Root | Element): void {
  node.children.forEach((child, index) => {
    if (child.type !== 'element') return;
    if (child.tagName === 'input') {
      node.children[index] = { type: 'text', value: child.properties['checked'] === true ? '☑' : '☐' };
    } else wordCheckboxes(child);
  });
}

/** mdast-util-to-hast puts line feeds between blocks; they are noise in data and in inline places. */
function trimNewlines(children: HastContent[]): void {
  while (children[0]?.type === 'text' && children[0].value.trim() === '') children.shift();
  while (true) {
    const last = children[children.length - 1];
    if (last?.type !== 'text' || last.value.trim() !== '') return;
    children.pop();
  }
}

function decorateAll(children: ElementContent[], context: ProseContext): void {
  children.forEach((child, index) => {
    if (child.type !== 'element') return;
    decorateAll(child.children, context);
    children[index] = decorate(child, context);
  });
}

/** Links, images, tables and code as the learner's page needs them (player.md 2.3). */
function decorate(element: Element, context: ProseContext): Element {
  switch (element.tagName) {
    case 'a':
      return decorateLink(element, context);
    case 'img':
      return decorateImage(element, context);
    case 'pre':
      element.properties['tabIndex'] = 0;
      return element;
    case 'th':
      element.properties['scope'] = 'col';
      return element;
    case 'table':
      return {
        type: 'element',
        tagName: 'div',
        properties: { className: ['scroll'], role: 'group', tabIndex: 0, ariaLabel: context.tableLabel },
        children: [element],
      };
    default:
      return element;
  }
}

function decorateLink(link: Element, context: ProseContext): Element {
  const href = link.properties['href'];
  if (typeof href !== 'string' || href.startsWith('#')) return link;
  if (/^(mailto|tel):/i.test(href)) return link;
  if (!/^https?:/i.test(href)) {
    const lesson = context.lessonLink(href);
    // It is somewhere else, and only the LMS knows the way: what was a link is a mention.
    if (lesson === '') return { ...link, tagName: 'span', properties: {} };
    link.properties['href'] = lesson ?? context.media.use(context.lessonFile, href);
    if (lesson !== null) return link;
  }
  link.properties['target'] = '_blank';
  link.properties['rel'] = ['noopener', 'noreferrer'];
  link.children.push({
    type: 'element',
    tagName: 'span',
    properties: { className: ['new-tab'] },
    children: [{ type: 'text', value: ` ${context.newTab}` }],
  });
  return link;
}

function decorateImage(image: Element, context: ProseContext): Element {
  const source = image.properties['src'];
  if (typeof source === 'string') {
    image.properties['src'] = context.media.use(context.lessonFile, source);
    Object.assign(image.properties, context.media.size(context.lessonFile, source) ?? {});
  }
  // `![decorative](…)` is how an author says that a picture carries no meaning (authoring 1.2.6).
  if (image.properties['alt'] === 'decorative') image.properties['alt'] = '';
  image.properties['loading'] = 'lazy';
  image.properties['decoding'] = 'async';
  return image;
}

/** A single paragraph gives its content alone, so that it can stand in a legend or a label. */
function unwrapParagraph(children: HastContent[]): HastContent[] {
  const [only] = children;
  return children.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : children;
}

function asData(children: HastContent[]): ProseData {
  const data: ProseData = [];
  for (const child of children) {
    // Line feeds between blocks are noise; inside a code block they never stand alone between elements.
    if (child.type === 'text' && child.value === '\n' && children.length > 1) continue;
    if (child.type === 'text') data.push(child.value);
    else if (child.type === 'element') data.push(elementData(child));
  }
  return data;
}

const ATTRIBUTE_NAMES: Record<string, string> = { className: 'class', tabIndex: 'tabindex', ariaLabel: 'aria-label', dataBlank: 'data-blank' };

function elementData(element: Element): ProseElement {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (value === null || value === undefined || value === false) continue;
    attributes[ATTRIBUTE_NAMES[name] ?? name.toLowerCase()] = Array.isArray(value) ? value.join(' ') : String(value);
  }
  return [element.tagName, Object.keys(attributes).length === 0 ? 0 : attributes, ...asData(element.children)];
}
