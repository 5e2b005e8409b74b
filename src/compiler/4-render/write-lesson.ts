/** Writes out one lesson, and says what it needs of the page around it: any thread can do that for any lesson. */
import type { Root } from 'hast';
import type { Lesson } from '../../course/course.ts';
import type { ItemPayload, LessonPayload } from '../../course/payload.ts';
import { preQuestions } from '../../course/before.ts';
import { isPlain } from '../../course/quiz.ts';
import { stringsFor } from '../../locales/choose.ts';
import type { FeatureName } from '../../vocabulary/features.ts';
import { ITEM_TAGS } from '../../vocabulary/tags.ts';
import { captionFile } from './caption-files.ts';
import { destinationsAmong, type Destinations, type Landmarks } from './destinations.ts';
import { figureDrawer } from './figure-drawer.ts';
import { itemPayload, preQuestion } from './item-payload.ts';
import { lessonBody } from './lesson-body.ts';
import { itemSlot, lessonChunk } from './lesson-chunk.ts';
import { collectMedia, type MediaFile } from './media.ts';
import { proseWriter, type HtmlReader, type ProseWriter } from './prose.ts';
import type { RenderedFile } from './rendered-file.ts';
import { searchText } from './search-text.ts';
import { slidesWord } from './slides-view.ts';
import { staticItem } from './static-item.ts';
import { styleName } from './style-rules.ts';

/** What is known of a lesson after its prose has been written out: plain data. */
export interface WrittenLesson {
  /** Its script, and captions. As bytes at once: texts would take twice as much room. */
  files: RenderedFile[];
  /** The inside of `<lectern-lesson>` of a lone lesson, which stands in the page; else null. */
  staticBody: string | null;
  /** What the search knows of it, as JSON; nothing for a lone lesson. */
  search: Uint8Array;
  features: Set<FeatureName>;
  /** Of figures on slides: their styles are not needed before slides are shown. */
  slideFeatures: Set<FeatureName>;
  /** Declarations that the page's styles must have a rule for. */
  styles: Set<string>;
  media: MediaFile[];
}

/** What the lessons of a course have in common. */
export interface Surroundings {
  courseId: string;
  /** Of the page around the lesson where that is the course's only one, and stands in the page itself; else null. */
  page: { language: string } | null;
  landmarks: readonly Landmarks[];
  /** Bytes of a media file by its path in the course folder. */
  readBytes(from: string): Uint8Array | null;
}

/** Where a lesson's script is in the package. */
export function chunkPath({ id }: Pick<Lesson, 'id'>): string {
  return `lessons/${id}.js`;
}

export function lessonWriter(around: Surroundings): (lesson: Lesson) => Promise<WrittenLesson> {
  const destinations = destinationsAmong(around.landmarks);
  return (lesson) => writeLesson(lesson, destinations, around);
}

async function writeLesson(lesson: Lesson, destinations: Destinations, around: Surroundings): Promise<WrittenLesson> {
  const needs = { media: collectMedia(around.readBytes), features: new Set<FeatureName>(), slideFeatures: new Set<FeatureName>(), styles: new Set<string>() };
  const strings = stringsFor(lesson.language);
  const drawing = figureDrawer(lesson, strings, (kind, target) => destinations.mention(lesson, kind, target));
  const write = writerFor(lesson, { ...needs, destinations, readHtml: holdsHtml(lesson) ? await htmlReader() : null, figure: drawing.figure });
  const items = lesson.items.map((item) => itemPayload(item, around.courseId, lesson, write));
  const before = preItems(lesson, items);
  if (before.length > 0) needs.features.add('before');
  const all = [...items, ...before];
  const body = lessonBody(lesson, { html: write.html, item: itemSlot, figures: (visuals) => drawing.slide(visuals, (feature) => void needs.slideFeatures.add(feature)), file: write.file, strings });
  if (lesson.slides.length > 0) needs.slideFeatures.add('watch');
  const chunk = lessonChunk(payloadOf(lesson, items, before), around.page === null ? body : null, (index) => tagOf(all, index));
  const captions = captionFile(lesson);
  return {
    files: [{ path: chunkPath(lesson), content: encode(chunk) }, ...(captions === null ? [] : [{ path: captions.path, content: encode(captions.text) }])],
    staticBody: around.page === null ? null : fillStatic(all, body, around.page.language),
    search: around.page === null ? encode(JSON.stringify(searchText(lesson))) : new Uint8Array(),
    features: needs.features,
    slideFeatures: needs.slideFeatures,
    styles: needs.styles,
    media: needs.media.files(),
  };
}

