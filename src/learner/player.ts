/** Plays a course as a page: shows its lessons and follows its links. What the learner did is kept by the second script. */
import type { CoursePayload } from '../course/payload.ts';
import type { PageWords } from '../locales/strings.ts';
import { ITEM_ATTRIBUTE, LESSON_TAG, PIECES, type View } from '../vocabulary/tags.ts';
import { listen } from './components/events.ts';
import * as frame from './components/frame.ts';
import { LecternLesson } from './components/lectern-lesson/lectern-lesson.ts';
import type { Keeper } from './keeper.ts';
import { fragmentOf, lessonInAddress, partOf, type Place } from './place.ts';
import { nextTask, Stage, type Lesson } from './stage.ts';

export interface PlayerInput {
  course: CoursePayload;
  strings: PageWords;
  /** Active seconds of this visit. */
  activeSeconds: () => number;
  fetchLesson: (id: string) => Promise<Lesson>;
}

/** Buttons that need the record. */
const HELD = `[data-action], [data-tool], #${PIECES.exit}`;

/** What was pressed before any script had come, as far as it is of this kind; what it leaves is there again afterwards. */
function pressAgain(kind: string): void {
  const pressed = window.lecternPressed ?? [];
  delete window.lecternPressed;
  for (const each of pressed) if (each?.matches(kind) === true) each.click();
  window.lecternPressed = pressed;
}

/** Where the last press leads, if it leads anywhere: who has gone elsewhere meanwhile is not taken back. */
function goWherePressed(kind: string): void {
  const last = window.lecternPressed?.at(-1);
  if (last?.matches(kind) === true) last.click();
}

export class Player {
  readonly input: PlayerInput;
  readonly stage: Stage;
  /** Where the learner went since the page was opened; null while they are where it began. */
  went: Place | null = null;
  /** What the page begins with is on show. */
  ready: Promise<void> = Promise.resolve();
  /** What the keeper has to hear, as long as there is none. */
  private readonly untold: ((keeper: Keeper) => void)[] = [];
  /** Selectors of the buttons that were pressed too early, in their order, by what they are about. */
  readonly held = new Map<string, string>();

  constructor(input: PlayerInput) {
    this.input = input;
    this.stage = new Stage(input);
  }

  /** Wires the page and opens the lone lesson, or the lesson in the address, or the home. */
  begin(): void {
    this.listen();
    // Answers and leaving wait for the record, what leads somewhere for the lesson.
    pressAgain(`${HELD}, #${PIECES.outlineButton}`);
    const lone = document.querySelector(LESSON_TAG);
    this.ready = lone instanceof LecternLesson ? this.beginLone(lone) : this.beginCourse();
    void this.ready.then(() => delete window.lecternPressed);
  }

  /** From now on in these words. */
  speak(strings: PageWords): void {
    this.input.strings = strings;
    this.stage.speak(strings);
  }

  /** The record is open: it hears what was done without it. */
  keep(keeper: Keeper): void {
    this.stage.keeper = keeper;
    for (const tell of this.untold.splice(0)) tell(keeper);
  }

  private async beginLone(element: LecternLesson): Promise<void> {
    const { course, strings, fetchLesson } = this.input;
    const outline = course.lessons[0];
    if (outline === undefined) return;
    const payload = await fetchLesson(outline.id).catch(() => null);
    if (payload === null) return new Promise((resolve) => frame.showNote(strings, strings.frame.unavailable, () => resolve(this.beginLone(element))));
    // The browser ends the task of the lesson's script with a layout; what comes alive then is another task.
    await nextTask();
    // A part is a place in the page, which the browser has found by itself.
    const named = lessonInAddress(fragmentOf(location.hash));
    const place = named?.lesson === outline.id ? partOf(named) : null;
    await this.stage.adopt(element, payload, outline, () => {
      if (place !== null) element.goTo(place.view, place.spot, false);
      this.stage.turnPages();
      goWherePressed(`[role=tab], [href], #${PIECES.next}`);
    });
  }

  /** A page that was loaded anew may still have a lesson in its address. */
  private async beginCourse(): Promise<void> {
    this.stage.showHome(false);
    const named = lessonInAddress(fragmentOf(location.hash));
    if (named !== null && named.lesson !== '') return this.stage.openLesson(named.lesson, partOf(named), false);
    goWherePressed(`#${PIECES.next}`);
  }

  private tell(deed: (keeper: Keeper) => void): void {
    const { keeper } = this.stage;
    if (keeper === null) this.untold.push(deed);
    else deed(keeper);
  }

  private listen(): void {
    listen(document, 'lectern-part-seen', ({ key }) => {
      const { open } = this.stage;
      if (open !== null) this.tell((keeper) => keeper.partSeen(open.outline, key));
    });
    listen(document, 'lectern-moved', ({ view, spot }) => this.moved(view, spot));
    document.addEventListener('click', (event) => this.holdPress(event), { capture: true });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement && event.target.type === 'text') this.holdPress(event);
    }, { capture: true });
    document.addEventListener('click', (event) => this.followLink(event));
  }

  /** Answers and leaving need the record: a press that comes before it is done when it is open. */
  private holdPress(event: Event): void {
    if (this.stage.keeper !== null || !(event.target instanceof Element)) return;
    const button = event.target.closest(HELD);
    // Enter in a line of text checks the answer too.
    if (button === null && event.type === 'click') return;
    // The element may be another one by then.
    const item = event.target.closest(`[${ITEM_ATTRIBUTE}]`)?.getAttribute(ITEM_ATTRIBUTE) ?? '';
    const action = button?.getAttribute('data-action') ?? 'check';
    event.stopPropagation();
    event.preventDefault();
    const tool = button?.getAttribute('data-tool') ?? null;
    const pressed = tool !== null ? `[data-tool="${tool}"]` : button?.id === PIECES.exit ? `#${PIECES.exit}` : `[${ITEM_ATTRIBUTE}="${CSS.escape(item)}"] [data-action="${action}"]`;
    // Of an answer and "I do not know" the last one counts.
    this.held.set(action === 'unknown' ? pressed.replace('unknown', 'check') : pressed, pressed);
    frame.showBusy(true);
  }

  /** Links inside the page: lessons, questions, parts. The browser does the jump itself once the right view is open. */
  private followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const fragment = fragmentOf(link?.getAttribute('href') ?? '');
    if (link === null || fragment === '') return;
    const named = lessonInAddress(fragment);
    const question = /^lectern-question-(\d+)$/.exec(fragment)?.[1];
    const view = partOf({ lesson: '', part: fragment })?.view ?? 'read';
    if (view !== 'read') {
      // The browser would take the focus from the heading again.
      event.preventDefault();
      return this.stage.open?.element.show(view, true);
    }
    if (named === null && question === undefined) return this.stage.showTarget(fragment);
    if (named?.lesson === '') return;
    event.preventDefault();
    if (question !== undefined) this.stage.open?.element.showQuestion(Number(question), true);
    else if (this.stage.home !== null && named !== null) this.stage.goToLesson(named.lesson, partOf(named));
  }

  private moved(view: View, spot: string): void {
    const { open, home, keeper } = this.stage;
    if (open === null || (view === 'read' && open.element.shownView !== 'read')) return;
    const atTop = view === 'read' && (spot === '' || spot === open.payload.parts[0]?.id);
    const place = { lesson: open.outline.id, view, spot };
    const away = !atTop || home !== null;
    if (away) this.went = place;
    this.stage.moved(open, place);
    keeper?.moved(open, place, away);
  }
}
