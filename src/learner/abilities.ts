/** “What you can do now”: the lesson's objectives with the learner's own verdicts, below the card that names the next lesson. */
import type { LessonOutline, LessonPayload } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { stepState } from './results-view.ts';
import { record, type Session } from './session/session.ts';
import { objectiveStandings } from './session/standing.ts';

export interface Ability {
  text: string;
  /** What became of its questions, in words. */
  verdict: string;
}

/** null while nothing was answered, and where the learner is not to be told yet. Objectives that no question asks about are left out. */
export function abilities(session: Session, outline: LessonOutline, payload: Pick<LessonPayload, 'id' | 'objectives' | 'items'>, strings: PlayerStrings): Ability[] | null {
  const records = payload.items.map((item) => ({ item, record: record(session, outline.key, item) }));
  if (records.some(({ record: { withheld } }) => withheld) || records.every(({ record: { tries } }) => tries === 0)) return null;
  const standings = objectiveStandings(session, payload);
  const known = payload.objectives.flatMap(({ id, text }, index): Ability[] => {
    const asked = records.filter(({ item }) => item.objectives.includes(id));
    if (asked.length === 0) return [];
    const { points, of } = standings[index] ?? { points: 0, of: 0 };
    const answered = asked.filter((each) => each.record.tries > 0);
    if (answered.length === 0) return [{ text, verdict: strings.item.unanswered }];
    if (of > 0) return [{ text, verdict: strings.results.points(points, of) }];
    return [{ text, verdict: [...new Set(answered.map((each) => stepState(each.record, strings).word))].join(', ') }];
  });
  return known.length === 0 ? null : known;
}

const TITLE_ID = 'lectern-abilities';

/** The slides hold the card; a lesson without one says nothing. */
export function showAbilities(lesson: Element, list: readonly Ability[] | null, { strings, language }: { strings: PlayerStrings; language: string }): void {
  const sheet = [...lesson.querySelectorAll('.slide .sheet-next')].at(-1);
  lesson.querySelector('.abilities')?.remove();
  if (sheet === undefined || list === null) return;
  const title = Object.assign(document.createElement('h4'), { id: TITLE_ID, textContent: strings.results.abilities, lang: strings.code });
  const rows = list.map(({ text, verdict }) => {
    const row = document.createElement('li');
    const words = Object.assign(document.createElement('span'), { textContent: text, lang: language });
    row.append(words, ' ', Object.assign(document.createElement('span'), { className: 'ability-verdict', textContent: verdict, lang: strings.code }));
    return row;
  });
  const all = document.createElement('ul');
  all.append(...rows);
  const section = Object.assign(document.createElement('section'), { className: 'abilities' });
  section.setAttribute('aria-labelledby', TITLE_ID);
  section.append(title, all);
  sheet.closest('figure')?.after(section);
}
