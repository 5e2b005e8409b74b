/** Interface words of the HTML report, one table a language. */

export interface Words {
  code: string;
  dir: 'ltr' | 'rtl';
  reports: Readonly<Record<string, string>>;
  columns: Readonly<Record<string, string>>;
  statuses: Readonly<Record<string, string>>;
  /** Why a statement does not count, as the audit (audit.sql) has it. */
  reasons: Readonly<Record<string, string>>;
  asOf: (day: string) => string;
  madeBy: (version: string, day: string) => string;
  search: string;
  everything: string;
  clear: string;
  allColumns: string;
  shown: (shown: string, all: string) => string;
  nothing: string;
  overTime: string;
  byGroup: string;
  scores: string;
  items: string;
  itemsNote: string;
  noGroup: string;
  otherGroups: string;
  learners: string;
  asTable: string;
  month: string;
  done: string;
  sum: string;
  yes: string;
  no: string;
  asked: string;
  sortBy: (column: string) => string;
  printed: (printed: string, all: string) => string;
  damaged: string;
  proof: string;
}

const en: Words = {
  code: 'en',
  dir: 'ltr',
  reports: { completion: 'Completion', attempts: 'Attempts', items: 'Questions', responses: 'Responses', objectives: 'Objectives', overdue: 'Overdue', audit: 'Audit' },
  columns: {
    learner: 'Learner', name: 'Name', group_name: 'Group', course: 'Course', course_title: 'Course', title: 'Title', version: 'Version', content: 'Content', registration: 'Registration', status: 'Status', started: 'Started', ended: 'Last seen', completed: 'Completed', passed: 'Passed',
    done: 'Done', latest_result: 'Latest result', latest_at: 'Latest result on', latest_score: 'Latest score', best_score: 'Best score', attempts: 'Attempts', attempt: 'Attempt', duration_ms: 'Time', due: 'Due', in_time: 'In time', expires: 'Expires', clock_ahead: 'Clock ahead',
    authority: 'Vouched for by', first_stored: 'First stored', last_stored: 'Last stored', evidence: 'Evidence', result: 'Result', session: 'Session', days_late: 'Days late', item: 'Question', learners: 'Learners', answers: 'Answers', difficulty: 'Right at first try',
    discrimination: 'Discrimination', median_ms: 'Median time', suppressed: 'Too few', response: 'Response', share: 'Share', score: 'Score', objective: 'Objective', items: 'Questions', reached: 'Reached', id: 'Statement', happened: 'Happened', stored: 'Stored', verb: 'Verb', reason: 'Reason', because: 'Because of', since: 'Since', by_whom: 'By', source: 'Source',
  },
  statuses: { 'not started': 'not started', 'in progress': 'in progress', completed: 'completed', passed: 'passed', failed: 'failed', waived: 'waived', overdue: 'overdue', expired: 'expired', abandoned: 'abandoned', satisfied: 'satisfied' },
  reasons: { voided: 'voided', 'voids a statement that is not here': 'voids a statement that is not here', 'tries to void a voiding statement': 'tries to void a voiding statement', 'not defined by cmi5': 'not defined by cmi5', 'its result contradicts its verb': 'its result contradicts its verb', 'clock ahead of the LRS': 'clock ahead of the LRS' },
  asOf: (day) => `As of ${day}`,
  madeBy: (version, day) => `Made with Lectern ${version} on ${day}`,
  search: 'Search learners, names, courses',
  everything: 'All',
  clear: 'Show all',
  allColumns: 'Show all columns',
  shown: (shown, all) => `${shown} of ${all} rows`,
  nothing: 'No row is like this.',
  overTime: 'Done by month',
  byGroup: 'Status by group',
  scores: 'Best scores',
  items: 'Questions by difficulty',
  itemsNote: 'Share that was right at the first try. Below 30 % or with a discrimination under 0.1 a question deserves a second look.',
  noGroup: 'no group',
  otherGroups: 'other groups',
  learners: 'Learners',
  asTable: 'The same as a table',
  month: 'Month',
  done: 'Done',
  sum: 'In all',
  yes: 'yes',
  no: 'no',
  asked: 'What was asked for',
  sortBy: (column) => `Sort by ${column}`,
  printed: (printed, all) => `The first ${printed} of ${all} rows are printed. Narrow the report, or use the CSV file.`,
  damaged: 'The data in this file is damaged.',
  proof: 'The report shows what the systems recorded. Results are computed in the learner’s own browser; they do not prove who sat at the keyboard.',
};

