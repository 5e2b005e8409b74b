/** The words that stand in a page from the build on, in German. */
import type { StaticStrings } from './strings.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const completionItems = {
  attempted: ' und alle Fragen beantwortet sind',
  passed: ' und die Fragen bestanden sind',
  none: '',
} as const;

export const pageStrings: StaticStrings = {
  opensInNewTab: '(öffnet neuen Tab)',
  table: 'Tabelle',
  pictureDescription: 'Beschreibung des Bildes',
  footnotes: 'Fußnoten',
  backToText: 'Zurück zum Text, Anmerkung',
  blocks: {
    reveal: 'Anzeigen',
    workedExample: 'Beispiel mit Lösungsweg',
    step: (number, of) => `Schritt ${number} von ${of}`,
    copy: 'Kopieren',
    copied: 'Kopiert',
    formula: 'Formel',
  },
  callouts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  reference: 'Quelle',
  page: {
    skip: 'Zur Lektion springen',
    contents: 'Inhalt',
    lessons: 'Lektionen',
    pager: 'Zurück und weiter',
    previous: 'Zurück',
    next: 'Weiter',
    saveAndExit: 'Speichern und beenden',
    draft: 'Entwurf – noch nicht für Lernende',
    noScript: 'Sie können diese Lektion ohne Skripte lesen, Antworten und Fortschritt brauchen sie aber.',
    progress: 'Gelesene Abschnitte',
    lessonCount: (count) => counted(count, 'Lektion', 'Lektionen'),
    questionCount: (count) => counted(count, 'Frage', 'Fragen'),
    sectionCount: (count) => counted(count, 'Abschnitt', 'Abschnitte'),
    minutes: (low, high) => (low === high ? counted(high, 'Minute', 'Minuten') : `${low} bis ${high} Minuten`),
  },
  visual: {
    textVersion: 'Als Text',
    card: { title: 'Titelfolie', paper: 'Veröffentlichung', next: 'Als Nächstes' },
    flow: 'Ablauf',
    stages: (count) => `${counted(count, 'Stufe', 'Stufen')}, von der ersten zur letzten`,
    loop: (count) => `Kreislauf aus ${counted(count, 'Schritt', 'Schritten')}`,
    facts: (count) => counted(count, 'Punkt', 'Punkte'),
    quadrant: (count) => counted(count, 'Feld', 'Felder'),
    axis: { log: 'Logarithmische Skala', linear: 'Skala', order: 'Der Reihe nach' },
    filetree: 'Dateien und Ordner',
    landscape: 'Karte des Verlusts über zwei Gewichten',
    reference: (code) => code.replace(/^M(\d+)$/, 'Modul $1'),
    numbered: (name, number) => `${name} ${number}`,
    then: ', dann ',
    more: 'und so weiter',
    repeat: 'Wiederholen',
    backTo: (step) => `Zurück zu „${step}“`,
    fromTo: (from, to) => `Von „${from}“ bis „${to}“`,
    logarithmic: 'Die Skala ist logarithmisch: Jeder Schritt auf ihr vervielfacht um dieselbe Zahl.',
    optional: 'freiwillig',
    status: { ok: 'sicher', danger: 'gefährlich', warn: 'Vorsicht', note: 'Hinweis' },
    weight: (number) => `Gewicht ${number}`,
    loss: 'Verlust',
    step: 'Schritt',
    outcome: (size, count, end, [first, last]) =>
      end === 'there'
        ? `Mit der Schrittweite ${size} erreicht die Kugel den tiefsten Punkt in ${counted(count, 'Schritt', 'Schritten')}.`
        : end === 'off'
          ? `Die Schrittweite ${size} ist zu groß: Nach ${counted(count, 'Schritt', 'Schritten')} verlässt die Kugel die Karte; der Verlust steigt von ${first} auf ${last}.`
          : `Mit der Schrittweite ${size} ist die Kugel nach ${counted(count, 'Schritt', 'Schritten')} noch nicht am tiefsten Punkt; der Verlust ging von ${first} auf ${last}.`,
  },
  lesson: {
    views: 'Ansichten dieser Lektion',
    objectives: 'Lernziele',
    keyTerms: 'Begriffe',
    allTerms: 'Alle Begriffe',
    references: 'Quellen',
    slidesIntro: 'Der Vortrag zu dieser Lektion, Folie für Folie.',
    slide: (number, of) => `Folie ${number} von ${of}`,
    questions: 'Fragen',
  },
  help: {
    title: 'Hilfe und Barrierefreiheit',
    passMark: 'Bestehensgrenze',
    percent,
    noPassMark: 'Keine: Die Fragen dienen der Übung',
    completion: 'Abgeschlossen, wenn',
    completionRule: (viewed, items) => `${percent(viewed)} der Abschnitte gelesen${items === 'none' ? ' sind' : completionItems[items]}`,
    recorded: 'Was aufgezeichnet wird',
    recordedByLms:
      'Ob Sie abgeschlossen und bestanden haben, Ihre Punkte, jede Antwort so, wie Sie sie gegeben haben, Ihr Stand bei jedem Lernziel, gelesene Abschnitte, aufgewendete Zeit und die Stelle, an der Sie aufgehört haben. Sie gehen an das LMS, das diesen Kurs geöffnet hat, und an niemanden sonst.',
    recordedByStore:
      'Ob Sie abgeschlossen und bestanden haben, Ihre Punkte, jede Antwort so, wie Sie sie gegeben haben, Ihr Stand bei jedem Lernziel, gelesene Abschnitte, aufgewendete Zeit und die Stelle, an der Sie aufgehört haben. Sie gehen an den Speicher (Record Store), den Ihr LMS beim Öffnen dieses Kurses genannt hat, und an niemanden sonst.',
    recordedInBrowser: 'Nichts. Ihr Platz und Ihre Antworten bleiben in diesem Browser auf diesem Gerät; wer seine Daten löscht, löscht sie mit.',
    target: 'Paket',
    keyboard: 'Tastatur',
    keyboardText:
      'Tab geht weiter, Umschalt und Tab zurück, Eingabe oder Leertaste drückt eine Schaltfläche. Pfeiltasten wechseln zwischen Reitern und zwischen den Antworten einer Frage.',
    accessibility: 'Barrierefreiheit',
    accessibilityText:
      'Diese Seite ist nach WCAG 2.2, Stufe AA, gebaut: Alles geht mit der Tastatur, nichts hängt an Farbe, Ton oder Zeit, und sie folgt den Einstellungen Ihres Geräts für Dunkelmodus, Kontrast, Schriftgröße und Bewegung. Wenn Ihnen etwas im Weg steht, sagen Sie es der Stelle, von der Sie den Kurs haben.',
  },
};
