/** What an LMS's words for a status mean. */
import { normal } from './fields.ts';

export type Standing = 'passed' | 'failed' | 'completed' | 'in progress' | 'not started' | 'waived';

const WORDS: Readonly<Record<Standing, readonly string[]>> = {
  passed: ['passed', 'pass', 'p', 'bestanden', 'achieved pass grade', 'completed achieved pass grade', 'abgeschlossen bestanden', 'reussi', 'aprobado', 'satisfied', '合格'],
  failed: ['failed', 'fail', 'f', 'nicht bestanden', 'not passed', 'completed did not achieve pass grade', 'completed failed', 'abgeschlossen nicht bestanden', 'echoue', 'suspenso', 'not satisfied', '不合格'],
  completed: ['completed', 'complete', 'c', 'done', 'finished', 'yes', 'true', '1', 'ja', 'abgeschlossen', 'erledigt', 'equivalency', 'compliant', 'termine', 'acheve', 'completado', 'completada', 'finalizado', 'finalizada', 'si', 'completato', 'completata', 'concluido', 'concluida', 'voltooid', 'oui', 'sim', '完了', '修了', '済', 'はい'],
  'in progress': ['incomplete', 'i', 'in progress', 'started', 'browsed', 'b', 'in bearbeitung', 'begonnen', 'unvollstandig', 'en cours', 'en curso', 'suspended', 'overdue', '受講中', '進行中', '未了'],
  'not started': ['not started', 'not attempted', 'n', 'not completed', 'no', 'false', '0', 'nein', 'nicht begonnen', 'nicht abgeschlossen', 'enrolled', 'registered', 'unknown', 'unbekannt', 'non commence', 'no iniciado', 'not complete', 'pas termine', 'non termine', 'pas acheve', 'no finalizado', 'no completado', 'non completato', 'non completata', 'nao concluido', 'niet voltooid', 'non', 'nee', 'nao', 'nicht versucht', '未完了', '未受講', '未着手', '未開始', 'いいえ'],
  waived: ['waived', 'exempt', 'exempted', 'exemption', 'excused', 'befreit', 'freigestellt', 'dispense', 'exento', '免除'],
};

const BY_WORD: ReadonlyMap<string, Standing> = new Map(Object.entries(WORDS).flatMap(([standing, words]) => words.map((word) => [word, standing as Standing] as const)));

/** Null when the word is not known; empty cells and dashes say nothing. */
export function standingOf(text: string): Standing | null {
  return BY_WORD.get(normal(text)) ?? withRemark(text);
}

const OF_THE_MARK = /grade|bestehens|erfolg|\bnote\b|calif|sufficienza|\bnota\b|\bgrau\b|cijfer/;
const NOT_REACHED = /\b(?:not|no|nicht|ohne|pas|senza|sem|nao|niet)\b/;

/** Moodle adds in brackets whether the mark for passing was reached, or who set the state by hand. */
function withRemark(text: string): Standing | null {
  const [, word = '', remark = ''] = /^([^(]+)\((.+)\)$/.exec(text.trim()) ?? [];
  const standing = BY_WORD.get(normal(word)) ?? null;
  if (standing !== 'completed' || !OF_THE_MARK.test(normal(remark))) return standing;
  return NOT_REACHED.test(normal(remark)) ? 'failed' : 'passed';
}

/** True where a cell says nothing at all. */
export function isBlank(text: string): boolean {
  return /^(?:[-–—]|n\/?a|null)?$/i.test(text.trim());
}

/** Right or wrong of one answer; null when neither. */
export function correctness(text: string): boolean | null {
  if (/^(?:correct|right|true|richtig|correcte?|correcto|corretto|c|1)$/i.test(text)) return true;
  return /^(?:incorrect|wrong|false|falsch|w|unanticipated|0)$/i.test(text) ? false : null;
}

/** A share of 1 from `85`, `85 %`, `8,5/10` or `0.85 / 1`; null when it is no number. `max` is what a bare number is out of. */
export function scoreOf(text: string, max: number): number | null {
  const [, value = '', percent, , total] = /^(-?\d+(?:[.,]\d+)?)\s*(%)?(\s*\/\s*(\d+(?:[.,]\d+)?))?$/.exec(text.trim()) ?? [];
  if (value === '') return null;
  const number = Number(value.replace(',', '.'));
  const whole = total !== undefined ? Number(total.replace(',', '.')) : percent !== undefined ? 100 : max;
  return whole > 0 ? Math.max(-1, Math.min(1, number / whole)) : null;
}

/** Milliseconds from seconds, `1:02:03`, `0000:32:46.40`, `PT5M` or `5 mins 3 secs`; null when it is none. */
export function timeSpentOf(text: string, iso: (text: string) => number | null): number | null {
  const words = text.trim();
  if (/^\d+(?:\.\d+)?$/.test(words)) return Math.round(Number(words) * 1000);
  const [, hours, minutes, seconds] = /^(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:\.\d+)?)$/.exec(words) ?? [];
  if (minutes !== undefined) return Math.round((Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  const parts = [...words.matchAll(/(\d+)\s*(h|min|m|s)[\p{L}.]*/giu)];
  if (parts.length > 0 && words.replace(/(\d+)\s*(h|min|m|s)[\p{L}.]*/giu, '').trim() === '') {
    return parts.reduce((sum, [, amount, unit = 's']) => sum + Number(amount) * (unit.toLowerCase() === 'h' ? 3_600_000 : unit.toLowerCase() === 's' ? 1000 : 60_000), 0);
  }
  return iso(words);
}
