/** Writes one lesson as a classic script: its items as data, its prose as a compiled Lit template. */
import type { LessonPayload } from '../../course/payload.ts';
import { ITEM_ATTRIBUTE } from '../../vocabulary/tags.ts';
import { escape } from './markup.ts';

/** Stands in the lesson's HTML where item `index` goes, until the template is written. */
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
    const id = payload.items[Number(digits)]?.id ?? '';
    return `<${tag} ${ITEM_ATTRIBUTE}="${escape(id)}" .item=\${p.items[${digits}]}></${tag}>`;
  });
  return `(p=>lectern.lesson(Object.assign(p,{template:html=>html\`${literal}\`})))(${json});\n`;
}

/** Text as it must be written inside a template literal. */
function templateText(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&').replace(/\r/g, '\\r');
}
