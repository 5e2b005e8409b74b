/** What a record store refuses in a statement: the rules of xAPI 1.0.3 that content can break (Data 2.4; Communication 2.1). Pure. */

export type Json = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const DURATION = /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;
const INTERACTIONS = ['true-false', 'choice', 'fill-in', 'long-fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric', 'other'];
const COMPONENTS: Readonly<Record<string, readonly string[]>> = { choice: ['choices'], sequencing: ['choices'], likert: ['scale'], matching: ['source', 'target'] };

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
export const child = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);

/** One line per violation. `now` in milliseconds: nothing may come from the future. */
export function statementFaults(statement: unknown, now: number): string[] {
  if (!isObject(statement)) return ['a statement is an object'];
  const { id, actor, verb, object, result, context, timestamp } = statement;
  return [
    ...(typeof id === 'string' && UUID.test(id) ? [] : ['id is no UUID']),
    ...actorFaults(actor),
    ...(IRI.test(String(child(verb, 'id'))) ? [] : ['verb.id is no IRI']),
    ...objectFaults(object),
    ...(result === undefined ? [] : resultFaults(result)),
    ...(context === undefined ? [] : contextFaults(context)),
    ...(typeof timestamp === 'string' && TIMESTAMP.test(timestamp) ? [] : ['timestamp is no UTC time']),
    ...(Date.parse(String(timestamp)) > now + 60_000 ? ['timestamp lies in the future'] : []),
    ...nulls(statement, 'statement'),
  ];
}

function actorFaults(actor: unknown): string[] {
  const account = child(actor, 'account');
  const ifis = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((name) => child(actor, name) !== undefined);
  const named = account === undefined || (IRI.test(String(child(account, 'homePage'))) && typeof child(account, 'name') === 'string');
  return [...(ifis.length === 1 ? [] : ['actor needs exactly one identifier']), ...(named ? [] : ['actor.account is not whole'])];
}

function objectFaults(object: unknown): string[] {
  const definition = child(object, 'definition');
  const type = child(definition, 'interactionType');
  const lists = ['choices', 'scale', 'source', 'target', 'steps'].filter((name) => child(definition, name) !== undefined);
  const allowed = COMPONENTS[String(type)] ?? [];
  return [
    ...(IRI.test(String(child(object, 'id'))) ? [] : ['object.id is no IRI']),
    ...(type === undefined || INTERACTIONS.includes(String(type)) ? [] : ['interactionType does not exist']),
    ...lists.filter((name) => !allowed.includes(name)).map((name) => `${String(type)} has no ${name}`),
    ...lists.flatMap((name) => componentFaults(child(definition, name), name)),
    ...['name', 'description'].flatMap((name) => languageFaults(child(definition, name), `definition.${name}`)),
  ];
}

function componentFaults(list: unknown, name: string): string[] {
  if (!Array.isArray(list) || list.length === 0) return [`${name} is no list`];
  const ids = list.map((each) => child(each, 'id'));
  return [
    ...(ids.every((id) => typeof id === 'string' && id !== '') ? [] : [`${name}: an id is missing`]),
    ...(new Set(ids).size === ids.length ? [] : [`${name}: an id is there twice`]),
    ...list.flatMap((each) => languageFaults(child(each, 'description'), name)),
  ];
}

function languageFaults(map: unknown, where: string): string[] {
  if (map === undefined) return [];
  return isObject(map) && Object.entries(map).every(([tag, text]) => LANGUAGE.test(tag) && typeof text === 'string') ? [] : [`${where} is no language map`];
}

function resultFaults(result: unknown): string[] {
  const score = child(result, 'score');
  const number = (name: string): number | null => { const value = child(score, name); return typeof value === 'number' ? value : null; };
  const [scaled, raw, min, max] = [number('scaled'), number('raw'), number('min'), number('max')];
  const duration = child(result, 'duration');
  return [
    ...(scaled === null || Math.abs(scaled) <= 1 ? [] : ['score.scaled is not between -1 and 1']),
    ...(raw === null || ((min === null || raw >= min) && (max === null || raw <= max)) ? [] : ['score.raw is not between min and max']),
    ...(duration === undefined || DURATION.test(String(duration)) ? [] : ['duration is none of ISO 8601']),
    ...['success', 'completion'].filter((name) => !['boolean', 'undefined'].includes(typeof child(result, name))).map((name) => `result.${name} is neither true nor false`),
    ...extensionFaults(child(result, 'extensions')),
  ];
}

function contextFaults(context: unknown): string[] {
  const registration = child(context, 'registration');
  const lists = child(context, 'contextActivities');
  return [
    ...(registration === undefined || UUID.test(String(registration)) ? [] : ['registration is no UUID']),
    ...Object.entries(isObject(lists) ? lists : {}).flatMap(([name, list]) => {
      if (!['parent', 'grouping', 'category', 'other'].includes(name)) return [`contextActivities has no ${name}`];
      return Array.isArray(list) && list.every((each) => IRI.test(String(child(each, 'id')))) ? [] : [`contextActivities.${name} is no list of activities`];
    }),
    ...extensionFaults(child(context, 'extensions')),
  ];
}

function extensionFaults(extensions: unknown): string[] {
  return isObject(extensions) ? Object.keys(extensions).filter((key) => !IRI.test(key)).map((key) => `extension “${key}” is no IRI`) : [];
}

/** `null` is allowed in extensions and nowhere else. */
function nulls(value: unknown, where: string): string[] {
  if (value === null) return [`${where} is null`];
  if (typeof value !== 'object' || where.endsWith('.extensions')) return [];
  return Object.entries(value as Json).flatMap(([name, below]) => nulls(below, `${where}.${name}`));
}
