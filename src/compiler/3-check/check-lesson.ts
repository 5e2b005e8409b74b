/** One lesson: from its tree to what the course holds of it, still without ids from the lock file. */
import type { Lesson, LessonDetails, Slide } from '../../course/course.ts';
import type { Prose } from '../../course/prose.ts';
import { wholeFile, type Place } from '../../diagnostics/diagnostic.ts';
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { fold } from '../2-parse/table-language.ts';
import { anchorsOf, findDistantLinks, type DistantLink } from './anchors.ts';
import { findMentions, type Mention } from './cross-references.ts';
import { checkNumbers } from './didactics/consistency.ts';
import { checkObjectiveLinks, suggestedLinks } from './didactics/objective-links.ts';
import { checkSpeech } from './didactics/plain-speech.ts';
import { type Amounts, checkDuration, checkRecording, countAmounts } from './duration.ts';
import { slug } from './ids.ts';
import type { UnnamedItem } from './items/build-item.ts';
import { bankBlocks } from './items/banks.ts';
import type { PassMark } from './items/check-quiz.ts';
import { checkUnusedFields, headerGate, headerNarrationRate, headerPreQuestions, headerReview, readPassMark } from './marks-and-rules.ts';
import { checkAssessed, checkMore, checkObjectives, readObjectives, type FoundObjective } from './objectives.ts';
import type { UnnumberedSection } from './parts.ts';
import { readPrerequisites } from './prerequisites.ts';
import { checkLinkSlips } from './link-slips.ts';
import { checkComments } from './open-comments.ts';
import { checkFootnotesUsed, checkLiteralMarks } from './literal-marks.ts';
import { checkNearSources } from './near-source.ts';
import { checkQuotes } from './script-quotes.ts';
import { readQuestions, withChecks } from './questions.ts';
import { readReading } from './reading.ts';
import { checkRecordingPlaces } from './recordings.ts';
import { newReport, type Report } from './report.ts';
import { type LabelLanguages, labelLanguages, ownLabels } from './own-labels.ts';
import { checkHtml } from './safety-html.ts';
import { tellInterface } from './interface-language.ts';
import { checkLinks, type CourseFiles } from './safety-links.ts';
import { voiceFinder } from './slide-voices.ts';
import { readSlides } from './slides.ts';
import { checkTermsUsed, readTerms } from './terms.ts';
import { forgetSource, plainText } from './tree.ts';
import { readFences } from './visuals/fences.ts';
import { checkWriting } from './writing.ts';
import { listWithheld, usedDefinitions, type Withheld, withoutComments } from './withheld.ts';

export interface DocumentHead extends Pick<LessonDocument, 'title' | 'fields'> {
  sections: Pick<SectionNode, 'role' | 'place'>[];
}

export interface CheckedLesson {
  /** Without its text and trees: what the course keeps of them is in `lesson`, `sections` and `items`. */
  document: DocumentHead;
  lesson: Omit<Lesson, 'key' | 'sections' | 'items'>;
  sections: UnnumberedSection[];
  items: UnnamedItem[];
  /** From the header or the quiz; counts for a lone lesson. */
  passMark: PassMark | null;
  draft: boolean;
  /** Banks that stand in the lesson, and those that it draws from, as `file#name`. */
  banks: { id: string; name: string; place: Place }[];
  drawnBanks: string[];
  amounts: Amounts;
  withheld: Withheld[];
  /** Of other lessons and modules, to be checked when all lessons are known. */
  mentions: Mention[];
  /** To parts of other files, likewise. */
  distant: DistantLink[];
  /** Id of the part or term, by each name that a link from elsewhere may use. */
  anchors: ReadonlyMap<string, string>;
  /** Of its labels, where that is not English. */
  labels: LabelLanguages;
  report: Report;
}

export interface LessonOptions {
  files: CourseFiles;
  /** Paths of the course's lessons. */
  lessons: ReadonlySet<string>;
  draft: boolean;
  /** The course's language, where the lesson has none of its own. */
  language: string | null;
  /** Another file of the course, for the banks in it; null when it cannot be read, which is then reported. */
  open?(path: string, written: Place): LessonDocument | null;
}

/** Most of a tree's memory is where its nodes stand and the text around its words; every place that is still needed has been worked out. */
export function checkForCourse(document: LessonDocument, options: LessonOptions): CheckedLesson {
  const checked = checkLesson(document, options);
  forgetSource([checked.lesson, checked.sections, checked.items]);
  return checked;
}

