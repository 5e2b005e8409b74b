/** What an author may write in course.yaml, and what it means: the one place that says which keys there are. */
import { z } from 'zod';
import type { Place } from '../diagnostics/diagnostic.ts';
import { defaultCompletion, readCompletion, readShare, readYesOrNo } from './completion.ts';
import type { Completion } from './course.ts';
import { EARLIER_MAX, readCount, readDays } from './later.ts';

const share = z.union([z.string(), z.number()]).transform((value, context) => {
  const read = readShare(value);
  if (read === null) {
    context.addIssue({ code: 'custom', message: `“${value}” is no share between 0% and 100%` });
    return z.NEVER;
  }
  return read;
});

const yesOrNo = z.string().transform((value, context) => {
  const read = readYesOrNo(value);
  if (read === null) {
    context.addIssue({ code: 'custom', message: 'write yes or no' });
    return z.NEVER;
  }
  return read;
});

const days = z.union([z.string(), z.array(z.string()).transform((all) => all.join(', '))]).transform((value, context) => {
  const read = readDays(value);
  if (read === null) {
    context.addIssue({ code: 'custom', message: `“${value}” is no list of one to five days` });
    return z.NEVER;
  }
  return read;
});

const earlier = z.string().transform((value, context) => {
  const read = readCount(value, EARLIER_MAX);
  if (read === null) {
    context.addIssue({ code: 'custom', message: `“${value}” is no number from 0 to ${EARLIER_MAX}` });
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

/** Whole, encrypted (but for this computer, to try things out), and without anything that would be a secret. */
const address = z.string().regex(/^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)(?=[:/]|$))[^\s?#@<>"'{}|\\^`]+$/i, 'write a whole address that begins with https://, without a name, password or ? in it');

/** A record store (LRS) that hears everything beside a SCORM LMS, and the broker that gives each learner a pass to it. */
const xapi = z.strictObject({ endpoint: address, broker: address.nullish() }).transform(({ endpoint, broker }) => ({ endpoint, ...(broker ? { broker } : {}) }));

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
  /** The least number of graded questions that a pass mark may rest on. Left out: 2. */
  'minimum-graded': z.int('write a whole number').min(1, 'write a number from 1').max(1000, 'write a number up to 1,000').nullish(),
  /** Who passes may print a certificate. */
  certificate: yesOrNo.default(false),
  completion: completion.default(defaultCompletion),
  /** Days after which learners may have themselves reminded to review. Left out: 2, 7 and 21. */
  reminders: days.nullish(),
  /** Questions of earlier lessons that a lesson's results offer for practice. Left out: 2. */
  'practise-earlier': earlier.nullish(),
  status: z.enum(['draft', 'published']).default('published'),
  /** What an LMS launches and tracks: the course as a whole, or each lesson by itself (SCORM 2004 alone). */
  packaging: z.enum(['one-sco', 'sco-per-lesson']).default('one-sco'),
  /** With a SCO per lesson: whether a lesson opens once the one before it is done, or at any time. */
  'lesson-order': z.enum(['one-by-one', 'free']).nullish(),
  xapi: xapi.nullish(),
});

/** Another spelling of a key, as lessons have it. */
export const courseFileAliases: ReadonlyMap<string, string> = new Map([
  ['passing-score', 'pass-mark'],
  ['complete-when', 'completion'],
  ['practice-earlier', 'practise-earlier'],
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
  'minimum-graded': 'minimum-graded: 4',
  certificate: 'certificate: yes',
  completion: 'completion: viewed 90% + quiz attempted',
  reminders: 'reminders: 2, 7, 21 days',
  'practise-earlier': 'practise-earlier: 2',
  status: 'status: draft',
  packaging: 'packaging: sco-per-lesson',
  'lesson-order': 'lesson-order: free',
  xapi: 'xapi: { endpoint: https://lrs.example.org/xapi/, broker: https://training.example.org/pass }',
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
  minimumGraded: number | null;
  certificate: boolean;
  completion: Completion;
  /** Left out where the author was silent. */
  reminders?: readonly number[];
  earlier?: number;
  status: 'draft' | 'published';
  packaging: 'one-sco' | 'sco-per-lesson';
  /** Null where the author was silent. */
  lessonOrder: 'one-by-one' | 'free' | null;
  xapi: { endpoint: string; broker?: string } | null;
  /** Of the value of each key that is there. */
  places: ReadonlyMap<string, Place>;
}
