/** The LMS's side of SCORM: a real run-time (scorm-again) behind exactly the functions of the standard, each call written down. */
import { Scorm12API, Scorm2004API } from 'scorm-again/min';
import type { ActivitySettings } from '../activity-tree.ts';
import { type ApiFunctions, type ApiNames, type Fault, withFaults } from './faults.ts';
import { sequencing } from './sequencer.ts';

export interface Call {
  method: string;
  args: string[];
  /** As the course got it, with its type: `"true"`, `true`, `undefined`. */
  answer: string;
  /** What the last-error function tells after the call. */
  error: string;
  /** Milliseconds since the course was opened. */
  at: number;
}

interface RunTime {
  loadFromJSON(json: Record<string, unknown>, element: string): void;
  renderCMIToJSONObject(): Record<string, unknown>;
}

interface Standard {
  /** Name of the object in the LMS's window. */
  object: string;
  names: ApiNames;
  methods: readonly string[];
  create(settings: Record<string, unknown>, sequence: Sequence | null): RunTime;
}

const SCORM_2004: Standard = {
  object: 'API_1484_11',
  names: { initialize: 'Initialize', get: 'GetValue', mode: 'cmi.mode', set: 'SetValue', commit: 'Commit', terminate: 'Terminate', lastError: 'GetLastError', suspendData: 'cmi.suspend_data', tooLong: '406' },
  methods: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'],
  create: (settings, sequence) => (sequence === null ? new Scorm2004API(settings) : sequenced(settings, sequence)),
};

const SCORM_12: Standard = {
  object: 'API',
  names: { initialize: 'LMSInitialize', get: 'LMSGetValue', mode: 'cmi.core.lesson_mode', set: 'LMSSetValue', commit: 'LMSCommit', terminate: 'LMSFinish', lastError: 'LMSGetLastError', suspendData: 'cmi.suspend_data', tooLong: '405' },
  methods: ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'],
  create: (settings) => new Scorm12API(settings),
};

/** Where the LMS launches the lessons one by one. */
export interface Sequence {
  activities: ActivitySettings;
  /** Of its sequencer, before this unit is opened. */
  state: string;
  unit: string;
  /** The course has asked for another unit, and the sequencer opens it. */
  delivered(unit: string): void;
}

/** A unit that the sequencer would not open yet is played all the same, outside of it: an author wants to see it. */
function sequenced(settings: Record<string, unknown>, { activities, state, unit, delivered }: Sequence): Scorm2004API {
  const api = new Scorm2004API({ ...settings, sequencing: sequencing(activities) });
  api.deserializeSequencingState(state);
  if (!api.processNavigationRequest('choice', unit)) return new Scorm2004API(settings);
  api.setSequencingEventListeners({ onActivityDelivery: ({ id }: { id: string }) => (id === unit ? undefined : delivered(id)) });
  return api;
}

export interface Line {
  /** Name under which the course looks for the functions. */
  object: string;
  functions: ApiFunctions;
  /** The data model as it is now. */
  model(): Record<string, unknown>;
}

export interface LineOptions {
  standard: string;
  /** Where commits go. */
  commitUrl: string;
  cmi: Record<string, unknown>;
  faults: ReadonlySet<Fault>;
  code: string;
  /** Null where the course is launched as one. */
  sequence: Sequence | null;
  killed(): void;
  heard(call: Call): void;
}

export function openLine({ standard, commitUrl, cmi, faults, code, sequence, killed, heard }: LineOptions): Line {
  const { object, names, methods, create } = standard === 'scorm12' ? SCORM_12 : SCORM_2004;
  const api = create({ lmsCommitUrl: commitUrl, dataCommitFormat: 'json', includeCommitSequence: true, terminateCommitParam: 'terminate', autocommit: false, logLevel: 5 }, sequence);
  api.loadFromJSON(cmi, 'cmi');
  const real: ApiFunctions = Object.fromEntries(methods.map((method) => [method, (...args: string[]): unknown => Reflect.apply(functionOf(api, method), api, args)]));
  const faulty = withFaults(real, names, faults, { now: () => Date.now(), code, killed });
  const started = performance.now();
  const functions = Object.fromEntries(
    Object.entries(faulty).map(([method, inner]) => [
      method,
      (...args: string[]): unknown => {
        const answer = inner(...args);
        if (method === names.lastError) return answer;
        heard({ method, args, answer: shown(answer), error: String(faulty[names.lastError]?.() ?? ''), at: performance.now() - started });
        return answer;
      },
    ]),
  );
  return { object, functions, model: () => api.renderCMIToJSONObject() };
}

function functionOf(api: object, method: string): (...args: string[]) => unknown {
  const found: unknown = Reflect.get(api, method);
  if (typeof found !== 'function') throw new Error(`scorm-again has no ${method}.`);
  return found as (...args: string[]) => unknown;
}

function shown(answer: unknown): string {
  return typeof answer === 'string' ? JSON.stringify(answer) : String(answer);
}
