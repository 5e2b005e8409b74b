/** What an author may write in course.yaml, and what it means: the one place that says which keys there are. */
import { z } from 'zod';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Completion } from './course.ts';

/** Completion where the author says nothing: nearly all read, every question tried. */
export const defaultCompletion: Completion = { viewed: 0.9, items: 'attempted' };

/**
 * Reads `viewed 90% + quiz passed`: parts joined by `+`, `,`, `&` or `and`, each one of `viewed`, `viewed N%`, `quiz attempted`,
 * `quiz passed`, `all` (authoring 1.2.1). Null when it is none of these. `viewed` alone means everything.
 */
export function readCompletion(text: string): Completion | null {
  const completion: Completion = { viewed: 0, items: 'none' };
  for (const part of text.toLowerCase().split(/\+|,|&|\band\b/)) {
    const words = part.trim().replace(/\s+/g, ' ');
    const viewed = /^viewed(?: (.+))?$/.exec(words);
    const items = /^(?:quiz|items|questions) (attempted|passed)$/.exec(words)?.[1];
    if (words === 'all') Object.assign(completion, { viewed: 1, items: 'attempted' });
    else if (items === 'attempted' || items === 'passed') completion.items = items;
    else if (viewed !== null) {
      const share = viewed[1] === undefined ? 1 : readShare(viewed[1]);
      if (share === null) return null;
      completion.viewed = share;
    } else return null;
  }
  return completion;
}

/** A share of 0..1 written as `80%`, `80 %` or `0.8` (a comma will do); null when it is neither. `80` is refused: it could be either. */
export function readShare(value: string | number): number | null {
  const match = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*([%٪％]?)$/.exec(String(value).trim());
  if (match === null) return null;
  const number = Number((match[1] ?? '').replace(',', '.'));
  // Percentages are divided as text would be, so that 80% is 0.8 and not 0.8000000000000002.
  const share = match[2] === '' ? number : Number((number / 100).toPrecision(12));
  return share >= 0 && share <= 1 ? share : null;
}

const share = z.union([z.string(), z.number()]).transform((value, context) => {
  const read = readShare(value);
  if (read === null) {
    context.addIssue({ code: 'custom', message: `“${value}” is no share between 0% and 100%` });
    return z.NEVER;
  }
  return read;
});

const noMark = z.union([z.null(), z.literal('none')]).transform(() => null);

const completion = z.union([
  z.string().transform((value, context) => {
    const read = readCompletion(value);
    if (read === null) {
      context.addIssue({ code: 'custom', message: `“${value}” is no completion rule` });
      return z.NEVER;
    }
    return read;
  }),
  z.strictObject({ viewed: share.default(defaultCompletion.viewed), items: z.enum(['attempted', 'passed', 'none']).default('attempted') }),
]);

const iri = z
  .string()
  .regex(/^(?:https?:\/\/[^\s/?#<>"{}|\\^`]+(?:\/[^\s?#<>"{}|\\^`]*)?|urn:[a-z0-9][a-z0-9-]{0,31}:[^\s?#<>"{}|\\^`]+)$/i, 'this is no web address that ids can be built on')
  .transform((value) => value.replace(/\/+$/, ''));

/** The keys of course.yaml. Only `title` and `lessons` have to be there. */
export const courseFileSchema = z.strictObject({
  /** Names the package and the course in the LMS; never change it once learners have begun. Left out: made from the title. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id has small letters, digits and hyphens, at most 64, and begins with a letter or digit').nullish(),
  /** Base of all addresses under which results are reported (xAPI); need not exist as a page. */
  iri: iri.nullish(),
  title: z.string().trim().min(1, 'the title is empty').max(400, 'the title is longer than 400 characters'),
  /** BCP 47, such as `en-GB`. Left out: the first lesson's. */
  language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'this is no language tag').nullish(),
  version: z.string().trim().min(1, 'the version is empty').max(60, 'the version is longer than 60 characters').default('1.0'),
  /** In the order in which they are taught; paths from the folder of course.yaml, with `/`. */
  lessons: z.array(z.string().trim().min(1, 'this line names no file')).min(1, 'the list of lessons is empty').max(5000, 'there are more than 5,000 lessons'),
  /** Share of the points needed to pass. Left out: nothing is passed or failed. */
  'pass-mark': z.union([noMark, share]).nullish(),
  completion: completion.default(defaultCompletion),
  status: z.enum(['draft', 'published']).default('published'),
});

/** Another spelling of a key, as lessons have it. */
export const courseFileAliases: ReadonlyMap<string, string> = new Map([
  ['passing-score', 'pass-mark'],
  ['complete-when', 'completion'],
]);

/** A line that shows how each key is written. */
export const courseFileExamples: Readonly<Record<keyof z.input<typeof courseFileSchema>, string>> = {
  id: 'id: password-basics',
  iri: 'iri: https://example.org/courses/password-basics',
  title: 'title: Password basics',
  language: 'language: en-GB',
  version: 'version: 1.0',
  lessons: 'lessons: [first.md, second.md]',
  'pass-mark': 'pass-mark: 80%',
  completion: 'completion: viewed 90% + quiz attempted',
  status: 'status: draft',
};

/** course.yaml, read. */
export interface CourseFile {
  file: string;
  /** Null where the author was silent. */
  id: string | null;
  /** Without a slash at the end. */
  iri: string | null;
  title: string;
  language: string | null;
  version: string;
  /** Paths as written, without a leading `./`. */
  lessons: { path: string; place: Place }[];
  /** 0..1. */
  passMark: number | null;
  completion: Completion;
  status: 'draft' | 'published';
  /** Of the value of each key that is there. */
  places: ReadonlyMap<string, Place>;
}