export function checkLesson(document: LessonDocument, options: LessonOptions): CheckedLesson {
  const labels = labelLanguages(document);
  const report = newReport(ownLabels(labels));
  const sections = document.sections.map((section) => ({ ...section, blocks: withoutComments(section.blocks) }));
  const open = sections.filter((section) => section.role !== 'notes');
  checkPresence(document, open, report);
  const objectives = checkedObjectives(open, document, report);
  const written = open.flatMap((section) => section.blocks);
  const questions = readQuestions(open, { document, files: options.files, objectives: objectives.length, report, openBank: (path, place) => openBank(path, place, options, report) });
  const asked = questions.quiz.items.map(({ item }) => item);
  checkObjectiveLinks(objectives, asked, report);
  checkAssessed(objectives, questions.asked, open.find((s) => s.role === 'objectives'), { document, report, fits: suggestedLinks(objectives, asked) });
  const fences = readFences(open, document, report);
  const language = languageOf(document, options.language);
  const slides = readSlides(open, { fences, document, objectives: objectives.map(({ text }) => text), findVoice: voiceFinder({ source: document.source, files: options.files, lessons: options.lessons, language: language.language, report }), files: options.files, report });
  const terms = readTerms(open, document, report);
  checkTermsUsed(terms, open, document, report);
  checkText(open, slides, document, report);
  checkNumbers(open, document, report);
  checkSpeech(open, slides, document, report);
  const amounts = countAmounts(open, slides.map((s) => plainText(s.narration)), questions.count);
  const minutes = checkDuration(document, amounts, report);
  checkRecording(sections, amounts.narration, document, report);
  const definitions = usedDefinitions(document.definitions, written);
  checkSafety([...written, ...definitions], document, options, report);
  checkUnusedFields(document, report);
  checkInterface(document, report);
  const rate = headerNarrationRate(document, report);
  const { details, draft } = readDetails(document, options.draft, report);
  const id = lessonId(document);
  const needed = readPrerequisites(document);
  const mentions = withHeader(needed?.mentions ?? [], findMentions(open, document));
  const views = { check: questions.quiz.items.length > 0, slides: slides.length > 0 };
  const before = headerPreQuestions(document, questions.quiz.items.map(({ item }) => item), report);
  const reading = readReading(sections, { document, terms, language: language.language, report, fences, views });
  return {
    document: headOf(document),
    lesson: {
      id,
      ...titleOf(document),
      ...language,
      file: document.source.file,
      details: needed === null ? details : { ...details, prerequisites: needed.prose },
      objectives: objectives.map(({ prose, text }, i) => ({ id: `${id}.o${i + 1}`, number: i + 1, prose, text })),
      slides,
      ...(rate === 1 ? {} : { rate }),
      ...(headerGate(document, questions.items.length - questions.quiz.items.length, report) ? { gated: true as const } : {}),
      ...(before === undefined ? {} : { before }),
      draws: questions.quiz.draws,
      quiz: { ...questions.quiz.rules, review: headerReview(document, report) },
      terms: reading.terms,
      references: reading.references,
      definitions,
      minutes,
    },
    sections: withChecks(reading.sections, questions),
    items: questions.items,
    banks: questions.banks.map(({ name, place }) => ({ id: `${document.source.file}#${name}`, name, place })),
    drawnBanks: questions.quiz.drawnBanks,
    passMark: readPassMark(document, questions.quiz.pass, report),
    draft,
    amounts,
    withheld: listWithheld(document),
    mentions,
    distant: findDistantLinks([...written, ...definitions], document.source),
    anchors: anchorsOf(reading.sections, reading.terms, views),
    labels,
    report,
  };
}

/** Another file, for its banks: without what is private, and as safe as the lesson itself. */
function openBank(path: string, written: Place, options: LessonOptions, report: Report): LessonDocument | null {
  const document = options.open?.(path, written) ?? null;
  if (document === null) return null;
  const sections = document.sections.filter(({ role }) => role !== 'notes').map((section) => ({ ...section, blocks: withoutComments(section.blocks) }));
  checkSafety(bankBlocks(sections), document, options, report);
  return { ...document, sections };
}

