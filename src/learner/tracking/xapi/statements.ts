/** Facts as statements: verb, object, result and context by the rules of xAPI and cmi5 (xapi.md 2 and 4). Pure. */
import type { Activity, Context, Result, Statement } from '@xapi/xapi';
import { ACTIVITY_TYPES, BUILD_EXTENSION, objectiveId, partId, PROGRESS_EXTENSION, questionId, VERBS, VERSION_EXTENSION, type VerbName } from '../../../vocabulary/xapi.ts';
import { correctPattern, duration, interactionType, learnerResponse, shortId } from '../scorm/format.ts';
import type { AnsweredItem, Fact } from '../tracker.ts';
import { nameId } from './name-id.ts';
import type { Moment, Scene } from './scene.ts';

/** Of what is told once per registration: whoever tells it again tells the same statement. */
export const verdictId = (verb: 'completed' | 'passed', { actor, registration, root }: Scene): string => nameId([JSON.stringify(actor), registration, root, verb]);

/** Points so far; null before the first graded answer. */
export type Score = { points: number; of: number } | null;

/** What is told about the course itself. */
export type Milestone = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';

/** `seconds`: active time of this visit. */
export function milestone(verb: Milestone, { scene, moment, seconds, score }: { scene: Scene; moment: Moment; seconds: number; score: Score }): Statement {
  const verdict = verb === 'passed' || verb === 'failed';
  const deciding = verdict || verb === 'completed';
  const { own, deciding: marks } = scene.categories;
  const context = contextOf(scene, { category: deciding ? [...own, ...marks] : own });
  const mastery = verdict ? scene.mastery : null;
  return {
    ...opening(verb, scene, moment),
    object: rootActivity(scene),
    ...(verb === 'initialized' ? {} : { result: resultOf(verb, seconds, verdict ? scoreOf(score, verb, scene) : null) }),
    context: mastery === null ? context : { ...context, extensions: { ...context.extensions, [mastery.extension]: mastery.score } },
  };
}

function resultOf(verb: Milestone, seconds: number, score: Result['score'] | null): Result {
  return {
    ...(score ? { score } : {}),
    ...(verb === 'passed' ? { success: true } : verb === 'failed' ? { success: false } : {}),
    ...(verb === 'completed' ? { completion: true } : {}),
    duration: duration(seconds),
  };
}

/** Whole numbers for raw, and a share that agrees with the verdict however it was rounded. */
function scoreOf(score: Score, verb: Milestone, { mastery }: Scene): Result['score'] | null {
  if (score === null || score.of <= 0) return null;
  const share = Math.min(1, Math.max(0, Number((score.points / score.of).toFixed(4))));
  const mark = mastery?.score ?? (verb === 'passed' ? 0 : 1);
  const scaled = verb === 'passed' ? Math.max(share, mark) : share;
  return { scaled, raw: Math.round(scaled * 100), min: 0, max: 100 };
}

/** Null for a fact that makes no statement of its own. */
export function factStatement(fact: Fact, scene: Scene, moment: Moment): Statement | null {
  switch (fact.kind) {
    case 'seen':
      return {
        ...opening('experienced', scene, moment),
        object: activity(partId(scene.course.iri, fact.lesson, fact.part), ACTIVITY_TYPES.part, fact.title, scene),
        context: contextOf(scene, { parent: [bare(scene.root)] }),
      };
    case 'progressed':
      return {
        ...opening('progressed', scene, moment),
        object: rootActivity(scene),
        result: { extensions: { [PROGRESS_EXTENSION]: Math.floor(fact.measure * 100) } },
        context: contextOf(scene, {}),
      };
    case 'answered':
      return answered(fact, scene, moment);
    default:
      return null;
  }
}

function answered(fact: Fact & { kind: 'answered' }, scene: Scene, moment: Moment): Statement {
  const { item, key, response } = fact;
  const given = learnerResponse(response, key);
  return {
    ...opening('answered', scene, { ...moment, id: nameId([JSON.stringify(scene.actor), scene.registration, scene.root, item.id, fact.at, fact.latencySeconds]) }),
    object: { objectType: 'Activity', id: questionId(scene.course.iri, item.id), definition: definition(fact, scene) },
    result: {
      ...(given === '' ? {} : { response: given }),
      ...(fact.result === 'neutral' ? {} : { success: fact.result === 'correct' }),
      duration: duration(fact.latencySeconds),
    },
    context: contextOf(scene, {
      parent: [bare(scene.root)],
      other: item.objectives.map((id) => ({ ...bare(objectiveId(scene.course.iri, id)), definition: { type: ACTIVITY_TYPES.objective } })),
    }),
  } as Statement;
}

/** The question with everything that can be chosen, so that a report needs nothing but the statement. */
function definition({ item, key }: Fact & { kind: 'answered' }, scene: Scene): object {
  const type = interactionType(key);
  const pattern = correctPattern(key);
  const text = words(item.text, scene);
  return {
    type: ACTIVITY_TYPES.question,
    interactionType: type,
    name: text,
    description: text,
    ...(pattern === '' ? {} : { correctResponsesPattern: [pattern] }),
    ...components(type, item, scene),
  };
}

/** Ids as they stand in responses. */
function components(type: ReturnType<typeof interactionType>, item: AnsweredItem, scene: Scene): object {
  const list = (all: AnsweredItem['options']): object[] => all.map(({ id, text }) => ({ id: shortId(id), description: words(text, scene) }));
  if (type === 'choice' || type === 'sequencing') return { choices: list(item.options) };
  if (type === 'likert') return { scale: list(item.options) };
  return type === 'matching' ? { source: list(item.options), target: list(item.targets) } : {};
}

function opening(verb: VerbName, scene: Scene, { id, at }: Moment): Pick<Statement, 'id' | 'actor' | 'verb' | 'timestamp'> {
  return { id, actor: scene.actor, verb: { id: VERBS[verb], display: { en: verb } }, timestamp: new Date(at).toISOString() };
}

const bare = (id: string): Activity => ({ objectType: 'Activity', id });

function activity(id: string, type: string, name: string, scene: Scene): Activity {
  return { objectType: 'Activity', id, definition: { type, ...(name === '' ? {} : { name: words(name, scene) }) } };
}

const rootActivity = (scene: Scene): Activity => activity(scene.root, ACTIVITY_TYPES.course, scene.course.title, scene);

const words = (text: string, { course }: Scene): Record<string, string> => ({ [course.language]: text });

type Lists = NonNullable<Context['contextActivities']>;

/** The template first and unchanged, then ours. */
function contextOf({ template, registration, course }: Scene, lists: { [name in keyof Lists]: readonly Activity[] }): Context {
  const given = template.contextActivities ?? {};
  const merged: Lists = { ...given };
  for (const name of ['parent', 'grouping', 'category', 'other'] as const) {
    const all = [...(given[name] ?? []), ...(lists[name] ?? [])];
    if (all.length > 0) merged[name] = all;
  }
  return {
    ...template,
    ...(registration === null ? {} : { registration }),
    contextActivities: merged,
    extensions: { ...template.extensions, [VERSION_EXTENSION]: course.version, [BUILD_EXTENSION]: course.build },
  };
}
