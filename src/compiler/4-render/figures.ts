/** Pictures with a caption or a long description become figures (authoring 1.2.6). */
import type { Element, ElementContent } from 'hast';

/** How authors begin a long description, in the languages of the tables of names. */
const label = /^\s*(?:(?:long |image |picture )?description|(?:bild)?beschreibung|description de l['’]image|descripción|説明|画像の説明|الوصف|وصف(?: الصورة)?)\s*[:：]\s*/iu;

/** Blocks in reading order, with pictures as figures. `summary` is what the learner clicks to read a long description. */
export function withFigures(blocks: readonly ElementContent[], summary: string): ElementContent[] {
  const out: ElementContent[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as ElementContent;
    const image = onlyImage(block);
    if (image === null) {
      out.push(block.type === 'element' ? { ...block, children: withFigures(block.children, summary) } : block);
      continue;
    }
    let next = at + 1;
    while (next < blocks.length && isSpace(blocks[next] as ElementContent)) next++;
    const description = next === blocks.length ? null : descriptionIn(blocks[next] as ElementContent);
    if (description !== null) at = next;
    out.push(figure(block as Element, image, description, summary));
  }
  return out;
}

function figure(paragraph: Element, image: Element, description: Element | null, summary: string): Element {
  const caption = image.properties['title'];
  const hasCaption = typeof caption === 'string' && caption.trim() !== '';
  if (!hasCaption && description === null) return paragraph;
  delete image.properties['title'];
  const captions: ElementContent[] = hasCaption ? [element('figcaption', [{ type: 'text', value: caption.trim() }])] : [];
  const details = description === null ? [] : [element('details', [element('summary', [{ type: 'text', value: summary }]), description])];
  return element('figure', [...paragraph.children, ...captions, ...details]);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** The picture of a paragraph that holds nothing else; it may be a link. */
function onlyImage(block: ElementContent): Element | null {
  if (block.type !== 'element' || block.tagName !== 'p') return null;
  const [only, ...others] = block.children.filter((child) => !isSpace(child));
  if (only?.type !== 'element' || others.length > 0) return null;
  if (only.tagName === 'img') return only;
  const [inside, ...more] = only.tagName === 'a' ? only.children : [];
  return inside?.type === 'element' && inside.tagName === 'img' && more.length === 0 ? inside : null;
}

/** The paragraph without the label that makes it a description; null when it is none. */
function descriptionIn(block: ElementContent): Element | null {
  if (block.type !== 'element' || block.tagName !== 'p') return null;
  const [first, ...rest] = block.children;
  if (first?.type === 'text' && label.test(first.value)) return { ...block, children: [{ type: 'text', value: first.value.replace(label, '') }, ...rest] };
  // `**Description:** …` and `**Description**: …`
  const second = rest[0];
  if (first?.type !== 'element' || first.tagName !== 'strong' || second?.type !== 'text') return null;
  const word = first.children.length === 1 && first.children[0]?.type === 'text' ? first.children[0].value : '';
  const written = label.test(word) ? word : `${word}${/^\s*[:：]/.exec(second.value)?.[0] ?? ''}`;
  if (!label.test(written) || written.replace(label, '') !== '') return null;
  return { ...block, children: [{ type: 'text', value: second.value.slice(written.length - word.length).trimStart() }, ...rest.slice(1)] };
}
