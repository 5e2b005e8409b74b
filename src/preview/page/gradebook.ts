/** What an LMS shows its administrators, read from a data model as it was committed: status, score, times, objectives, answers. Pure. */
import { listOf, type LearnerRecord } from '../records.ts';

export interface Gradebook {
  facts: { name: string; value: string }[];
  objectives: { id: string; description: string; score: string; success: string; completion: string }[];
  answers: { number: number; id: string; type: string; given: string; right: string; result: string; seconds: string }[];
  /** Stored progress, and how much there may be: SCORM 2004 counts characters, SCORM 1.2 and record stores bytes. */
  progress: { used: number; of: number; unit: 'characters' | 'bytes' };
}

/** Room for progress by standard (scorm.md 3). */
export const PROGRESS_LIMIT: Readonly<Record<string, number>> = { 'scorm2004-4th': 64_000, 'scorm2004-3rd': 64_000, scorm2004: 64_000, scorm12: 4_096 };

type Model = Readonly<Record<string, unknown>>;

export function gradebook(record: Pick<LearnerRecord, 'cmi' | 'totalSeconds' | 'earlier'> | null, standard: string): Gradebook {
  const cmi = record?.cmi ?? {};
  const core = model(cmi['core']);
  const score = model(cmi['score'] ?? core['score']);
  const facts = [
    { name: 'Completion', value: words(cmi['completion_status'] ?? core['lesson_status']) },
    { name: 'Success', value: words(cmi['success_status']) },
    { name: 'Score', value: scoreText(score) },
    { name: 'Progress', value: share(cmi['progress_measure']) },
    { name: 'Place', value: words(cmi['location'] ?? core['lesson_location']) },
    { name: 'Time', value: clock(record?.totalSeconds ?? 0) },
    { name: 'Ended with', value: words(cmi['exit'] ?? core['exit']) },
  ];
  const stored = cmi['suspend_data'];
  return {
    facts: facts.filter(({ value }) => value !== ''),
    objectives: listOf(cmi['objectives']).map((objective) => ({
      id: words(objective['id']),
      description: words(objective['description']),
      score: scoreText(model(objective['score'])),
      success: words(objective['success_status'] ?? objective['status']),
      completion: words(objective['completion_status']),
    })),
    answers: [...(record?.earlier ?? []), ...listOf(cmi['interactions'])].map((answer, index) => ({
      number: index + 1,
      id: words(answer['id']),
      type: words(answer['type']),
      given: words(answer['learner_response'] ?? answer['student_response']),
      right: listOf(answer['correct_responses']).map((pattern) => words(pattern['pattern'])).join(' or '),
      result: words(answer['result']),
      seconds: words(answer['latency']),
    })),
    progress: { ...sizeOf(typeof stored === 'string' ? stored : '', standard), of: PROGRESS_LIMIT[standard] ?? 64_000 },
  };
}

function sizeOf(stored: string, standard: string): Pick<Gradebook['progress'], 'used' | 'unit'> {
  return standard === 'scorm12' ? { used: new TextEncoder().encode(stored).length, unit: 'bytes' } : { used: stored.length, unit: 'characters' };
}

const model = (value: unknown): Model => (typeof value === 'object' && value !== null ? { ...value } : {});

/** '' for what was never set. */
function words(value: unknown): string {
  return typeof value === 'string' && value !== 'unknown' && value !== 'null' ? value : typeof value === 'number' ? String(value) : '';
}

function scoreText(score: Model): string {
  const scaled = words(score['scaled']);
  const raw = words(score['raw']);
  const points = raw === '' ? '' : `${raw}${words(score['max']) === '' ? '' : ` of ${words(score['max'])}`}`;
  return [scaled === '' ? '' : share(scaled), points].filter((part) => part !== '').join(', ');
}

export function share(value: unknown): string {
  const number = Number.parseFloat(words(value));
  return Number.isFinite(number) ? shareOf(number) : '';
}

export const shareOf = (number: number): string => `${Math.round(number * 1000) / 10} %`;

export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
