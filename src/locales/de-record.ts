/** The words of results and of the learner's record in German: they come with the second script. */
import type { RecordWords } from './strings.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** Shares of a point come from partly right answers. */
const number = (value: number): string => new Intl.NumberFormat('de', { maximumFractionDigits: 2 }).format(value);
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const statusWords = { passed: 'bestanden', failed: 'nicht bestanden', completed: 'abgeschlossen', incomplete: 'noch nicht abgeschlossen' } as const;

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  const words = [...(minutes > 0 ? [counted(minutes, 'Minute', 'Minuten')] : []), ...(rest > 0 || minutes === 0 ? [counted(rest, 'Sekunde', 'Sekunden')] : [])];
  return words.join(' ');
}

export const recordWords: RecordWords = {
  quiz: {
    attempt: (number, of) => `Versuch ${number} von ${of}`,
    checkedAtEnd: 'Die Antworten werden am Ende geprüft',
    notShown: 'Richtige Antworten werden nicht gezeigt',
    shownOncePassed: 'Die richtige Antwort wird gezeigt, sobald Sie bestanden haben',
    before: 'Bevor Sie beginnen',
    duration,
    intro: (time) => `Sie haben ${time} für diese Fragen. Ist die Zeit um, werden Ihre Antworten so abgegeben, wie sie sind.`,
    strict: 'Die Zeit kann nicht verlängert werden.',
    howLong: 'Wie viel Zeit möchten Sie?',
    standard: 'Normal',
    times: (factor) => `${String(factor).replace('.', ',')} ×`,
    noLimit: 'Ohne Grenze',
    start: 'Beginnen',
    timeLeft: 'Restzeit',
    left: (time) => `Noch ${time}`,
    hideClock: 'Uhr ausblenden',
    showClock: 'Uhr zeigen',
    moreTime: 'Mehr Zeit',
    added: (time) => `${time} mehr`,
    review: 'Sehen Sie Ihre Antworten durch',
    stillOpen: (count) => (count === 0 ? 'Jede Frage ist beantwortet. Sie können noch jede Antwort ändern.' : `${counted(count, 'Frage hat', 'Fragen haben')} noch keine Antwort. Sie können noch jede Antwort ändern.`),
    handIn: 'Antworten abgeben',
    timeUp: 'Die Zeit ist um. Ihre Antworten wurden abgegeben.',
    again: (left) => (left === null ? 'Noch einmal' : `Noch einmal (${counted(left, 'Versuch', 'Versuche')} übrig)`),
  },
  results: {
    score: (share, mark, soFar) => `Sie haben ${soFar ? 'bisher ' : ''}${percent(share)} erreicht${mark === null ? '' : ` – bestanden ab ${percent(mark)}`}`,
    points: (points, of) => `${number(points)} von ${counted(of, 'Punkt', 'Punkten')}`,
    unscored: 'Sie sind am Ende der Fragen',
    passed: 'Bestanden',
    failed: 'Nicht bestanden',
    remaining: (count) => `Noch ${counted(count, 'Frage', 'Fragen')} offen`,
    objectives: 'Punkte je Lernziel',
    objective: (points, of) => `${number(points)} von ${of}`,
    questions: 'Ihre Antworten',
    right: 'Richtig',
    wrong: 'Nicht richtig',
    reported: 'Was gemeldet wurde',
    recorded: (facts) =>
      `An Ihr LMS gemeldet: ${statusWords[facts.status]}${facts.percent === null ? '' : `, ${percent(facts.percent)}`}.`,
    confirmed: (facts) => `Von Ihrem LMS bestätigt: ${statusWords[facts.status]}${facts.percent === null ? '' : `, ${percent(facts.percent)}`}.`,
    lmsSays: (facts) => `Ihr LMS selbst zeigt: ${statusWords[facts.status]}${facts.percent === null ? '' : `, ${percent(facts.percent)}`}.`,
    notRecorded: 'Nichts wurde gemeldet: Diese Seite ist mit keinem LMS verbunden.',
    backToReading: 'Zurück zum Lesen',
    course: 'Der ganze Kurs',
    readAgain: (title) => `Noch einmal lesen: ${title}`,
    practise: 'Verfehlte Fragen üben',
    practiceNote: 'Nur zum Üben: Nichts davon wird aufgezeichnet oder ändert Ihr Ergebnis.',
    calibration: (sure, right) => `Von ${counted(sure, 'Antwort', 'Antworten')}, bei denen Sie sicher waren, ${right === 1 ? 'war' : 'waren'} ${right} richtig.`,
    wrongButSure: 'Nicht richtig, obwohl Sie sicher waren',
    certificate: 'Zertifikat',
  },
  record: {
    saved: 'Gespeichert',
    notSaved: 'Nicht gespeichert – wir versuchen es weiter',
    noLms: 'Nicht aufgezeichnet',
    kept: 'In diesem Browser gemerkt',
    keptHere: 'Nichts wird aufgezeichnet: Ihr Platz und Ihre Antworten bleiben nur in diesem Browser.',
    preview: 'Vorschau: Nichts wird aufgezeichnet, denn es wurde kein LMS gefunden.',
    refused: 'Ihr LMS hat diesen Kurs nicht geöffnet, darum wird nichts aufgezeichnet.',
    review: 'Sie sehen diesen Kurs noch einmal durch. Nichts davon ändert Ihr Ergebnis.',
    closed: 'Ihre Arbeit ist gespeichert, der Kurs ist aber geschlossen. Öffnen Sie ihn aus Ihrem LMS, um weiterzumachen.',
    lost: 'Ihre früheren Antworten und Ihr Platz hier ließen sich nicht lesen; dieser Besuch beginnt von vorn. Was Ihr LMS schon als bestanden oder abgeschlossen zeigt, bleibt.',
    elsewhere: 'Dieser Kurs wurde in einem anderen Fenster geöffnet.',
    continueThere: 'Machen Sie dort weiter.',
    continueHere: 'Stattdessen hier weitermachen',
    stoppedAt: (title, number, of) => `Sie waren bei „${title}“ (Abschnitt ${number} von ${of}).`,
    stoppedAtQuestion: (number, of) => `Sie waren bei Frage ${number} von ${of}.`,
    stoppedIn: (view) => `Sie waren bei „${view}“.`,
    resume: 'Weitermachen',
    startAgain: 'Von vorn beginnen',
    nextLesson: (title) => `Nächste Lektion: ${title}`,
    nextComes: 'Weiter zur nächsten Lektion',
    nextInMenu: 'Öffnet sie sich nicht von selbst, wählen Sie sie in der Lektionsliste Ihres LMS.',
    unavailable: 'Ein Teil dieser Seite ließ sich nicht laden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
    goodbye: 'Bis zum nächsten Mal',
    closeWindow: 'Sie können dieses Fenster schließen.',
    goodbyeSaved: 'Ihre Arbeit ist gespeichert.',
    goodbyeUnsaved: 'Ihr LMS hat das letzte Speichern nicht bestätigt.',
    goodbyeNotRecorded: 'Nichts wurde aufgezeichnet, denn es wurde kein LMS gefunden.',
    goodbyeKept: 'Ihr Platz und Ihre Antworten bleiben in diesem Browser. Nichts wurde aufgezeichnet.',
    goodbyePending: 'Ihre Arbeit wird gespeichert …',
    yourRecord: 'Ihr Lernstand',
    confirmedNever: 'Ihr LMS hat in diesem Besuch noch nichts Neues bestätigt.',
    confirmedAt: (time) => `Ihr LMS hat um ${time} bestätigt, dass Ihre Arbeit gespeichert ist.`,
    confirmedBack: (time) => `Ihr LMS hat um ${time} bestätigt, dass Ihre Arbeit gespeichert ist, und sie auf Nachfrage zurückgegeben.`,
    owedNothing: 'Es wartet nichts darauf, gespeichert zu werden.',
    owedAnswers: (count) => (count === 1 ? 'Eine Antwort hat Ihr LMS noch nicht bestätigt.' : `${count} Antworten hat Ihr LMS noch nicht bestätigt.`),
    owedRest: 'Was Sie gelesen haben, hat Ihr LMS noch nicht bestätigt.',
    keptUntilThen: 'Es liegt in diesem Browser und wird gesendet, wenn Sie den Kurs hier wieder öffnen.',
    keptNowhere: 'Dieser Browser darf es nicht aufbewahren: Lassen Sie die Seite offen oder speichern Sie eine Quittung.',
    troubled: 'Ihr LMS bestätigt nicht, dass es Ihre Arbeit speichert. Wir versuchen es weiter.',
    receipt: 'Quittung speichern',
    receiptWhy: 'Eine Quittung ist eine Datei für die Stelle, die Ihre Schulungen nachweist. Darin steht, was Sie hier wann getan haben, aber nicht, wie Sie geantwortet haben.',
  },
};
