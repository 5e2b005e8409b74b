/** Questions written for Moodle (GIFT) or LiaScript: recognised, and said in our own way, ready to be pasted (authoring 1.1). */

export interface OtherProgram {
  program: string;
  rewritten: string;
}

/** Null for words that are no question of another program. */
export function fromOtherProgram(words: string): OtherProgram | null {
  const gift = words.includes('{') ? fromGift(words) : null;
  if (gift !== null) return { program: 'Moodle (GIFT)', rewritten: gift };
  const lia = liaMark.test(words) ? fromLia(words) : null;
  return lia === null ? null : { program: 'LiaScript', rewritten: lia };
}

const liaMark = /(?:^|\n)\s*(?:\[\([ xX]?\)\]|\[\[ \]\])\s/;

/** `[( )] 80`, `[[X]] GGUF`, `[[?]] a hint`. */
function fromLia(words: string): string {
  const lines = words.split('\n').map((line) => line.trim().replace(/^\[\(([ xX]?)\)\]/, (_, mark: string) => `- (${mark.toLowerCase() || ' '})`).replace(/^\[\[([ xX]?)\]\](?=\s)/, (_, mark: string) => `- [${mark.toLowerCase() || ' '}]`));
  const options = lines.filter((line) => line.startsWith('- '));
  const hints = lines.flatMap((line) => (line.startsWith('[[?]]') ? [`Hint: ${line.slice(5).trim()}`] : []));
  return [...options, ...(hints.length > 0 ? ['', ...hints] : [])].join('\n');
}

const question = /^(?:::((?:[^:\\]|\\.)*)::)?\s*(?:\[(?:html|markdown|moodle|plain)\])?\s*([^{}]{3,600}?)\s*\{([^{}]{0,2000})\}\s*([^{}]{0,200})$/u;
/** A weight, or a mark that says what an answer is. */
const answer = /(?<!\\)([=~])\s*(?:%(-?\d+(?:\.\d+)?)%)?\s*((?:[^\\=~]|\\.)*)/gu;
const truth = /^(T|TRUE|F|FALSE)(?=\s*(?:#|$))/i;

/** The same question in Lectern's labels; null for words that are no such question. */
export function fromGift(words: string): string | null {
  const match = words.length > 3000 ? null : question.exec(withoutComments(words).replace(/\s+/gu, ' ').trim());
  if (match === null) return null;
  const [, , before = '', inside = '', after = ''] = match;
  const body = inside.trim();
  const gap = after === '' ? null : after;
  const prompt = plain(before);
  const said = truth.exec(body)?.[1];
  if (said !== undefined) return `Q: True or false: ${prompt}\nA: ${/^t/i.test(said) ? 'True' : 'False'}`;
  if (body.startsWith('#')) return number(prompt, body.slice(1), gap);
  const answers = [...body.matchAll(answer)].map(([, mark, weight, text = '']) => ({ right: mark === '=' || Number(weight ?? 0) > 0, weight, ...split(text) }));
  if (answers.length === 0) return null;
  if (answers.every(({ text }) => text.includes('->'))) return `Q: ${prompt}\nMatch:\n${answers.map(({ text }) => `- ${text.replace(/\s*->\s*/, ' → ')}`).join('\n')}`;
  if (body[0] === '=' && answers.every(({ right }) => right)) {
    const accepted = `[[${answers.map(({ text }) => text).join(' | ')}]]`;
    return gap === null ? `Q: ${prompt}\nA: ${accepted}` : `Q: ${prompt} ${accepted}${/^[\p{L}\p{N}]/u.test(gap) ? ' ' : ''}${plain(gap)}`;
  }
  const several = answers.filter(({ right }) => right).length > 1;
  const box = (right: boolean): string => (several ? (right ? '[x]' : '[ ]') : right ? '(x)' : '( )');
  const options = answers.map(({ right, text, remark }) => `- ${box(right)} ${text}${remark === '' ? '' : `\n  > ${remark}`}`);
  return `Q: ${prompt}${gap === null ? '' : ` ___ ${plain(gap)}`}\n${options.join('\n')}`;
}

/** GIFT's own comments, and the category that follows. */
function withoutComments(words: string): string {
  return words.split('\n').filter((line) => !/^\s*(?:\/\/|\$CATEGORY:)/.test(line)).join('\n');
}

/** `1822:5`, `1..3`, with the marks of alternatives left out. */
function number(prompt: string, body: string, gap: string | null): string {
  const value = (/^=?\s*(?:%\d+%)?([^#=]*)/u.exec(body.trim())?.[1] ?? '').trim();
  const [middle = '', give] = value.split(':').map((part) => part.trim());
  const target = give === undefined || Number(give) === 0 ? middle : `${middle} ± ${give}`;
  return gap === null || !/\p{L}/u.test(gap) ? `Q: ${prompt}\nNumber: ${target}` : `Q: ${prompt} [[= ${target}]] ${plain(gap)}`;
}

/** `words#what to say to whoever chose them`. */
function split(text: string): { text: string; remark: string } {
  const at = text.search(/(?<!\\)#/);
  return { text: plain(at < 0 ? text : text.slice(0, at)), remark: plain(at < 0 ? '' : text.slice(at + 1)) };
}

function plain(text: string): string {
  return text.replace(/\\([~=#{}:\\])/g, '$1').trim();
}
