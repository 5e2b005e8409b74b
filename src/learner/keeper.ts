/** Keeps the record of a running course: what the learner does goes to the recorder, and what came of it is shown. */
import type { LessonOutline } from '../course/payload.ts';
import { isWhole } from '../course/quiz.ts';
import { partsRight } from '../grading/parts.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { PIECES } from '../vocabulary/tags.ts';
import { abilities, showAbilities } from './abilities.ts';
import { showSlides } from './await-slides.ts';
import { wireTools } from './await-tools.ts';
import { listen, type Events } from './components/events.ts';
import { showNote } from './components/frame.ts';
import { ItemElement, type Judge } from './components/item.ts';
import { LecternResults } from './components/lectern-results/lectern-results.ts';
import { showKeeping } from './components/keeping.ts';
import * as frame from './components/record-frame.ts';
import type { OpenQuestion } from './components/lectern-lesson/lectern-lesson.ts';
import type { Drafts } from './drafts.ts';
import { practiseEarlier } from './earlier.ts';
import { goToNext, showPassive, wireLeaving } from './leaving.ts';
import { lookBack } from './look-back.ts';
import { showGate, wireGate } from './gate.ts';
import type { Ledger } from './ledger.ts';
import { lessonName, readPlace, stoppedAt, writePlace, type Place } from './place.ts';
import type { Player } from './player.ts';
import { relabelLesson, type OtherWords } from './preferred-words.ts';
import { beginQuiet } from './quiet.ts';
import { Recorder } from './recorder.ts';
import { courseResults, lessonResults, lessonStates, stepState } from './results-view.ts';
import { wirePaper } from './paper.ts';
import { expectReturn } from './room.ts';
import { askedItems, questionsOf } from './session/asked.ts';
import { recordIn } from './session/record-in.ts';
import { presented } from './session/presented.ts';
import { quizOf } from './session/quiz.ts';
import { partSeen, record } from './session/session.ts';
import { lessonStanding, standing } from './session/standing.ts';
import { unsealed } from './session/unsealed.ts';
import type { OpenLesson } from './stage.ts';
import { teacherIn } from './teaching.ts';
import { mayShowAnswers, passed, toolSetting } from './toolbox.ts';
import type { Opening, Tracker } from './tracking/tracker.ts';
import { openChannel, shareCourse } from './windows.ts';

export interface KeeperInput {
  player: Player;
  strings: PlayerStrings;
  /** Words in another language than the page was built in; null: it stays as it was built. */
  other: OtherWords | null;
  tracker: Tracker;
  opening: Opening;
  /** Course and learner, as other windows know them; null where nobody is known. */
  name: string | null;
  ledger: Ledger;
  drafts: Drafts;
}

export class Keeper {
  private readonly player: Player;
  private readonly strings: PlayerStrings;
  private readonly other: OtherWords | null;
  private readonly opening: Opening;
  private readonly name: string | null;
  private readonly recorder: Recorder;
  private readonly drafts: Drafts;
  private readonly results = new LecternResults();
  private readonly judge: Judge;
  /** Active seconds when the question on show was reached. */
  private askedAt = 0;
  /** The resume card is up: being at the top says nothing about where the learner wants to be. */
  private asking = false;

  constructor({ player, strings, other, tracker, opening, name, ledger, drafts }: KeeperInput) {
    this.other = other;
    const { course, activeSeconds } = player.input;
    this.player = player;
    this.strings = strings;
    this.judge = { unsealed: (item) => unsealed(item, course.id), partsRight };
    this.opening = opening;
    this.name = name;
    this.drafts = drafts;
    this.recorder = new Recorder({
      course,
      tracker,
      opening,
      ledger,
      activeSeconds,
      onSaved: (state, pending) => {
        frame.showSaveState(strings, state, pending);
        if (state === 'saved' && !pending) this.drafts.confirmed();
        // The first news comes while the recorder is being made.
        queueMicrotask(() => this.showKeeping());
      },
    });
  }

  /** What is confirmed, what is owed, and the way to a receipt. */
  showKeeping(): void {
    const { recorder, strings, opening } = this;
    if (opening.connected && opening.mode === 'normal' && opening.keeper !== 'browser') showKeeping(strings, recorder.state === 'not-saved', recorder.keeping, () => recorder.receipt());
  }

