/** The panels beside the course: what an administrator would see, the data model, the calls, the faults, what is wrong with the text. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskState, StoreView } from '../desk.ts';
import { byElement, type LearnerRecord } from '../records.ts';
import type { Setting } from './address.ts';
import { type Fault, FAULTS } from './faults.ts';
import { gradebook, type Gradebook } from './gradebook.ts';
import type { Call } from './scorm.ts';
import { lastPart, storeGradebook, verbOf } from './store-gradebook.ts';

/** Calls beyond this are counted, not shown. */
const MOST_CALLS = 500;

/** `lessons`: the course and its lessons, where the LMS launches them one by one; `name`: of the one on show. */
export function gradesPanel(record: LearnerRecord | null, standard: string, lessons: string[][] = [], name = ''): TemplateResult {
  const list = lessons.length === 0 ? nothing : html`<h2>Course and lessons</h2>${table(['Lesson', 'Completion', 'Success', 'Score'], lessons)}<h2>${name}</h2>`;
  return html`${list}${ownGrades(record, standard)}`;
}

function ownGrades(record: LearnerRecord | null, standard: string): TemplateResult {
  if (record === null) return html`<p class="empty">The LMS has stored nothing for this learner yet. It does with the first Commit.</p>`;
  return bookPanel(gradebook(record, standard), [['Commits', String(record.commits)], ['Session', record.terminated ? 'ended by the course' : 'open']]);
}

export function storeGradesPanel(store: StoreView): TemplateResult {
  if (store.statements.length === 0) return html`<p class="empty">The record store knows nothing of this learner yet. It does with the first statement.</p>`;
  return bookPanel(storeGradebook(store), []);
}

function bookPanel({ facts, objectives, answers, progress }: Gradebook, more: [name: string, value: string][]): TemplateResult {
  return html`
    <dl class="facts">${[...facts.map(({ name, value }) => [name, value]), ...more].map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    <h2>Stored progress</h2>
    <p><meter min="0" max=${progress.of} high=${progress.of * 0.8} value=${progress.used} aria-label="Stored progress"></meter> ${progress.used.toLocaleString('en')} of ${progress.of.toLocaleString('en')} ${progress.unit}</p>
    ${objectives.length === 0 ? nothing : html`<h2>Objectives</h2>${table(['Objective', 'Score', 'Success', 'Completion'], objectives.map((each) => [each.description || each.id, each.score, each.success, each.completion]))}`}
    ${answers.length === 0 ? nothing : html`<h2>Answers</h2>${table(['', 'Question', 'Type', 'Given', 'Right', 'Result', 'Took'], answers.map((each) => [String(each.number), each.id, each.type, each.given, each.right, each.result, each.seconds]))}`}`;
}

/** What the course keeps with the record store, in place of a data model. */
export function documentsPanel({ documents }: StoreView): TemplateResult {
  const rows = Object.entries(documents);
  return rows.length === 0 ? html`<p class="empty">The record store keeps no document of this learner.</p>` : table(['Document', 'Value'], rows);
}

/** Requests to the record store, as calls: what is not found is an answer, not a failure. */
export function requestsAsCalls({ requests, opened }: StoreView): Call[] {
  return requests.map(({ method, path, about, status, body, at }) => ({
    method: `${method} ${path}`,
    args: about === '' ? [] : [about],
    answer: status === null ? 'no answer' : String(status),
    error: status !== null && (status < 400 || (method === 'GET' && status === 404)) ? '0' : body,
    at: at - opened,
  }));
}

export function modelPanel(model: Record<string, unknown> | null): TemplateResult {
  const rows = Object.entries(byElement(model ?? {})).filter(([, value]) => value !== '' && value !== 'null');
  if (rows.length === 0) return html`<p class="empty">The course is not open, or the LMS offers no API.</p>`;
  return table(['Element', 'Value'], rows.map(([element, value]) => [element, value]));
}

