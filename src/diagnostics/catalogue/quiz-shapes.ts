/** Messages about the kinds of questions that have a shape of their own: gaps, numbers, pairs, orders, groups, scales, pictures. */
import { entry } from './entry.ts';

const kinds = { shape: '', options: 'the option ', blank: 'the gap ', answer: '' };

const one = { pairs: 'one pair', groups: 'one group', things: 'one thing to sort', steps: 'one step of a scale' };
const none = { pairs: 'no pairs', groups: 'no groups', things: 'nothing to sort', steps: 'no steps of a scale' };
const example = { pairs: '- left → right', groups: '- Group\n  - what belongs in it', things: '- Group\n  - what belongs in it', steps: 'Disagree | Neutral | Agree' };

const types: Readonly<Record<string, string>> = {
  single: 'one with options of which one is right',
  multiple: 'one with options of which several may be right',
  'true-false': 'true/false',
  'fill-in': 'one with gaps',
  numeric: 'one that asks for a number',
  matching: 'a matching question',
  ordering: 'an ordering question',
  categorise: 'a sorting question',
  likert: 'a rating',
  'short-answer': 'one with a written answer',
  hotspot: 'one about places in a picture',
};

export const quizShapes = {
  'quiz/two-kinds': entry<{ question: string; first: string; firstKind: keyof typeof kinds; second: string; secondKind: keyof typeof kinds; line: number }>({
    severity: 'error',
    message: ({ question, first, firstKind, second, secondKind, line }) =>
      `Question ${question} is of two kinds at once: ${kinds[secondKind]}“${second}” here, and ${kinds[firstKind]}“${first}” on line ${line}.`,
    help: ({ firstKind, secondKind }) => (firstKind === 'answer' || secondKind === 'answer' ? 'Delete the answer line, or write Why: if it explains the answer.' : 'Keep one of the two, or make two questions of it.'),
    why: 'What kind a question is follows from what stands in it. With two kinds nobody could say how it is answered and marked.',
    wrong: '1. Q: Match each family to its data.\n   Match:\n   - CNN → images\n   - RNN → sequences\n\n   A: CNN and images',
    right: '1. Q: Match each family to its data.\n   Match:\n   - CNN → images\n   - RNN → sequences',
  }),
  'quiz/type-differs': entry<{ question: string; value: string; type: string }>({
    severity: 'error',
    message: ({ question, value, type }) => `Question ${question} says “Type: ${value}”, but it is written as ${types[type] ?? type}.`,
    help: () => 'Delete the line with Type:, or write the question as that kind is written.',
    why: 'The kind follows from brackets, gaps and labels such as Match:. A type that contradicts them is a slip in one of the two.',
    wrong: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80\n\n   Type: matching',
    right: '1. Q: Which port is HTTPS?\n   - (x) 443\n   - ( ) 80',
  }),
  'quiz/blank-unclosed': entry<{ question: string }>({
    severity: 'error',
    message: ({ question }) => `A gap in question ${question} begins with [[ but never ends.`,
    help: () => 'Close it on the same line: [[answer]]',
    why: 'Without its end the answer would be shown to learners as part of the question.',
    wrong: '1. Q: The activation is [[ReLU.\n   Why: It is cheap.',
    right: '1. Q: The activation is [[ReLU]].\n   Why: It is cheap.',
  }),
  'quiz/blank-empty': entry<{ question: string; words: string }>({
    severity: 'error',
    message: ({ question, words }) => `In question ${question} nothing counts as right in the gap “${words}”, or in a part of it.`,
    help: () => 'Write the answer between the brackets, several with a bar between them: [[ReLU | rectified linear unit]]',
    why: 'A gap that nothing fits would be marked wrong for everybody.',
    wrong: '1. Q: The activation is [[ReLU | ]].\n   Why: It is cheap.',
    right: '1. Q: The activation is [[ReLU]].\n   Why: It is cheap.',
  }),
  'quiz/blank-mixed': entry<{ question: string; words: string }>({
    severity: 'error',
    message: ({ question, words }) => `The gap “${words}” in question ${question} mixes words with options or numbers.`,
    help: () => 'Write words [[ReLU | rectified linear unit]], or a number [[= 16]], or a list to choose from [[( ) bias | (x) ReLU]]',
    why: 'A gap is a field to type in or a list to choose from; it cannot be both.',
    wrong: '1. Q: The activation is [[(x) ReLU | bias]].\n   Why: It is cheap.',
    right: '1. Q: The activation is [[(x) ReLU | ( ) bias]].\n   Why: It is cheap.',
  }),
  'quiz/blank-choice': entry<{ question: string; options: number; right: number; distinct: boolean }>({
    severity: 'error',
    message: ({ question, options, right, distinct }) =>
      options < 2
        ? `The list to choose from in question ${question} has one entry only.`
        : right !== 1
          ? `The list to choose from in question ${question} has ${right === 0 ? 'no right entry' : `${right} right entries`}; it needs exactly one.`
          : distinct
            ? `An entry of the list to choose from in question ${question} is empty.`
            : `Two entries of the list to choose from in question ${question} are the same.`,
    help: () => 'Mark one with (x) and the others with ( ): [[( ) bias | (x) ReLU]]',
    why: 'Learners choose one entry of the list, so exactly one must be right.',
    wrong: '1. Q: The activation is [[( ) bias | ( ) ReLU]].\n   Why: It is cheap.',
    right: '1. Q: The activation is [[( ) bias | (x) ReLU]].\n   Why: It is cheap.',
  }),
  'quiz/gap-outside': entry<{ words: string; more: number }>({
    severity: 'info',
    message: ({ words, more }) => `“${words}” stands in no question, so it is shown as it is written.${more === 0 ? '' : ` ${more} more like it ${more === 1 ? 'follows' : 'follow'} in this section.`}`,
    help: () => 'For a gap to fill in, begin the line with Q: … For a link, write [words](address).',
    why: 'Double brackets are gaps in questions and links in some note-taking programs. Here they are neither.',
    wrong: '## Core content\n\nSee [[activation]].',
    right: '## Core content\n\nSee [activation](https://example.org/activation).',
  }),
  'quiz/gap-misplaced': entry<{ question: string; words: string }>({
    severity: 'warning',
    message: ({ question, words }) => `“${words}” in question ${question} stands where nothing can be filled in, so learners see it as it is written.`,
    help: () => 'Put gaps into the question itself or into its answer line, or delete the brackets.',
    why: 'Options, pairs and steps are chosen or moved, not typed.',
    wrong: '- CNN → [[images]]',
    right: '- CNN → images',
  }),
  'quiz/bad-regex': entry<{ pattern: string; reason: string }>({
    severity: 'error',
    message: ({ pattern, reason }) => `The pattern “${pattern}” is not valid: ${reason}.`,
    help: () => 'Mend the pattern, or list the answers instead: [[ReLU | re-LU]]',
    why: 'Between two slashes stands a regular expression, as in many programming languages.',
    wrong: '1. Q: The activation is [[ReLU | /re(lu/]].\n   Why: It is cheap.',
    right: '1. Q: The activation is [[ReLU | /re-?lu/i]].\n   Why: It is cheap.',
  }),
  'quiz/slow-regex': entry<{ pattern: string }>({
    severity: 'error',
    message: ({ pattern }) => `The pattern “${pattern}” could keep a browser busy for a very long time on some answers.`,
    help: () => 'Simplify what is repeated inside something repeated, such as (a+)+, and parts that fit the same letters; or list the answers instead.',
    why: 'A learner’s long wrong answer would make the page stand still.',
    wrong: '1. Q: How does the scream go? [[/(a+)+h/]]\n   Why: It is long.',
    right: '1. Q: How does the scream go? [[/a+h/]]\n   Why: It is long.',
  }),
  'quiz/alternative-shadowed': entry<{ question: string; first: string; second: string }>({
    severity: 'info',
    message: ({ first, second }) => `“${second}” and “${first}” count as the same answer.`,
    help: ({ second }) => `Delete “${second}”. Capital letters, spaces and the full stop at the end do not matter; where capitals do, write Case: exact`,
    why: 'The second one changes nothing, so it was probably meant to be something else.',
    wrong: '1. Q: The activation is [[ReLU | relu]].\n   Why: It is cheap.',
    right: '1. Q: The activation is [[ReLU | rectified linear unit]].\n   Why: It is cheap.',
  }),
  'quiz/numeric-syntax': entry<{ value: string; suggestion: string }>({
    severity: 'error',
    message: ({ value }) => `“${value}” is not a number with or without tolerance, as this lesson’s language writes it.`,
    help: ({ suggestion }) => `Write, for example: ${suggestion}`,
    why: 'Numbers are read in the language of the lesson: 0.5 in English, 0,5 in German. Units go after the label Unit:.',
    wrong: '1. Q: How large is pi?\n   Number: 3,14 +- ,1\n   Why: Draw a circle.',
    right: '1. Q: How large is pi?\n   Number: 3.14 ± 0.1\n   Why: Draw a circle.',
  }),
  'quiz/zero-tolerance': entry<{ value: string; suggestion: string }>({
    severity: 'warning',
    message: ({ value }) => `Only exactly ${value} counts as right; whoever gives one more digit, or one fewer, is marked wrong.`,
    help: ({ suggestion }) => `Say how far off an answer may be: ${suggestion}`,
    why: 'A measured or computed value is hardly ever given with the very same digits.',
    wrong: '1. Q: How large is the loss?\n   Number: 0.693\n   Why: It is ln 2.',
    right: '1. Q: How large is the loss?\n   Number: 0.693 ± 0.005\n   Why: It is ln 2.',
  }),
  'quiz/match-shape': entry<{ question: string; line: string; suggestion: string | null }>({
    severity: 'error',
    message: ({ question, line }) => `“${line}” in question ${question} is no pair.`,
    help: ({ suggestion }) => suggestion ?? 'Write both sides with an arrow between them: - left → right (-> will do; for a right side without partner: - → right)',
    why: 'Learners join a thing on the left with its partner on the right.',
    wrong: '1. Q: Match each family to its data.\n   Match:\n   - CNN images\n   - RNN → sequences\n\n   Why: Shapes differ.',
    right: '1. Q: Match each family to its data.\n   Match:\n   - CNN → images\n   - RNN → sequences\n\n   Why: Shapes differ.',
  }),
  'quiz/match-duplicate-right': entry<{ right: string }>({
    severity: 'warning',
    message: ({ right }) => `“${right}” is the partner of two things, so learners may choose every partner more than once.`,
    help: () => 'If that is meant, say so: Reuse: yes',
    why: 'As a rule each partner is used once, and learners count on it.',
    wrong: '1. Q: Match.\n   Match:\n   - CNN → images\n   - ViT → images\n\n   Why: Shapes differ.',
    right: '1. Q: Match.\n   Match:\n   - CNN → images\n   - ViT → images\n\n   Reuse: yes\n   Why: Shapes differ.',
  }),
  'quiz/order-too-short': entry<{ question: string; label: string; found: number; suggestion: string | null }>({
    severity: 'error',
    message: ({ question, label, found }) => `“${label}” of question ${question} has ${found === 0 ? 'no steps' : found === 1 ? 'one step' : `${found} steps`}; putting things in order needs at least 3.`,
    help: ({ suggestion }) => suggestion ?? 'List the steps below the label in the right order, each on a line of its own: 1. …',
    why: 'With two steps half of the learners are right by luck.',
    wrong: '1. Q: Put the steps in order.\n   Order:\n   1. Forward pass\n   2. Backward pass\n\n   Why: Errors flow back.',
    right: '1. Q: Put the steps in order.\n   Order:\n   1. Forward pass\n   2. Loss\n   3. Backward pass\n\n   Why: Errors flow back.',
  }),
  'quiz/too-few': entry<{ question: string; label: string; found: number; least: number; what: keyof typeof one; suggestion: string | null }>({
    severity: 'error',
    message: ({ question, label, found, least, what }) => `“${label}” of question ${question} has ${found === 0 ? none[what] : one[what]}; it needs at least ${least}.`,
    help: ({ what, suggestion }) => suggestion ?? `List them below the label, for example: ${example[what]}`,
    why: 'With fewer there is nothing to decide.',
    wrong: '1. Q: Match each family to its data.\n   Match:\n   - CNN → images\n\n   Why: Shapes differ.',
    right: '1. Q: Match each family to its data.\n   Match:\n   - CNN → images\n   - RNN → sequences\n\n   Why: Shapes differ.',
  }),
  'quiz/many-parts': entry<{ question: string; label: string; count: number; most: number }>({
    severity: 'warning',
    message: ({ question, label, count, most }) => `“${label}” of question ${question} has ${count} parts. Learning platforms take ${most} at most, so the answer itself is not reported, only whether it was right.`,
    help: () => 'Make two questions of it.',
    why: 'The standards limit what one answer may hold, and nobody keeps so many things in mind at once.',
    wrong: 'Match: with 40 pairs',
    right: 'Two questions with 20 pairs each',
  }),
  'quiz/hotspot-picture': entry<{ question: string; label: string }>({
    severity: 'error',
    message: ({ question, label }) => `“${label}” of question ${question} names no picture.`,
    help: ({ label }) => `Put it on the same line, with a description: ${label} ![What the picture shows](picture.png)`,
    why: 'The places that learners choose from are places in a picture.',
    wrong: '1. Q: Where does the code run?\n   Hotspot: model-folder\n   - (x) 8% 20% 40% 12% — pytorch_model.bin\n   - ( ) 8% 34% 40% 12% — model.safetensors',
    right: '1. Q: Where does the code run?\n   Hotspot: ![Listing of a folder](model-folder.png)\n   - (x) 8% 20% 40% 12% — pytorch_model.bin\n   - ( ) 8% 34% 40% 12% — model.safetensors',
  }),
  'quiz/hotspot-region': entry<{ question: string; words: string }>({
    severity: 'error',
    message: ({ question, words }) => (words === '' ? `Question ${question} has a picture, but no regions to choose from.` : `“${words}” in question ${question} is no region of a picture.`),
    help: () => 'Write left, top, width and height in percent of the picture, then words: - (x) 8% 20% 40% 12% — pytorch_model.bin',
    why: 'A region is a rectangle that learners choose by pointing or by its words.',
    wrong: '- (x) top left — pytorch_model.bin',
    right: '- (x) 8% 20% 40% 12% — pytorch_model.bin',
  }),
  'quiz/hotspot-outside': entry<{ region: string; edge: 'right' | 'bottom' | null; reach: number }>({
    severity: 'error',
    message: ({ region, edge, reach }) =>
      edge === null ? `The region ${region} has no size.` : `The region ${region} leaves the picture: its ${edge} edge is at ${Math.round(reach * 100) / 100}%.`,
    help: ({ edge }) => (edge === null ? 'Write a width and a height above 0.' : `Make it ${edge === 'right' ? 'narrower, or move it left: left and width' : 'less high, or move it up: top and height'} may add up to 100% at most.`),
    why: 'What is outside of the picture cannot be seen or chosen.',
    wrong: '- (x) 8% 95% 40% 12% — pytorch_model.bin',
    right: '- (x) 8% 85% 40% 12% — pytorch_model.bin',
  }),
  'quiz/hotspot-no-label': entry<{ question: string }>({
    severity: 'error',
    message: ({ question }) => `A region of question ${question} has no words.`,
    help: () => 'Add them after a dash: - ( ) 8% 34% 40% 12% — model.safetensors',
    why: 'They are what people choose from who use a keyboard or a screen reader.',
    wrong: '- ( ) 8% 34% 40% 12%',
    right: '- ( ) 8% 34% 40% 12% — model.safetensors',
  }),
  'quiz/one-checked': entry<{ question: string }>({
    severity: 'info',
    message: ({ question }) => `Question ${question} has square brackets and one right option, so learners may choose one only. Other questions of this quiz take several.`,
    help: () => 'If learners should not know that one is right, add: Select: all that apply. Otherwise write round brackets.',
    why: 'Where some questions of a quiz take one answer and others several, the form of the question tells how many are right.',
    wrong: '- [x] GGUF\n- [ ] JSONL',
    right: '- [x] GGUF\n- [ ] JSONL\n\nSelect: all that apply',
  }),
};
