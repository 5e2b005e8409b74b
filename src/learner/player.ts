/** Plays a course: hands the learner's doings to the recorder, shows what came of them, and goes on where the learner left. */
import type { CoursePayload } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { LESSON_TAG, PIECES, type View } from '../vocabulary/tags.ts';
import { listen } from './components/events.ts';
import * as frame from './components/frame.ts';
import { ItemElement } from './components/item.ts';
import { LecternLesson } from './components/lectern-lesson/lectern-lesson.ts';
import { keepDrafts, type Drafts } from './drafts.ts';
import { showPassive, wireLeaving } from './leaving.ts';
import { fragmentOf, lessonInAddress, lessonName, readPlace, stoppedAt, writePlace, type Place } from './place.ts';
import { Recorder } from './recorder.ts';
import { record } from './session/session.ts';
import { standing } from './session/standing.ts';
import { Stage, type Lesson } from './stage.ts';
import type { Opening, Tracker } from './tracking/tracker.ts';
import { shareCourse } from './windows.ts';

export interface PlayerInput {
  course: CoursePayload;
  strings: PlayerStrings;
  tracker: Tracker;
  opening: Opening;
  activeSeconds: () => number;
  fetchLesson: (id: string) => Promise<Lesson>;
}

export class Player {
  private readonly input: PlayerInput;
  private readonly recorder: Recorder;
  private readonly drafts: Drafts;
  private readonly stage: Stage;
  /** Active seconds when the question on show was reached. */
  private askedAt = 0;
  /** The resume card is up: being at the top says nothing about where the learner wants to be. */
  private asking = false;
  /** The learner went nowhere yet. */
  private fresh = true;

  constructor(input: PlayerInput) {
    const { course, tracker, opening, activeSeconds, strings, fetchLesson } = input;
    this.input = input;
    const owner = ownerOf(course, opening);
    this.drafts = keepDrafts(owner, () => localStorage);
    this.recorder = new Recorder({
      course,
      tracker,
      opening,
      activeSeconds,
      onSaved: (state, pending) => {
        frame.showSaveState(strings, state, pending);
        if (state === 'saved' && !pending) this.drafts.confirmed();
      },
    });
    this.stage = new Stage({ course, strings, fetchLesson, recorder: this.recorder, drafts: this.drafts });
    if (owner !== null) this.share(owner);
  }

  /** Wires the page, opens the lone lesson or the home, and offers to go on where the learner left. */
  begin(): void {
    this.listen();
    wireLeaving(this.recorder, this.input.strings);
    this.showProgress();
    const lone = document.querySelector(LESSON_TAG);
    if (lone instanceof LecternLesson) void this.beginLone(lone);
    else void this.beginCourse();
  }

  private async beginLone(element: LecternLesson): Promise<void> {
    const { course, strings, fetchLesson } = this.input;
    const outline = course.lessons[0];
    if (outline === undefined) return;
    const payload = await fetchLesson(outline.id).catch(() => null);
    if (payload === null) return frame.showNote(strings, strings.frame.unavailable, () => void this.beginLone(element));
    await this.stage.adopt(element, payload, outline);
    await this.greet(readPlace(this.recorder.session.place));
  }

  /** A page that was loaded anew may still have a lesson in its address. */
  private async beginCourse(): Promise<void> {
    this.stage.showHome(false);
    const place = readPlace(this.recorder.session.place);
    const named = lessonInAddress(fragmentOf(location.hash)) ?? '';
    if (named !== '') await this.stage.openLesson(named, place?.lesson === named ? place : null, false);
    await this.greet(named === '' ? place : null);
  }

  private async greet(place: Place | null): Promise<void> {
    const { opening, strings, course } = this.input;
    const { record: words } = strings;
    const { home, turn } = this.stage;
    if (opening.reason === 'after-termination') return frame.showNote(strings, words.closed);
    if (!opening.connected) {
      frame.showRecordedNowhere(strings);
      return frame.showNote(strings, opening.reason === 'refused' ? words.refused : words.preview);
    }
    if (opening.mode !== 'normal') return frame.showNote(strings, words.review);
    if (this.recorder.lost) return frame.showNote(strings, words.lost);
    const outline = course.lessons.find((lesson) => lesson.id === place?.lesson);
    if (place === null || outline === undefined) return;
    const payload = await this.input.fetchLesson(outline.id).catch(() => null);
    const spot = payload === null ? null : stoppedAt(payload, place, strings);
    // At the top of a lone lesson there is nothing to go on with; and who opened another lesson meanwhile has decided.
    if (payload === null || turn !== this.stage.turn || (spot === null && home === null)) return;
    this.asking = true;
    this.recorder.moveTo(writePlace(place));
    const name = lessonName(outline);
    frame.showResumeCard(strings, {
      title: home === null || spot === null ? null : name,
      text: spot ?? words.stoppedIn(name),
      resume: () => this.goOn(place),
      again: () => {
        this.asking = false;
        this.recorder.moveTo('');
        if (home === null) this.stage.open?.element.show('read', true);
        else document.getElementById(PIECES.title)?.focus();
      },
    });
  }

