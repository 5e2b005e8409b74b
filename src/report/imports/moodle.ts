/** Moodle's wide tables. Their columns are told by how they stand to one another, since their names are in the language of the site. */
import { normal } from './fields.ts';

/** An activity of a completion report: a column with its state and one with the date. */
export interface ActivityColumns {
  name: string;
  state: number;
  date: number;
}

export interface CompletionColumns {
  activities: ActivityColumns[];
  /** Date of the whole course; null in the report of activities, which does not have it. */
  course: number | null;
  /** The date is there only when the activity is done, whatever the state is called. */
  dateMeansDone: boolean;
}

const WHOLE = ['course complete', 'kurs abgeschlossen', 'cours termine', 'cours acheve', 'curso completado', 'curso finalizado', 'curso completo', 'corso completato', 'cursus voltooid', 'curso concluido'];

/** Null when it is none of the two reports. */
export function completionColumns(header: readonly string[]): CompletionColumns | null {
  const dated = pairs(header, (name, next) => next.startsWith(`${name} - `));
  const last = header.length - 1;
  if (dated.length > 0 || WHOLE.includes(normal(header[last] ?? ''))) {
    return { activities: dated, course: dated.some(({ date }) => date === last) ? null : last, dateMeansDone: true };
  }
  // The report of activities names neither the people's column nor those of the dates; a date in its place is the day on which the activity is due.
  if (header[0] !== '') return null;
  const activities = pairs(header, (name, next) => name !== '' && (next === '' || /^\d{4}-\d\d-\d\d /.test(next)));
  return activities.length === 0 ? null : { activities, course: null, dateMeansDone: false };
}

function pairs(header: readonly string[], belong: (name: string, next: string) => boolean): ActivityColumns[] {
  const found: ActivityColumns[] = [];
  for (let at = 1; at < header.length - 1; at += 1) {
    const name = header[at] ?? '';
    if (name === '' || !belong(name, header[at + 1] ?? '')) continue;
    found.push({ name, state: at, date: at + 1 });
    at += 1;
  }
  return found;
}

const NUMBERED = {
  question: ['question', 'frage', 'fragen', 'pregunta', 'domanda', 'vraag', 'questao', 'pergunta'],
  response: ['response', 'antwort', 'antworten', 'reponse', 'respuesta', 'risposta', 'antwoord', 'resposta'],
  right: ['right answer', 'correct answer', 'richtige antwort', 'richtige antworten', 'reponse correcte', 'respuesta correcta', 'risposta corretta', 'risposta giusta', 'juiste antwoord', 'resposta correta', 'resposta certa'],
  result: ['result', 'ergebnis', 'resultat', 'resultado', 'risultato', 'resultaat'],
} as const;
type Part = keyof typeof NUMBERED;

/** Columns such as “Response 3”, by their numbers. Which of the four are there is the teacher's choice. */
export function questionColumns(header: readonly string[]): Map<string, Partial<Record<Part, number>>> {
  const questions = new Map<string, Partial<Record<Part, number>>>();
  for (const [index, column] of header.entries()) {
    const [, word = '', number = ''] = /^(.+) (\d+)$/.exec(normal(column)) ?? [];
    const part = (Object.keys(NUMBERED) as Part[]).find((one) => NUMBERED[one].some((name) => name === word));
    if (part !== undefined) questions.set(number, { ...questions.get(number), [part]: index });
  }
  return questions;
}
