/** Reads files of statements, one JSON object a line, straight into rows: for reports over files too large to import. DuckDB only. */
import { type Database, literal } from '../engine/database.ts';
import { CMI5_CATEGORY, MOVEON_CATEGORY, SESSION_EXTENSION } from '../../vocabulary/cmi5.ts';
import { ACTIVITY_TYPES, BUILD_EXTENSION, VERSION_EXTENSION } from '../../vocabulary/xapi.ts';
import { MOVEON_EXTENSION, PART_VERBS, VERBS } from '../statement/names.ts';
import { LONGEST_MS } from '../statement/time.ts';

const AGENT = 'mbox VARCHAR, mbox_sha1sum VARCHAR, openid VARCHAR, account STRUCT("homePage" VARCHAR, "name" VARCHAR)';

/** Makes the table `statement` of what a report over `verbs` (short names) needs. Returns how many lines are no statements. */
export async function readJsonLines(database: Database, files: string[], verbs: readonly string[]): Promise<number> {
  await database.run('DROP TABLE IF EXISTS statement');
  await database.run(`CREATE TEMP TABLE statement AS SELECT ${selection()} FROM ${source(files)} WHERE id IS NULL OR verb.id IN (${addresses([...verbs, 'voided'])})`);
  // Lines that are no statements came along, to be counted in the same pass.
  const [row] = await database.all('SELECT COUNT(*) AS bad FROM statement WHERE id IS NULL');
  await database.run('DELETE FROM statement WHERE id IS NULL OR actor IS NULL OR "stored" IS NULL');
  return Number(row?.['bad'] ?? 0);
}

/** Fills `statement_objective` for answers: which objectives the context of each names. */
export async function readObjectives(database: Database, files: string[]): Promise<void> {
  const activity = 'STRUCT(id VARCHAR, definition STRUCT("type" VARCHAR))[]';
  const columns = `id: 'VARCHAR', verb: 'STRUCT(id VARCHAR)', context: ${literal(`STRUCT("contextActivities" STRUCT(other ${activity}, parent ${activity}))`)}`;
  await database.run(`INSERT INTO statement_objective SELECT DISTINCT id, about.id FROM (
    SELECT lower(id) AS id, unnest(list_concat(COALESCE(context."contextActivities".other, []), COALESCE(context."contextActivities".parent, []))) AS about
    FROM read_json(${list(files)}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864, columns = {${columns}})
    WHERE verb.id IN (${addresses(['answered'])})
  ) WHERE about.definition."type" = ${literal(ACTIVITY_TYPES.objective)} AND id IN (SELECT id FROM statement)`);
}

function list(files: string[]): string {
  return `[${files.map(literal).join(', ')}]`;
}

function addresses(names: readonly string[]): string {
  return Object.entries(VERBS).filter(([, name]) => names.includes(name)).map(([address]) => literal(address)).join(', ');
}

function source(files: string[]): string {
  const column = (name: string, type: string) => `${name}: ${literal(type)}`;
  return `read_json(${list(files)}, format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864, columns = {${[
    column('id', 'VARCHAR'),
    column('"stored"', 'VARCHAR'),
    column('"timestamp"', 'VARCHAR'),
    column('actor', `STRUCT(${AGENT})`),
    column('verb', 'STRUCT(id VARCHAR)'),
    column('object', 'STRUCT("objectType" VARCHAR, id VARCHAR)'),
    column('result', 'STRUCT(score STRUCT(scaled DOUBLE, "raw" DOUBLE, "max" DOUBLE), success BOOLEAN, completion BOOLEAN, response VARCHAR, duration VARCHAR)'),
    column('context', `STRUCT(registration VARCHAR, "contextActivities" STRUCT("grouping" STRUCT(id VARCHAR)[], parent STRUCT(id VARCHAR)[], category STRUCT(id VARCHAR)[]), extensions STRUCT(${[SESSION_EXTENSION, MOVEON_EXTENSION, VERSION_EXTENSION, BUILD_EXTENSION].map((key) => `"${key}" VARCHAR`).join(', ')}))`),
    column('authority', `STRUCT(${AGENT}, member STRUCT(${AGENT})[])`),
  ].join(', ')}})`;
}

