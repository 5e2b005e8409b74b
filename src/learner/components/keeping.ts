/** What the page says about the learner's work: confirmed by the LMS, kept in this browser, still owed; and the receipt as a file. */
import { html, nothing, render } from 'lit';
import type { PlayerStrings } from '../../locales/strings.ts';
import { piece, putInSlot } from './frame.ts';
import { saveFile } from './save-file.ts';

/** What the learner may be told about the work of this attempt, as the recorder tells it. */
export interface Keeping {
  /** When the LMS last confirmed everything; milliseconds since 1970, null = not in this visit. */
  confirmedAt: number | null;
  /** Answers that the LMS has not confirmed. */
  answers: number;
  /** Something that is no answer has not been confirmed. */
  more: boolean;
  /** What is owed is safe in this browser. */
  here: boolean;
  /** The LMS gave back what it confirmed. */
  readBack: boolean;
}

/** A save that is refused for so long is more than a hiccup. Milliseconds. */
const PATIENCE = 20_000;

let row: HTMLElement | null = null;
let trouble: ReturnType<typeof setTimeout> | undefined;
/** When the LMS refused first; null = it does not. */
let since: number | null = null;
let box: HTMLElement | null = null;

type MakeReceipt = () => { course: { id: string } };

/** In the help, always; under the title once the LMS has refused for a while. */
export function showKeeping(strings: PlayerStrings, refused: boolean, keeping: Keeping, receipt: MakeReceipt): void {
  const { record: words } = strings;
  const button = html`<button type="button" class="button" @click=${() => saveReceipt(receipt())}>${words.receipt}</button>`;
  row ??= makeRow();
  if (row !== null) {
    row.lang = strings.code;
    render(html`<dt>${words.yourRecord}</dt><dd>${sentences(strings, keeping).map((line) => html`<p>${line}</p>`)}<p>${words.receiptWhy}</p><p>${button}</p></dd>`, row);
  }
  const offer = (): void => {
    box ??= makeBox(strings.code);
    // Another lesson has a place of its own, and a card may have taken this one.
    if (!box.isConnected) {
      takeOut(box);
      putInSlot(box);
    }
    render(html`<p>${words.troubled} ${keeping.here ? words.keptUntilThen : words.keptNowhere}</p>${button}`, box);
  };
  if (refused && box !== null) return offer();
  clearTimeout(trouble);
  if (refused) {
    since ??= performance.now();
    trouble = setTimeout(offer, since + PATIENCE - performance.now());
    return;
  }
  since = null;
  if (box !== null) takeOut(box);
  box = null;
}

/** Also out of a page that is not on show now and may come back. */
function takeOut(note: Element): void {
  const facts = note.previousElementSibling;
  if (facts instanceof HTMLElement) facts.hidden = false;
  note.remove();
}

function makeBox(language: string): HTMLElement {
  const made = document.createElement('div');
  made.className = 'slot-note';
  made.lang = language;
  made.setAttribute('role', 'alert');
  return made;
}

function sentences({ record: words, code }: PlayerStrings, { confirmedAt, answers, more, here, readBack }: Keeping): (string | typeof nothing)[] {
  const time = confirmedAt === null ? null : new Intl.DateTimeFormat(code, { timeStyle: 'short' }).format(confirmedAt);
  const owed = answers > 0 ? words.owedAnswers(answers) : more ? words.owedRest : words.owedNothing;
  return [time === null ? words.confirmedNever : readBack ? words.confirmedBack(time) : words.confirmedAt(time), owed, answers > 0 || more ? (here ? words.keptUntilThen : words.keptNowhere) : nothing];
}

function makeRow(): HTMLElement | null {
  const place = piece('recorded')?.parentElement;
  if (!place) return null;
  const made = document.createElement('div');
  made.className = 'keeping';
  place.after(made);
  return made;
}

export function saveReceipt(receipt: { course: { id: string } }): void {
  saveFile(`receipt-${receipt.course.id}.json`, 'application/json', `${JSON.stringify(receipt, null, 1)}\n`);
}