const de: Words = {
  code: 'de',
  dir: 'ltr',
  reports: { completion: 'Abschlüsse', attempts: 'Versuche', items: 'Fragen', responses: 'Antworten', objectives: 'Lernziele', overdue: 'Überfällig', audit: 'Prüfpfad' },
  columns: {
    learner: 'Lernende', name: 'Name', group_name: 'Gruppe', course: 'Kurs', course_title: 'Kurs', title: 'Titel', version: 'Version', content: 'Inhalt', registration: 'Registrierung', status: 'Status', started: 'Begonnen', ended: 'Zuletzt', completed: 'Abgeschlossen', passed: 'Bestanden',
    done: 'Erledigt', latest_result: 'Letztes Ergebnis', latest_at: 'Letztes Ergebnis am', latest_score: 'Letzte Punkte', best_score: 'Beste Punkte', attempts: 'Versuche', attempt: 'Versuch', duration_ms: 'Zeit', due: 'Fällig', in_time: 'Rechtzeitig', expires: 'Läuft ab', clock_ahead: 'Uhr geht vor',
    authority: 'Verbürgt von', first_stored: 'Zuerst gespeichert', last_stored: 'Zuletzt gespeichert', evidence: 'Nachweis', result: 'Ergebnis', session: 'Sitzung', days_late: 'Tage zu spät', item: 'Frage', learners: 'Lernende', answers: 'Antworten', difficulty: 'Beim ersten Mal richtig',
    discrimination: 'Trennschärfe', median_ms: 'Mittlere Zeit', suppressed: 'Zu wenige', response: 'Antwort', share: 'Anteil', score: 'Punkte', objective: 'Lernziel', items: 'Fragen', reached: 'Erreicht', id: 'Aussage', happened: 'Geschehen', stored: 'Gespeichert', verb: 'Verb', reason: 'Grund', because: 'Wegen', since: 'Seit', by_whom: 'Durch', source: 'Quelle',
  },
  statuses: { 'not started': 'nicht begonnen', 'in progress': 'in Arbeit', completed: 'abgeschlossen', passed: 'bestanden', failed: 'nicht bestanden', waived: 'erlassen', overdue: 'überfällig', expired: 'abgelaufen', abandoned: 'abgebrochen', satisfied: 'erfüllt' },
  reasons: { voided: 'widerrufen', 'voids a statement that is not here': 'widerruft eine Aussage, die nicht da ist', 'tries to void a voiding statement': 'will einen Widerruf widerrufen', 'not defined by cmi5': 'in cmi5 nicht vorgesehen', 'its result contradicts its verb': 'Ergebnis widerspricht dem Verb', 'clock ahead of the LRS': 'Uhr geht gegenüber dem LRS vor' },
  asOf: (day) => `Stand ${day}`,
  madeBy: (version, day) => `Erstellt mit Lectern ${version} am ${day}`,
  search: 'Lernende, Namen, Kurse suchen',
  everything: 'Alle',
  clear: 'Alles zeigen',
  allColumns: 'Alle Spalten zeigen',
  shown: (shown, all) => `${shown} von ${all} Zeilen`,
  nothing: 'Keine Zeile passt dazu.',
  overTime: 'Erledigt nach Monat',
  byGroup: 'Status nach Gruppe',
  scores: 'Beste Punkte',
  items: 'Fragen nach Schwierigkeit',
  itemsNote: 'Anteil, der beim ersten Mal richtig war. Unter 30 % oder mit einer Trennschärfe unter 0,1 verdient eine Frage einen zweiten Blick.',
  noGroup: 'ohne Gruppe',
  otherGroups: 'andere Gruppen',
  learners: 'Lernende',
  asTable: 'Dasselbe als Tabelle',
  month: 'Monat',
  done: 'Erledigt',
  sum: 'Insgesamt',
  yes: 'ja',
  no: 'nein',
  asked: 'Wonach gefragt wurde',
  sortBy: (column) => `Nach ${column} ordnen`,
  printed: (printed, all) => `Gedruckt werden die ersten ${printed} von ${all} Zeilen. Engen Sie den Bericht ein oder nehmen Sie die CSV-Datei.`,
  damaged: 'Die Daten in dieser Datei sind beschädigt.',
  proof: 'Der Bericht zeigt, was die Systeme aufgezeichnet haben. Ergebnisse entstehen im Browser der Lernenden; sie beweisen nicht, wer vor dem Gerät saß.',
};

const WORDS: Readonly<Record<string, Words>> = { en, de };
export const PAGE_LANGUAGES = Object.keys(WORDS);

/** What stands in a column of few words, in the reader's language; any other text as it is. */
export function valueWords(column: string, text: string, words: Words): string {
  if (column === 'reason') return words.reasons[text] ?? text;
  return ['status', 'result', 'latest_result'].includes(column) ? (words.statuses[text] ?? text) : text;
}

/** English for a language that is not there. */
export function wordsOf(language: string): Words {
  return WORDS[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
