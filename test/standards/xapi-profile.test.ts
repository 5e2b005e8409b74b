/** The published profile is whole, and every statement that our drivers make in the stories keeps its rules. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { child, type Json } from '../../src/preview/lrs/statement-rules.ts';
import { BUILD_EXTENSION, PROFILE, PROFILE_VERSION, VERBS, VERSION_EXTENSION } from '../../src/vocabulary/xapi.ts';
import { besideStage, cmi5Stage, tincanStage } from '../traces/store.ts';
import { tell, type Story } from '../traces/story.ts';

const words = z.record(z.string(), z.string().min(1));
const iri = z.url();
const rule = z.strictObject({ location: z.string().startsWith('$.'), presence: z.enum(['included', 'excluded', 'recommended']), any: z.array(z.unknown()).min(1).optional() });
const template = z.strictObject({ id: iri, type: z.literal('StatementTemplate'), inScheme: iri, prefLabel: words, definition: words, verb: iri, objectActivityType: iri, rules: z.array(rule) });
const pattern = z.object({ id: iri, type: z.literal('Pattern'), primary: z.boolean(), inScheme: iri, sequence: z.array(iri).min(2).optional(), alternates: z.array(iri).min(2).optional(), zeroOrMore: iri.optional(), optional: iri.optional() });
const concept = z.strictObject({ id: iri, type: z.enum(['ContextExtension', 'ResultExtension']), inScheme: iri, prefLabel: words, definition: words, inlineSchema: z.string() });
const profileSchema = z.strictObject({
  '@context': z.literal('https://w3id.org/xapi/profiles/context'), id: iri, type: z.literal('Profile'), conformsTo: z.literal('https://w3id.org/xapi/profiles#1.0'), prefLabel: words, definition: words,
  versions: z.array(z.strictObject({ id: iri, generatedAtTime: z.iso.datetime() })).min(1), author: z.strictObject({ type: z.literal('Organization'), name: z.string() }),
  concepts: z.array(concept), templates: z.array(template), patterns: z.array(pattern),
});

const profile = profileSchema.parse(JSON.parse(readFileSync('docs/xapi-profile.jsonld', 'utf8')));
const all = [...profile.concepts, ...profile.templates, ...profile.patterns];

describe('the profile', () => {
  test('names itself as the statements do, and everything in it belongs to its version', () => {
    expect([profile.id, profile.versions[0]?.id]).toEqual([PROFILE, PROFILE_VERSION]);
    expect(new Set(all.map(({ inScheme }) => inScheme))).toEqual(new Set([PROFILE_VERSION]));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(profile.concepts.map(({ id }) => id)).toEqual([VERSION_EXTENSION, BUILD_EXTENSION]);
    for (const { inlineSchema } of profile.concepts) expect(() => JSON.parse(inlineSchema) as unknown).not.toThrow();
  });

  test('has a template for every verb, and patterns of nothing else', () => {
    expect(profile.templates.map(({ verb }) => verb).sort()).toEqual(Object.values(VERBS).toSorted());
    const known = new Set(all.map(({ id }) => id));
    const used = profile.patterns.flatMap(({ sequence, alternates, zeroOrMore, optional }) => [sequence, alternates, zeroOrMore, optional].flat().filter((id) => id !== undefined));
    expect(used.filter((id) => !known.has(id))).toEqual([]);
    for (const { sequence, alternates, zeroOrMore, optional } of profile.patterns) expect([sequence, alternates, zeroOrMore, optional].filter((each) => each !== undefined)).toHaveLength(1);
  });
});

/** What a location leads to: `$.a.b`, `$.a['key']`, `$.a[*].b`. */
function values(location: string, statement: Json): unknown[] {
  const steps = [...location.slice(1).matchAll(/\.(\w+)|\['([^']+)'\]|\[(\*)\]/g)];
  return steps.reduce<unknown[]>((found, [, name, key, every]) => found.flatMap((value) => (every === undefined ? [child(value, name ?? key ?? '')] : Array.isArray(value) ? (value as unknown[]) : [])).filter((value) => value !== undefined), [statement]);
}

function broken(statement: Json): string[] {
  const own = profile.templates.find(({ verb }) => verb === child(statement['verb'], 'id'));
  if (own === undefined) return [`no template for ${String(child(statement['verb'], 'id'))}`];
  const type = child(child(statement['object'], 'definition'), 'type');
  return [
    ...(type === own.objectActivityType ? [] : [`${own.id}: object is ${String(type)}`]),
    ...own.rules.flatMap(({ location, presence, any }) => {
      const found = values(location, statement);
      const kept = presence === 'recommended' || (presence === 'included') === found.length > 0;
      return kept && (any === undefined || found.every((value) => any.includes(value))) ? [] : [`${own.id}: ${location} ${presence}`];
    }),
  ];
}

const stories = readdirSync('test/traces', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

test.each([['cmi5', cmi5Stage], ['tincan', tincanStage], ['SCORM with a store beside it', besideStage]] as const)('every statement of %s in every story keeps the rules', async (_, stageOf) => {
  let count = 0;
  for (const name of stories) {
    const story = JSON.parse(readFileSync(`test/traces/${name}/story.json`, 'utf8')) as Story;
    const stage = stageOf(story.learner);
    await tell(story, stage, () => undefined);
    const statements = stage.stored();
    count += statements.length;
    expect(statements.flatMap(broken), name).toEqual([]);
  }
  expect(count).toBeGreaterThan(100);
});
