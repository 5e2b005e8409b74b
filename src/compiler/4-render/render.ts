/** Phase 4, from the Course to what the package shows: the page, a chunk per lesson, and which media they use. */
import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import type { Course, Draw, Lesson } from '../../course/course.ts';
import type { Item } from '../../course/item.ts';
import { PAYLOAD_FORMAT, type CoursePayload, type ItemOutline, type ItemPayload, type LessonOutline, type LessonPayload, type RecordStore, type UnitPayload } from '../../course/payload.ts';
import { isPlain, isWhole } from '../../course/quiz.ts';
import { LOCALES, stringsFor, type Strings } from '../../locales/choose.ts';
import { FEATURES, type FeatureName } from '../../vocabulary/features.ts';
import { ITEM_TAGS, PLAYER_FILE, QUIZ_TAG, SEARCH_FILE } from '../../vocabulary/tags.ts';
import { TARGET_FACTS, type Target } from '../../vocabulary/targets.ts';
import { unitPage } from '../../vocabulary/units.ts';
import { captionFile } from './caption-files.ts';
import { destinationsIn, type Destinations } from './destinations.ts';
import { figureDrawer } from './figure-drawer.ts';
import { itemPayload } from './item-payload.ts';
import { lessonBody } from './lesson-body.ts';
import { itemSlot, lessonChunk } from './lesson-chunk.ts';
import { collectMedia, type Media, type MediaFile } from './media.ts';
import { otherWords, renderPage } from './page.ts';
import { proseWriter, type HtmlReader } from './prose.ts';
import { searchText } from './search-text.ts';
import { staticItem } from './static-item.ts';
import { styleRules } from './style-rules.ts';

export interface RenderOptions {
  /** Critical styles, inlined in the page. */
  css: string;
  /** The script that stands in the page itself. */
  early: string;
  /** Styles of one feature, which follow the critical ones where a lesson has it. */
  featureCss(name: FeatureName): string;
  /** Lectern's own version; a part of the build id, since another player is another build. */
  version: string;
  /** Bytes of a media file by its path in the course folder. */
  readBytes(from: string): Uint8Array | null;
  /** Targets whose packages end the attempt when a course that is done is left; absent: none. */
  endsWhenDone?(target: Target): boolean;
  /** A credential for the course's record store that goes into SCORM packages, readable by everybody; absent: none. */
  authorization?: string;
  /** Hears of each lesson's files as soon as they are written: they can be compressed while the next lessons are rendered. */
  finished?(files: readonly RenderedFile[]): void;
  /** The course is one lesson of another, which is launched by itself. */
  unit?: UnitSetting;
}

/** How a lesson is rendered as a unit of its course. */
export interface UnitSetting {
  /** The whole course, whose other lessons are elsewhere. */
  of: Course;
  /** Of the whole course. */
  build: string;
  payload: UnitPayload;
}

/** Path in the package, and UTF-8 text. */
export interface RenderedFile {
  path: string;
  bytes: Uint8Array;
  /** Name of the one unit that it belongs to; absent: all of them use it. */
  unit?: string;
}

export interface Rendered {
  build: string;
  /** What an LMS launches, index.html but for units: all that differs between targets. */
  pages(target: Target): RenderedFile[];
  /** A script per lesson, the text for the search, captions, styles of slides. */
  chunks: RenderedFile[];
  media: MediaFile[];
  /** The course names a record store. */
  beside: boolean;
  /** Tags of the components that the course uses; only these are bundled. */
  components: string[];
  /** Those that only slides need; they come when slides are opened. */
  slides: string[];
  /** Those of the first question; the others may come after it. */
  first: string[];
  /** Tools that not every course has. */
  tools: ('terms' | 'certificate')[];
  /** Interface language of the player. */
  locale: string;
  /** Other languages of the interface that the package of a target brings along, with the texts around the lesson in them. */
  others(target: Target): { code: string; page: [own: string, other: string][] }[];
}

/** What is known of a lesson after its prose has been written out. */
interface WrittenLesson {
  outline: LessonOutline;
  /** Its script, as bytes at once: the texts of a long course would take twice as much room. */
  chunk: Uint8Array;
  /** The inside of `<lectern-lesson>` of a lone lesson, which stands in the page; else null. */
  staticBody: string | null;
  /** What the search knows of it, as JSON; nothing for a lone lesson. */
  search: Uint8Array;
  captions: RenderedFile[];
}

const SLIDE_STYLES = 'slides.css';
const PAGE = 'index.html';

