/** A SCORM LMS for schedules: small, strict and quick. Only a Commit or the end stores anything, and all of it at once. */
import type { ApiFunctions } from '../../src/preview/page/faults.ts';

export interface Kept {
  values: ReadonlyMap<string, string>;
}

export interface LmsTerms {
  standard: 'scorm2004' | 'scorm12';
  /** Whether what is sent now reaches the server. */
  reaches: () => boolean;
  /** The server has stored this. */
  stored: (values: ReadonlyMap<string, string>) => void;
}

const OLD = { initialize: 'LMSInitialize', terminate: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', error: 'LMSGetLastError' };
const NEW = { initialize: 'Initialize', terminate: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit', error: 'GetLastError' };
const LEARNER = { scorm2004: ['cmi.learner_id', 'cmi.learner_name', 'cmi.mode'], scorm12: ['cmi.core.student_id', 'cmi.core.student_name', 'cmi.core.lesson_mode'] } as const;

/** The functions of one launch; `before`: what the LMS keeps of this attempt. */
export function lmsFunctions(before: ReadonlyMap<string, string>, { standard, reaches, stored }: LmsTerms): ApiFunctions {
  const names = standard === 'scorm2004' ? NEW : OLD;
  const [idName, nameName, modeName] = LEARNER[standard];
  const values = new Map(before).set(idName, 'ada').set(nameName, 'Lovelace, Ada').set(modeName, 'normal');
  let phase: 'new' | 'open' | 'over' = 'new';
  let error = '0';
  const answer = (said: string, code = '0'): string => {
    error = code;
    return said;
  };
  /** By collection, the ids of its entries in order. */
  const ids: Record<string, string[]> = { interactions: [], objectives: [] };
  for (const [key, value] of before) {
    const [, collection = '', index = '', field = ''] = key.split('.');
    if (field === 'id' && Object.hasOwn(ids, collection) && key.split('.').length === 4) (ids[collection] ?? [])[Number(index)] = value;
  }
  const get = (element: string): string => {
    if (phase !== 'open') return answer('', standard === 'scorm2004' ? '122' : '301');
    const counted = /^cmi\.(interactions|objectives)\._count$/.exec(element)?.[1];
    if (counted !== undefined) return answer(String(ids[counted]?.length ?? 0));
    if (element.endsWith('._children')) return answer('id,type');
    if (standard === 'scorm12' && element.startsWith('cmi.interactions.')) return answer('', '404');
    const value = values.get(element);
    return value === undefined ? answer('', standard === 'scorm2004' ? '403' : '0') : answer(value);
  };
  const set = (element: string, value: string): string => {
    if (phase !== 'open') return answer('false', standard === 'scorm2004' ? '132' : '301');
    if (element === 'cmi.suspend_data' && value.length > (standard === 'scorm2004' ? 64_000 : 4_096)) return answer('false', standard === 'scorm2004' ? '406' : '405');
    const [, collection = '', index = '', field = ''] = element.split('.');
    const entries = ids[collection];
    if (entries !== undefined) {
      const at = Number(index);
      if (at > entries.length) return answer('false', '351');
      if (field !== 'id' && at === entries.length) return answer('false', '408');
      if (field === 'id' && collection === 'objectives' && entries.includes(value) && entries[at] !== value) return answer('false', '351');
      if (field === 'id') entries[at] = value;
    }
    values.set(element, value);
    return answer('true');
  };
  const store = (): void => {
    if (reaches()) stored(new Map(values));
  };
  return {
    [names.initialize]: () => {
      if (phase !== 'new') return answer('false', standard === 'scorm2004' ? (phase === 'open' ? '103' : '104') : '101');
      phase = 'open';
      return answer('true');
    },
    [names.get]: (element = '') => get(element),
    [names.set]: (element = '', value = '') => set(element, value),
    [names.commit]: () => {
      if (phase !== 'open') return answer('false', standard === 'scorm2004' ? '142' : '301');
      store();
      return answer('true');
    },
    [names.terminate]: () => {
      if (phase !== 'open') return answer('false', standard === 'scorm2004' ? '112' : '301');
      phase = 'over';
      store();
      return answer('true');
    },
    [names.error]: () => error,
  };
}
