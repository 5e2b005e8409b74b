/** What can be found in a lesson: all that is read or seen, nothing that is asked or private. */
import { expect, it } from 'vitest';
import { parseLesson } from '../2-parse/parse-lesson.ts';
import { checkCourse } from '../3-check/check-course.ts';
import { searchText } from './search-text.ts';

const LESSON = `# L1 — Locks

## Core content

A **lock** keeps a door shut.

| kind | use |
| --- | --- |
| pin | doors |

- one
- two

\`\`\`flow
key → lock
\`\`\`

## Key terms

**Pin** — A small rod.

## Video script

[SLIDE 1 — The key]
It turns. [PAUSE 1s] It opens.

## Slide outline

1. The key — flow: key → door

## Quiz

1. Q: Which secret opens it?
   - (x) The key
   - ( ) The pin

## Instructor notes

Never tell them the number 4711.
`;

it('every word of parts, terms and slides is there, with spaces between them', () => {
  const sources = { look: () => 'missing' as const, list: () => [], readBytes: () => new Uint8Array() };
  const { output } = checkCourse({ courseFile: null, documents: [parseLesson('lesson.md', LESSON).output], lock: null, sources }, { draft: false });
  const lesson = output.course?.lessons[0];
  if (lesson === undefined) throw new Error('the lesson has a mistake');
  const found = searchText(lesson);
  expect(found.spots).toEqual([
    ['read', 'core-content', 'Core content', 'A lock keeps a door shut. kind use pin doors one two key lock'],
    ['read', 'lectern-term-pin', 'Pin', 'A small rod.'],
    ['slides', 'lectern-slide-1', 'The key', 'key door It turns. It opens.'],
  ]);
});