export async function renderCourse(course: Course, options: RenderOptions): Promise<Rendered> {
  const media = collectMedia(options.readBytes);
  const features = new Set<FeatureName>(featuresOfPage(course));
  /** Of figures on slides: their styles are not needed before slides are shown. */
  const onSlides = new Set<FeatureName>();
  const rules = styleRules();
  const strings = stringsFor(course.language);
  const destinations = destinationsIn(options.unit?.of ?? course, course.lessons);
  const readHtml = course.lessons.some(holdsHtml) ? await htmlReader() : null;
  const written = course.lessons.map((lesson) => {
    const one = writeLesson(course, lesson, { media, readHtml, destinations, pageStrings: strings, uses: (feature) => void features.add(feature), usesOnSlides: (feature) => void onSlides.add(feature), styled: rules.styled });
    options.finished?.(filesOf(one));
    return one;
  });
  const used = [...features].sort();
  const slideFeatures = [...onSlides].filter((name) => !features.has(name)).sort();
  const css = [options.css, ...used.map((name) => options.featureCss(name)), rules.css()].join('');
  const payload: CoursePayload = coursePayload(course, options, written);
  const slideStyles = options.unit === undefined ? SLIDE_STYLES : `${course.id}.${SLIDE_STYLES}`;
  const slideCss = slideFeatures.map((name) => options.featureCss(name)).join('');
  const chunks = [
    ...written.flatMap(filesOf),
    // A lone lesson stands in the page, and is searched there.
    ...(written.length === 1 ? [] : [{ path: SEARCH_FILE, bytes: searchScript(written.map(({ search }) => search)) }]),
    ...(slideCss === '' ? [] : [{ path: slideStyles, bytes: encode(slideCss) }]),
  ];
  const staticBody = written[0]?.staticBody ?? null;
  const files = media.files();
  payload.build = options.unit?.build ?? buildId([JSON.stringify(payload), staticBody ?? '', css, options.version, ...chunks.map((chunk) => chunk.bytes), ...files.map((file) => media.digest(file))]);
  const page = (target: Target): RenderedFile => {
    const store = storeBeside(course, target, options.authorization);
    const text = renderPage({
      course,
      payload: { ...payload, target, ...(interfacesOf(target, strings.code).length === 0 ? {} : { interfaces: interfacesOf(target, strings.code) }), ...(options.endsWhenDone?.(target) === true ? { endsWhenDone: true as const } : {}), ...(store === null ? {} : { xapi: store }) },
      body: staticBody,
      css,
      slideStyles: slideCss === '' ? null : slideStyles,
      csp: contentSecurityPolicy(css, options.early, reachable(target, store)),
      early: options.early,
      // A course of several brings its first lesson along: most who open the home open that next, and need not wait for it.
      scripts: [PLAYER_FILE, ...written.slice(0, 1).map(({ outline }) => outline.chunk)],
    });
    return { path: course.lessons[0] !== undefined && options.unit !== undefined ? unitPage(course.lessons[0].id) : PAGE, bytes: encode(text) };
  };
  return {
    build: payload.build,
    pages: (target) => [page(target)],
    chunks,
    media: files,
    beside: course.xapi !== undefined,
    first: (course.lessons[0]?.items ?? []).slice(0, 1).map((item) => ITEM_TAGS[item.type]),
    components: componentsOf(course, used),
    tools: [...(course.lessons.some(({ terms }) => terms.length > 0) ? ['terms' as const] : []), ...(course.certificate === true ? ['certificate' as const] : [])],
    slides: [...new Set(slideFeatures.flatMap((name) => FEATURES[name].component ?? []))],
    locale: strings.code,
    others: (target) => interfacesOf(target, strings.code).map((code) => ({ code, page: otherWords(course, { ...payload, target }, code) })),
  };
}

/** What the page around the lessons needs. */
function featuresOfPage({ draft, lessons }: Course): FeatureName[] {
  const rtl = lessons.some(({ direction }) => direction === 'rtl');
  return [...(draft ? ['draft' as const] : []), ...(lessons.length > 1 ? ['home' as const] : []), ...(rtl ? ['rtl' as const] : [])];
}

/** Only a cmi5 launch tells which language the learner prefers. */
function interfacesOf(target: Target, own: string): string[] {
  return TARGET_FACTS[target].driver === 'cmi5' ? LOCALES.filter((code) => code !== own) : [];
}

