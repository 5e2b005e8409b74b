/** Runs in the LMS page: gives the course a real SCORM API (scorm-again), writes down every call, opens the course. */
import type { ApiCall, PageState } from './protocol.ts';

/** The part of scorm-again that the page uses; its own types describe modules, not the global of its script. */
interface ScormApi {
  lastErrorCode: string;
  loadFromJSON(json: Record<string, unknown>, element: string): void;
  renderCMIToJSONObject(): Record<string, unknown>;
  Initialize(argument: string): string;
  Terminate(argument: string): string;
  GetValue(element: string): string;
  SetValue(element: string, value: string): string;
  Commit(argument: string): string;
  GetLastError(): string;
  GetErrorString(code: string): string;
  GetDiagnostic(code: string): string;
}

declare global {
  interface Window {
    Scorm2004API: new (settings: Record<string, unknown>) => ScormApi;
    API_1484_11?: Record<string, (...args: string[]) => string>;
    /** Calls since this LMS page was opened. */
    lmsCalls: ApiCall[];
    /** The API itself, for looking at values without a trace in the log. */
    lmsApi: ScormApi;
    /** The data model right after loading what was stored. */
    lmsRestored: Record<string, unknown>;
  }
}

const launch = new URLSearchParams(location.search).get('launch') ?? '';

/** Calls are sent in batches; beacons get through even while the page is being torn down. */
const beacon = navigator.sendBeacon.bind(navigator);
let unsent: ApiCall[] = [];
window.lmsCalls = [];

function note(call: ApiCall): void {
  window.lmsCalls.push(call);
  if (unsent.length === 0) {
    queueMicrotask(() => {
      beacon(`/lms/calls?launch=${launch}`, JSON.stringify(unsent));
      unsent = [];
    });
  }
  unsent.push(call);
}

/** Only the eight functions of the standard are visible to the course, as in an LMS. */
function recorded(api: ScormApi, sitting: number): Record<string, (...args: string[]) => string> {
  const methods = ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'] as const;
  const functions = methods.map((method) => {
    const inner = api[method].bind(api) as (...args: string[]) => string;
    const outer = (...args: string[]): string => {
      const result = inner(...args);
      note({ method, args, result, error: String(api.lastErrorCode), at: performance.now(), sitting });
      return result;
    };
    return [method, outer] as const;
  });
  return Object.fromEntries(functions);
}

/** What an LMS of the days of Java hands out. */
function asApplet(functions: Record<string, (...args: string[]) => string>): Record<string, (...args: string[]) => string> {
  const applet = {};
  for (const [method, inner] of Object.entries(functions)) {
    const outer = function (this: unknown, ...args: string[]): unknown {
      if (this !== applet) throw new TypeError('Illegal invocation');
      const answer = inner(...args);
      if (method === 'GetValue') return answer === '' ? null : /^-?\d+(?:\.\d+)?$/.test(answer) ? Number(answer) : answer;
      if (method === 'GetLastError') return Number(answer);
      return answer === 'true' ? undefined : answer;
    };
    Object.defineProperty(applet, method, { value: outer, enumerable: false });
  }
  return applet;
}

/** Many LMSs save by a synchronous request even while the page closes; Chromium refuses those. */
function saveSynchronously(): void {
  navigator.sendBeacon = (url, body) => {
    const request = new XMLHttpRequest();
    request.open('POST', url, false);
    try {
      request.send(body as XMLHttpRequestBodyInit);
      return request.status === 200;
    } catch (error) {
      console.info(`LMS: ${String(error)}`);
      return false;
    }
  };
}

function offerApi(state: PageState): void {
  if (!state.beacons) saveSynchronously();
  const api = new window.Scorm2004API({
    lmsCommitUrl: `/lms/commit?launch=${launch}&sitting=${state.sitting}`,
    dataCommitFormat: 'json',
    includeCommitSequence: true,
    terminateCommitParam: 'terminate',
    autocommit: false,
    logLevel: 5,
  });
  api.loadFromJSON(state.cmi, 'cmi');
  window.lmsRestored = api.renderCMIToJSONObject();
  window.lmsApi = api;
  const functions = recorded(api, state.sitting);
  window.API_1484_11 = state.applet ? asApplet(functions) : functions;
}

function openCourse(state: PageState): void {
  const framed = `/lms/frame?url=${encodeURIComponent(state.url)}`;
  if (['popup', 'popup-nested', 'noopener'].includes(state.frame)) {
    const button = document.createElement('button');
    button.textContent = 'Open the course';
    button.addEventListener('click', () => window.open(state.frame === 'popup-nested' ? framed : state.url, 'course', `width=${state.width},height=${state.height}${state.frame === 'noopener' ? ',noopener' : ''}`));
    document.body.append(button);
    return;
  }
  const frame = document.createElement('iframe');
  frame.id = 'course';
  frame.title = 'Course';
  frame.width = String(state.width);
  frame.height = String(state.height);
  if (state.frame === 'sandboxed') frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.src = state.frame === 'nested' ? framed : state.url;
  document.querySelector('main')?.append(frame);
}

const response = await fetch(`/lms/state?launch=${launch}`);
const state = (await response.json()) as PageState;
if (state.api) offerApi(state);
openCourse(state);
document.documentElement.dataset['lms'] = 'ready';

export {};
