/** Writes the view of slides, called Slides or Watch: each slide with its figures and its narration, and, for the player, what is said when. */
import type { Lesson, Slide } from '../../course/course.ts';
import type { Sentence } from '../../course/narration.ts';
import { TAGS_OF } from '../../vocabulary/features.ts';
import type { LessonBodyOptions } from './lesson-body.ts';
import { escape, foreign } from './markup.ts';

/** Slides that somebody recorded are a show; without a recording their text and figures come first. */
export function slidesWord({ slides }: Pick<Lesson, 'slides'>): 'slides' | 'watch' {
  return slides.some(({ voice }) => voice !== undefined) ? 'watch' : 'slides';
}

export function slidesView(lesson: Lesson, options: LessonBodyOptions): string {
  const { strings } = options;
  const language = foreign(strings.code, lesson.language);
  const slides = lesson.slides.map((slide) => slideArticle(slide, lesson, options));
  const parts = lesson.sections.flatMap((section) => section.parts.map(({ key }) => key)).join(' ');
  return `<${TAGS_OF.watch} data-words="${escape(JSON.stringify(strings.watch))}" data-parts="${parts}"${lesson.rate === undefined ? '' : ` data-rate="${lesson.rate}"`}${language === '' ? '' : ` data-words-lang="${escape(strings.code)}"`}>
<h2 tabindex="-1"${language}>${escape(strings.frame[slidesWord(lesson)])}</h2>
<p class="intro"${language}>${escape(strings.lesson.slidesIntro)}</p>
<ol class="slides">${slides.join('\n')}</ol></${TAGS_OF.watch}>`;
}

function slideArticle(slide: Slide, lesson: Lesson, { html, figures, file, strings }: LessonBodyOptions): string {
  const id = `lectern-slide-${slide.number}`;
  const language = foreign(strings.code, lesson.language);
  return `<li><article class="slide" aria-labelledby="${id}"><p class="eyebrow"${language}>${escape(strings.lesson.slide(slide.number, lesson.slides.length))}</p><h3 id="${id}" tabindex="-1">${escape(slide.title)}</h3>
${voice(slide, id, file)}${slide.visuals.length === 0 ? '' : figures(slide.visuals)}${html(slide.narration, id)}${track(slide.sentences)}</article></li>`;
}

/** Heard through the player; its own controls are on show where no script runs. It stands first: the player takes the first of a slide. */
function voice({ voice: written }: Slide, id: string, file: LessonBodyOptions['file']): string {
  return written === undefined ? '' : `<audio class="voice" controls preload="none" src="${escape(file(written))}" aria-labelledby="${id}"></audio>`;
}

/** Right behind the text, whose words it repeats: compressed it costs next to nothing. Read by the player's `track.ts`. */
function track(sentences: readonly Sentence[]): string {
  if (sentences.length === 0) return '';
  const rows = sentences.map((sentence) => [sentence.text, sentence.spoken === sentence.text ? 0 : sentence.spoken, ...heardRows(sentence), ...sentence.cues.flatMap((cue) => cueRow(cue, sentence))]);
  return `<script type="application/json" class="track">${JSON.stringify(rows).replace(/</g, '\\u003c')}</script>`;
}

type Row = (number | string)[];

/** When it is heard, and the author's captions, by the share of the sentence that is over then. */
function heardRows({ heard }: Sentence): Row[] {
  if (heard === undefined) return [];
  return [[0, 'heard', heard.from, heard.to], ...heard.captions.map(([second, text]): Row => [shareAt(second, heard), 'caption', text])];
}

function cueRow(cue: Sentence['cues'][number], { text, heard }: Sentence): Row[] {
  const after = text === '' ? 0 : Math.round((cue.at / text.length) * 100) / 100;
  if (cue.do === 'pause') return [[after, 'pause', cue.seconds]];
  if (cue.do !== 'show' && cue.do !== 'hide') return [];
  return [[heard === undefined || cue.second === undefined ? after : shareAt(cue.second, heard), cue.do, ...cue.steps]];
}

function shareAt(second: number, { from, to }: { from: number; to: number }): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, Math.round(((second - from) / (to - from)) * 1000) / 1000));
}
