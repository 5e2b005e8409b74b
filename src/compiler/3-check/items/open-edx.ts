/** Questions written for Open edX's simple editor (`>>Which?<<`), said in our own labels. */

const longest = 3000;
const asked = /^\s*>>\s*([^\n]{1,600}?)\s*<<[ \t]*(?:\n|$)/;
const option = /^\s*([([])\s*([xX])?\s*@?\s*[)\]]\s*(.+?)\s*(?:\{\{\s*(?:selected:\s*)?(.+?)\s*\}\})?$/;
const hint = /^\s*\|\|\s*(.+?)\s*\|\|\s*$/;
const text = /^\s*(?:or)?=\s*(.+?)\s*(?:\{\{.*\}\})?$/;
const list = /^\s*\[\[\s*(.+?)\s*\]\]\s*$/;

/** `words`: from the question on. Null when it does not begin with one. */
export function fromOpenEdx(words: string): string | null {
  const match = asked.exec(words.slice(0, longest));
  if (match === null) return null;
  const [question = '', ...about] = (match[1] ?? '').split('||');
  const below = (words.slice(match[0].length, longest).split(/\n\s*(?:---|>>)/, 1)[0] ?? '').replace(/\[explanation\]\s*([^]*?)\s*\[\/?explanation\]/i, (_, why: string) => `\u0000${why.replace(/\s+/g, ' ')}`);
  const lines = below.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const found = { options: lines.flatMap(optionOf), answers: [] as string[], after: about.map((each) => `Hint: ${each.trim()}`) };
  for (const line of lines) {
    if (line.startsWith('\u0000')) found.after.push(`Why: ${line.slice(1)}`);
    else if (hint.test(line)) found.after.push(`Hint: ${hint.exec(line)?.[1] ?? ''}`);
    else if (text.test(line)) found.answers.push(text.exec(line)?.[1] ?? '');
  }
  const answer = found.options.length > 0 ? found.options : answerOf(found.answers);
  return [`Q: ${question.trim()}`, ...answer, ...(found.after.length > 0 && found.options.length > 0 ? [''] : []), ...found.after].join('\n');
}

function optionOf(line: string): string[] {
  const choices = list.exec(line)?.[1];
  if (choices !== undefined) return choices.split(',').map((each) => each.trim()).map((each) => (/^\(.*\)$/.test(each) ? `- (x) ${each.slice(1, -1)}` : `- ( ) ${each}`));
  const [, bracket, right, words = '', remark] = option.exec(line) ?? [];
  if (bracket === undefined) return [];
  const box = right === undefined ? ' ' : 'x';
  return [`- ${bracket === '(' ? `(${box})` : `[${box}]`} ${words}${remark === undefined ? '' : `\n  > ${remark}`}`];
}

function answerOf(answers: readonly string[]): string[] {
  const [first] = answers;
  if (first === undefined) return [];
  const number = /^(-?[\d.,]+)(?:\s*\+-?\s*-?\s*([\d.,]+)(%?))?$/.exec(first);
  if (number === null || answers.length > 1) return [`A: [[${answers.join(' | ')}]]`];
  return [`Number: ${number[1] ?? ''}${number[2] === undefined ? '' : ` ± ${number[2]}${number[3] ?? ''}`}`];
}
