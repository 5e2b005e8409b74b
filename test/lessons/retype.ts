/** The same lesson typed by another hand: other order, numbers, dashes, bullets, labels and line ends, the same meaning. */
import fc from 'fast-check';

type Mode = 'pasted' | 'markdown';

export interface CutLesson {
  head: string;
  sections: { title: string; text: string }[];
}

/** A heading's words without the marks that make it one. */
const words = (line: string): string => line.replace(/^#+\s+|^\*\*|\*\*$/g, '').trim();

/** Cuts a lesson at the lines that name its sections, in any dress: `## Quiz`, `**Quiz**` or the bare word. */
export function cutSections(text: string, titles: (string | null)[]): CutLesson {
  const known = new Set(titles);
  const cut: CutLesson = { head: '', sections: [] };
  let fenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    if (!fenced && known.has(words(line))) cut.sections.push({ title: words(line), text: '' });
    const last = cut.sections.at(-1);
    if (last === undefined) cut.head += `${line}\n`;
    else last.text += `${line}\n`;
  }
  return cut;
}

export function joinSections(cut: CutLesson, order: number[]): string {
  return [cut.head, ...order.map((from) => cut.sections[from]?.text ?? '')].map((part) => `${part.trimEnd()}\n`).join('\n');
}

export const orderOf = (length: number): fc.Arbitrary<number[]> => {
  const all = Array.from({ length }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: length, maxLength: length });
};

export type Dress = 'capitals' | 'bold' | 'colon';

/** How authors write the name of a section beside the plain way. */
export const dresses: Dress[] = ['capitals', 'bold', 'colon'];

/** Writes every section's name in another dress. Bold names as word processors export them stay bold. */
export function dressSections(cut: CutLesson, style: Dress): string {
  const sections = cut.sections.map(({ title, text }) => {
    const [line = '', ...rest] = text.split('\n');
    const dressed = {
      capitals: () => line.replace(title, title.toUpperCase()),
      bold: () => (line.includes('**') ? line : line.replace(title, `**${title}**`)),
      colon: () => line.replace(title, `${title}:`),
    };
    return [dressed[style](), ...rest].join('\n');
  });
  return [cut.head, ...sections].join('');
}

/** What follows a number; word processors escape it. */
export const numberings = ['.', ')', '\\.', '\\)'];

export function renumber(text: string, style: string): string {
  return text.replace(/^(\s*\d+)\\?[.)](?=\s)/gm, (_, number: string) => number + style);
}

export const dashes = ['—', '–', '-'];

export function redash(text: string, kind: string): string {
  return text.replace(/(?<=\S )[—–](?= \S)/g, kind);
}

/** Markdown knows three bullets; pages and word processors have more. */
export const bullets = (mode: Mode): string[] =>
  mode === 'pasted' ? ['•', '◦', '▪', '‣', '·', '–', '-', '*', '+'] : ['-', '*', '+'];

export function rebullet(text: string, kind: string): string {
  return text.replace(/^(\s*)[•–*-](?=\s+\S)/gm, (_, indent: string) => indent + kind);
}

type Spoken = 'question' | 'answer' | 'why';

/** Words an author of each language may write. */
const spoken: Record<string, Record<Spoken, string[]>> = {
  en: {
    question: ['Q', 'Question', 'QUESTION', 'q'],
    answer: ['A', 'Answer', 'Correct answer', 'Model answer'],
    why: ['Why', 'Explanation', 'Rationale', 'Because', 'WHY'],
  },
  de: {
    question: ['Frage', 'F', 'FRAGE'],
    answer: ['Antwort', 'A', 'Musterantwort'],
    why: ['Warum', 'Erklärung', 'Begründung'],
  },
  fr: { question: ['Q', 'Question'], answer: ['R', 'Réponse'], why: ['Pourquoi', 'Explication', 'Justification'] },
  es: { question: ['P', 'Pregunta'], answer: ['R', 'Respuesta'], why: ['Por qué', 'Explicación', 'Justificación'] },
  ja: { question: ['問', '質問', '設問'], answer: ['答え', '答', '正解'], why: ['解説', '理由', '説明'] },
  pt: { question: ['P', 'Pergunta', 'Questão'], answer: ['R', 'Resposta', 'Resposta correta'], why: ['Por quê', 'Explicação', 'Justificativa'] },
  ar: { question: ['س', 'سؤال', 'السؤال'], answer: ['ج', 'جواب', 'الإجابة'], why: ['لماذا', 'الشرح', 'السبب'] },
};

const inLanguage = (language: string): Record<Spoken, string[]> => {
  const table = spoken[language.split('-')[0] ?? ''];
  if (table === undefined) throw new Error(`No synonyms are known for ${language}.`);
  return table;
};

export const synonyms = (language: string): fc.Arbitrary<Record<Spoken, string>> => {
  const table = inLanguage(language);
  return fc.record({
    question: fc.constantFrom(...table.question),
    answer: fc.constantFrom(...table.answer),
    why: fc.constantFrom(...table.why),
  });
};

/** Changes labels in the quiz only, where alone they mean something. */
export function relabel(cut: CutLesson, quiz: string | null, language: string, chosen: Record<Spoken, string>): string {
  const table = inLanguage(language);
  const sections = cut.sections.map(({ title, text }) => (title === quiz ? relabelText(text, table, chosen) : text));
  return [cut.head, ...sections].join('');
}

function relabelText(section: string, table: Record<Spoken, string[]>, chosen: Record<Spoken, string>): string {
  const kinds: Spoken[] = ['question', 'answer', 'why'];
  return kinds.reduce((text, kind) => {
    const used = [...table[kind]].sort((a, b) => b.length - a.length).join('|');
    return text.replace(new RegExp(`(?<=^|[\\s*])(?:${used})(?=\\s?[:：])`, 'gmu'), chosen[kind]);
  }, section);
}

/** A byte order mark, CRLF, tabs after list marks or for indentation, and spaces left at line ends. */
export function asOnWindows(text: string, mode: Mode): string {
  const tabbed = mode === 'pasted' ? text.replace(/^ {2}(?=\S)/gm, '\t').replace(/^(\s*(?:[•◦▪‣]|\d+[.)])) +/gm, '$1\t') : text.replace(/^ {4}/gm, '\t');
  return `\uFEFF${tabbed.replace(/(?<=[.:?])$/gm, ' ').replaceAll('\n', '\r\n')}`;
}
