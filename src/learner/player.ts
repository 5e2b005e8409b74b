/** Plays a course: opens lessons, hands the session to components and the learner's doings to the recorder, resumes and leaves. */
import type { TemplateResult } from 'lit';
import type { CoursePayload, LessonOutline, LessonPayload } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { LESSON_TAG, PIECES, type View } from '../vocabulary/tags.ts';
import { listen } from './components/events.ts';
import { ItemElement } from './components/item.ts';
import { LecternLesson } from './components/lectern-lesson/lectern-lesson.ts';
import * as frame from './components/frame.ts';
import { Recorder } from './recorder.ts';
import { resultsView, stepState } from './results-view.ts';
import { partSeen, record, standing } from './session/session.ts';
import type { Opening, Tracker } from './tracking/tracker.ts';

export type Lesson = LessonPayload<TemplateResult>;

export interface PlayerInput {
  course: CoursePayload;
  strings: PlayerStrings;
  tracker: Tracker;
  opening: Opening;
  activeSeconds: () => number;
  fetchLesson: (id: string) => Promise<Lesson>;
}

interface OpenLesson {
  element: LecternLesson;
  payload: Lesson;
  outline: LessonOutline;
}

interface Place {
  lesson: string;
  view: View;
  spot: string;
}

export class Player {
  private readonly input: PlayerInput;
  private readonly recorder: Recorder;
  private readonly home = document.getElementById(PIECES.home);
  private readonly title = document.title;
  private open: OpenLesson | null = null;
  /** Active seconds when the question on show was reached. */
  private askedAt = 0;
  /** The resume card is up: being at the top says nothing about where the learner wants to be. */
  private asking = false;

  constructor(input: PlayerInput) {
    const { course, tracker, opening, activeSeconds, strings } = input;
    this.input = input;
    this.recorder = new Recorder({ course, tracker, opening, activeSeconds, onSaved: (state) => frame.showSaveState(strings, state) });
  }

  /** Wires the page, opens the lone lesson or the home, and offers to go on where the learner left. */
  begin(): void {
    this.listen();
    this.wireLeaving();
    this.showProgress();
    const place = readPlace(this.recorder.session.place);
    const lone = document.querySelector(LESSON_TAG);
    const outline = this.input.course.lessons[0];
    if (lone instanceof LecternLesson && outline !== undefined) {
      void this.input.fetchLesson(outline.id).then((payload) => this.adopt(lone, payload, outline)).then(() => this.greet(place));
    } else {
      this.showHome();
      void this.greet(place);
    }
  }

  private async greet(place: Place | null): Promise<void> {
    const { opening, strings, course } = this.input;
    const { record: words } = strings;
    if (opening.reason === 'after-termination') return frame.showNote(words.closed);
    if (!opening.connected) {
      frame.showRecordedNowhere(strings);
      return frame.showNote(opening.reason === 'refused' ? words.refused : words.preview);
    }
    if (opening.mode !== 'normal') return frame.showNote(words.review);
    if (!this.recorder.resumed || place === null) return;
    const outline = course.lessons.find((lesson) => lesson.id === place.lesson);
    const payload = outline === undefined ? null : await this.input.fetchLesson(outline.id).catch(() => null);
    const text = payload === null ? null : this.stoppedAt(payload, place);
    if (text === null) return;
    this.asking = true;
    this.recorder.moveTo(writePlace(place));
    frame.showResumeCard(strings, {
      text,
      resume: () => {
        this.asking = false;
        void this.openLesson(place.lesson, place);
      },
      again: () => {
        this.asking = false;
        if (this.home === null) this.open?.element.show('read', true);
        else this.showHome();
      },
    });
  }

  private stoppedAt(payload: Lesson, { view, spot }: Place): string | null {
    const { record: words, frame: names, results } = this.input.strings;
    const item = payload.items.findIndex((each) => each.id === spot);
    if (view === 'check' && item !== -1) return words.stoppedAtQuestion(item + 1, payload.items.length);
    const part = payload.parts.findIndex((each) => each.id === spot);
    const found = payload.parts[part];
    if (view !== 'read') return words.stoppedIn(view === 'slides' ? names.slides : results.title);
    if (found !== undefined && part > 0) return words.stoppedAt(found.title, part + 1, payload.parts.length);
    // At the top of a lone lesson there is nothing to go on with.
    return this.home === null ? null : words.stoppedIn(this.input.course.lessons.find((each) => each.id === payload.id)?.title ?? '');
  }

