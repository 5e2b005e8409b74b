/** Composition root of the learner's page: finds the course in the page, the tracker for its LMS, and joins both to the components. */
import type { TemplateResult } from 'lit';
import type { CoursePayload, LessonPayload, PAYLOAD_FORMAT } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { PIECES } from '../vocabulary/tags.ts';
import { watchActiveTime } from './components/active-time.ts';
import { dressFrame, wireOutline } from './components/frame.ts';
import { Player, type Lesson } from './player.ts';
import { chooseTracker } from './tracking/choose.ts';

declare global {
  interface Window {
    lectern?: { lesson(payload: LessonPayload<TemplateResult>): void };
  }
}

/** The one format this player reads; the type keeps it in step with the compiler's. */
const READABLE_FORMAT: typeof PAYLOAD_FORMAT = 1;

/** Called once by the bundle, after the components it needs and before any lesson's chunk. Throws on a payload it cannot read. */
export function start(strings: PlayerStrings): void {
  const course = readCourse();
  const shelf = new Map<string, Lesson>();
  const waiting = new Map<string, (lesson: Lesson) => void>();
  window.lectern = {
    lesson(payload) {
      shelf.set(payload.id, payload);
      waiting.get(payload.id)?.(payload);
    },
  };
  const fetchLesson = (id: string): Promise<Lesson> =>
    new Promise((resolve, reject) => {
      const there = shelf.get(id);
      const chunk = course.lessons.find((lesson) => lesson.id === id)?.chunk;
      if (there !== undefined) return resolve(there);
      waiting.set(id, resolve);
      // A lone lesson's own script is in the page already and about to run.
      if (chunk === undefined || document.querySelector(`script[src="${CSS.escape(chunk)}"]`) !== null) return;
      const script = document.createElement('script');
      script.src = chunk;
      script.onerror = () => {
        script.remove();
        reject(new Error(`the lesson ${id} could not be loaded from ${chunk}`));
      };
      document.head.append(script);
    });
  dressFrame();
  wireOutline();
  const activeSeconds = watchActiveTime();
  const tracker = chooseTracker(course.target, window);
  void tracker.open().then((opening) => new Player({ course, strings, tracker, opening, activeSeconds, fetchLesson }).begin());
}

function readCourse(): CoursePayload {
  const course = JSON.parse(document.getElementById(PIECES.payload)?.textContent ?? 'null') as CoursePayload | null;
  if (course?.format !== READABLE_FORMAT) throw new Error('this page holds no course that this player can read');
  return course;
}
