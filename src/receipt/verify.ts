/** What a receipt proves: that nothing in it was changed, what it says about the course, and where it contradicts itself. Pure. */
import { eventHash, headHash, type Receipt, type ReceiptEvent, sealOf } from './receipt.ts';

/** Of the package that the receipt is about, as far as it is compared. */
export interface ReceiptCourse {
  id: string;
  build: string;
  version: string;
  passMark: number | null;
  lessons: readonly { id: string; parts: number; items: readonly (readonly [key: number, points: number])[] }[];
  /** Share of the sections that has to be seen, and what has to be done with the questions. */
  completion: { viewed: number; items: string };
}

export interface Finding {
  /** `broken`: the file is not as it was made. `wrong`: it contradicts itself or the package. `odd`: possible, and worth a question. */
  kind: 'holds' | 'broken' | 'wrong' | 'odd';
  text: string;
}

/** Between two answers to different questions. Seconds. */
const TOO_QUICK = 1;
const ROUNDING = 1e-3;

export function verifyReceipt(receipt: Receipt, course: ReceiptCourse | null): Finding[] {
  return [...chain(receipt), ...story(receipt), ...(course === null ? [] : against(receipt, course))];
}

/** Tells apart what was done to the file: words changed, events taken out, put in another order, cut off at the end. */
function chain(receipt: Receipt): Finding[] {
  const { events } = receipt;
  const head = headHash(receipt);
  const found: Finding[] = [];
  const broken = (text: string): void => void found.push({ kind: 'broken', text });
  const altered = events.filter((event) => eventHash(event) !== event.hash);
  for (const { n, what, at } of altered) broken(`Event ${n} (${what}, ${at}) was changed after the receipt was made.`);
  const inOrder = sorted(events, head);
  if (inOrder === 'same') {
    const seal = sealOf(receipt, head);
    if (seal !== receipt.seal && altered.length === 0) broken(sealBroken(receipt));
  } else if (inOrder === 'other') broken('The events stand in another order than they happened.');
  else if (altered.length === 0) broken(inOrder === 'head' ? 'Course, learner, target or program in the head were changed, or the first events were taken out.' : `Events were taken out or put in: ${inOrder}.`);
  if (found.length === 0) found.push({ kind: 'holds', text: `All ${events.length} events are there, unchanged and in their order.` });
  return found;
}

/** Whether the events follow each other; else what is wrong with their order. */
function sorted(events: readonly ReceiptEvent[], head: string): 'same' | 'other' | 'head' | string {
  const gap = events.findIndex(({ before, n }, index) => before !== (events[index - 1]?.hash ?? head) || n !== index + 1);
  if (gap === -1) return 'same';
  const byNumber = events.toSorted((a, b) => a.n - b.n);
  if (byNumber.every(({ before, n }, index) => before === (byNumber[index - 1]?.hash ?? head) && n === index + 1)) return 'other';
  const numbers = new Set(events.map(({ n }) => n));
  const missing = byNumber.flatMap(({ n }, index) => (index > 0 && n > (byNumber[index - 1]?.n ?? 0) + 1 ? [`number ${n - 1} is missing before ${n}`] : []));
  if (missing.length > 0) return missing.join(', ');
  return gap === 0 && numbers.size === events.length && byNumber[0]?.n === 1 ? 'head' : `the chain breaks before event ${events[gap]?.n ?? gap + 1}`;
}

/** The seal holds the number of events: an end that was cut off shows, and so does a changed result. */
function sealBroken(receipt: Receipt): string {
  const { events, standing } = receipt;
  const decided = events.filter(({ what }) => what === 'passed' || what === 'completed').map(({ what }) => what);
  const claims = (standing.success === 'passed' && !decided.includes('passed')) || (standing.completed && !decided.includes('completed'));
  return claims
    ? 'The result under the events was changed, or events were cut off at the end.'
    : 'Events were cut off at the end, or what stands outside of them (result, times of making and confirming) was changed.';
}

function story({ events, standing, made }: Receipt): Finding[] {
  const found: Finding[] = [];
  const times = events.map(({ at }) => Date.parse(at));
  const back = times.findIndex((time, index) => time < (times[index - 1] ?? -Infinity));
  if (back !== -1) found.push({ kind: 'odd', text: `The clock goes back before event ${back + 1}: it was set meanwhile, or two computers were used.` });
  if ((times.at(-1) ?? -Infinity) > Date.parse(made)) found.push({ kind: 'wrong', text: 'The last event is later than the receipt itself.' });
  const answers = events.filter(({ what }) => what === 'answered');
  const quick = answers.filter(({ at, about }, index) => index > 0 && about !== answers[index - 1]?.about && Date.parse(at) - Date.parse(answers[index - 1]?.at ?? at) < TOO_QUICK * 1000);
  if (quick.length > 0) found.push({ kind: 'odd', text: `${quick.length} of ${answers.length} answers came less than a second after the one before.` });
  const share = standing.of > 0 ? standing.points / standing.of : null;
  if (standing.success === 'passed' && standing.passMark !== null && share !== null && share < standing.passMark - ROUNDING) found.push({ kind: 'odd', text: `“Passed” with ${percent(share)} stands below the pass mark of ${percent(standing.passMark)}: right where it was reached in an earlier version of the course, and else not.` });
  return found;
}

function against({ course, standing }: Receipt, known: ReceiptCourse): Finding[] {
  const found: Finding[] = [];
  const wrong = (text: string): void => void found.push({ kind: 'wrong', text });
  if (course.id !== known.id) return [{ kind: 'wrong', text: `The receipt is about the course “${course.id}”, the package is “${known.id}”.` }];
  if (course.build !== known.build) return [{ kind: 'wrong', text: `The receipt is about build ${course.build} (version ${course.version}), the package is build ${known.build} (version ${known.version}): another text, so points and sections cannot be compared.` }];
  found.push({ kind: 'holds', text: `It is about exactly this package: build ${known.build}, version ${known.version}.` });
  const items = new Map(known.lessons.flatMap(({ id, items: own }) => own.map(([key, points]) => [`${id} ${key}`, points] as const)));
  const foreign = standing.items.filter(([lesson, key]) => !items.has(`${lesson} ${key}`));
  if (foreign.length > 0) wrong(`${foreign.length} questions in it are not in the package.`);
  const points = standing.items.reduce((sum, [lesson, key, best]) => sum + (items.get(`${lesson} ${key}`) ?? 0) * best, 0);
  if (Math.abs(points - standing.points) > ROUNDING * Math.max(1, standing.of)) wrong(`Its questions add up to ${round(points)} points, and it claims ${round(standing.points)}.`);
  else found.push({ kind: 'holds', text: `Its questions add up to the ${round(points)} of ${round(standing.of)} points that it claims.` });
  const parts = known.lessons.reduce((sum, lesson) => sum + lesson.parts, 0);
  const [seen] = standing.sections;
  if (seen > parts) wrong(`It claims ${seen} sections, and the package has ${parts}.`);
  const enough = seen >= Math.ceil(parts * known.completion.viewed - ROUNDING);
  if (standing.completed && !enough) found.push({ kind: 'odd', text: `“Completed” with ${seen} of ${parts} sections is less than the course asks for: right where it was completed in an earlier version, and else not.` });
  return found;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const round = (points: number): number => Math.round(points * 100) / 100;
