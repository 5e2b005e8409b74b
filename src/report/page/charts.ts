/** Charts as SVG, each with its figures as a table below: nothing is said by colour or shape alone. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { type Bar, type Month, REST } from './figures.ts';
import type { Words } from './words.ts';

const ROW = 26;

/** How wide charts are drawn, so that their letters are as large as those around them. */
export interface Room {
  width: number;
  /** Of it, for names beside bars. */
  label: number;
}
export const WIDE: Room = { width: 440, label: 130 };
export const NARROW: Room = { width: 260, label: 84 };

interface Drawn {
  title: string;
  summary: string;
  height: number;
  drawing: unknown;
  table: TemplateResult;
  legend?: unknown;
}

function figure({ title, summary, height, drawing, table: figures, legend = nothing }: Drawn, { width }: Room, words: Words): TemplateResult {
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${legend}
    <svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${`${title}. ${summary}`} direction="ltr">${drawing}</svg>
    <details><summary>${words.asTable}</summary>${figures}</details>
  </figure>`;
}

function table(head: string[], rows: (string | number)[][]): TemplateResult {
  return html`<table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row" dir="auto">${first}</th>${rest.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody></table>`;
}

const slug = (status: string) => `s-${status.replaceAll(' ', '-')}`;

/** Bars of statuses, all as long as their group is large; the rest of the groups, together larger than any, is told by its number alone. */
export function groupChart(bars: Bar[], words: Words, room: Room): TemplateResult {
  const { width: across, label: beside } = room;
  const most = Math.max(1, ...bars.filter(({ label }) => label !== REST).map(({ total }) => total));
  const statuses = [...new Set(bars.flatMap(({ parts }) => parts.map(({ status }) => status)))];
  const name = (label: string) => (label === '' ? words.noGroup : label === REST ? words.otherGroups : label);
  const number = (count: number) => count.toLocaleString(words.code);
  const drawing = bars.map(({ label, parts, total }, index) => {
    let x = beside;
    const scale = (across - beside - 44) / most;
    const pieces = (label === REST ? [] : parts).map(({ status, count }) => {
      const width = count * scale;
      const piece = svg`<rect class=${slug(status)} x=${x} y=${index * ROW + 4} width=${Math.max(width - 1, 0.5)} height=${ROW - 8}><title>${name(label)}, ${words.statuses[status] ?? status}: ${number(count)}</title></rect>`;
      x += width;
      return piece;
    });
    return svg`<text x=${beside - 8} y=${index * ROW + 18} text-anchor="end">${cut(name(label), room)}</text>${pieces}<text x=${x + 6} y=${index * ROW + 18}>${number(total)}</text>`;
  });
  const legend = html`<ul class="legend">${statuses.map((status) => html`<li><span class="key ${slug(status)}"></span>${words.statuses[status] ?? status}</li>`)}</ul>`;
  const rows = bars.map(({ label, parts, total }) => [name(label), ...[...statuses.map((status) => parts.find((part) => part.status === status)?.count ?? 0), total].map(number)]);
  const figures = table([words.columns['group_name'] ?? '', ...statuses.map((status) => words.statuses[status] ?? status), words.sum], rows);
  return figure({ title: words.byGroup, summary: bars.map(({ label, total }) => `${name(label)}: ${number(total)}`).join('; '), height: bars.length * ROW + 4, drawing, table: figures, legend }, room, words);
}

/** Columns for each month. */
export function monthChart(months: Month[], words: Words, room: Room): TemplateResult {
  const summary = months.length === 0 ? words.nothing : `${months[0]?.month ?? ''} – ${months.at(-1)?.month ?? ''}: ${months.at(-1)?.sum ?? 0}`;
  return columnChart(words.overTime, summary, months.map(({ month, done }) => ({ label: month, value: done })), table([words.month, words.done, words.sum], months.map(({ month, done, sum }) => [month, done, sum])), room, words);
}

