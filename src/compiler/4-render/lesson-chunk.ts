/** Writes one lesson as a classic script: its items as data, its prose as a compiled Lit template. */
import type { LessonPayload } from '../../course/payload.ts';
import { ITEM_ATTRIBUTE } from '../../vocabulary/tags.ts';
import { escape } from './markup.ts';

/** Stands in the lesson's HTML where item `index` goes, until the template is written. Questions before the text are counted on from the items. */
export function itemSlot(index: number): string {
  return `<!--item:${index}-->`;
}

/**
 * `body` null: the lesson stands static in index.html, and its chunk carries the items only.
 * The script calls `lectern.lesson(payload)`; a template literal's strings are the author's prose, already sanitised.
 */
export function lessonChunk(payload: LessonPayload, body: string | null, itemTag: (index: number) => string): string {
  const { template: _, ...data } = payload;
  const json = JSON.stringify(data);
  if (body === null) return `lectern.lesson(Object.assign(${json},{template:null}));\n`;
  const literal = templateText(body).replace(/<!--item:(\d+)-->/g, (_slot, digits: string) => {
    const tag = itemTag(Number(digits));
    const beyond = Number(digits) - payload.items.length;
    const [list, at] = beyond < 0 ? (['items', Number(digits)] as const) : (['before', beyond] as const);
    return `<${tag} ${ITEM_ATTRIBUTE}="${escape(payload[list]?.[at]?.id ?? '')}" .item=\${p.${list}[${at}]}></${tag}>`;
  });
  return `(p=>lectern.lesson(Object.assign(p,{template:html=>html\`${literal}\`})))(${json});\n`;
}

/** Text as it must be written inside a template literal. */
function templateText(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(/\r/g, '\\r');
}
