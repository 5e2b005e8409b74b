/** Prints the lesson that is open: figures and pictures first, and the answers once they give nothing away. */
import { html, nothing, render, type TemplateResult } from 'lit';
import type { PrintStrings } from '../../locales/tool-strings.ts';
import { block } from '../components/item.ts';
import { showFigures } from '../components/lectern-lesson/slide-styles.ts';
import { rightAnswer } from './right-answer.ts';
import type { Answer, ToolSetting } from './setting.ts';

/** A picture that takes longer is printed as far as it has come. Milliseconds. */
const PATIENCE = 3_000;

export function printLesson(setting: ToolSetting, words: PrintStrings): void {
  const answers = setting.answers();
  const sheet = document.createElement('section');
  sheet.className = 'paper-only';
  sheet.lang = setting.strings.code;
  const lesson = document.querySelector('lectern-lesson');
  if (lesson?.querySelector('.question')) {
    render(answers === null ? html`<p>${words.later}</p>` : printed(answers, setting, words), sheet);
    lesson.append(sheet);
  }
  addEventListener('afterprint', () => sheet.remove(), { once: true });
  const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')].map((picture) => {
    picture.loading = 'eager';
    return picture.decode().catch(() => undefined);
  });
  void Promise.race([Promise.all([showFigures(), ...pictures]), new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(() => print());
}

function printed(answers: readonly Answer[], { strings }: ToolSetting, words: PrintStrings): TemplateResult {
  const language = document.querySelector('lectern-lesson')?.closest('[lang]')?.getAttribute('lang') ?? '';
  return html`<h2>${words.answers}</h2><ol class="printed-answers">${answers.map(({ item, sealed }) => {
    const lines = rightAnswer(item, sealed.key, { words: strings.item, language });
    return html`<li lang=${language}><p class="printed-question">${item.text}</p>${lines.length === 0 ? nothing : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}${titled(words.model, sealed.model)}${titled(words.explanation, sealed.why)}</li>`;
  })}</ol>`;

  function titled(title: string, prose: Answer['sealed']['why']): unknown {
    return prose === null ? nothing : html`<p class="printed-title" lang=${strings.code}>${title}</p>${block(prose)}`;
  }
}
