/** Looks into an SVG drawing for what can run programs or fetch from elsewhere. */
import { htmlMarks } from './html-marks.ts';

const elements: ReadonlyMap<string, string> = new Map([
  ['script', 'a script'],
  ['foreignobject', 'foreign content'],
  ['iframe', 'a frame'],
  ['object', 'an embedded object'],
  ['embed', 'an embedded object'],
  ['handler', 'an event handler'],
]);

/** What is dangerous in words for the author, or null. */
export function svgDanger(svg: string): string | null {
  if (/<!ENTITY/i.test(svg)) return 'an entity declaration';
  for (const mark of htmlMarks(svg)) {
    if (mark.kind !== 'open') continue;
    const element = elements.get(mark.name.replace(/^[^:]*:/, ''));
    if (element !== undefined) return element;
    if (mark.attributes.some(({ name }) => name.startsWith('on'))) return 'an event handler';
    const external = /(?:href|src)\s*=\s*["']?\s*([^"'\s>]+)/i.exec(svg.slice(mark.start, mark.end))?.[1] ?? '#';
    if (!/^(?:#|data:image\/(?:png|jpeg|gif|webp)[;,])/i.test(external)) return `a link to “${external.slice(0, 60)}”`;
  }
  if (/@import|url\(\s*["']?\s*(?!#|["']?#|data:)[a-z/]/i.test(svg)) return 'a style that loads from elsewhere';
  return null;
}