  /** Takes over the page as it is by now, and offers to go on where the learner left. */
  async begin(): Promise<void> {
    const { player, recorder } = this;
    const place = readPlace(recorder.session.place);
    wireLeaving(recorder, this.strings);
    wireGate();
    if (this.opening.preferences?.audio === 'off') beginQuiet(document);
    wirePaper(() => mayShowAnswers(recorder.session));
    wireTools(toolSetting({ player, strings: this.strings, words: this.other?.tools ?? null, opening: this.opening, session: () => recorder.session }));
    this.share();
    this.listen();
    const { open: shown } = player.stage;
    if (shown !== null) this.prepare(shown);
    for (const question of shown?.element.questions ?? []) if (shown !== null) this.enliven(shown, question);
    player.keep(this);
    if (player.stage.open?.element.shownView === 'slides') this.showSlides('');
    this.showDone();
    player.stage.turnPages();
    await player.ready;
    const { open, home } = player.stage;
    if (player.went !== null) recorder.moveTo(writePlace(player.went));
    // The address has named the lesson, the record knows the spot in it.
    if (home !== null && open !== null && place?.lesson === open.outline.id) open.element.goTo(place.view, place.spot, false);
    await this.greet(place);
  }

  /** Which questions of a lesson this learner is asked, and their order. */
  prepare(open: OpenLesson): void {
    const { element, outline, payload } = open;
    if (payload.quiz !== undefined) this.recorder.take({ kind: 'opened', lesson: outline.key, rules: payload.quiz });
    const { session } = this.recorder;
    open.payload = { ...payload, items: askedItems(session, outline, payload) };
    element.arrange(open.payload.items.map(({ id }) => id), this.strings.frame.question);
    if (this.other !== null) relabelLesson(this.other, element);
    if (this.opening.mode === 'review') lookBack(element, payload.before ?? [], (guess) => record(session, outline.key, guess).tries > 0, this.strings);
    this.showGate();
  }

  /** A question as the learner knows it. */
  enliven(open: OpenLesson, question: OpenQuestion): void {
    const { item, known } = question;
    // Options do not move under somebody who has begun to answer before the page was ready.
    const begun = item.contains(document.activeElement) || item.querySelector('input:checked') !== null;
    item.item = begun ? known : presented(this.recorder.session, known, () => this.judge.unsealed(known));
    this.remind(open, question);
  }

  /** What the learner did with the questions, as the record has it now. */
  private recall(open: OpenLesson): void {
    // One that is still to come alive will know by itself.
    for (const question of open.element.questions) if (question.item.item !== undefined) this.remind(open, question);
    this.showGate();
  }

  private remind({ outline, setting, payload }: OpenLesson, { item, known, last, inline }: OpenQuestion): void {
    const { session } = this.recorder;
    const whole = payload.quiz !== undefined && isWhole(payload.quiz) && quizOf(session, outline.key).open;
    item.setting = { ...setting, last, inline, whole, reviewWords: payload.quiz?.review === 'never' ? this.strings.quiz.notShown : this.strings.quiz.shownOncePassed, judge: this.judge, draft: this.drafts.read(known.id) };
    item.recall(recordIn(session, { outline, payload }, known));
  }

  /** Where nothing can be answered, nothing waits for an answer. */
  private showGate(): void {
    const { open } = this.player.stage;
    if (open?.payload.gated !== true || this.opening.mode !== 'normal') return;
    const { items } = open.payload;
    showGate(open.element, (id) => items.some((item) => item.id === id && record(this.recorder.session, open.outline.key, item).tries > 0), this.strings);
  }

  partSeen(lesson: LessonOutline, part: number): void {
    const { strings } = this;
    this.recorder.take({ kind: 'part-seen', lesson: lesson.key, part, title: this.titleOf(lesson, part) });
    if (this.player.stage.open?.outline === lesson) frame.markSeen(strings, part);
    this.showProgress();
  }

  private titleOf(lesson: LessonOutline, part: number): string {
    const { open } = this.player.stage;
    return open?.outline === lesson ? (open.payload.parts.find(({ key }) => key === part)?.title ?? '') : '';
  }

  /** `away`: it is not the place where every visit begins. */
  moved(open: OpenLesson, place: Place, away: boolean): void {
    if (away) this.asking = false;
    if (place.view === 'slides') this.showSlides(place.spot);
    if (!this.asking) this.recorder.moveTo(writePlace(place));
    this.askedAt = this.player.input.activeSeconds();
    this.showQuiz(open);
    this.showResults(open, place);
  }

  private showSlides(spot: string): void {
    showSlides(spot, (retry) => showNote(this.strings, this.strings.record.unavailable, retry));
  }

