/** The first script of a course: finds the course in the page and plays it, and hands it over to the second script's record. */
import type { TemplateResult } from 'lit';
import type { CoursePayload, LessonPayload, PAYLOAD_FORMAT, SearchLesson } from '../course/payload.ts';
import type { PageWords } from '../locales/strings.ts';
import { PIECES } from '../vocabulary/tags.ts';
import { watchActiveTime } from './components/active-time.ts';
import { wireOutline } from './components/frame.ts';
import { awaitRecord, type OpenRecord } from './await-record.ts';
import { unfold } from './fold.ts';
import { Player } from './player.ts';
import type { Lesson } from './stage.ts';
import type { OtherWords } from './preferred-words.ts';
import type { OpenTools } from './tools/setting.ts';

declare global {
  interface Window {
    lectern?: {
      /** Called by a lesson's script. */
      lesson(payload: LessonPayload<TemplateResult>): void;
      /** Called by the second script. */
      record(open: OpenRecord): void;
      /** Called by the third script, and by the text of the course that the search asks for. Only there once they were asked for. */
      tools?(open: OpenTools): void;
      /** Called by a script of interface words. */
      words?(words: OtherWords): void;
      index?(lessons: SearchLesson[]): void;
    };
  }
}

/** The one format this player reads; the type keeps it in step with the compiler's. */
const READABLE_FORMAT: typeof PAYLOAD_FORMAT = 1;

/** Called once by the bundle, after the components it needs and before any lesson's chunk. Throws on a payload it cannot read. */
export function start(strings: PageWords): void {
  const course = readCourse();
  const shelf = lessonShelf(course);
  const player = new Player({ course, strings, activeSeconds: watchActiveTime(), fetchLesson: shelf.fetchLesson });
  wireOutline();
  player.begin();
  void player.ready.then(() => unfold(document.documentElement));
  window.lectern = { lesson: shelf.put, record: awaitRecord(player) };
}

interface Shelf {
  /** Lessons by their id, each loaded once. Rejects where a chunk does not come; asked again it is tried again. */
  fetchLesson(id: string): Promise<Lesson>;
  put(lesson: Lesson): void;
}

function lessonShelf(course: CoursePayload): Shelf {
  const shelf = new Map<string, Promise<Lesson>>();
  const waiting = new Map<string, (lesson: Lesson) => void>();
  const put = (lesson: Lesson): void => {
    const hand = waiting.get(lesson.id);
    if (hand === undefined) shelf.set(lesson.id, Promise.resolve(lesson));
    else hand(lesson);
  };
  const load = (id: string): Promise<Lesson> =>
    new Promise((resolve, reject) => {
      const chunk = course.lessons.find((lesson) => lesson.id === id)?.chunk ?? '';
      waiting.set(id, resolve);
      // A lone lesson's own script is in the page already and about to run, or to fail.
      const coming = document.querySelector<HTMLScriptElement>(`script[src="${CSS.escape(chunk)}"]`);
      const script = coming ?? document.createElement('script');
      script.addEventListener('error', () => {
        script.remove();
        shelf.delete(id);
        reject(new Error(`the lesson ${id} could not be loaded from ${chunk}`));
      });
      if (coming !== null) return;
      script.src = chunk;
      document.head.append(script);
    });
  const fetchLesson = (id: string): Promise<Lesson> => {
    const there = shelf.get(id) ?? load(id);
    shelf.set(id, there);
    return there;
  };
  const [lone, ...others] = course.lessons;
  // At once, while its script can still be heard to fail.
  if (lone !== undefined && others.length === 0) fetchLesson(lone.id).catch(() => undefined);
  return { fetchLesson, put };
}

function readCourse(): CoursePayload {
  const course = JSON.parse(document.getElementById(PIECES.payload)?.textContent ?? 'null') as CoursePayload | null;
  if (course?.format !== READABLE_FORMAT) throw new Error('this page holds no course that this player can read');
  return course;
}
