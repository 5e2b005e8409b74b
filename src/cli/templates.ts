/** The texts of `lectern new`: a lesson that builds without a word of warning and shows the format by example. */

/** A lesson of about two minutes. `title` may begin with a code: `L1 — Passwords`. */
export function lessonTemplate(title: string): string {
  return `# ${title}

Type: Theory · Duration: 3 min · Language: en

<!-- This is a comment: learners never see it. Replace the words, keep the shape, and run "lectern check" now and then. -->

## Learning objectives

1. Name the two signs of a forged message.
2. Choose what to do with one.

## Core content

Write here what learners should read. Paragraphs are separated by an empty line; **bold** and *slanted* words are marked with stars.

### A sub-heading

- A list begins each line with a dash.
- Learners can come back to each sub-heading by its name.

A forged message has two signs: it asks for something unusual, and it wants it at once. Report it, and delete it only when you are
told to, because others may have received the same one.

## Key terms

- Forged message — one whose sender is not who it says.

## Quiz

1. Q: What is a sign of a forged message?
   - ( ) It is short
     > Most honest messages are short too.
   - (x) It asks for something unusual, and at once
   - ( ) It comes in the morning
     > The time of day says nothing.

   Why: Hurry keeps you from thinking about the request.
   Objective: 1

2. Q: Which of these do you do with one?
   - [x] Report it
   - [x] Keep it until you are told to delete it
   - [ ] Forward it to colleagues as a warning
     > The link in it would travel along.

   Why: Whoever looks into it needs the original.
   Objective: 2

3. Q: True or false: a forged message is always full of mistakes.
   A: False.
   Why: Careful attackers make none.
   Objective: 1

4. Q: How would you tell a new colleague what to do with a forged message?
   A: Do not answer and do not click; report it, and keep it until somebody has looked.
   Why: Saying it in your own words makes it stick.
   Objective: 2

## Instructor notes

Whatever stands in a section with this name stays with you.
`;
}

/** A course of the given lessons, by file. */
export function courseTemplate(title: string, id: string, lessons: readonly string[]): string {
  return `# What belongs to the course, and in which order. The lessons stand in the same folder.
id: ${id}
title: ${quoted(title)}
language: en
version: 1.0.0
pass-mark: 80%
completion: viewed 90% + quiz attempted
lessons:
${lessons.map((file) => `  - ${file}\n`).join('')}`;
}

/** JSON strings are YAML strings. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,.()/—–-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|[\d.]+)$/i.test(text) ? text.trim() : JSON.stringify(text);
}