export function callsPanel(calls: readonly Call[]): TemplateResult {
  if (calls.length === 0) return html`<p class="empty">The course has not called the LMS.</p>`;
  const shown = calls.slice(-MOST_CALLS);
  const failed = calls.filter(({ error }) => error !== '0').length;
  return html`
    <p>${calls.length} calls, ${failed} with an error code${shown.length < calls.length ? `; the last ${MOST_CALLS} are shown` : ''}.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Calls"><table>
      <thead><tr><th scope="col">At</th><th scope="col">Call</th><th scope="col">Answer</th><th scope="col">Error</th></tr></thead>
      <tbody>${shown.map((call) => html`<tr class=${call.error === '0' ? '' : 'failed'}><td class="at">${(call.at / 1000).toFixed(1)} s</td><td><code>${call.method}(${call.args.map((arg) => JSON.stringify(arg)).join(', ')})</code></td><td><code>${call.answer}</code></td><td>${call.error}</td></tr>`)}</tbody>
    </table></div>`;
}

export function statementsPanel({ statements, complaints }: StoreView): TemplateResult {
  if (statements.length + complaints.length === 0) return html`<p class="empty">The record store has been told nothing.</p>`;
  const about = (statement: Readonly<Record<string, unknown>>): string => lastPart(Reflect.get(Object(statement['object']), 'id'));
  return html`
    <p>${statements.length} statements, ${complaints.length} refused.</p>
    ${complaints.length === 0 ? nothing : html`<ul class="alert">${complaints.map((each) => html`<li>${each}</li>`)}</ul>`}
    ${statements.toReversed().map((statement) => html`<details class="statement"><summary><b>${verbOf(statement)}</b> ${about(statement)}</summary><pre tabindex="0" role="region" aria-label=${`Statement: ${verbOf(statement)}`}>${JSON.stringify(statement, null, 2)}</pre></details>`)}`;
}

/** Those of the target's own kind; a web package has neither API nor store. */
export function faultsPanel({ faults: chosen, code }: Setting, standard: string, change: (change: Partial<Setting>) => void): TemplateResult {
  const mine = standard.startsWith('scorm') ? 'api' : standard === 'web' ? 'both' : 'store';
  const toggle = (id: Fault, on: boolean): void => change({ faults: on ? [...chosen, id] : chosen.filter((other) => other !== id) });
  const value = (event: Event): string => (event.target instanceof HTMLInputElement ? event.target.value : '');
  return html`
    <p>What goes wrong in real LMSs. A change opens the course anew.</p>
    ${FAULTS.filter(({ concerns }) => concerns === mine || concerns === 'both').map(({ title, faults }) => html`<fieldset><legend>${title}</legend>${faults.map(({ id, label, says }) => html`
      <label class="fault"><input type="checkbox" .checked=${chosen.includes(id)} @change=${(event: Event) => toggle(id, event.target instanceof HTMLInputElement && event.target.checked)}><span><b>${label}</b> ${says}</span></label>
      ${id === 'set-false' ? html`<label class="fault-code">Error code <input inputmode="numeric" maxlength="4" size="4" .value=${code} @change=${(event: Event) => change({ code: value(event) })}></label>` : nothing}`)}</fieldset>`)}`;
}

export function textPanel({ remarks, behind, summary }: DeskState): TemplateResult {
  if (remarks === '') return html`<p class="empty">The text has no mistakes.</p>`;
  return html`${behind ? html`<p class="alert">The text has errors, so the course on show is older than the text.</p>` : html`<p>${summary}</p>`}<pre class="remarks" tabindex="0" role="region" aria-label="Remarks">${remarks}</pre>`;
}

function table(heads: string[], rows: string[][]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${heads.filter((head) => head !== '').join(', ')}><table>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head === '' ? html`<span class="sr-only">Number</span>` : head}</th>`)}</tr></thead>
    <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
