/** What is on show: the home of the course or one of its lessons; the address, the title and the pager that belong to it. */
import type { TemplateResult } from 'lit';
import type { CoursePayload, LessonOutline, LessonPayload } from '../course/payload.ts';
import type { PageWords } from '../locales/strings.ts';
import { PIECES, panelId } from '../vocabulary/tags.ts';
import * as frame from './components/frame.ts';
import type { ItemSetting } from './components/item.ts';
import { LecternLesson, type OpenQuestion } from './components/lectern-lesson/lectern-lesson.ts';
import { fold, unfold } from './fold.ts';
import type { Keeper } from './keeper.ts';
import { fragmentOf, lessonInAddress, lessonName, partOf, type Place } from './place.ts';
import { freshRecord } from './session/item-record.ts';

export type Lesson = LessonPayload<TemplateResult>;

export interface StageInput {
  course: CoursePayload;
  strings: PageWords;
  fetchLesson: (id: string) => Promise<Lesson>;
}

export interface OpenLesson {
  element: LecternLesson;
  payload: Lesson;
  outline: LessonOutline;
  setting: ItemSetting;
}

/** Questions that come alive in one task. */
const AT_ONCE = 4;

export class Stage {
  open: OpenLesson | null = null;
  /** null in the course of a lone lesson. */
  readonly home = document.getElementById(PIECES.home);
  /** Counts what was opened, so that a slow chunk does not replace what was opened after it. */
  turn = 0;
  /** Knows what the learner did; null until the record is open. */
  keeper: Keeper | null = null;
  private readonly input: StageInput;
  /** Where the lessons visited were left: the browser's back button leads there. */
  private readonly places = new Map<string, Place>();

  constructor(input: StageInput) {
    this.input = input;
    if (this.home !== null) addEventListener('hashchange', () => this.route());
  }

  /** `place` null: at its top. */
  goToLesson(id: string, place: Place | null): void {
    if (place === null) this.places.delete(id);
    else this.places.set(id, place);
    const address = `#/${id}`;
    // The address stays as it is where it leads there already, and then nothing else would tell.
    if (location.hash === address) this.route();
    else location.hash = address;
  }

  /** Opens the view that holds an element; the browser jumps to it. */
  showTarget(id: string): void {
    const lesson = this.open?.element;
    const view = (['read', 'slides', 'check'] as const).find((each) => document.getElementById(id)?.closest(`.view-${each}`));
    if (lesson !== undefined && view !== undefined && lesson.shownView !== view) lesson.show(view, id === panelId(view));
  }

  /** What the address names is shown: after a link, and after back and forward. */
  private route(): void {
    const fragment = fragmentOf(location.hash);
    const here = this.open?.outline.id ?? '';
    const address = fragment === '' ? { lesson: '', part: '' } : lessonInAddress(fragment);
    const named = address?.lesson ?? null;
    const before: unknown = history.state;
    const lesson = named ?? (typeof before === 'string' ? before : here);
    // A part has an entry of its own too, which remembers whose part it is.
    if (named === null && before === null) history.replaceState(here, '');
    if (lesson === '') this.showHome(true);
    else if (lesson !== here || (named !== null && !this.places.has(lesson))) {
      void this.openLesson(lesson, address === null ? { lesson, view: 'read', spot: fragment } : (this.places.get(lesson) ?? partOf(address)), true);
    } else if (named === null) this.showTarget(fragment);
  }

  /** `focus`: the learner asked for it, instead of starting here (SC 2.4.3). */
  async openLesson(id: string, place: Place | null, focus: boolean): Promise<void> {
    const { course, strings, fetchLesson } = this.input;
    const outline = course.lessons.find((lesson) => lesson.id === id);
    if (outline === undefined) return;
    const turn = ++this.turn;
    const arrive = (): void => {
      if (place === null) scrollTo(0, 0);
      this.open?.element.goTo(place?.view ?? 'read', place?.spot ?? '', focus && place !== null);
      if (focus && (place === null || (place.view === 'read' && place.spot === ''))) document.getElementById(PIECES.title)?.focus();
    };
    if (this.open?.outline.id === id) arrive();
    else {
      frame.showBusy(true);
      const payload = await fetchLesson(id).catch(() => null);
      if (turn !== this.turn) return;
      frame.showBusy(false);
      if (payload === null) return frame.showNote(strings, strings.frame.unavailable, () => void this.openLesson(id, place, focus));
      const element = new LecternLesson();
      element.lang = payload.language;
      element.dir = payload.direction;
      const top = place === null || place.spot === '';
      if (top) fold(document.documentElement);
      document.getElementById(PIECES.main)?.replaceChildren(element);
      await this.adopt(element, payload, outline, arrive);
      if (top) unfold(document.documentElement);
    }
  }

  /** What is open says from now on what these words say; its questions get them from the keeper. */
  speak(strings: PageWords): void {
    if (this.open !== null) this.open.setting = { ...this.open.setting, strings, foreign: foreignTo(this.open.payload.language, strings) };
  }

