/** The reports: which SQL each is made of, and what its columns are. */
import ANSWER from '../sql/answer.sql?raw';
import ATTEMPTS from '../sql/attempts.sql?raw';
import AUDIT from '../sql/audit.sql?raw';
import COMPLETION from '../sql/completion.sql?raw';
import COUNTED from '../sql/counted.sql?raw';
import ITEMS from '../sql/items.sql?raw';
import OBJECTIVES from '../sql/objectives.sql?raw';
import OVERDUE from '../sql/overdue.sql?raw';
import RECORD from '../sql/record.sql?raw';
import RESPONSES from '../sql/responses.sql?raw';
import SITTING from '../sql/sitting.sql?raw';

/** How a value is to be shown: times and durations are milliseconds, scores and shares fractions of 1. */
export type Kind = 'text' | 'time' | 'date' | 'count' | 'number' | 'share' | 'score' | 'duration' | 'flag';

export interface Report {
  /** Views that the query reads, in order. */
  views: readonly string[];
  query: string;
  columns: Readonly<Record<string, Kind>>;
  /** Columns that name a person: left out unless the roster may be used. */
  personal: readonly string[];
  /** Shown in the terminal, which is narrow. */
  brief: readonly string[];
}

export const REPORT_NAMES = ['completion', 'attempts', 'items', 'responses', 'objectives', 'overdue', 'audit'] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

const PERSON = ['name', 'group_name'];

export const REPORTS: Readonly<Record<ReportName, Report>> = {
  completion: {
    views: [COUNTED, SITTING, RECORD],
    query: COMPLETION,
    columns: {
      learner: 'text', name: 'text', group_name: 'text', course: 'text', title: 'text', version: 'text', content: 'text', registration: 'text', status: 'text',
      started: 'time', ended: 'time', completed: 'time', passed: 'time', done: 'time', latest_result: 'text', latest_at: 'time', latest_score: 'score', best_score: 'score',
      attempts: 'count', duration_ms: 'duration', due: 'date', in_time: 'flag', expires: 'date', clock_ahead: 'flag', authority: 'text', first_stored: 'time', last_stored: 'time', evidence: 'text',
    },
    personal: PERSON,
    brief: ['learner', 'name', 'group_name', 'title', 'course', 'status', 'done', 'best_score', 'attempts', 'due', 'in_time', 'expires'],
  },
  attempts: {
    views: [COUNTED, SITTING],
    query: ATTEMPTS,
    columns: {
      learner: 'text', name: 'text', group_name: 'text', course: 'text', title: 'text', version: 'text', content: 'text', registration: 'text', session: 'text', attempt: 'count',
      started: 'time', ended: 'time', duration_ms: 'duration', result: 'text', best_score: 'score', clock_ahead: 'flag', authority: 'text', evidence: 'text',
    },
    personal: PERSON,
    brief: ['learner', 'name', 'title', 'course', 'attempt', 'started', 'duration_ms', 'result', 'best_score'],
  },
  items: {
    views: [ANSWER],
    query: ITEMS,
    columns: { course: 'text', course_title: 'text', version: 'text', item: 'text', title: 'text', learners: 'count', answers: 'count', difficulty: 'share', discrimination: 'number', median_ms: 'duration', suppressed: 'flag' },
    personal: [],
    brief: ['item', 'title', 'version', 'learners', 'answers', 'difficulty', 'discrimination', 'median_ms'],
  },
  responses: {
    views: [ANSWER],
    query: RESPONSES,
    columns: { course: 'text', version: 'text', item: 'text', title: 'text', response: 'text', learners: 'count', share: 'share', score: 'share' },
    personal: [],
    brief: ['item', 'title', 'response', 'learners', 'share', 'score'],
  },
  objectives: {
    views: [ANSWER],
    query: OBJECTIVES,
    columns: { course: 'text', course_title: 'text', version: 'text', objective: 'text', title: 'text', learners: 'count', items: 'count', reached: 'share', suppressed: 'flag' },
    personal: [],
    brief: ['objective', 'title', 'version', 'learners', 'items', 'reached'],
  },
  overdue: {
    views: [COUNTED, SITTING, RECORD],
    query: OVERDUE,
    columns: {
      learner: 'text', name: 'text', group_name: 'text', course: 'text', title: 'text', status: 'text', due: 'date', days_late: 'count',
      started: 'time', latest_result: 'text', latest_at: 'time', best_score: 'score', attempts: 'count', evidence: 'text',
    },
    personal: PERSON,
    brief: ['learner', 'name', 'group_name', 'title', 'course', 'status', 'due', 'days_late', 'latest_result'],
  },
  audit: {
    views: [],
    query: AUDIT,
    columns: { id: 'text', happened: 'time', stored: 'time', learner: 'text', course: 'text', verb: 'text', reason: 'text', because: 'text', since: 'time', by_whom: 'text', source: 'text' },
    personal: [],
    brief: ['id', 'happened', 'learner', 'course', 'verb', 'reason', 'because', 'by_whom'],
  },
};
