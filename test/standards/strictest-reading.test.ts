/**
 * Whatever a course holds and a learner does, every value that a driver sets is one that ADL's checker, Moodle, ILIAS and scorm-again
 * take at once (scorm.md 3 and 7). The forms are written from those rules, reader by reader, not from the code; scorm-again runs.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKey, Response } from '../../src/course/payload.ts';
import { scorm12 } from '../../src/learner/tracking/scorm12.ts';
import { scorm2004 } from '../../src/learner/tracking/scorm2004.ts';
import type { AnsweredItem, Fact, ObjectiveStanding } from '../../src/learner/tracking/tracker.ts';
import { recordedLms, SCORM_12, SCORM_2004 } from '../traces/lms.ts';

/** What may stand in a value, for one reader. */
type Form = RegExp | ((value: string) => boolean);
/** Elements by their form; `n` stands for any index. All forms of an element must hold: there is one for each reader that is stricter than others. */
type Forms = Readonly<Record<string, readonly Form[]>>;

const upTo = (limit: number): Form => (value) => value.length <= limit;
const between = (least: number, most: number): Form => (value) => Number(value) >= least && Number(value) <= most;
/** Moodle and scorm-again read texts with a dot that takes no line break; a brace at the front is a language tag to all four. */
const LINE = /^(?!\{)[^\n\r\u2028\u2029]*$/;
/** No half characters, no controls: ILIAS keeps XML. */
const XML: Form = (value) => !/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(value) && !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value);
/** Moodle: five digits before the point; nobody takes an exponent, and ADL no bare point. */
const REAL = /^-?\d{1,5}(?:\.\d{1,18})?$/;
/** ILIAS: `[\w.-]`; one refused id makes all later entries fail. */
const LONG_ID = /^[\w.-]{1,250}$/;
/** Moodle: `[\w.]`. */
const SHORT = '[\\w.]{1,250}';
const of = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const list = (part: string): RegExp => of(`${part}(?:\\[,\\]${part}){0,35}`);
const PAIR = `${SHORT}\\[\\.\\]${SHORT}`;

