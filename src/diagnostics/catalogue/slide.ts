/** Messages about slides: the script and the outline that belong together. */
import { entry } from './entry.ts';

const markerProblems = {
  unclosed: 'its bracket is never closed',
  brackets: 'it lacks its square brackets',
  number: 'it has no number',
  inside: 'other words stand before it on the line',
  word: 'its first word is misspelt',
};

export const slide = {
  'slide/no-outline': entry<{ number: number; title: string }>({
    severity: 'warning',
    message: ({ number, title }) => `Slide ${number} (“${title}”) is narrated, but the slide outline has no number ${number}; only its title will be shown.`,
    help: ({ number, title }) => `Add to the slide outline: ${number}. ${title} — what is to be seen`,
    why: 'The outline says what stands on the slide while the script is spoken.',
    wrong: '[SLIDE 8 — Results], and an outline that ends with 7',
    right: '8. Results — two bullets: faster, cheaper',
  }),
  'slide/no-script': entry<{ number: number; title: string }>({
    severity: 'warning',
    message: ({ number, title }) => `Slide ${number} of the outline (“${title}”) has nothing in the script, so it would be silent.`,
    help: ({ number, title }) => `Add to the script: [SLIDE ${number} — ${title}]`,
    why: 'A silent slide looks broken in a narrated lesson.',
    wrong: '10. Summary — three bullets, without [SLIDE 10 …]',
    right: '[SLIDE 10 — Summary]',
  }),
  'slide/title-differs': entry<{ number: number; script: string; outline: string; line: number }>({
    severity: 'info',
    message: ({ number, script, outline, line }) => `Slide ${number} is “${script}” in the script and “${outline}” in the outline (line ${line}). The outline's title is shown.`,
    help: ({ number, outline }) => `To make them agree: [SLIDE ${number} — ${outline}]`,
    why: 'Often one of the two was changed and the other forgotten.',
    wrong: '[SLIDE 2 — Two operations, stacked] and 2. Two operations — …',
    right: '[SLIDE 2 — Two operations] and 2. Two operations — …',
  }),
  'slide/marker': entry<{ written: string; problem: 'unclosed' | 'brackets' | 'number' | 'inside' | 'word'; meant: string }>({
    severity: 'error',
    message: ({ written, problem }) => `“${written}” looks like the beginning of a slide, but ${markerProblems[problem]}, so it would be spoken.`,
    help: ({ meant }) => `Write on a line of its own: ${meant}`,
    why: 'A marker that is not recognised would be read aloud, and its slide would be missing.',
    wrong: '[SLIDE 2 — Results',
    right: '[SLIDE 2 — Results]',
  }),
  'slide/cue': entry<{ written: string; meant: string }>({
    severity: 'warning',
    message: ({ written, meant }) => `“${written}” is no cue. Did you mean “${meant}”? As it stands it is spoken text.`,
    fix: ({ meant }) => meant,
    help: ({ meant }) => `Write ${meant}, or leave the brackets out if it is to be spoken.`,
    why: 'Cues in capital letters between square brackets direct the slides. A misspelt one would be read aloud.',
    wrong: '[PUASE 2s]',
    right: '[PAUSE 2s]',
  }),
  'slide/cue-value': entry<{ written: string; problem: 'step' | 'seconds' | 'say' | 'file'; slide: number; known: string[]; near: string | null }>({
    severity: 'warning',
    message: ({ written, problem, slide, near }) => {
      if (problem === 'step') return `“${written}” names nothing that slide ${slide} can show or hide.${near === null ? '' : ` Did you mean “${near}”?`}`;
      return `“${written}” ${problem === 'seconds' ? 'does not say how many seconds' : problem === 'say' ? 'does not say how it sounds' : 'names no file'}.`;
    },
    help: ({ problem, known }) => {
      if (problem === 'seconds') return 'Write for example [PAUSE 2s]';
      if (problem === 'say') return 'Write behind the word: GIF [SAY as "jif"]';
      if (problem === 'file') return 'Write for example [AUDIO slide-04.mp3]';
      return known.length === 0 ? 'This slide has no visual. Give it one, or delete the cue.' : `Write a number from 1 to ${known.length}, or a name: ${known.slice(0, 8).map((name) => `[SHOW ${name}]`).join(' ')}`;
    },
    why: 'A cue that leads nowhere is left out, and the picture would not follow the voice.',
    wrong: '[SHOW 9], on a slide with four steps',
    right: '[SHOW 4]',
  }),
  'slide/captions': entry<{ number: number; problem: 'differs' | 'other' | 'alone' | 'silent'; captions: string; script: string }>({
    severity: 'warning',
    message: ({ number, problem, captions, script }) => {
      if (problem === 'alone') return `These captions belong to slide ${number}, which has no recording, so they are not used.`;
      if (problem === 'silent') return `These captions belong to slide ${number}, for which the script has no words, so they are not used.`;
      if (problem === 'other') return `These captions say something else than the script of slide ${number}, so neither their words nor their times are used. They begin “${captions}”, the script “${script}”.`;
      return `The captions of slide ${number} differ from its script here: “${captions}” is shown where the script says “${script}”.`;
    },
    help: ({ number, problem }) => {
      if (problem === 'alone') return `Put the recording beside them, for example slide-${String(number).padStart(2, '0')}.mp3, or delete them.`;
      if (problem === 'silent') return `Write under [SLIDE ${number} — …] what is said, or delete the captions.`;
      return problem === 'other' ? 'Check that they belong to this slide, and write in the script what is said in the recording.' : 'Write in both what is said in the recording.';
    },
    why: 'Captions beside a recording say when each sentence is heard. The transcript below the slide is the script, and learners read both.',
    wrong: 'audio/slide-04.vtt with the words of slide 5',
    right: 'audio/slide-04.vtt with the words of slide 4',
  }),
  'slide/brief-not-drawn': entry<{ number: number; brief: string; bullets: number }>({
    severity: 'info',
    message: ({ number, brief, bullets }) => `To do: slide ${number} asks for “${brief}”, which cannot be drawn from these words. ${bullets === 0 ? 'It shows its title only' : `It shows ${bullets === 1 ? 'one bullet' : `${bullets} bullets`} instead`}; the words themselves are not shown.`,
    help: () => 'Put a fence into the slide, or write it as a list: three bullets: first, second, third',
    why: 'An outline tells people what to draw. What can be drawn from words alone is; the rest waits for you, and learners never see the instruction.',
    wrong: '3. Results — a photo of the lab, slightly blurred',
    right: '3. Results — three bullets: faster, cheaper, quieter',
  }),
  'slide/unused-text': entry<{ words: string; where: 'script' | 'outline' }>({
    severity: 'warning',
    message: ({ words, where }) => `“${words}” stands in the ${where === 'script' ? 'script before its first slide, so it is not spoken' : 'slide outline but belongs to no slide, so it is not used'}.`,
    help: ({ where }) => (where === 'script' ? 'Begin each slide with a line such as: [SLIDE 1 — Title]' : 'Begin each slide with its number: 1. Title — what is to be seen'),
    why: 'Script and outline are read slide by slide; what stands outside the slides reaches nobody.',
    wrong: 'Video script\n\nWelcome to this lesson.',
    right: 'Video script\n\n[SLIDE 1 — Welcome]\n\nWelcome to this lesson.',
  }),
  'slide/unclosed-quote': entry<{ mark: string; close: string }>({
    severity: 'info',
    message: ({ mark }) => `This quotation mark (${mark}) is never closed in its paragraph.`,
    help: ({ close }) => `Add ${close} where the quotation ends.`,
    why: 'Captions show the script as it is written, and speaking programs pause at quotation marks.',
    wrong: 'She said “wait. Then she left.',
    right: 'She said “wait”. Then she left.',
  }),
  'slide/number': entry<{ number: number; line: number | null; missing: number | null; before: number | null }>({
    severity: 'error',
    message: ({ number, line, missing, before }) =>
      missing === null ? `Slide ${number} is there twice; the first is on line ${line ?? '?'}.` : `Slide ${number} follows slide ${before ?? missing - 1}; slide ${missing} is missing.`,
    help: ({ missing }) => (missing === null ? 'Give the second one its own number.' : `Number the slides without gaps, or add [SLIDE ${missing} — …].`),
    why: 'Script and outline are joined by the number.',
    wrong: '[SLIDE 5 — Facts] … [SLIDE 5 — Families]',
    right: '[SLIDE 5 — Facts] … [SLIDE 6 — Families]',
  }),
  'slide/number-differs': entry<{ here: string; there: string; line: number; where: 'script' | 'outline' }>({
    severity: 'info',
    message: ({ here, there, line, where }) => `The ${where === 'script' ? 'script' : 'slide outline'} says “${here}”, the text “${there}” (line ${line}).`,
    help: ({ there }) => `If they mean the same thing, make them agree: ${there}`,
    why: 'Text, script and slides are often edited one without the others, and learners notice two numbers for one thing.',
    wrong: 'a network of 12 layers, and “8 layers” in the script',
    right: '12 layers in both',
  }),
  'slide/long': entry<{ number: number; words: number; seconds: number }>({
    severity: 'info',
    message: ({ number, words, seconds }) => `Slide ${number} is narrated with ${words} words, about ${seconds} seconds.`,
    help: () => 'Divide it into two slides, or shorten what is said.',
    why: 'A picture that does not change for more than a minute and a half loses its listeners.',
    wrong: '[SLIDE 2 — Facts], and 300 words',
    right: '[SLIDE 2 — Facts] and [SLIDE 3 — More facts], with 150 words each',
  }),
  'slide/long-sentence': entry<{ number: number; words: number; sentence: string }>({
    severity: 'info',
    message: ({ number, words, sentence }) => `A sentence of ${words} words is spoken on slide ${number}: “${sentence}”`,
    help: () => 'Make two sentences of it.',
    why: 'Readers can go back in a long sentence; listeners cannot.',
    wrong: 'One sentence of forty words',
    right: 'Two sentences of twenty words',
  }),
};
