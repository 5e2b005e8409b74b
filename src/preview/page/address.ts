/** What the preview shows, as its address: learner, mode, size, faults and place, so that a link opens the same again. */
import { type Fault, readFaults, USUAL_CODE } from './faults.ts';

export const MODES = ['normal', 'browse', 'review'] as const;
export type Mode = (typeof MODES)[number];

/** Sizes of the frame that an LMS gives, width × height; null = all there is. */
export const SIZES: Readonly<Record<string, [width: number, height: number] | null>> = {
  full: null,
  '1024×768': [1024, 768],
  '390×700': [390, 700],
  '318×236': [318, 236],
};

export interface Setting {
  learner: string;
  mode: Mode;
  size: string;
  faults: Fault[];
  /** Error of a refused SetValue. */
  code: string;
  /** Fragment of the course's own address, `/l1.2` or the id of a part; '' = where the learner left. */
  at: string;
}

export function readAddress(fragment: string): Setting {
  const asked = new URLSearchParams(fragment.replace(/^#/, ''));
  const size = asked.get('size') ?? 'full';
  return {
    learner: (asked.get('learner') ?? '').slice(0, 60) || 'learner-1',
    mode: MODES.find((known) => known === asked.get('mode')) ?? 'normal',
    size: Object.hasOwn(SIZES, size) ? size : 'full',
    faults: readFaults((asked.get('faults') ?? '').split('.')),
    code: /^\d{0,4}$/.test(asked.get('code') ?? 'x') ? (asked.get('code') ?? USUAL_CODE) : USUAL_CODE,
    at: asked.get('at') ?? '',
  };
}

/** Only what differs from an empty address is written. */
export function writeAddress({ learner, mode, size, faults, code, at }: Setting): string {
  const written = new URLSearchParams();
  if (learner !== 'learner-1') written.set('learner', learner);
  if (mode !== 'normal') written.set('mode', mode);
  if (size !== 'full') written.set('size', size);
  if (faults.length > 0) written.set('faults', faults.join('.'));
  if (code !== USUAL_CODE) written.set('code', code);
  if (at !== '') written.set('at', at);
  const text = written.toString();
  return text === '' ? '' : `#${text}`;
}

/** Where the learner is: what the course's address names, and the place that the LMS was told of last where that says more of the same lesson. */
export function placeNow(fragment: string, model: Readonly<Record<string, unknown>>): string {
  const core: unknown = model['core'];
  const told: unknown = model['location'] ?? (typeof core === 'object' && core !== null ? Reflect.get(core, 'lesson_location') : undefined);
  const [lesson = '', view = '', spot = ''] = typeof told === 'string' ? told.split('/') : [];
  const [, named = '', part = ''] = fragment.split('/');
  if (spot === '' || (named !== '' && named !== lesson) || (part !== '' && view !== 'check')) return fragment;
  return `/${lesson}/${view}/${spot}`;
}
