/** What a package tells an LMS about a learner and asks it for, by the standard's own names; a test holds it against the driver's calls. */

/** The kinds of facts, in the order in which people ask for them. */
export const FACTS = ['status', 'score', 'answers', 'objectives', 'progress', 'place', 'time', 'resume', 'version'] as const;
export type RecordedFact = (typeof FACTS)[number];

/** Elements that are set, by fact and target; `n` stands for any index. */
export const RECORDED: Readonly<Record<'scorm2004', Readonly<Record<RecordedFact, readonly string[]>>>> = {
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
};

/** Elements that are only read. */
export const ASKED: Readonly<Record<'scorm2004', readonly string[]>> = {
  scorm2004: [
    'cmi.mode',
    'cmi.suspend_data',
    'cmi.learner_id',
    'cmi.learner_name',
    'cmi.scaled_passing_score',
    'cmi.completion_status',
    'cmi.success_status',
    'cmi.objectives._count',
    'cmi.objectives.n.id',
    'cmi.interactions._count',
  ],
};