function componentsOf(course: Course, features: readonly FeatureName[]): string[] {
  const items = course.lessons.flatMap((lesson) => lesson.items.map((item): string => ITEM_TAGS[item.type]));
  const quizzes = course.lessons.some(({ quiz }) => isWhole(quiz)) ? [QUIZ_TAG] : [];
  return [...new Set([...items, ...quizzes, ...features.flatMap((name) => FEATURES[name].component ?? [])])].sort();
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

/** What the lessons of a course have in common. */
interface Surroundings {
  media: Media;
  readHtml: HtmlReader | null;
  destinations: Destinations;
  /** Of the page around the lessons. */
  pageStrings: Strings;
  uses: (feature: FeatureName) => void;
  usesOnSlides: (feature: FeatureName) => void;
  /** The class of a rule with these declarations. */
  styled: (style: string) => string;
}

function writeLesson(course: Course, lesson: Lesson, { media, readHtml, destinations, pageStrings, uses, usesOnSlides, styled }: Surroundings): WrittenLesson {
  const strings = stringsFor(lesson.language);
  const drawing = figureDrawer(lesson, strings, (kind, target) => destinations.mention(lesson, kind, target));
  const write = proseWriter({
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
    figure: (visual) => drawing.figure(visual, uses),
  });
  const items = lesson.items.map((item) => itemPayload(item, course.id, lesson, write));
  const body = lessonBody(lesson, { html: write.html, item: itemSlot, figures: (visuals) => drawing.slide(visuals, usesOnSlides), file: write.file, strings });
  if (lesson.slides.length > 0) usesOnSlides('watch');
  const alone = course.lessons.length === 1;
  const captions = captionFile(lesson);
  return {
    outline: outlineOf(lesson),
    chunk: encode(lessonChunk(payloadOf(lesson, items), alone ? null : body, (index) => tagOf(items, index))),
    staticBody: alone ? fillStatic(items, body, pageStrings) : null,
    search: alone ? new Uint8Array() : encode(JSON.stringify(searchText(lesson))),
    captions: captions === null ? [] : [{ path: captions.path, bytes: encode(captions.text) }],
  };
}

function filesOf({ outline, chunk, captions }: WrittenLesson): RenderedFile[] {
  return [{ path: outline.chunk, bytes: chunk }, ...captions];
}

/** Hands the text of all lessons to whoever asked for it. */
function searchScript(lessons: readonly Uint8Array[]): Uint8Array {
  const pieces = [encode('lectern.index(['), ...lessons.flatMap((lesson, index) => (index === 0 ? [lesson] : [encode(','), lesson])), encode(']);\n')];
  return Buffer.concat(pieces);
}

function outlineOf(lesson: Lesson): LessonOutline {
  return {
    id: lesson.id,
    key: lesson.key,
    code: lesson.code,
    title: lesson.title,
    chunk: `lessons/${lesson.id}.js`,
    parts: lesson.sections.flatMap((section) => section.parts.map((part) => part.key)),
    items: lesson.items.map((item) => itemOutline(item, lesson.draws)),
    ...(lesson.draws.length === 0 ? {} : { draws: lesson.draws.map(({ count }) => count) }),
    ...(isWhole(lesson.quiz) ? { quiz: true as const } : {}),
  };
}

function itemOutline({ key, graded, points, bank }: Item, draws: readonly Draw[]): ItemOutline {
  const counted = graded ? points : 0;
  return bank === null ? [key, counted] : [key, counted, draws.findIndex((draw) => draw.bank === bank)];
}

function payloadOf(lesson: Lesson, items: ItemPayload[]): LessonPayload {
  return {
    id: lesson.id,
    language: lesson.language,
    direction: lesson.direction,
    parts: lesson.sections.flatMap((section) => section.parts.map(({ id, key, title, level }) => ({ id, key, title, level }))),
    objectives: lesson.objectives.map(({ id, number, text }) => ({ id, number, text })),
    items,
    ...(isPlain(lesson.quiz) ? {} : { quiz: lesson.quiz }),
    ...(lesson.gated === undefined ? {} : { gated: lesson.gated }),
    template: null,
  };
}

function fillStatic(items: ItemPayload[], body: string, strings: Strings): string {
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

/** Without target and build: a build is the same course for whatever LMS it is packaged. */
function coursePayload(course: Course, { version: lectern, unit }: RenderOptions, written: WrittenLesson[]): CoursePayload {
  const { id, iri, title, language, version, draft, passMark, certificate, completion } = course;
  const lessons = written.map((lesson) => lesson.outline);
  return { format: PAYLOAD_FORMAT, id, iri, title, language, version, build: '', lectern, target: '', draft, passMark, ...(certificate === undefined ? {} : { certificate }), completion, ...(unit === undefined ? {} : { unit: unit.payload }), lessons };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** 12 hex digits that change with anything a learner can see or be graded on. */
function buildId(content: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of content) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}

/** Statements beside an LMS that takes none; cmi5 and Tin Can have a store of their own from the launch, and the web knows no learner. */
function storeBeside({ xapi }: Course, target: Target, authorization: string | undefined): RecordStore | null {
  if (xapi === undefined || TARGET_FACTS[target].introduction !== 'imsmanifest.xml') return null;
  return authorization === undefined ? xapi : { endpoint: xapi.endpoint, authorization };
}

/** What the page may reach beside the package itself; a store on this computer is for trying out (decisions, CSP). */
function reachable(target: Target, store: RecordStore | null): string {
  if (TARGET_FACTS[target].talksTo === 'record-store') return 'https: http://127.0.0.1:* http://localhost:*';
  return store === null ? "'none'" : [...new Set([store.endpoint, ...(store.broker === undefined ? [] : [store.broker])].map((address) => new URL(address).origin))].join(' ');
}

function contentSecurityPolicy(css: string, early: string, connect: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'self'",
    `script-src 'self' ${hash(early)}`,
    `style-src 'self' ${hash(css)}`,
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
