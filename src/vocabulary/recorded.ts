/** What a package tells an LMS about a learner and asks it for, by the standard's own names; a test holds it against the driver's calls. */

/** The kinds of facts, in the order in which people ask for them. */
export const FACTS = ['status', 'score', 'answers', 'objectives', 'progress', 'place', 'time', 'resume', 'version'] as const;
export type RecordedFact = (typeof FACTS)[number];

/** Whoever speaks to an LMS: the drivers that record anything. */
export type Recorder = 'scorm2004' | 'scorm12' | 'cmi5' | 'tincan';

/** By fact: verbs of statements, parts of them, and documents. */
const STATEMENTS: Readonly<Record<RecordedFact, readonly string[]>> = {
  status: ['initialized', 'completed', 'passed', 'failed', 'terminated'],
  score: ['result.score'],
  answers: ['answered'],
  objectives: [],
  progress: ['experienced', 'progressed'],
  place: [],
  time: ['result.duration'],
  resume: ['lectern.progress'],
  version: ['context.extensions'],
};

/** Elements that are set, by driver and fact; `n` stands for any index. None where the standard has no room for a fact. */
export const RECORDED: Readonly<Record<Recorder, Readonly<Record<RecordedFact, readonly string[]>>>> = {
  scorm2004: {
    status: ['cmi.completion_status', 'cmi.success_status', 'cmi.exit'],
    score: ['cmi.score.raw', 'cmi.score.min', 'cmi.score.max', 'cmi.score.scaled'],
    answers: [
      'cmi.interactions.n.id',
      'cmi.interactions.n.type',
      'cmi.interactions.n.objectives.n.id',
      'cmi.interactions.n.timestamp',
      'cmi.interactions.n.weighting',
      'cmi.interactions.n.description',
      'cmi.interactions.n.correct_responses.n.pattern',
      'cmi.interactions.n.learner_response',
      'cmi.interactions.n.result',
      'cmi.interactions.n.latency',
    ],
    objectives: [
      'cmi.objectives.n.id',
      'cmi.objectives.n.score.scaled',
      'cmi.objectives.n.success_status',
      'cmi.objectives.n.completion_status',
      'cmi.objectives.n.progress_measure',
      'cmi.objectives.n.description',
    ],
    progress: ['cmi.progress_measure'],
    place: ['cmi.location'],
    time: ['cmi.session_time'],
    resume: ['cmi.suspend_data'],
    version: ['cmi.objectives.n.id'],
  },
  scorm12: {
    status: ['cmi.core.lesson_status', 'cmi.core.exit'],
    score: ['cmi.core.score.raw', 'cmi.core.score.min', 'cmi.core.score.max'],
    answers: [
      'cmi.interactions.n.id',
      'cmi.interactions.n.type',
      'cmi.interactions.n.objectives.n.id',
      'cmi.interactions.n.time',
      'cmi.interactions.n.correct_responses.n.pattern',
      'cmi.interactions.n.student_response',
      'cmi.interactions.n.result',
      'cmi.interactions.n.weighting',
      'cmi.interactions.n.latency',
    ],
    objectives: ['cmi.objectives.n.id', 'cmi.objectives.n.score.raw', 'cmi.objectives.n.status'],
    progress: [],
    place: ['cmi.core.lesson_location'],
    time: ['cmi.core.session_time'],
    resume: ['cmi.suspend_data'],
    version: ['cmi.objectives.n.id'],
  },
  cmi5: STATEMENTS,
  tincan: STATEMENTS,
};

/** Elements that are only read. */
export const ASKED: Readonly<Record<Recorder, readonly string[]>> = {
  scorm2004: [
    'cmi.mode',
    'cmi.suspend_data',
    'cmi.learner_id',
    'cmi.learner_name',
    'cmi.scaled_passing_score',
    'cmi.completion_status',
    'cmi.score.raw',
    'cmi.success_status',
    'cmi.objectives._count',
    'cmi.objectives.n.id',
    'cmi.interactions._count',
  ],
  scorm12: [
    'cmi.core.lesson_mode',
    'cmi.suspend_data',
    'cmi.core.student_id',
    'cmi.core.student_name',
    'cmi.student_data.mastery_score',
    'cmi.core.lesson_status',
    'cmi.core.score.raw',
    'cmi.objectives._children',
    'cmi.objectives._count',
    'cmi.objectives.n.id',
    'cmi.interactions._children',
  ],
  cmi5: ['LMS.LaunchData', 'cmi5LearnerPreferences', 'lectern.progress'],
  tincan: ['lectern.progress'],
};