const TIMESTAMP: Form[] = [
  // ADL and Moodle: a zone only with one or two decimals; ILIAS: two.
  /^(?:19[7-9]\d|20[0-2]\d|203[0-8])-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d\dZ$/,
  (value) => !Number.isNaN(Date.parse(value)),
];
/** Moodle loses days; ADL takes no bare `PT`, and nobody more than two decimals. */
const SPAN = /^PT(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/;

const RESPONSES: Readonly<Record<string, readonly Form[]>> = {
  'true-false': [/^(?:true|false)$/],
  choice: [list(SHORT), noneTwice],
  sequencing: [list(SHORT), noneTwice],
  matching: [list(PAIR)],
  likert: [of(SHORT)],
  numeric: [REAL],
  'fill-in': [LINE, (value) => value.split('[,]').length <= 10 && value.split('[,]').every((part) => part.length > 0 && part.length <= 250)],
  'long-fill-in': [LINE, upTo(4_000)],
};
const PATTERNS: Readonly<Record<string, readonly Form[]>> = {
  ...RESPONSES,
  numeric: [of(`-?\\d{1,5}(?:\\.\\d{1,18})?\\[:\\]-?\\d{1,5}(?:\\.\\d{1,18})?`), (value) => { const [low, high] = value.split('[:]').map(Number); return (low ?? 0) <= (high ?? 0); }],
  'fill-in': [/^(?:\{case_matters=(?:true|false)\}\{order_matters=(?:true|false)\})?[^{}\n\r]+$/, upTo(2_600)],
};

function noneTwice(value: string): boolean {
  const parts = value.split('[,]');
  return new Set(parts).size === parts.length;
}

const FORMS_2004: Forms = {
  'cmi.exit': [/^(?:suspend|normal)$/],
  'cmi.completion_status': [/^(?:completed|incomplete|not attempted|unknown)$/],
  'cmi.success_status': [/^(?:passed|failed|unknown)$/],
  'cmi.location': [upTo(1_000)],
  'cmi.suspend_data': [upTo(64_000)],
  'cmi.session_time': [SPAN],
  'cmi.progress_measure': [REAL, between(0, 1)],
  'cmi.score.scaled': [REAL, between(-1, 1)],
  'cmi.score.raw': [REAL, between(0, 100), /^\d{1,3}(?:\.\d{1,2})?$/],
  'cmi.score.min': [/^0$/],
  'cmi.score.max': [/^100$/],
  'cmi.objectives.n.id': [LONG_ID],
  'cmi.objectives.n.score.scaled': [REAL, between(-1, 1)],
  'cmi.objectives.n.success_status': [/^(?:passed|failed|unknown)$/],
  'cmi.objectives.n.completion_status': [/^(?:completed|incomplete|not attempted|unknown)$/],
  'cmi.objectives.n.progress_measure': [REAL, between(0, 1)],
  'cmi.objectives.n.description': [LINE, upTo(250), XML],
  'cmi.interactions.n.id': [LONG_ID],
  'cmi.interactions.n.type': [(value) => Object.hasOwn(RESPONSES, value)],
  'cmi.interactions.n.objectives.n.id': [LONG_ID],
  'cmi.interactions.n.timestamp': TIMESTAMP,
  'cmi.interactions.n.weighting': [REAL],
  'cmi.interactions.n.description': [LINE, upTo(250), XML],
  'cmi.interactions.n.correct_responses.n.pattern': [XML],
  'cmi.interactions.n.learner_response': [XML, (value) => value !== ''],
  'cmi.interactions.n.result': [/^(?:correct|incorrect|unanticipated|neutral)$/],
  'cmi.interactions.n.latency': [SPAN],
};

const ID_12 = /^[A-Za-z0-9_-]{1,255}$/;
const PERCENT = [/^\d{1,3}(?:\.\d{1,2})?$/, between(0, 100)];
const ANSWERS_12: Readonly<Record<string, readonly Form[]>> = {
  'true-false': [/^[tf]$/],
  choice: [/^[a-z0-9](?:,[a-z0-9])*$/],
  sequencing: [/^[a-z0-9](?:,[a-z0-9])*$/],
  matching: [/^[a-z0-9]\.[a-z0-9](?:,[a-z0-9]\.[a-z0-9])*$/],
  likert: [/^[a-z0-9]$/],
  numeric: [/^-?\d{1,5}(?:\.\d{1,7})?$/],
  'fill-in': [LINE, upTo(255), XML],
};
const FORMS_12: Forms = {
  'cmi.core.lesson_status': [/^(?:passed|completed|failed|incomplete)$/],
  'cmi.core.exit': [/^(?:|suspend)$/],
  'cmi.core.lesson_location': [upTo(255), /^[\x20-\x7e]*$/],
  'cmi.core.session_time': [/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/],
  'cmi.core.score.raw': PERCENT,
  'cmi.core.score.min': [/^0$/],
  'cmi.core.score.max': [/^100$/],
  'cmi.suspend_data': [(value) => new TextEncoder().encode(value).length <= 4_096],
  'cmi.objectives.n.id': [ID_12],
  'cmi.objectives.n.score.raw': PERCENT,
  'cmi.objectives.n.status': [/^(?:passed|completed|failed|incomplete|not attempted)$/],
  'cmi.interactions.n.id': [ID_12],
  'cmi.interactions.n.type': [(value) => Object.hasOwn(ANSWERS_12, value)],
  'cmi.interactions.n.objectives.n.id': [ID_12],
  'cmi.interactions.n.time': [/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/],
  'cmi.interactions.n.correct_responses.n.pattern': [upTo(255)],
  'cmi.interactions.n.student_response': [upTo(255)],
  'cmi.interactions.n.result': [/^(?:correct|wrong|unanticipated|neutral)$/],
  'cmi.interactions.n.weighting': [/^-?\d{1,3}(?:\.\d{1,4})?$/, between(-100, 100)],
  'cmi.interactions.n.latency': [/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/],
};

/** Texts that break readers: tags, separators, other scripts, half characters, controls, and much too long ones. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('{lang=en}x', '{case_matters=true}', 'a[,]b[.]c[:]d', '\n', '\r\n\t', '\u2028\u2029', '\ud800', '\udfff\ud83d', '\x00\x07\x1b', 'عربي‏ 日本 😀', '😀'.repeat(200), 'x'.repeat(9_000), '<b>&amp;"\'', ']]>', '0,693', '1e-7', '-.5', ''),
);
const id = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', 'a b', 'urn:q:0', 'q-1', 'a'.repeat(400), 'ÄÖ', '../..', '{x}', 'q|*;~'), fc.stringMatching(/^[a-z0-9._-]{1,20}$/));
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 45 });
const seconds = fc.oneof(fc.double(), fc.constantFrom(0, -1, 0.004, 0.05, 59.999, 3_599.999, 86_400, 1e12, NaN, Infinity, -Infinity));
const moment = fc.oneof(fc.integer({ min: -1e14, max: 1e16 }), fc.constantFrom(0, NaN, Infinity, Date.UTC(2038, 0, 19), Date.UTC(2026, 1, 29, 12, 0, 0, 5)));
const points = fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, 1e-9, 0.1 + 0.2, 1e9));
const number = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1e-7, 123_456.789, -99_999, Infinity));
const target = fc.tuple(number, number).map(([a, b]) => ({ value: null, min: Math.min(a, b), max: Math.max(a, b) }));
const scoring = fc.constantFrom('partial' as const, 'all-or-nothing' as const);

/** A question as a page asks it: the key, what was answered, and the ids of what could be chosen and where it could be placed. */
interface Asked {
  key: AnswerKey;
  response: Response;
  options: string[];
  targets: string[];
}

const some = (all: string[], n: number): string[] => all.filter((_, index) => (n >> (index % 30)) % 2 === 1);
const at = (all: string[], n: number): string => all[n % all.length] ?? '';
const placed = (all: string[], to: string[], n: number): Record<string, string> => Object.fromEntries(all.map((each, index) => [each, at(to, index * 7 + n)]));

const asked: fc.Arbitrary<Asked> = fc.tuple(ids, ids, fc.nat(), fc.nat(), scoring, fc.boolean()).chain(([options, targets, n, m, how, flag]) =>
  fc.oneof(
    fc.constant<Asked>({ key: { type: 'true-false', answer: flag }, response: { type: 'true-false', value: !flag }, options: ['true', 'false'], targets: [] }),
    fc.constant<Asked>({ key: { type: 'single', correct: at(options, n) }, response: { type: 'single', choice: at(options, m) }, options, targets: [] }),
    fc.constant<Asked>({ key: { type: 'multiple', correct: some(options, n), options, scoring: how }, response: { type: 'multiple', choices: some(options, m).reverse() }, options, targets: [] }),
    fc.constant<Asked>({ key: { type: 'matching', pairs: placed(options, targets, n), scoring: how }, response: { type: 'matching', pairs: placed(some(options, m), targets, m) }, options, targets }),
    fc.constant<Asked>({ key: { type: 'categorise', pairs: placed(options, targets, n), scoring: how }, response: { type: 'categorise', pairs: {} }, options, targets }),
    fc.constant<Asked>({ key: { type: 'ordering', order: options, scoring: how }, response: { type: 'ordering', order: [...options].reverse() }, options, targets: [] }),
    fc.constant<Asked>({ key: { type: 'likert' }, response: { type: 'likert', choice: at(options, n) }, options, targets: [] }),
    fc.constant<Asked>({ key: { type: 'hotspot', correct: at(options, n) }, response: { type: 'hotspot', choice: at(options, m) }, options, targets: [] }),
    fc.tuple(text, text).map(([modelText, own]): Asked => ({ key: { type: 'short-answer', modelText }, response: { type: 'short-answer', text: own, unknown: flag, verdict: null, ideas: [] }, options: [], targets: [] })),
    fc.tuple(target, fc.oneof(text, number.map(String))).map(([each, own]): Asked => ({ key: { type: 'numeric', target: each, decimal: flag ? '.' : ',' }, response: { type: 'numeric', text: own }, options: [], targets: [] })),
    fc.tuple(fc.array(text, { maxLength: 14 }), fc.array(fc.tuple(fc.array(text, { maxLength: 2 }), target), { minLength: 1, maxLength: 14 })).map(([values, blanks]): Asked => ({
      key: {
        type: 'fill-in', exactCase: flag, scoring: how, decimal: '.',
        blanks: blanks.map(([accept, each], index) => (index % 3 === 0 ? { id: `b${index}`, kind: 'text', accept, patterns: [{ source: 'a{2}[,]b', flags: '' }] } : index % 3 === 1 ? { id: `b${index}`, kind: 'number', target: each } : { id: `b${index}`, kind: 'choice', correct: at(options, index) })),
      },
      response: { type: 'fill-in', values },
      options: [],
      targets: [],
    })),
  ),
);

const named = (all: string[]): AnsweredItem['options'] => all.map((each) => ({ id: each, text: each }));
type Unnumbered = (index: number) => Fact;

const answered: fc.Arbitrary<Unnumbered> = fc
  .tuple(asked, id, text, fc.array(id, { maxLength: 5 }), points, seconds, moment, fc.constantFrom('correct' as const, 'incorrect' as const, 'neutral' as const))
  .map(([{ key, response, options, targets }, itemId, words, objectives, worth, latencySeconds, when, result]) => (index) => ({
    kind: 'answered', index, key, response, result, latencySeconds, at: when,
    item: { id: itemId, type: key.type, text: words, options: named(options), targets: named(targets), objectives: [...new Set(objectives)], points: worth, graded: true },
  }));
const objective: fc.Arbitrary<ObjectiveStanding> = fc.record({ id, text, points, of: points, complete: fc.boolean(), progress: fc.oneof(fc.double(), fc.double({ min: 0, max: 1, noNaN: true })), success: fc.constantFrom('unknown' as const, 'passed' as const, 'failed' as const) });
const fact: fc.Arbitrary<Unnumbered> = fc.oneof(
  { weight: 4, arbitrary: answered },
  objective.map((standing): Unnumbered => () => ({ kind: 'objective', standing })),
  text.map((place): Unnumbered => () => ({ kind: 'moved', place })),
  fc.oneof(fc.double(), fc.double({ min: 0, max: 1, noNaN: true })).map((measure): Unnumbered => () => ({ kind: 'progressed', measure })),
  fc.tuple(points, points, fc.boolean()).map(([got, of_, judged]): Unnumbered => () => ({ kind: 'scored', points: got, of: of_, judged })),
  fc.constantFrom<Fact>({ kind: 'completed', verdict: 'none' }, { kind: 'completed', verdict: 'failed' }, { kind: 'passed', completed: true }, { kind: 'failed' }).map((each): Unnumbered => () => each),
);
const visit = fc.record({ facts: fc.array(fact, { maxLength: 6 }), resume: fc.stringMatching(/^[a-z0-9;*|]{0,80}$/), active: seconds, build: id });

const STANDARDS = {
  'SCORM 2004': { version: SCORM_2004, driver: scorm2004, forms: FORMS_2004, response: 'learner_response', responses: RESPONSES, patterns: PATTERNS },
  'SCORM 1.2': { version: SCORM_12, driver: scorm12, forms: FORMS_12, response: 'student_response', responses: ANSWERS_12, patterns: { ...ANSWERS_12, 'fill-in': [upTo(255)] } },
} as const;

const holds = (form: Form, value: string): boolean => (form instanceof RegExp ? form.test(value) : form(value));

describe.each(Object.entries(STANDARDS))('%s', (_, { version, driver, forms, response, responses, patterns }) => {
  test('every value has a form that all four readers take, in their order, within the calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visit, { minLength: 1, maxLength: 3 }), async (visits) => {
        const lms = recordedLms(version, { id: 'u', name: 'U' });
        let answers = 0;
        for (const { facts, resume, active, build } of visits) {
          lms.takeCalls();
          const sets: [element: string, value: string][] = [];
          const window = listening(lms.launch(), version.names.set, (element, value) => sets.push([element, value]));
          const tracker = driver(window as never);
          expect((await tracker.open()).connected).toBe(true);
          tracker.record([{ kind: 'started', build }]);
          tracker.save(resume, 0);
          expect(lms.takeCalls().length).toBeLessThanOrEqual(16);
          for (const make of facts) {
            const told = make(answers);
            if (told.kind === 'answered') answers++;
            tracker.record([told]);
            tracker.save(resume, active);
            if (told.kind === 'answered') expect(lms.takeCalls().length).toBeLessThanOrEqual(20);
            lms.takeCalls();
          }
          tracker.close(resume, active);
          expect(tracker.refusals.map(({ element, code }) => `${element} ${code}: ${JSON.stringify(sets.filter(([name]) => name === element).map(([, value]) => value))}`)).toEqual([]);
          check(sets, forms);
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  function check(sets: readonly [string, string][], known: Forms): void {
    const types = new Map<string, string>();
    for (const [element, value] of sets) {
      const form = known[element.replace(/\.\d+(?=\.|$)/g, '.n')];
      expect(form, `nobody knows ${element}`).toBeDefined();
      expect((form ?? []).filter((each) => !holds(each, value)).map(String), `${element} = ${JSON.stringify(value)}`).toEqual([]);
      const [, entry, part] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element) ?? [];
      if (entry === undefined || part === undefined) continue;
      // The id comes first, then the type; nothing else before both (408).
      if (part !== 'id') expect(part === 'type' || types.has(entry), element).toBe(true);
      if (part === 'type') types.set(entry, value);
      const own = part === response ? responses : /^correct_responses\.\d+\.pattern$/.test(part) ? patterns : null;
      const answer: readonly Form[] = own === null ? [] : ((own as Readonly<Record<string, readonly Form[]>>)[types.get(entry) ?? ''] ?? []);
      expect(answer.filter((each) => !holds(each, value)).map(String), `${types.get(entry)} ${part} = ${JSON.stringify(value)}`).toEqual([]);
    }
  }
});

/** The same LMS, with somebody who hears what is set. */
function listening(window: object, method: string, hear: (element: string, value: string) => void): object {
  const heard = (api: Record<string, (...args: string[]) => string>): object => ({ ...api, [method]: (element: string, value: string) => { hear(element, value); return api[method]?.(element, value); } });
  return Object.fromEntries(Object.entries(window).map(([name, value]) => [name, typeof value === 'object' && value !== null ? heard(value as never) : value]));
}
