/** What may happen in a schedule, in any order: what a learner does, and what goes wrong; drawn by chance, and as one line of text. */
import fc from 'fast-check';
import { FAULTS, type Fault } from '../../src/preview/page/faults.ts';
import { ESSAYS, ITEMS } from './course.ts';
import { hasApi, hasStore, type Standard } from './world.ts';

/** A record store has no API that could fail, and the other way round. */
export function faultsOf(standard: Standard): Fault[] {
  return FAULTS.filter(({ concerns }) => concerns === 'both' || (concerns === 'api' ? hasApi(standard) : hasStore(standard))).flatMap(({ faults }) => faults.map(({ id }) => id));
}

/** Codes of refused values by SCORM 2004 and 1.2. */
const CODES = ['101', '201', '301', '351', '391', '401', '403', '404', '405', '406', '407', '408', '1000', ''];

const QUESTIONS = ITEMS.filter((id) => !ESSAYS.includes(id));

export type Command =
  | { do: 'launch'; device: 0 | 1 }
  | { do: 'second-window' }
  | { do: 'answer'; item: string; right: boolean }
  | { do: 'read'; part: 1 | 2 }
  /** All written answers; or whatever is left, all of it right. */
  | { do: 'essays' | 'the-rest' }
  | { do: 'hide' | 'exit' | 'close-tab' | 'close-other' | 'remove-frame' | 'crash' | 'all-well' | 'new-attempt' }
  /** The LMS keeps everything but the progress. */
  | { do: 'lose-progress' }
  | { do: 'on' | 'off'; fault: Fault }
  | { do: 'wait'; seconds: number };

export interface Schedule {
  standard: Standard;
  code: string;
  commands: readonly Command[];
}

const item = fc.constantFrom(...QUESTIONS);
const commandFor = (standard: Standard): fc.Arbitrary<Command> => fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('answer' as const), item, right: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), part: fc.constantFrom<1 | 2>(1, 2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('essays' as const, 'the-rest' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('launch' as const), device: fc.constantFrom<0 | 1>(0, 0, 0, 1) }) },
  // What a window that gave way still does shows only where much comes after it.
  { weight: 6, arbitrary: fc.constantFrom({ do: 'second-window' as const }, { do: 'second-window' as const }, { do: 'second-window' as const }, { do: 'close-other' as const }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('hide' as const, 'exit' as const, 'close-tab' as const, 'remove-frame' as const, 'crash' as const) }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('on' as const), fault: fc.constantFrom(...faultsOf(standard)) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('off' as const), fault: fc.constantFrom(...faultsOf(standard)) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('all-well' as const, 'all-well' as const, 'new-attempt' as const, ...(hasApi(standard) ? ['lose-progress' as const] : [])) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 6, 21, 70, 400) }) },
);

export const schedulesFor = (standard: Standard): fc.Arbitrary<Schedule> => fc.record({ standard: fc.constant(standard), code: fc.constantFrom(...CODES), commands: fc.array(commandFor(standard), { minLength: 4, maxLength: 22, size: 'max' }) });

/** A schedule in one line. */
export function shown({ standard, code, commands }: Schedule): string {
  return `${standard}, code ${code}: ${commands.map((each) => Object.values(each).join(' ')).join(' | ')}`;
}

/** And back; the line is ours, and what does not fit it is a mistake in the test. */
export function parsed(line: string): Schedule {
  const [, standard = '', code = '', all = ''] = /^(\w+), code (\d*): (.*)$/.exec(line) ?? [];
  const commands = all.split(' | ').map((each): object => {
    const [what = '', one = '', two = ''] = each.split(' ');
    switch (what) {
      case 'answer':
        return { do: what, item: one, right: two === 'true' };
      case 'launch':
        return { do: what, device: Number(one) };
      case 'read':
        return { do: what, part: Number(one) };
      case 'wait':
        return { do: what, seconds: Number(one) };
      case 'on':
      case 'off':
        return { do: what, fault: one };
      default:
        return { do: what };
    }
  });
  const schedule = { standard, code, commands } as Schedule;
  if (shown(schedule) !== line) throw new Error(`This is no schedule: ${line}`);
  return schedule;
}