  private goOn(place: Place): void {
    this.asking = false;
    if (this.stage.home === null) this.stage.open?.element.goTo(place.view, place.spot, true);
    else this.stage.goToLesson(place.lesson, place);
  }

  /** Another tab of the same browser may have this course open for this learner, or open it later. */
  private share(name: string): void {
    const { strings } = this.input;
    shareCourse({
      name,
      since: this.recorder.session.nextInteraction,
      giveAway: (since) => {
        const work = this.recorder.giveAway(since);
        showPassive(this.recorder.close(), strings);
        return work;
      },
      take: (work) => {
        this.recorder.join(work);
        this.showProgress();
        this.stage.showDone();
        const { open } = this.stage;
        open?.element.items.forEach((item, index) => {
          const known = open.payload.items[index];
          if (known !== undefined) item.recall(record(this.recorder.session, open.outline.key, known));
        });
        if (this.fresh) void this.greet(readPlace(this.recorder.session.place));
      },
    });
  }

  private listen(): void {
    const { stage } = this;
    listen(document, 'lectern-part-seen', ({ key }) => {
      if (stage.open === null) return;
      this.recorder.take({ kind: 'part-seen', lesson: stage.open.outline.key, part: key });
      frame.markSeen(this.input.strings, key);
      this.showProgress();
    });
    listen(document, 'lectern-moved', ({ view, spot }) => this.moved(view, spot));
    listen(document, 'lectern-read', () => stage.open?.element.show('read', true));
    listen(document, 'lectern-draft', ({ item, text }) => this.drafts.write(item, text));
    listen(document, 'lectern-answer', ({ item: { id }, sealed, response, sureness }, event) => {
      const { open } = stage;
      // The element may hold the options in this learner's own order; the record keeps the author's.
      const item = open?.payload.items.find((each) => each.id === id);
      if (open === null || item === undefined || !(event.target instanceof ItemElement)) return;
      const { objectives, items } = open.payload;
      const latencySeconds = Math.max(0, this.input.activeSeconds() - this.askedAt);
      this.drafts.answered(id);
      this.recorder.take({ kind: 'answered', lesson: open.outline.key, item, sealed, objectives, items, response, sureness, latencySeconds, at: Date.now() });
      this.askedAt = this.input.activeSeconds();
      event.target.record = record(this.recorder.session, open.outline.key, item);
      this.showProgress();
      stage.showSteps(open);
    });
    document.addEventListener('click', (event) => this.followLink(event));
  }

  /** Links inside the page: lessons, questions, parts. The browser does the jump itself once the right view is open. */
  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const fragment = fragmentOf(link?.getAttribute('href') ?? '');
    if (link === null || fragment === '') return;
    const lesson = lessonInAddress(fragment);
    const question = /^lectern-question-(\d+)$/.exec(fragment)?.[1];
    if (lesson === null && question === undefined) return this.stage.showTarget(fragment);
    if (lesson === '') return;
    event.preventDefault();
    if (question !== undefined) this.stage.open?.element.showQuestion(Number(question), true);
    else if (this.stage.home !== null && lesson !== null) this.stage.goToLesson(lesson, null);
  }

  private moved(view: View, spot: string): void {
    const { open } = this.stage;
    if (open === null || (view === 'read' && open.element.shownView !== 'read')) return;
    const atTop = view === 'read' && (spot === '' || spot === open.payload.parts[0]?.id);
    if (!atTop || this.stage.home !== null) {
      this.asking = false;
      this.fresh = false;
    }
    const place = { lesson: open.outline.id, view, spot };
    if (!this.asking) this.recorder.moveTo(writePlace(place));
    this.askedAt = this.input.activeSeconds();
    this.stage.moved(open, place);
  }

  private showProgress(): void {
    const { partsSeen, parts } = standing(this.recorder.session);
    frame.showProgress(this.input.strings, partsSeen, parts);
  }
}

/** Who may share and keep what is done here; null where nothing is recorded or nobody is known. */
function ownerOf(course: CoursePayload, { connected, mode, learner }: Opening): string | null {
  return connected && mode === 'normal' && learner !== null ? `${course.id} ${learner.id || learner.name}` : null;
}