export function scoreChart(steps: number[], words: Words, room: Room): TemplateResult {
  const labels = steps.map((_, index) => `${index * 10}–${index * 10 + 10}`);
  const columns = steps.map((value, index) => ({ label: labels[index] ?? '', value }));
  return columnChart(words.scores, columns.map(({ label, value }) => `${label}: ${value}`).join('; '), columns, table([words.scores, words.learners], columns.map(({ label, value }) => [`${label} %`, value])), room, words);
}

const HEIGHT = 200;

function columnChart(title: string, summary: string, columns: { label: string; value: number }[], figures: TemplateResult, room: Room, words: Words): TemplateResult {
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const step = (room.width - 50) / Math.max(1, columns.length);
  // As many labels as have room.
  const every = Math.ceil((Math.max(1, ...columns.map(({ label }) => label.length)) * 7 + 4) / step);
  const drawing = svg`
    <text x="44" y="14" text-anchor="end">${most.toLocaleString(words.code)}</text><text x="44" y=${HEIGHT - 24} text-anchor="end">0</text>
    <line x1="50" y1=${HEIGHT - 28} x2=${room.width} y2=${HEIGHT - 28} />
    ${columns.map(({ label, value }, index) => {
      const height = (value / most) * (HEIGHT - 40);
      return svg`<rect class="bar" x=${50 + index * step + 2} y=${HEIGHT - 28 - height} width=${Math.max(1, step - 4)} height=${height}><title>${label}: ${value.toLocaleString(words.code)}</title></rect>
        ${index % every === 0 ? labelBelow(label, 50 + index * step + step / 2, room) : nothing}`;
    })}`;
  return figure({ title, summary, height: HEIGHT, drawing, table: figures }, room, words);
}

/** In the middle below its column; none where it would run over the edge. */
function labelBelow(label: string, middle: number, { width }: Room): unknown {
  return middle + label.length * 3.5 > width ? nothing : svg`<text x=${middle} y=${HEIGHT - 8} text-anchor="middle">${label}</text>`;
}

export interface ItemFigures {
  title: string;
  difficulty: number | null;
  discrimination: number | null;
}

/** The hardest questions first. */
export function itemChart(items: ItemFigures[], words: Words, room: Room): TemplateResult {
  const { label: beside } = room;
  const long = (item: ItemFigures) => (item.difficulty ?? 0) * (room.width - beside - 50);
  const hardest = [...items].filter(({ difficulty }) => difficulty !== null).sort((a, b) => (a.difficulty ?? 0) - (b.difficulty ?? 0)).slice(0, 30);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const doubtful = ({ difficulty, discrimination }: ItemFigures) => (difficulty ?? 1) < 0.3 || (discrimination !== null && discrimination < 0.1);
  const drawing = hardest.map((item, index) => svg`<text x=${beside - 8} y=${index * ROW + 18} text-anchor="end">${cut(item.title, room)}</text>
    <rect class=${doubtful(item) ? 's-failed' : 'bar'} x=${beside} y=${index * ROW + 4} width=${long(item)} height=${ROW - 8}><title>${item.title}: ${percent(item.difficulty ?? 0)}</title></rect>
    <text x=${beside + long(item) + 6} y=${index * ROW + 18}>${percent(item.difficulty ?? 0)}${doubtful(item) ? ' !' : ''}</text>`);
  const rows = hardest.map(({ title, difficulty, discrimination }) => [title, percent(difficulty ?? 0), discrimination === null ? '–' : discrimination.toFixed(2)]);
  const figures = table([words.columns['item'] ?? '', words.columns['difficulty'] ?? '', words.columns['discrimination'] ?? ''], rows);
  return figure({ title: words.items, summary: words.itemsNote, height: hardest.length * ROW + 4, drawing, table: figures, legend: html`<p>${words.itemsNote}</p>` }, room, words);
}

/** Seven pixels a letter, or less, and a gap before the bar. */
function cut(text: string, { label }: Room): string {
  const most = Math.floor((label - 8) / 7);
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