  private listen(): void {
    const { strings } = this.input;
    listen(document, 'lectern-part-seen', ({ key }) => {
      if (this.open === null) return;
      this.recorder.take({ kind: 'part-seen', lesson: this.open.outline.key, part: key });
      frame.markSeen(strings, `[data-part="${key}"]`);
      this.showProgress();
    });
    listen(document, 'lectern-moved', ({ view, spot }) => this.moved(view, spot));
    listen(document, 'lectern-read', () => this.open?.element.show('read', true));
    listen(document, 'lectern-answer', ({ item, sealed, response }, event) => {
      const { open } = this;
      if (open === null || !(event.target instanceof ItemElement)) return;
      const { objectives, items } = open.payload;
      const latencySeconds = Math.max(0, this.input.activeSeconds() - this.askedAt);
      this.recorder.take({ kind: 'answered', lesson: open.outline.key, item, sealed, objectives, items, response, latencySeconds, at: Date.now() });
      this.askedAt = this.input.activeSeconds();
      event.target.record = record(this.recorder.session, open.outline.key, item);
      this.showProgress();
      this.showSteps(open);
    });
    document.addEventListener('click', (event) => this.followLink(event));
  }

  /** Links inside the page: lessons, questions, parts. The browser does the jump itself once the right view is open. */
  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const fragment = decodeURIComponent(link?.getAttribute('href')?.slice(1) ?? '');
    if (link === null || fragment === '') return;
    if (fragment.startsWith('/')) {
      event.preventDefault();
      if (fragment === '/') this.showHome();
      else void this.openLesson(fragment.slice(1), null);
      return;
    }
    const lesson = this.open?.element;
    const target = document.getElementById(fragment);
    const view = (['read', 'slides', 'check'] as const).find((each) => target?.closest(`.view-${each}`));
    if (lesson === undefined || view === undefined || target === null) return;
    const question = /^lectern-question-(\d+)$/.exec(fragment)?.[1];
    if (question !== undefined) {
      event.preventDefault();
      lesson.showQuestion(Number(question), true);
    } else if (lesson.shownView !== view) lesson.show(view, false);
  }

  private async openLesson(id: string, place: Place | null): Promise<void> {
    const outline = this.input.course.lessons.find((lesson) => lesson.id === id);
    if (outline === undefined) return;
    if (this.open?.outline.id !== id) {
      const payload = await this.input.fetchLesson(id).catch(() => null);
      if (payload === null) return frame.showNote(this.input.strings.frame.unavailable);
      const element = new LecternLesson();
      element.lang = payload.language;
      element.dir = payload.direction;
      document.getElementById(PIECES.main)?.replaceChildren(element);
      await this.adopt(element, payload, outline);
    }
    this.open?.element.goTo(place?.view ?? 'read', place?.spot ?? '', place !== null);
    if (place !== null) return;
    scrollTo(0, 0);
    document.getElementById(PIECES.title)?.focus();
  }

  private async adopt(element: LecternLesson, payload: Lesson, outline: LessonOutline): Promise<void> {
    const { course, strings } = this.input;
    this.open = { element, payload, outline };
    element.payload = payload;
    await element.updateComplete;
    const items = element.items;
    items.forEach((item, index) => {
      item.item = payload.items[index];
      item.setting = { courseId: course.id, strings, last: index === items.length - 1 };
      const known = payload.items[index];
      item.record = known === undefined ? undefined : record(this.recorder.session, outline.key, known);
    });
    if (this.home !== null) frame.showPartsOfLesson(outline.id, payload.parts);
    for (const part of payload.parts) if (partSeen(this.recorder.session, outline.key, part.key)) frame.markSeen(strings, `[data-part="${part.key}"]`);
    this.showSteps(this.open);
    this.turnPages();
  }

  private showHome(): void {
    if (this.home === null) return;
    this.open = null;
    document.getElementById(PIECES.main)?.replaceChildren(this.home);
    document.title = this.title;
    frame.showPartsOfLesson(null, []);
    const { course, strings } = this.input;
    for (const lesson of course.lessons) {
      const state = this.recorder.session.lessons.get(lesson.key);
      const done = lesson.parts.every((part) => state?.seen.has(part)) && lesson.items.every(([key]) => state?.items.has(key));
      if (done) frame.markSeen(strings, `[data-lesson="${lesson.id}"]`);
      frame.showLessonState(lesson.id, state === undefined ? strings.frame.notStarted : done ? strings.frame.done : strings.frame.inProgress);
    }
    if (!this.asking) this.recorder.moveTo('');
    this.turnPages();
    scrollTo(0, 0);
  }

  private moved(view: View, spot: string): void {
    const { open } = this;
    if (open === null || (view === 'read' && open.element.shownView !== 'read')) return;
    const atTop = view === 'read' && (spot === '' || spot === open.payload.parts[0]?.id);
    if (!atTop) this.asking = false;
    if (!this.asking) this.recorder.moveTo(writePlace({ lesson: open.outline.id, view, spot }));
    frame.markCurrent(view === 'read' && spot !== '' ? `[href="#${CSS.escape(spot)}"]` : null);
    this.askedAt = this.input.activeSeconds();
    this.turnPages();
    this.nameDocument(open, view);
    const { results } = open.element;
    if (view !== 'check' || results === null || results.hidden) return;
    results.strings = this.input.strings;
    results.view = resultsView({ ...open, session: this.recorder.session, strings: this.input.strings, saved: this.recorder.state, alone: this.home === null });
  }

  /** "Question 2 of 4 – Check – L1.2 …" (SC 2.4.2). */
  private nameDocument({ element, outline, payload }: OpenLesson, view: View): void {
    const { frame: names, results } = this.input.strings;
    const name = outline.code === null ? outline.title : `${outline.code} – ${outline.title}`;
    const total = payload.items.length;
    const spot = view === 'check' ? (element.question > total ? results.title : names.question(element.question, total)) : null;
    document.title = [...(spot === null ? [] : [spot]), ...(view === 'read' ? [] : [names[view]]), name].join(' – ');
  }

  private showProgress(): void {
    const { partsSeen, parts } = standing(this.recorder.session);
    frame.showProgress(this.input.strings, partsSeen, parts);
  }

  private showSteps({ element, payload, outline }: OpenLesson): void {
    payload.items.forEach((item, index) => {
      const state = stepState(record(this.recorder.session, outline.key, item), this.input.strings);
      frame.showStep(element, index, state);
    });
  }

  private turnPages(): void {
    const { course, strings } = this.input;
    const name = (lesson: LessonOutline): string => (lesson.code === null ? lesson.title : `${lesson.code} – ${lesson.title}`);
    const toLesson = (lesson: LessonOutline | undefined): frame.PageTurn | null =>
      lesson === undefined ? null : { label: name(lesson), turn: () => void this.openLesson(lesson.id, null) };
    const { open } = this;
    if (open === null) return frame.showPager(null, toLesson(course.lessons[0]));
    const index = course.lessons.indexOf(open.outline);
    const { element } = open;
    const home: frame.PageTurn | null = this.home === null ? null : { label: course.title, turn: () => this.showHome() };
    const check: frame.PageTurn = { label: strings.frame.checkTitle, turn: () => element.show('check', true) };
    const read: frame.PageTurn = { label: name(open.outline), turn: () => element.show('read', true) };
    if (element.shownView === 'check') frame.showPager(read, toLesson(course.lessons[index + 1]));
    else frame.showPager(element.shownView === 'slides' ? read : (toLesson(course.lessons[index - 1]) ?? home), element.has('check') ? check : toLesson(course.lessons[index + 1]));
  }

  /** Neither beforeunload nor unload (decisions, Leaving). */
  private wireLeaving(): void {
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.recorder.save();
    });
    addEventListener('pagehide', () => void this.recorder.close());
    // A page out of the back-forward cache has closed its record already.
    addEventListener('pageshow', (event) => {
      if (event.persisted) location.reload();
    });
    document.getElementById(PIECES.exit)?.addEventListener('click', () => {
      const { record: words } = this.input.strings;
      const outcome = this.recorder.close();
      frame.sayGoodbye(this.input.strings, outcome === 'confirmed' ? words.goodbyeSaved : outcome === 'refused' ? words.goodbyeUnsaved : words.goodbyeNotRecorded);
      if (window.opener !== null) window.close();
    });
  }
}

/** `l1.2/read/how-a-network-learns`; the address that the LMS keeps as location. */
function writePlace({ lesson, view, spot }: Place): string {
  return `${lesson}/${view}/${spot}`;
}

function readPlace(place: string): Place | null {
  const [lesson = '', view = '', ...spot] = place.split('/');
  return view === 'read' || view === 'slides' || view === 'check' ? { lesson, view, spot: spot.join('/') } : null;
}
