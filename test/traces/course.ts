/** The course every story is told about: one lesson, two parts, four items of all types, pass mark 0.75. */
import type { AnswerKey, CoursePayload, ItemPayload, LessonPayload, SealedItem } from '../../src/course/payload.ts';

export const course: CoursePayload = {
  format: 1,
  id: 'nets',
  iri: 'https://example.org/courses/nets',
  title: 'R&D <"5\'>',
  language: 'en',
  version: '1.0',
  build: '0123456789ab',
  lectern: '0.1.0',
  target: 'scorm2004',
  draft: false,
  passMark: 0.75,
  completion: { viewed: 0.9, items: 'attempted' },
  lessons: [
    {
      id: 'l1',
      key: 1,
      code: 'L1',
      title: 'Nets',
      chunk: 'lesson-l1.js',
      parts: [1, 2],
      items: [
        [1, 1],
        [2, 1],
        [3, 2],
        [4, 0],
      ],
    },
  ],
};

function item(fields: Partial<ItemPayload> & Pick<ItemPayload, 'id' | 'key' | 'type' | 'text'>): ItemPayload {
  return {
    graded: true,
    points: 1,
    objectives: ['l1.o1'],
    attempts: 2,
    shuffle: false,
    prompt: [fields.text],
    options: [],
    targets: [],
    blanks: [],
    body: null,
    unit: null,
    reuse: false,
    image: null,
    confidence: false,
    part: null,
    select: null,
    hints: [],
    sealed: '',
    ...fields,
  };
}

const options = (...ids: string[]): ItemPayload['options'] =>
  ids.map((id) => ({ id, prose: [id], text: id.replaceAll('_', ' '), last: false }));

const items: ItemPayload[] = [
  item({ id: 'bias', key: 1, type: 'true-false', text: 'A bias is learned.', options: options('true', 'false') }),
  item({ id: 'act', key: 2, type: 'single', text: 'Which is an activation?', options: options('relu', 'adam', 'json') }),
  item({
    id: 'layers',
    key: 3,
    type: 'multiple',
    text: 'Which are layers?\n{all that apply}',
    points: 2,
    objectives: ['l1.o2'],
    options: options('dense', 'conv', 'loss', 'batch_of_data'),
  }),
  item({
    id: 'why',
    key: 4,
    type: 'short-answer',
    text: 'Why train?',
    graded: false,
    points: 0,
    attempts: 0,
    objectives: ['l1.o2'],
  }),
];

export const lesson: LessonPayload = {
  id: 'l1',
  language: 'en',
  direction: 'ltr',
  parts: [
    { id: 'opening', key: 1, title: 'Opening', level: 2 },
    { id: 'loop', key: 2, title: 'The loop', level: 2 },
  ],
  objectives: [
    { id: 'l1.o1', number: 1, text: 'Name the parts of a net' },
    { id: 'l1.o2', number: 2, text: 'Tell layers from the rest' },
  ],
  items,
  template: null,
};

const keys: Record<string, AnswerKey> = {
  bias: { type: 'true-false', answer: true },
  act: { type: 'single', correct: 'relu' },
  layers: {
    type: 'multiple',
    correct: ['dense', 'conv'],
    options: ['dense', 'conv', 'loss', 'batch_of_data'],
    scoring: 'partial',
  },
  why: { type: 'short-answer', modelText: 'To lower the loss.\nStep by step.' },
};

/** The item with what is sealed about it; throws for an id the course does not have. */
export function itemById(id: string): { item: ItemPayload; sealed: SealedItem } {
  const found = items.find((candidate) => candidate.id === id);
  const key = keys[id];
  if (!found || !key) throw new Error(`The story names an unknown item: ${id}`);
  const sealed: SealedItem = {
    key,
    why: null,
    feedbackRight: null,
    feedbackWrong: null,
    optionFeedback: {},
    model: null,
    modelText: key.type === 'short-answer' ? key.modelText : '',
    check: [],
  };
  return { item: found, sealed };
}