interface Needs {
  media: ReturnType<typeof collectMedia>;
  features: Set<FeatureName>;
  styles: Set<string>;
  destinations: Destinations;
  readHtml: HtmlReader | null;
  figure: ReturnType<typeof figureDrawer>['figure'];
}

function writerFor(lesson: Lesson, { media, features, styles, destinations, readHtml, figure }: Needs): ProseWriter {
  const strings = stringsFor(lesson.language);
  const uses = (feature: FeatureName): void => void features.add(feature);
  const styled = (style: string): string => {
    styles.add(style);
    return styleName(style);
  };
  return proseWriter({
    lessonFile: lesson.file,
    definitions: lesson.definitions,
    media,
    lessonLink: (path) => destinations.file(lesson, path),
    readHtml,
    newTab: strings.opensInNewTab,
    tableLabel: strings.table,
    pictureDescription: strings.pictureDescription,
    footnotes: strings.footnotes,
    backToText: strings.backToText,
    blocks: strings.blocks,
    callouts: strings.callouts,
    links: {
      terms: lesson.terms.map(({ id }) => id),
      references: lesson.references.map(({ label }) => label),
      lesson: (kind, target) => destinations.mention(lesson, kind, target),
      words: strings,
      uses,
    },
    recordings: { words: strings.blocks, language: lesson.language, file: (written) => media.use(lesson.file, written), uses },
    drawn: { words: strings.blocks, description: strings.pictureDescription, uses, styled },
    uses,
    figure: (visual) => figure(visual, uses),
  });
}

async function htmlReader(): Promise<HtmlReader> {
  const { raw } = await import('hast-util-raw');
  return (tree) => raw(tree) as Root;
}

/** Whether the author's own HTML stands anywhere below `value`. */
function holdsHtml(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsHtml);
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && value.type === 'html') return true;
  // Every node of every lesson: an array of its values would be garbage at once.
  for (const name in value) {
    const below: unknown = value[name as keyof typeof value];
    if (typeof below === 'object' && name !== 'position' && holdsHtml(below)) return true;
  }
  return false;
}

/** In the order of the quiz. */
function preItems({ items, before, sections }: Lesson, payloads: readonly ItemPayload[]): ItemPayload[] {
  if (before === undefined) return [];
  const part = sections.flatMap(({ parts }) => parts)[0]?.id ?? '';
  const ids = new Set(preQuestions(items, before).map(({ id }) => id));
  return payloads.filter(({ id }) => ids.has(id)).map((item) => preQuestion(item, part));
}

function payloadOf(lesson: Lesson, items: ItemPayload[], before: ItemPayload[]): LessonPayload {
  return {
    id: lesson.id,
    language: lesson.language,
    direction: lesson.direction,
    parts: lesson.sections.flatMap((section) => section.parts.map(({ id, key, title, level }) => ({ id, key, title, level }))),
    objectives: lesson.objectives.map(({ id, number, text }) => ({ id, number, text })),
    items,
    ...(slidesWord(lesson) === 'watch' ? { watch: true as const } : {}),
    ...(isPlain(lesson.quiz) ? {} : { quiz: lesson.quiz }),
    ...(lesson.gated === undefined ? {} : { gated: lesson.gated }),
    ...(before.length === 0 ? {} : { before, ...(lesson.before?.told === true ? { beforeTold: true as const } : {}) }),
    template: null,
  };
}

function fillStatic(items: ItemPayload[], body: string, language: string): string {
  const strings = stringsFor(language);
  return body.replace(/<!--item:(\d+)-->/g, (_slot, digits: string) => {
    const item = items[Number(digits)];
    return item === undefined ? '' : staticItem(item, { strings });
  });
}

function tagOf(items: ItemPayload[], index: number): string {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} in the lesson`);
  return ITEM_TAGS[item.type];
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
