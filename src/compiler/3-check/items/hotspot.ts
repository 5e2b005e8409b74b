/** A place in a picture is chosen: `Hotspot: ![…](picture.png)` and regions in percent, each with words for those who do not see or point. */
import type { Image } from 'mdast';
import type { HotspotItem, Option, Region } from '../../../course/item.ts';
import type { DecimalSign } from '../../../course/payload.ts';
import { readAs } from '../../../grading/number.ts';
import { plainText, walk, type Span } from '../tree.ts';
import type { ItemBase } from './build-item.ts';
import { readChoice } from './choice.ts';
import type { ItemContext } from './lesson-context.ts';
import { labelOf, type RawItem, type RawOption } from './raw-item.ts';
import { oneCorrect } from './single.ts';

export function hotspot(raw: RawItem, base: ItemBase, context: ItemContext): HotspotItem | null {
  const label = labelOf(raw, 'hotspot');
  if (label === undefined) return null;
  const image = imageIn(label.blocks);
  if (image === null) context.report.add('quiz/hotspot-picture', context.place(label.at), { question: raw.number, label: label.written });
  if (raw.options.length === 0) {
    context.report.add('quiz/hotspot-region', context.place(label.at), { question: raw.number, words: plainText(label.blocks).slice(0, 60) });
    return null;
  }
  const read = raw.options.map((option) => readRegion(option, raw, context));
  const named = raw.options.map((option, i) => ({ ...option, blocks: read[i]?.blocks ?? option.blocks }));
  const regions = read.map((one) => one?.region ?? null);
  if (regions.includes(null)) return null;
  const options = readChoice({ ...raw, options: named }, context);
  if (!oneCorrect(raw, context) || options === null || image === null) return null;
  const size = context.pictureSize(image.url) ?? { width: 0, height: 0 };
  return { ...base, type: 'hotspot', image: { path: image.url, alt: image.alt ?? '', ...size }, options: options.flatMap((option, i) => withRegion(option, regions[i] ?? null)) };
}

function withRegion(option: Option, region: Region | null): (Option & { region: Region })[] {
  return region === null ? [] : [{ ...option, region }];
}

function imageIn(blocks: RawItem['prompt']): Image | null {
  let found: Image | null = null;
  walk(blocks, (node) => {
    if (node.type === 'image') found ??= node;
  });
  return found;
}

const number = '(\\p{Nd}{1,3}(?:[.,]\\p{Nd}{1,3})?)\\s?[%٪]?';
const gap = '\\s?[,;x×]?\\s+';
const four = new RegExp(`^\\s*${number}${gap}${number}${gap}${number}${gap}${number}(?!\\p{Nd})`, 'u');

/** `8% 20% 40% 12% — pytorch_model.bin`: left, top, width and height, then the words. Null when a diagnostic says why. */
function readRegion(option: RawOption, raw: RawItem, context: ItemContext): { region: Region; blocks: RawOption['blocks'] } | null {
  const paragraph = option.blocks[0];
  const lead = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const match = lead?.type === 'text' ? four.exec(lead.value.slice(0, 80)) : null;
  if (paragraph?.type !== 'paragraph' || lead?.type !== 'text' || match === null) {
    context.report.add('quiz/hotspot-region', context.place(option.at), { question: raw.number, words: plainText(option.blocks).slice(0, 60) });
    return null;
  }
  const [written, ...numbers] = match;
  const region = regionOf(numbers, context.decimal());
  const rest = lead.value.slice(written.length).replace(/^\s*[—–:-]+\s*/u, '');
  const blocks: RawOption['blocks'] = [{ ...paragraph, children: [{ ...lead, value: rest }, ...paragraph.children.slice(1)] }, ...option.blocks.slice(1)];
  const sound = [checkInside(region, written, option.at, context), checkWords(plainText(blocks), option.at, raw, context)];
  return region !== null && sound.every(Boolean) ? { region, blocks } : null;
}

function regionOf(numbers: readonly string[], decimal: DecimalSign): Region | null {
  const [left, top, width, height] = numbers.map((words) => readAs(words, decimal) ?? readAs(words, '.'));
  if (left == null || top == null || width == null || height == null) return null;
  return { left, top, width, height };
}

function checkInside(region: Region | null, words: string, at: Span, context: ItemContext): boolean {
  const slack = 1e-6;
  const far = region === null ? [] : [{ edge: 'right' as const, reach: region.left + region.width }, { edge: 'bottom' as const, reach: region.top + region.height }];
  const over = far.find(({ reach }) => reach > 100 + slack);
  const empty = region !== null && (region.width <= 0 || region.height <= 0);
  if (region !== null && over === undefined && !empty) return true;
  context.report.add('quiz/hotspot-outside', context.place(at), { region: words.trim(), edge: over?.edge ?? null, reach: over?.reach ?? 0 });
  return false;
}

function checkWords(words: string, at: Span, raw: RawItem, context: ItemContext): boolean {
  if (words !== '') return true;
  context.report.add('quiz/hotspot-no-label', context.place(at), { question: raw.number });
  return false;
}
