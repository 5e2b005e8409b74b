/** One lesson twice: as an author types it in Word, and as another writes it in Markdown. */
import { footnoteMark, heading, item, link, paragraph, picture, run, table, type WordLook } from './make.ts';
import { png } from '../pictures/make.ts';

export const inWord: { body: string; look: WordLook } = {
  body: [
    paragraph('L1.1 — Strong passwords', { style: 'Title' }),
    paragraph('Type: Theory · Duration: ~8 min · Status: Mandatory'),
    paragraph('Objectives\t1', { style: 'TOC1' }),
    heading('Learning objectives', 1),
    item('Describe what makes a password strong.'),
    item('Choose a password that can be remembered.'),
    heading('Core content', 1),
    paragraph(''),
    heading('Length beats tricks', 2),
    paragraph(`${run('A password is ')}${run('strong', { bold: true })}${run(' when it is ')}${run('long', { italic: true })}${run(' & <unusual>: 2*3*4 tries more for each_letter.')}${footnoteMark(1)}`),
    item('Four words', 2),
    item('chosen by dice', 2, 1),
    item('not by you', 2, 1),
    item('A sentence', 2),
    paragraph(picture({ alt: 'A lock with four dice' })),
    paragraph('Figure 1: “Diceware” in a picture', { style: 'Caption' }),
    paragraph('Description: A lock, and **four** dice on it.'),
    heading('What it costs', 2),
    table([['Length', 'Tries'], ['8 letters', '2×10¹¹'], ['a | b', '**many**']]),
    paragraph(`${run('Read ')}${link('how dice help', 'rId200')}${run('.')}`),
    paragraph(run('openssl rand -hex 8', { font: 'Consolas' })),
    paragraph(run('  # sixteen characters', { font: 'Consolas' })),
    paragraph(`${run('Never type ')}${run('sudo passwd', { font: 'Courier New' })}${run(' on a strange machine.')}${run(' Ask Joe first.', { hidden: true })}`),
    heading('Key terms', 1),
    item('**Diceware** — words chosen by dice; the lock of the figure.', 2),
    heading('Quiz', 1),
    item('**Q:** Which password is stronger?', 4),
    paragraph('( ) P4ssw0rd'),
    paragraph('(x) copper lamp violin tide'),
    paragraph('( ) the name of a pet'),
    paragraph('**Why:** Length beats tricks.'),
    paragraph('Objective: 1'),
    item('Q: Which of these are chosen by dice?', 4),
    paragraph('☒ Diceware words'),
    paragraph('☐ Birthdays'),
    paragraph('☒ Numbers from a fair die'),
    paragraph('Select: all that apply'),
    paragraph('Why: Only chance is unguessable.'),
    item('Q: Which one can be remembered?', 4),
    item('xK7#qq', 3),
    item('copper lamp violin tide', 3),
    paragraph('Answer: B'),
    paragraph('Why: It makes a picture.\nObjective: 2'),
    item('Q: True or false: a strong password needs symbols.', 4),
    paragraph('A: False.'),
    paragraph('Why: Length is enough.'),
    heading('Video script', 1),
    paragraph('[SLIDE 1 — Length beats tricks]'),
    paragraph('Four words are enough.'),
    heading('Instructor notes', 1),
    paragraph('Bring dice.'),
  ].join(''),
  look: { media: { 'image1.png': png() }, links: ['https://example.org/dice'], footnotes: ['Measured in 2024.'] },
};

export const inMarkdown = `# L1.1 — Strong passwords

Type: Theory · Duration: ~8 min · Status: Mandatory

## Learning objectives

1. Describe what makes a password strong.
2. Choose a password that can be remembered.

## Core content

### Length beats tricks

A password is **strong** when it is *long* & \\<unusual>: 2\\*3\\*4 tries more for each_letter.[^1]

- Four words
  - chosen by dice
  - not by you
- A sentence

![A lock with four dice](picture-1.png "Figure 1: “Diceware” in a picture")

Description: A lock, and **four** dice on it.

### What it costs

| Length | Tries |
| --- | --- |
| 8 letters | 2×10¹¹ |
| a \\| b | **many** |

Read [how dice help](https://example.org/dice).

\`\`\`
openssl rand -hex 8
  # sixteen characters
\`\`\`

Never type \`sudo passwd\` on a strange machine.

## Key terms

- **Diceware** — words chosen by dice; the lock of the figure.

## Quiz

1. **Q:** Which password is stronger?

- ( ) P4ssw0rd
- (x) copper lamp violin tide
- ( ) the name of a pet

**Why:** Length beats tricks.

Objective: 1

2. Q: Which of these are chosen by dice?

- [x] Diceware words
- [ ] Birthdays
- [x] Numbers from a fair die

Select: all that apply

Why: Only chance is unguessable.

3. Q: Which one can be remembered?

- A) xK7#qq
- B) copper lamp violin tide

Answer: B

Why: It makes a picture.
Objective: 2

4. Q: True or false: a strong password needs symbols.

A: False.

Why: Length is enough.

## Video script

[SLIDE 1 — Length beats tricks]

Four words are enough.

## Instructor notes

Bring dice.

[^1]: Measured in 2024.
`;