  /** The first lesson that is not done; round to the first when all are. */
  nextLesson(): LessonOutline | undefined {
    const { lessons } = this.player.input.course;
    return lessons.find((lesson) => lessonStanding(this.recorder.session, lesson).state !== 'done') ?? lessons[0];
  }

  /** Everything that says what the learner did, but for the items themselves. */
  showDone(): void {
    const { strings } = this;
    const { open, home } = this.player.stage;
    const { session, state: saved } = this.recorder;
    this.showProgress();
    this.showKeeping();
    if (open !== null) {
      for (const { key } of open.payload.parts) if (partSeen(session, open.outline.key, key)) frame.markSeen(strings, key);
      this.showQuiz(open);
      return this.showSteps(open);
    }
    if (home === null) return;
    frame.showLessonStates(strings, home, lessonStates(session, strings));
    const view = courseResults({ session, strings, saved, certificate: this.certified, held: null });
    if (view === null) return;
    this.results.strings = strings;
    this.results.view = view;
    home.append(this.results);
  }

  private showSteps({ element, payload, outline }: OpenLesson): void {
    const { strings } = this;
    showAbilities(element, abilities(this.recorder.session, outline, payload, strings), { strings, language: payload.language });
    questionsOf(payload.items).forEach((item, index) => {
      frame.showStep(element, index, stepState(record(this.recorder.session, outline.key, item), this.strings));
    });
  }

  private showResults({ element, payload, outline, setting }: OpenLesson, { view }: Place): void {
    const { results } = element;
    if (view !== 'check' || results === null || results.hidden) return;
    const { strings } = this;
    const { session, state: saved } = this.recorder;
    results.strings = strings;
    results.view = lessonResults({ session, strings, saved, certificate: this.certified, held: this.recorder.resultHeld(), payload, outline, setting: { ...setting, judge: this.judge }, teacher: teacherIn(element.teachingParts) });
  }

  private showQuiz({ element, payload, outline }: OpenLesson): void {
    const { quiz } = element;
    if (quiz === null || payload.quiz === undefined) return;
    const { session } = this.recorder;
    quiz.strings = this.strings;
    quiz.view = {
      rules: payload.quiz,
      quiz: quizOf(session, outline.key),
      questions: questionsOf(payload.items).map((item) => ({ text: item.text, answered: record(session, outline.key, item).tries > 0 })),
      atEnd: element.shownView === 'check' && element.question > element.total,
      language: payload.language,
    };
  }

  /** A quiz that is taken as a whole goes on: its time, its end, another round. */
  private takeQuiz(event: Events['lectern-quiz']): void {
    const { open } = this.player.stage;
    if (open === null) return;
    const { element, payload } = open;
    const { key: lesson } = open.outline;
    const { items, objectives } = payload;
    if (event.kind === 'end') for (const { item, inline } of element.questions) if (!inline) item.handIn();
    this.recorder.take(
      event.kind === 'begin' ? { kind: 'quiz-begun', lesson, allowed: event.allowed }
      : event.kind === 'tick' ? { kind: 'quiz-ticked', lesson, used: event.used, allowed: event.allowed }
      : event.kind === 'end' ? { kind: 'quiz-ended', lesson, items, objectives }
      : { kind: 'quiz-again', lesson, items },
    );
    this.showQuiz(open);
    if (event.kind === 'tick') return;
    this.recorder.save();
    this.recall(open);
    this.showDone();
    // The questions are hidden until the quiz has begun, and what is hidden takes no focus.
    void element.quiz?.updateComplete.then(() => element.showQuestion(event.kind === 'end' ? element.total + 1 : event.kind === 'again' ? 1 : element.question, true));
  }

  private showProgress(): void {
    frame.showProgress(this.strings, standing(this.recorder.session));
    this.showNext();
  }

  /** Where an LMS launches the lessons one by one. */
  private showNext(): void {
    const { recorder, strings } = this;
    if (recorder.next !== null) frame.showNextLesson(strings, recorder.next, () => goToNext(recorder, strings));
  }

  private listen(): void {
    const { stage } = this.player;
    listen(document, 'lectern-quiz', (event) => this.takeQuiz(event));
    listen(document, 'lectern-earlier', () => void practiseEarlier(this.player, () => this.recorder.session, this.strings, this.judge));
    listen(document, 'lectern-read', () => stage.open?.element.show('read', true));
    listen(document, 'lectern-draft', ({ item, text }) => this.drafts.write(item, text));
    listen(document, 'lectern-answer', (answer, { target }) => {
      if (stage.open !== null && target instanceof ItemElement) this.takeAnswer(stage.open, target, answer);
    });
  }

