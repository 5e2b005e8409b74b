/** Writes the Slides view: each slide with its figures and its narration, and, for the player, what is said when. */
import type { Lesson, Slide } from '../../course/course.ts';
import type { Sentence } from '../../course/narration.ts';
import { TAGS_OF } from '../../vocabulary/features.ts';
import type { LessonBodyOptions } from './lesson-body.ts';
import { escape, foreign } from './markup.ts';

export function slidesView(lesson: Lesson, options: LessonBodyOptions): string {
  const { strings } = options;
  const language = foreign(strings.code, lesson.language);
  const slides = lesson.slides.map((slide) => slideArticle(slide, lesson, options));
  const parts = lesson.sections.flatMap((section) => section.parts.map(({ key }) => key)).join(' ');
  return `<${TAGS_OF.watch} data-words="${escape(JSON.stringify(strings.watch))}" data-parts="${parts}"${lesson.rate === undefined ? '' : ` data-rate="${lesson.rate}"`}${language === '' ? '' : ` data-words-lang="${escape(strings.code)}"`}>
<h2 tabindex="-1"${language}>${escape(strings.frame.slides)}</h2>
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
  const rows = sentences.map(({ text, spoken, cues }) => [text, spoken === text ? 0 : spoken, ...cues.flatMap((cue) => cueRow(cue, text))]);
  return `<script type="application/json" class="track">${JSON.stringify(rows).replace(/</g, '\\u003c')}</script>`;
}

function cueRow(cue: Sentence['cues'][number], { length }: string): (number | string)[][] {
  const after = length === 0 ? 0 : Math.round((cue.at / length) * 100) / 100;
  if (cue.do === 'pause') return [[after, 'pause', cue.seconds]];
  return cue.do === 'show' || cue.do === 'hide' ? [[after, cue.do, ...cue.steps]] : [];
}
