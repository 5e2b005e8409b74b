/** Phase 4, from the Course to what the package shows: the page, a chunk per lesson, and which media they use. */
import { createHash } from 'node:crypto';
import type { Course, Draw, Lesson } from '../../course/course.ts';
import type { Item } from '../../course/item.ts';
import { preQuestions } from '../../course/before.ts';
import { PAYLOAD_FORMAT, type CoursePayload, type ItemOutline, type LessonOutline, type RecordStore, type UnitPayload } from '../../course/payload.ts';
import { isWhole } from '../../course/quiz.ts';
import { LOCALES, stringsFor } from '../../locales/choose.ts';
import { FEATURES, type FeatureName } from '../../vocabulary/features.ts';
import { ITEM_TAGS, PLAYER_FILE, QUIZ_TAG, SEARCH_FILE } from '../../vocabulary/tags.ts';
import { TARGET_FACTS, type Target } from '../../vocabulary/targets.ts';
import { unitPage } from '../../vocabulary/units.ts';
import { landmarksOf } from './destinations.ts';
import type { MediaFile } from './media.ts';
import { otherWords, renderPage } from './page.ts';
import { styleRules } from './style-rules.ts';
import { digestOf, type RenderedFile } from './rendered-file.ts';
import { chunkPath, lessonWriter, type Surroundings, type WrittenLesson } from './write-lesson.ts';

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
  /** Who writes the lessons; absent: nobody but us. */
  writer?(around: Surroundings): (lesson: Lesson) => Promise<WrittenLesson>;
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
  tools: ('terms' | 'certificate' | 'reminders')[];
  /** Interface language of the player. */
  locale: string;
  /** Other languages of the interface that the package of a target brings along, with the texts around the lesson in them. */
  others(target: Target): { code: string; page: [own: string, other: string][] }[];
}

const SLIDE_STYLES = 'slides.css';
const PAGE = 'index.html';

export async function renderCourse(course: Course, options: RenderOptions): Promise<Rendered> {
  const strings = stringsFor(course.language);
  const written = await writeAll(course, options);
  const features = unionOf([featuresOfPage(course), ...written.map((lesson) => lesson.features)]);
  const used = [...features].sort();
  const slideFeatures = [...unionOf(written.map((lesson) => lesson.slideFeatures))].filter((name) => !features.has(name)).sort();
  const css = [options.css, ...used.map((name) => options.featureCss(name)), styleRules(unionOf(written.map(({ styles }) => styles)))].join('');
  const payload: CoursePayload = coursePayload(course, options);
  const slideStyles = options.unit === undefined ? SLIDE_STYLES : `${course.id}.${SLIDE_STYLES}`;
  const slideCss = slideFeatures.map((name) => options.featureCss(name)).join('');
  const chunks = [
    ...written.flatMap(({ files }) => files),
    // A lone lesson stands in the page, and is searched there.
    ...(written.length === 1 ? [] : [{ path: SEARCH_FILE, content: searchScript(written.map(({ search }) => search)) }]),
    ...(slideCss === '' ? [] : [{ path: slideStyles, content: encode(slideCss) }]),
  ];
  const staticBody = written[0]?.staticBody ?? null;
  const files = mediaOf(written);
  payload.build = options.unit?.build ?? buildId([JSON.stringify(payload), staticBody ?? '', css, options.version, ...chunks.map(({ content }) => digestOf(content)), ...files.map(({ from }) => digestOf(options.readBytes(from) ?? new Uint8Array()))]);
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
      scripts: [PLAYER_FILE, ...course.lessons.slice(0, 1).map(chunkPath)],
    });
    return { path: course.lessons[0] !== undefined && options.unit !== undefined ? unitPage(course.lessons[0].id) : PAGE, content: encode(text) };
  };
  return {
    build: payload.build,
    pages: (target) => [page(target)],
    chunks,
    media: files,
    beside: course.xapi !== undefined,
    first: firstAsked(course.lessons[0]).map((item) => ITEM_TAGS[item.type]),
    components: componentsOf(course, used),
    tools: [...(course.lessons.some(({ terms }) => terms.length > 0) ? ['terms' as const] : []), ...(course.certificate === true ? ['certificate' as const] : []), ...(course.reminders?.length === 0 ? [] : ['reminders' as const])],
    slides: [...new Set(slideFeatures.flatMap((name) => FEATURES[name].component ?? []))],
    locale: strings.code,
    others: (target) => interfacesOf(target, strings.code).map((code) => ({ code, page: otherWords(course, { ...payload, target }, code) })),
  };
}

/** The question that a learner meets first. */
function firstAsked(lesson: Lesson | undefined): Item[] {
  const { items, before } = lesson ?? { items: [] };
  return [...(before === undefined ? [] : preQuestions(items, before)), ...items].slice(0, 1);
}

async function writeAll(course: Course, { writer = lessonWriter, readBytes, unit }: RenderOptions): Promise<WrittenLesson[]> {
  const write = writer({
    courseId: course.id,
    page: course.lessons.length === 1 ? { language: course.language } : null,
    landmarks: landmarksOf(unit?.of ?? course, course.lessons),
    readBytes,
  });
  return Promise.all(course.lessons.map(write));
}

function unionOf<T>(sets: readonly Iterable<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** By path in the package; two lessons may show one picture. */
function mediaOf(written: readonly WrittenLesson[]): MediaFile[] {
  const byPath = new Map(written.flatMap(({ media }) => media.map((file) => [file.path, file] as const)));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
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
    chunk: chunkPath(lesson),
    parts: lesson.sections.flatMap((section) => section.parts.map((part) => part.key)),
    items: lesson.items.map((item) => itemOutline(item, lesson.draws)),
    ...(lesson.before === undefined ? {} : { before: preQuestions(lesson.items, lesson.before).length }),
    ...(lesson.draws.length === 0 ? {} : { draws: lesson.draws.map(({ count }) => count) }),
    ...(isWhole(lesson.quiz) ? { quiz: true as const } : {}),
    ...(lesson.quiz.review === 'always' && lesson.quiz.feedback !== 'never' ? {} : { keeps: true as const }),
  };
}

function itemOutline({ key, graded, points, bank }: Item, draws: readonly Draw[]): ItemOutline {
  const counted = graded ? points : 0;
  return bank === null ? [key, counted] : [key, counted, draws.findIndex((draw) => draw.bank === bank)];
}

/** Without target and build: a build is the same course for whatever LMS it is packaged. */
function coursePayload(course: Course, { version: lectern, unit }: RenderOptions): CoursePayload {
  const { id, iri, title, language, version, draft, passMark, certificate, completion, reminders, earlier } = course;
  const lessons = course.lessons.map(outlineOf);
  return { format: PAYLOAD_FORMAT, id, iri, title, language, version, build: '', lectern, target: '', draft, passMark, ...(certificate === undefined ? {} : { certificate }), completion, ...(reminders === undefined ? {} : { reminders }), ...(earlier === undefined ? {} : { earlier }), ...(unit === undefined ? {} : { unit: unit.payload }), lessons };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** 12 hex digits that change with anything a learner can see or be graded on. */
function buildId(content: string[]): string {
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