  /** Gives an element its lesson, with questions as nobody has answered them; the keeper knows more. `arrive` is called once the lesson can be gone about in. */
  async adopt(element: LecternLesson, payload: Lesson, outline: LessonOutline, arrive: () => void = () => undefined): Promise<void> {
    const { strings } = this.input;
    const foreign = foreignTo(payload.language, strings);
    const setting: ItemSetting = { judge: null, strings, last: false, foreign, draft: '', language: payload.language, inline: false, whole: false };
    const open = { element, payload, outline, setting };
    this.open = open;
    element.payload = payload;
    await element.updateComplete;
    if (this.home !== null) frame.showPartsOfLesson(outline.id, payload.parts);
    this.keeper?.prepare(open);
    // Before the questions, which come in turns: where the learner goes meanwhile is not taken back.
    if (this.open === open) arrive();
    const kept = this.keeper !== null;
    await this.inTurns(open, (question) => {
      if (kept) return this.keeper?.enliven(open, question);
      // The record came meanwhile, and brought all of them to life.
      if (this.keeper !== null) return;
      const { item, known, last, inline } = question;
      item.item = known;
      item.setting = { ...setting, last, inline };
      item.record = freshRecord(known);
    });
    if (this.open !== open) return;
    this.keeper?.showDone();
    this.turnPages();
  }

  /** Between a few questions the browser may paint, and hears the learner. */
  private async inTurns(open: OpenLesson, enliven: (question: OpenQuestion) => void): Promise<void> {
    for (const [index, question] of open.element.questions.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) await nextTask();
      if (this.open !== open) return;
      enliven(question);
    }
  }

  showHome(focus: boolean): void {
    const { home } = this;
    if (home === null) return;
    this.turn++;
    this.open = null;
    if (!home.isConnected) document.getElementById(PIECES.main)?.replaceChildren(home);
    document.title = this.input.course.title;
    frame.showPartsOfLesson(null, []);
    frame.markCurrent('[href="#/"]');
    this.keeper?.showDone();
    this.turnPages();
    if (!focus) return;
    scrollTo(0, 0);
    document.getElementById(PIECES.title)?.focus();
  }

  /** The learner now looks at something else within the open lesson. */
  moved(open: OpenLesson, place: Place): void {
    this.places.set(place.lesson, place);
    // Where no part is on show, the lesson's own entry is.
    frame.markCurrent(place.view === 'read' && place.spot !== '' ? `[href="#${CSS.escape(place.spot)}"]` : `[data-lesson="${CSS.escape(place.lesson)}"]`);
    this.turnPages();
    this.nameDocument(open, place);
  }

  /** "Question 2 of 4 – Check – L1.2 …" (SC 2.4.2). */
  private nameDocument({ element, outline }: OpenLesson, { view, spot: at }: Place): void {
    const { frame: names } = this.input.strings;
    const { total } = element;
    const slide = view === 'slides' && at !== '' ? (document.getElementById(at)?.textContent ?? null) : null;
    const spot = view === 'check' ? (element.question > total ? names.results : names.question(element.question, total)) : slide;
    const course = this.home === null ? [] : [this.input.course.title];
    document.title = [...(spot === null ? [] : [spot]), ...(view === 'read' ? [] : [names[view]]), lessonName(outline), ...course].join(' – ');
  }

  turnPages(): void {
    const { course, strings } = this.input;
    const toLesson = (lesson: LessonOutline | undefined): frame.PageTurn | null =>
      lesson === undefined ? null : { label: lessonName(lesson), turn: () => this.goToLesson(lesson.id, null) };
    const { open } = this;
    if (open === null) return frame.showPager(null, toLesson(this.keeper === null ? course.lessons[0] : this.keeper.nextLesson()));
    const index = course.lessons.indexOf(open.outline);
    const { element } = open;
    const home: frame.PageTurn | null = this.home === null ? null : { label: course.title, turn: () => (location.hash = '#/') };
    const check: frame.PageTurn = { label: strings.frame.checkTitle, turn: () => element.show('check', true) };
    // Named as a view: beside "Next question" a lesson's name alone reads like another lesson.
    const read: frame.PageTurn = { label: `${strings.frame.read} – ${lessonName(open.outline)}`, turn: () => element.show('read', true) };
    const onwards = toLesson(course.lessons[index + 1]) ?? home;
    const asks = element.shownView === 'check';
    const back = element.shownView !== 'read' && element.has('read') ? read : (toLesson(course.lessons[index - 1]) ?? home);
    frame.showPager(back, !asks && element.has('check') ? check : onwards);
  }
}

export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The words' language where it is not the lesson's. */
export function foreignTo(language: string, { code }: PageWords): string | null {
  return primary(code) === primary(language) ? null : code;
}

/** `en` of `en-GB`: words in another variety of the lesson's language are no foreign words. */
function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