function checkText(open: readonly SectionNode[], slides: readonly Slide[], document: LessonDocument, report: Report): void {
  checkLiteralMarks(open, document, report);
  checkLinkSlips(open, document, report);
  checkNearSources(open, document, report);
  checkComments(document, report);
  checkFootnotesUsed(document, report);
  checkWriting(open, document, report);
  checkQuotes(slides, document, report);
  checkRecordingPlaces(open, { source: document.source, report });
}

/** What the header mentions has its message there. */
function withHeader(header: readonly Mention[], text: readonly Mention[]): Mention[] {
  return [...header, ...text.filter(({ target }) => !header.some((mention) => mention.target === target))];
}

function headOf({ title, fields, sections }: LessonDocument): DocumentHead {
  return { title, fields, sections: sections.map(({ role, place }) => ({ role, place })) };
}

function titleOf({ title }: LessonDocument): Pick<Lesson, 'code' | 'title'> {
  return { code: title?.code ?? null, title: title?.text ?? '' };
}

/** The lesson's own language, else the course's. */
function languageOf(document: LessonDocument, fallback: string | null): Pick<Lesson, 'language' | 'direction'> {
  const language = document.language ?? fallback ?? 'en';
  return { language, direction: /^(?:ar|he|fa|ur|ps|sd|yi|dv|ckb)(?:-|$)/i.test(language) ? 'rtl' : 'ltr' };
}

/** Said where the author wrote the language; a language of the whole course is said there. */
function checkInterface({ fields, language }: LessonDocument, report: Report): void {
  const field = fields.get('language');
  if (field !== undefined && language !== null) tellInterface(language, field.place, report);
}

/** `l1.2` of the code; of the title where there is none. */
function lessonId(document: LessonDocument): string {
  return slug(document.title?.code ?? document.title?.text ?? document.source.file, 'lesson', 40);
}

function checkPresence(document: LessonDocument, open: readonly SectionNode[], report: Report): void {
  const { file } = document.source;
  if (document.title === null || document.title.text.trim() === '') report.add('lesson/no-title', wholeFile(file), { file });
  if (!open.some((section) => hasContent(section.blocks))) report.add('lesson/empty', document.title?.place ?? wholeFile(file), { file });
}

function hasContent(blocks: Prose): boolean {
  return blocks.some((block) => block.type === 'code' || block.type === 'image' || block.type === 'html' || plainText([block]) !== '' || (block.type === 'paragraph' && block.children.some((c) => c.type === 'image')));
}

function checkedObjectives(open: readonly SectionNode[], document: LessonDocument, report: Report): FoundObjective[] {
  const read = open.filter((s) => s.role === 'objectives').map((s) => readObjectives(s.blocks, document));
  const found = read.flatMap(({ objectives }) => objectives);
  for (const { more } of read) checkMore(more, document, report);
  checkObjectives(found, document, report);
  return found;
}

function checkSafety(blocks: Prose, document: LessonDocument, { files, lessons }: LessonOptions, report: Report): void {
  checkHtml(blocks, document.source, report);
  checkLinks(blocks, { source: document.source, files, lessons, report });
}

const statuses: readonly (readonly [NonNullable<LessonDetails['status']>, RegExp])[] = [
  ['mandatory', /^(?:mandatory|required|compulsory|pflicht|verpflichtend|obligatoire|obligatori[oa]|obrigatori[oa]|必須|إلزامي|إجباري)$/],
  ['optional', /^(?:optional|elective|freiwillig|wahl|facultati[fv]e?|optionnel(?:le)?|opcional|任意|اختياري)$/],
  ['draft', /^(?:draft|entwurf|brouillon|borrador|rascunho|下書き|مسودة)$/],
];

function readDetails(document: LessonDocument, allowDraft: boolean, report: Report): { details: LessonDetails; draft: boolean } {
  const value = (key: string): string | null => document.fields.get(key)?.value ?? null;
  const field = document.fields.get('status');
  const status = field === undefined ? null : (statuses.find(([, words]) => words.test(fold(field.value)))?.[0] ?? null);
  if (field !== undefined && status === null) {
    report.add('lesson/value', field.place, { field: 'status', value: field.value, choices: 'mandatory, optional or draft' });
  }
  if (field !== undefined && status === 'draft' && !allowDraft) report.add('lesson/draft', field.place, { title: document.title?.text ?? document.source.file });
  const frameworks = (value('framework') ?? '').split(/[,;،、]/).map((f) => f.trim()).filter((f) => f !== '');
  return { details: { type: value('type'), status, module: value('module'), frameworks, duration: value('duration') }, draft: status === 'draft' };
}
