/** Names of sections with a slip are told, as headings and on lines of their own; other words are not. */
import { describe, expect, it } from 'vitest';
import { parseLesson } from './parse-lesson.ts';

const near = (body: string, header = ''): string[] =>
  parseLesson('l.md', `# L1 — Locks\n\n${header}## Core content\n\nA lock keeps a door shut.\n\n${body}`).diagnostics.filter(({ code }) => code === 'syntax/near-section').map(({ line, column, endColumn, help }) => `${line}:${column}-${endColumn} ${/“(.*?)”/.exec(help ?? '')?.[1]}`);

describe('a slip', () => {
  it.each([
    ['## Glosary\n\n- Lock — shuts.', ['7:1-11 Glossary']],
    ['Key terns\n\n- Lock — shuts.', ['7:1-10 Key terms']],
    ['Objectves:\n\n1. Explain locks.', ['7:1-11 Objectives']],
    ['Objectves:\n1. Explain locks.', ['7:1-11 Objectives']],
    ['**Refrences**\n\n- Smith 2020', ['7:1-14 References']],
    ['**Glosary:**\n\n- Lock — shuts.', ['7:1-13 Glossary']],
  ])('%j is told', (body, expected) => {
    expect(near(body)).toEqual(expected);
  });

  it('is told in the language of the lesson', () => {
    expect(near('Schlüselbegriffe\n\n- Schloss — schließt.', 'Language: de\n\n')).toEqual(['9:1-17 Schlüsselbegriffe']);
  });

  it('is told in pasted text of which too few names are left', () => {
    const text = 'L1 Locks\n\nObjectves\n\n1. Explain locks.\n\nCore content\n\nA lock.\n\nKey terns\n\nLock — shuts.\n';
    expect(parseLesson('l.txt', text).diagnostics.filter(({ code }) => code === 'syntax/near-section').map(({ line }) => line)).toEqual([3, 11]);
  });
});

describe('a quiz by another name', () => {
  it.each([
    '## 🧠 **Quiz Time!**\n\n### Question 1\n\nWhich?\n\nA) One\nB) Two\n\n**Answer:** A',
    '## Mini quiz: what do you remember\n\n- ( ) One\n- (x) Two',
  ])('is told: %j', (body) => {
    expect(near(body).map((each) => each.split(' ')[1])).toEqual(['Quiz']);
  });

  it.each(['## Question 1\n\nWords.', '## How a quiz is made\n\nWith care.', '## The quiz show scandal\n\nIt was in 1956.'])('is not %j', (body) => {
    expect(near(body)).toEqual([]);
  });
});

describe('no slip', () => {
  it.each([
    'Thermos\n\nKeeps tea warm.',
    'Keep terms short:\n\n- Lock',
    'The objectives are these:\n\n1. Explain.',
    'Termos: keeps tea warm.',
    'Remember:\n\n- Lock the door.',
    'Key items\n\nA key and a lock.',
    'Definition\n\nA lock is what shuts.',
    'Slices\n\nCut them.',
    'Stories\n\nTwo of them.',
    'Forces:\n\n- Push\n- Pull',
    'Sources of error\n\nMany.',
  ])('is %j', (body) => {
    expect(near(body)).toEqual([]);
  });

  it('where the lesson has the section already', () => {
    expect(near('## Key terms\n\n- Lock — shuts.\n\n## More\n\nKey terns\n\nWords.')).toEqual([]);
  });
});