function agent(path: string): string {
  return `COALESCE(lower(${path}.mbox), 'sha1:' || lower(${path}.mbox_sha1sum), 'openid:' || ${path}.openid, ${path}.account."homePage" || '|' || ${path}.account."name")`;
}

/** The same as flatten.ts, in SQL; a test holds both against each other. */
function selection(): string {
  const extension = (key: string) => `context.extensions."${key}"`;
  const categories = 'list_transform(context."contextActivities".category, lambda one: one.id)';
  const has = (category: string) => `COALESCE(list_contains(${categories}, ${literal(category)}), false)`;
  const grouping = 'context."contextActivities"."grouping"[1].id';
  const short = `CASE verb.id ${Object.entries(VERBS).map(([address, name]) => `WHEN ${literal(address)} THEN ${literal(name)}`).join(' ')} END`;
  const time = (text: string) => `date_trunc('milliseconds', TRY_CAST(${text} AS TIMESTAMP))`;
  return [
    'lower(id) AS id',
    `${time('"stored"')} AS stored`,
    `COALESCE(${time('"timestamp"')}, ${time('"stored"')}) AS happened`,
    `${agent('actor')} AS actor`,
    `${short} AS verb`,
    'object.id AS activity',
    `COALESCE(CASE WHEN ${extension(SESSION_EXTENSION)} IS NOT NULL OR ${has(CMI5_CATEGORY)} THEN ${grouping}
      WHEN verb.id IN (${addresses(PART_VERBS)}) THEN COALESCE(${grouping}, context."contextActivities".parent[1].id) END, object.id) AS course`,
    'lower(context.registration) AS registration',
    `${extension(SESSION_EXTENSION)} AS session`,
    `${has(CMI5_CATEGORY)} AS cmi5`,
    `${has(MOVEON_CATEGORY)} AS moveon`,
    `${extension(MOVEON_EXTENSION)} AS move_on`,
    'result.success AS success',
    'result.completion AS completion',
    'result.score.scaled AS score_scaled',
    'result.score."raw" AS score_raw',
    'result.score."max" AS score_max',
    `${duration('result.duration')} AS duration_ms`,
    'result.response AS response',
    `${extension(VERSION_EXTENSION)} AS version`,
    `${extension(BUILD_EXTENSION)} AS content`,
    `CASE WHEN object."objectType" = 'StatementRef' AND verb.id = ${addresses(['voided'])} THEN lower(object.id) END AS voids`,
    `COALESCE(${agent('authority')}, ${agent('authority.member[1]')}) AS authority`,
    `'files' AS source`,
  ].join(',\n');
}

/** Milliseconds of each unit, as in time.ts. */
const UNITS: readonly [string, number][] = [['Y', 31_556_952_000], ['M', 2_629_746_000], ['W', 604_800_000], ['D', 86_400_000]];
const CLOCK: readonly [string, number][] = [['H', 3_600_000], ['M', 60_000], ['S', 1000]];

function duration(text: string): string {
  const part = (before: string, [unit, worth]: readonly [string, number]) => `COALESCE(TRY_CAST(regexp_extract(${before}, '([0-9.]+)${unit}', 1) AS DOUBLE), 0) * ${worth}`;
  const date = `split_part(${text}, 'T', 1)`;
  const clock = `split_part(${text}, 'T', 2)`;
  const whole = `round(${[...UNITS.map((unit) => part(date, unit)), ...CLOCK.map((unit) => part(clock, unit))].join(' + ')})`;
  return `CASE WHEN ${text} LIKE 'P%' AND ${whole} <= ${LONGEST_MS} THEN CAST(${whole} AS BIGINT) END`;
}
