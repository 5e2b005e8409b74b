/** What a learner prints after passing: a sheet that repeats what the LMS holds, and says so. */
import { html, render, type TemplateResult } from 'lit';
import type { CertificateStrings } from '../../locales/tool-strings.ts';
import { certificateCode } from './certificate-code.ts';
import type { Passed, ToolSetting } from './setting.ts';

/** Below the results that `button` stands in; it goes as soon as the learner goes elsewhere. */
export function showCertificate(button: HTMLElement, setting: ToolSetting, words: CertificateStrings): void {
  const passed = setting.passed();
  const results = button.closest('lectern-results') ?? button;
  if (passed === null || results.nextElementSibling?.matches('.certificate-view') === true) return;
  const view = document.createElement('section');
  view.className = 'certificate-view';
  view.lang = setting.strings.code;
  view.setAttribute('aria-labelledby', 'lectern-certificate-title');
  const leave = (): void => {
    view.remove();
    document.removeEventListener('lectern-moved', leave);
  };
  const back = (): void => {
    leave();
    button.focus();
  };
  render(
    html`${sheet(passed, setting, words)}<div class="actions"><button type="button" class="button primary" @click=${() => printSheet(view)}>${words.print}</button><button type="button" class="button" @click=${back}>${words.back}</button></div>`,
    view,
  );
  results.after(view);
  document.addEventListener('lectern-moved', leave);
  view.querySelector<HTMLElement>('h2')?.focus();
}

function sheet({ name, learner, share, passMark }: Passed, { course, strings }: ToolSetting, words: CertificateStrings): TemplateResult {
  const date = new Intl.DateTimeFormat(strings.code, { dateStyle: 'long' }).format(new Date());
  const code = certificateCode({ course: course.id, build: course.build, learner, share });
  return html`<div class="certificate"><h2 id="lectern-certificate-title" tabindex="-1">${words.title}</h2>
    <p>${words.that}</p><p class="certificate-name"><bdi>${name}</bdi></p><p>${words.passed}</p><p class="certificate-course" lang=${course.language}>${course.title}</p>
    <p>${words.result(share, passMark)}</p>
    <p class="facts"><span>${words.printed(date)}</span> <span>${words.version} ${course.version}</span> <span>${words.build} ${course.build}</span></p>
    <p class="certificate-record">${words.record}</p>
    <p class="certificate-small">${words.code}: <code>${code}</code>. ${words.proves}</p></div>`;
}

/** The sheet alone: a copy of it beside the page, and everything else hidden on paper. */
function printSheet(view: HTMLElement): void {
  const copy = document.createElement('main');
  copy.className = 'certificate-sheet';
  copy.lang = view.lang;
  const original = view.querySelector('.certificate');
  if (original !== null) copy.append(original.cloneNode(true));
  copy.querySelector('[id]')?.removeAttribute('id');
  document.body.append(copy);
  document.documentElement.setAttribute('data-printing', 'certificate');
  const done = (): void => {
    copy.remove();
    document.documentElement.removeAttribute('data-printing');
  };
  addEventListener('afterprint', done, { once: true });
  print();
}