  private takeAnswer(open: OpenLesson, element: ItemElement, { item: { id }, sealed, response, sureness }: Events['lectern-answer']): void {
    const { recorder } = this;
    const { activeSeconds } = this.player.input;
    const { objectives, items, before, quiz } = open.payload;
    const lesson = open.outline.key;
    const guess = before?.find((each) => each.id === id);
    if (guess !== undefined) {
      recorder.take({ kind: 'guessed', lesson, item: guess, sealed, response, sureness });
      recorder.save();
      element.record = recordIn(recorder.session, open, guess);
      return;
    }
    // The element may hold the options in this learner's own order; the record keeps the author's.
    const item = items.find((each) => each.id === id);
    if (item === undefined) return;
    const latencySeconds = Math.max(0, activeSeconds() - this.askedAt);
    this.drafts.answered(id);
    const hadPassed = mayShowAnswers(recorder.session);
    recorder.take({ kind: 'answered', lesson, item, sealed, objectives, items, response, sureness, latencySeconds, at: Math.round(performance.timeOrigin + performance.now()) });
    this.askedAt = activeSeconds();
    if (!hadPassed && mayShowAnswers(recorder.session) && quiz?.review === 'after-pass') this.recall(open);
    element.record = record(recorder.session, lesson, item);
    this.showGate();
    this.showProgress();
    this.showQuiz(open);
    this.showSteps(open);
  }

  private async greet(place: Place | null): Promise<void> {
    const { opening, player, strings } = this;
    const { course, fetchLesson } = player.input;
    const { record: words } = strings;
    const { home, turn } = player.stage;
    if (opening.reason === 'after-termination') return showNote(strings, words.closed);
    if (!opening.connected) {
      frame.showRecordedNowhere(strings);
      return showNote(strings, opening.reason === 'refused' ? words.refused : words.preview);
    }
    if (opening.mode !== 'normal') return showNote(strings, words.review);
    if (home === null) for (const lesson of course.lessons) expectReturn(lessonName(lesson));
    if (this.recorder.lost) return showNote(strings, words.lost);
    if (opening.keeper === 'browser' && place === null) return showNote(strings, words.keptHere);
    const outline = course.lessons.find((lesson) => lesson.id === place?.lesson);
    const plain = (): void => (this.recorder.cut ? showNote(strings, words.cut) : undefined);
    if (place === null || outline === undefined) return plain();
    const payload = await fetchLesson(outline.id).catch(() => null);
    const spot = payload === null ? null : stoppedAt({ ...payload, items: questionsOf(askedItems(this.recorder.session, outline, payload)) }, place, strings);
    // At the top of a lone lesson there is nothing to go on with; and who went somewhere meanwhile has decided.
    if (payload === null || turn !== player.stage.turn || player.went !== null || (spot === null && home === null)) return plain();
    this.asking = true;
    this.recorder.moveTo(writePlace(place));
    const name = lessonName(outline);
    frame.showResumeCard(strings, {
      title: home === null || spot === null ? null : name,
      text: [spot ?? words.stoppedIn(name), ...(this.recorder.cut ? [words.cut] : [])].join(' '),
      resume: () => this.goOn(place),
      again: () => {
        this.asking = false;
        this.recorder.moveTo('');
        if (home === null) player.stage.open?.element.show('read', true);
        else document.getElementById(PIECES.title)?.focus();
      },
    });
  }

  private goOn(place: Place): void {
    const { stage } = this.player;
    this.asking = false;
    if (stage.home === null) stage.open?.element.goTo(place.view, place.spot, true);
    else stage.goToLesson(place.lesson, place);
  }

  private get certified(): boolean {
    return passed(this.recorder.session, this.opening) !== null;
  }

  /** Another tab of the same browser may have this course open for this learner, or open it later. */
  private share(): void {
    const { name, opening, player, recorder, strings } = this;
    shareCourse({
      channel: name === null ? null : openChannel(name),
      writes: opening.mode === 'normal',
      since: recorder.since,
      stored: recorder.stored,
      giveAway: (since, overtaken) => {
        const work = recorder.giveAway(since, overtaken);
        showPassive(recorder.close(), strings);
        return work;
      },
      take: (work) => {
        recorder.join(work);
        this.showDone();
        const { open } = player.stage;
        if (open !== null) this.recall(open);
        if (player.went === null) void this.greet(readPlace(recorder.session.place));
      },
      fallBehind: () => recorder.fallBehind(),
    });
  }
}
