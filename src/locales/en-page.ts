/** The words that stand in a page from the build on, in English. */
import type { StaticStrings } from './strings.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

const completionItems = {
  attempted: ' and every question has been answered',
  passed: ' and the questions have been passed',
  none: '',
} as const;

export const pageStrings: StaticStrings = {
  opensInNewTab: '(opens in new tab)',
  table: 'Table',
  pictureDescription: 'Description of the picture',
  footnotes: 'Footnotes',
  backToText: 'Back to the text, note',
  blocks: {
    reveal: 'Show',
    workedExample: 'Worked example',
    step: (number, of) => `Step ${number} of ${of}`,
    copy: 'Copy',
    copied: 'Copied',
    formula: 'Formula',
  },
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  reference: 'Reference',
  page: {
    skip: 'Skip to lesson',
    contents: 'Contents',
    lessons: 'Lessons',
    pager: 'Previous and next',
    previous: 'Previous',
    next: 'Next',
    saveAndExit: 'Save and exit',
    draft: 'Draft – not for learners yet',
    noScript: 'You can read this lesson without scripts, but answers and progress need them.',
    progress: 'Sections seen',
    lessonCount: (count) => counted(count, 'lesson', 'lessons'),
    questionCount: (count) => counted(count, 'question', 'questions'),
    sectionCount: (count) => counted(count, 'section', 'sections'),
    minutes: (low, high) => (low === high ? counted(high, 'minute', 'minutes') : `${low} to ${high} minutes`),
  },
  visual: {
    textVersion: 'Text version',
    card: { title: 'Title slide', paper: 'Paper', next: 'Next' },
    flow: 'Flow',
    stages: (count) => `${counted(count, 'stage', 'stages')}, from first to last`,
    loop: (count) => `Loop of ${counted(count, 'step', 'steps')}`,
    facts: (count) => counted(count, 'point', 'points'),
    quadrant: (count) => counted(count, 'field', 'fields'),
    axis: { log: 'Logarithmic scale', linear: 'Scale', order: 'In order' },
    filetree: 'Files and folders',
    landscape: 'Map of the loss over two weights',
    reference: (code) => code.replace(/^M(\d+)$/, 'Module $1'),
    numbered: (name, number) => `${name} ${number}`,
    then: ', then ',
    more: 'and so on',
    repeat: 'Repeat',
    backTo: (step) => `Back to “${step}”`,
    fromTo: (from, to) => `From “${from}” to “${to}”`,
    logarithmic: 'The scale is logarithmic: each step along it multiplies by the same number.',
    optional: 'optional',
    status: { ok: 'safe', danger: 'dangerous', warn: 'take care', note: 'note' },
    weight: (number) => `weight ${number}`,
    loss: 'loss',
    step: 'Step',
    outcome: (size, count, end, [first, last]) =>
      end === 'there'
        ? `With a step size of ${size} the ball reaches the bottom in ${counted(count, 'step', 'steps')}.`
        : end === 'off'
          ? `A step size of ${size} is too large: the ball leaves the map after ${counted(count, 'step', 'steps')}; the loss rises from ${first} to ${last}.`
          : `With a step size of ${size} the ball is not at the bottom after ${counted(count, 'step', 'steps')}; the loss went from ${first} to ${last}.`,
  },
  lesson: {
    views: 'Views of this lesson',
    objectives: 'Learning objectives',
    keyTerms: 'Key terms',
    allTerms: 'All terms',
    references: 'References',
    slidesIntro: 'The talk of this lesson, slide by slide.',
    slide: (number, of) => `Slide ${number} of ${of}`,
    questions: 'Questions',
  },
  help: {
    title: 'Help and accessibility',
    passMark: 'Pass mark',
    percent,
    noPassMark: 'None: the questions are for practice',
    completion: 'Completed when',
    completionRule: (viewed, items) => `${percent(viewed)} of the sections have been seen${completionItems[items]}`,
    recorded: 'What is recorded',
    recordedByLms:
      'Whether you have completed and passed, your score, every answer as you gave it, your standing in each learning objective, sections seen, time spent and the place where you stopped. They are sent to the LMS that opened this course and to nobody else.',
    recordedByStore:
      'Whether you have completed and passed, your score, every answer as you gave it, your standing in each learning objective, sections seen, time spent and the place where you stopped. They are sent to the record store that your LMS named when it opened this course, and to nobody else.',
    recordedInBrowser: 'Nothing. Your place and your answers stay in this browser, on this device; clearing its data removes them.',
    target: 'Package',
    keyboard: 'Keyboard',
    keyboardText:
      'Tab moves on, Shift and Tab moves back, Enter or Space presses a button. Arrow keys move between tabs and between the answers of a question.',
    accessibility: 'Accessibility',
    accessibilityText:
      'This page is built to meet WCAG 2.2, level AA: everything works by keyboard, nothing depends on colour, sound or time, and it follows your device’s settings for dark mode, contrast, text size and motion. If something stands in your way, tell whoever gave you this course.',
  },
};
