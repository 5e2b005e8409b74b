/** An LMS for stories: scorm-again's SCORM 2004 run-time with every call written down, and a memory that outlives a launch. */
import './window.ts';
import { Scorm2004API } from 'scorm-again';

type Method = 'Initialize' | 'Terminate' | 'GetValue' | 'SetValue' | 'Commit' | 'GetLastError';
type Api = Record<Method, (...args: string[]) => string>;

export interface StoryLms {
  /** A window whose parent is the LMS, as a fresh launch finds it. */
  launch(): { parent: null; opener: null; top: null; API_1484_11: Api };
  /** Calls since the last look: `SetValue cmi.exit suspend`, with ` -> answer` where it says something and ` ! code` on an error. */
  takeCalls(): string[];
  /** What the LMS would load at the next launch. */
  stored(): Record<string, unknown>;
}

/** `cmi` is what the LMS holds before the first launch. Only Commit and Terminate store anything. */
export function storyLms(cmi: Record<string, unknown>): StoryLms {
  let memory = cmi;
  let calls: string[] = [];
  return {
    launch() {
      const api = new Scorm2004API({ autocommit: false, logLevel: 5 });
      api.loadFromJSON(structuredClone(memory), 'cmi');
      const raw: Record<Method, (...args: string[]) => unknown> = {
        Initialize: () => api.lmsInitialize(''),
        Terminate: () => api.lmsFinish(''),
        GetValue: (element = '') => api.lmsGetValue(element),
        SetValue: (element = '', value = '') => api.lmsSetValue(element, value),
        Commit: () => api.lmsCommit(''),
        GetLastError: () => api.lmsGetLastError(),
      };
      const call =
        (method: Method) =>
        (...args: string[]): string => {
          const answer = String(raw[method](...args));
          if (method === 'GetLastError') return answer;
          const code = String(raw.GetLastError());
          const words = [method, ...args].filter((word) => word !== '').join(' ');
          calls.push(words + (answer === 'true' ? '' : ` -> ${answer}`) + (code === '0' ? '' : ` ! ${code}`));
          if ((method === 'Commit' || method === 'Terminate') && answer === 'true') memory = snapshot(api);
          return answer;
        };
      return {
        parent: null,
        opener: null,
        top: null,
        API_1484_11: {
          Initialize: call('Initialize'),
          Terminate: call('Terminate'),
          GetValue: call('GetValue'),
          SetValue: call('SetValue'),
          Commit: call('Commit'),
          GetLastError: call('GetLastError'),
        },
      };
    },
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    stored: () => memory,
  };
}

function snapshot(api: Scorm2004API): Record<string, unknown> {
  const { cmi } = JSON.parse(api.renderCMIToJSONString()) as { cmi: Record<string, unknown> };
  return cmi;
}
