/** LMSs for stories: scorm-again's run-times with every call written down, and a memory that outlives a launch. */
import './window.ts';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { scorm12 } from '../../src/learner/tracking/scorm12.ts';
import { scorm2004 } from '../../src/learner/tracking/scorm2004.ts';
import type { Tracker } from '../../src/learner/tracking/tracker.ts';
import type { LaunchTerms, Learner, Stage } from './story.ts';

type Method = 'initialize' | 'terminate' | 'get' | 'set' | 'commit' | 'lastError';
type Memory = Record<string, unknown>;

const NO_WINDOW = { parent: null, opener: null, top: null };

interface Version {
  api: 'API' | 'API_1484_11';
  /** What the standard calls its functions. */
  names: Record<Method, string>;
  runTime(): Scorm12API | Scorm2004API;
  /** What the LMS holds at a launch beside what it was told before. */
  launched(memory: Memory, learner: Learner, terms: LaunchTerms): Memory;
  driver(window: typeof NO_WINDOW): Tracker;
}

export const SCORM_2004: Version = {
  api: 'API_1484_11',
  names: { initialize: 'Initialize', terminate: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit', lastError: 'GetLastError' },
  runTime: () => new Scorm2004API({ autocommit: false, logLevel: 5 }),
  launched: (memory, { id, name }, { mode }) => ({ ...memory, learner_id: id, learner_name: name, ...(mode === 'normal' ? {} : { mode, credit: 'no-credit' }) }),
  driver: scorm2004,
};

export const SCORM_12: Version = {
  api: 'API',
  names: { initialize: 'LMSInitialize', terminate: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', lastError: 'LMSGetLastError' },
  runTime: () => new Scorm12API({ autocommit: false, logLevel: 5 }),
  launched: (memory, { id, name }, { mode }) => {
    const core = { ...(memory['core'] as Memory | undefined), student_id: id, student_name: name, ...(mode === 'normal' ? {} : { lesson_mode: mode, credit: 'no-credit' }) };
    return { ...memory, core };
  },
  driver: scorm12,
};

export interface RecordedLms {
  /** A window whose parent is the LMS, as a fresh launch finds it. */
  launch(terms?: Partial<LaunchTerms>): typeof NO_WINDOW & Record<string, unknown>;
  /** Calls since the last look: `SetValue cmi.exit suspend`, with ` -> answer` where it says something and ` ! code` on an error. */
  takeCalls(): string[];
  /** What the LMS would load at the next launch. */
  stored(): Memory;
  /** While it is in trouble it keeps nothing, and says so (391). */
  trouble(on: boolean): void;
}

/** Only Commit and the end store anything. */
export function recordedLms({ api: object, names, runTime, launched }: Version, learner: Learner): RecordedLms {
  let memory: Memory = {};
  let calls: string[] = [];
  let down = false;
  return {
    launch({ mode = 'normal', attempt = 'same' } = {}) {
      if (attempt === 'new') memory = {};
      const api = runTime();
      api.loadFromJSON(structuredClone(launched(memory, learner, { mode, attempt })), 'cmi');
      const raw: Record<Method, (...args: string[]) => unknown> = {
        initialize: () => api.lmsInitialize(''),
        terminate: () => api.lmsFinish(''),
        get: (element = '') => api.lmsGetValue(element),
        set: (element = '', value = '') => api.lmsSetValue(element, value),
        commit: () => api.lmsCommit(''),
        lastError: () => api.lmsGetLastError(),
      };
      let refused = false;
      const call =
        (method: Method) =>
        (...args: string[]): string => {
          const lost = down && method === 'commit';
          const answer = lost ? 'false' : String(raw[method](...args));
          if (method === 'lastError') return refused ? '391' : answer;
          refused = lost;
          const code = lost ? '391' : String(raw.lastError());
          const words = [names[method], ...args].filter((word) => word !== '').join(' ');
          calls.push(words + (answer === 'true' ? '' : ` -> ${answer}`) + (code === '0' ? '' : ` ! ${code}`));
          if ((method === 'commit' || method === 'terminate') && answer === 'true') memory = snapshot(api);
          return answer;
        };
      const methods = Object.keys(names) as Method[];
      return { ...NO_WINDOW, [object]: Object.fromEntries(methods.map((method) => [names[method], call(method)])) };
    },
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    stored: () => memory,
    trouble(on) {
      down = on;
    },
  };
}

/** A course opened by an LMS of that version; without a learner there is no LMS at all. */
export function scormStage(version: Version, learner: Learner | null): Stage {
  const lms = learner === null ? null : recordedLms(version, learner);
  return {
    trouble: (on) => lms?.trouble(on),
    launch: (terms) => version.driver(lms === null ? NO_WINDOW : lms.launch(terms)),
    settled: () => Promise.resolve(),
    takeCalls: () => lms?.takeCalls() ?? [],
  };
}

function snapshot(api: Scorm12API | Scorm2004API): Memory {
  const { cmi } = JSON.parse(api.renderCMIToJSONString()) as { cmi: Memory };
  return cmi;
}
