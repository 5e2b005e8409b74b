/** What a claim may rest on: tests by file and name, procedures by their heading in docs/accessibility.md. */

type Test = readonly [file: string, name: string];

const browser = (file: string, name: string): Test => [`test/browser/${file}.test.ts`, name];

export const TESTS = {
  axeStates: browser('accessibility', 'axe finds nothing on any page or state in %s colours'),
  axeCourse: browser('accessibility', 'axe finds nothing on the home of a course, on the resume card and in a lesson with slides'),
  axeViews: browser('accessibility', 'axe finds nothing in any view of %s'),
  axeTypes: browser('item-types', 'axe finds nothing on any type in any state, and nothing is wider than a phone, in %s colours'),
  axePlaying: browser('slides', 'axe finds nothing while a slide is played'),
  reflow: browser('accessibility', '%s needs no sideways scrolling at 318 × 236 in a nested frame'),
  reflowStates: browser('accessibility', 'answers, feedback and results fit into 318 × 236 too, and the focused control is never covered'),
  rightToLeft: browser('accessibility', 'a lesson written from right to left is laid out so, with axe content and no sideways scrolling'),
  focusStays: browser('accessibility', 'opening the course does not take the focus from the LMS; changing the view moves it to the heading'),
  keyboard: browser('whole-course', 'the whole course by keyboard alone, from the home to the last page'),
  clicks: browser('whole-course', 'the whole course by clicks alone: nothing is dragged, and choosing neither hands in nor moves on'),
  focusSeen: browser('focus', 'Tab shows where it is at every stop of every view, and leaves the course at its end, at %i × %i'),
  trees: browser('trees', 'the accessibility trees of pages and questions are the golden ones'),
  treesUpgrade: browser('upgrade', 'items: the same markup and the same accessibility tree before and after the upgrade'),
  forced: browser('settings', 'in forced colours every figure and text has colours of the system, and what is chosen has a frame'),
  motion: browser('settings', 'without motion nothing moves or fades: no transition, no animation, no smooth scrolling, also while a slide is played'),
  text: browser('settings', 'text %s is neither cut nor wider than the page, figures and questions included'),
  silence: browser('settings', 'nothing sounds or moves before Play is pressed'),
  terms: browser('settings', 'a term is explained on a press, not on pointing at it, and goes with Escape'),
  figures: browser('visuals', 'every figure can be read in a frame of %i pixels'),
  landscape: browser('visuals', 'the landscape takes steps by keyboard, runs to its end, and the loop turns along'),
  slideKeys: browser('slides', 'keys go through the slides, and can be switched off'),
  slidePlayed: browser('slides', 'a slide is played with captions where there is no voice, and its figure grows with the words'),
  titles: browser('several-lessons', 'a lesson ends with the name of the next one, and the last with the way home, where results of all stand'),
  foreignWords: browser('several-lessons', 'words of the interface inside questions are marked where the lesson is in another language'),
  clock: browser('quiz', 'time is said while it runs out, can be extended, and at its end what was entered is handed in'),
  clockChosen: browser('quiz', 'by keyboard: a time is chosen, answers are kept without a verdict, handed in together, and taken again'),
  nothingChosen: browser('items', 'checking without an answer submits nothing and leads back to the first option'),
  verdict: browser('items', 'a wrong choice is told in words, explained, and can be tried again with it still marked'),
  partly: browser('items', 'a multiple choice with a wrong part is not correct, and says what was chosen and what is right'),
  numberRead: browser('item-types', 'a number is read as the learner meant it, and anything else is refused'),
  blanks: browser('item-types', 'a sentence with blanks, each named by the words beside it'),
  resumed: browser('item-types', 'everything is found again as it was left, in words and without a control'),
  everyVerdict: browser('item-types', 'in every type the verdict comes into a status line that stood there before, and a press without an answer leads to an input that says why'),
  dragTakenBack: browser('item-types', 'steps can be dragged by a grip as well, and Escape takes it back'),
  pictureClicked: browser('item-types', 'a region can be clicked in the picture, and its radio has the focus'),
  savedSaid: browser('leaving', 'when the LMS does not save, the page says so, keeps trying and says when it worked'),
  lateSaid: browser('late-record', 'a record whose script does not come says so, and everything is recorded after "Try again"'),
  search: browser('tools', 'words are found in every lesson of a course, by keyboard, and lead to their place'),
  display: browser('tools', 'the display is the learner’s choice, at once and at the next visit'),
  cards: browser('tools', 'terms are practised on cards, and nothing of it is recorded'),
  looks: browser('looks', 'every figure, at a desk in light, on a phone in dark and in forced colours'),
  figureWords: ['src/visuals/draw.test.ts', 'shows every word of its data, and says it in its text version'],
  figureImage: ['src/visuals/draw.test.ts', 'that is drawn is one image with a name, and one that can be read is none'],
  fileTreeWords: ['src/visuals/draw.test.ts', 'of a file tree says in words what is coloured'],
  decoration: ['src/compiler/4-render/prose.test.ts', 'gives no words to a picture that is only decoration'],
  tables: ['src/compiler/4-render/prose.test.ts', 'gives tables a scrolling frame of their own and header cells a scope'],
  newTab: ['src/compiler/4-render/prose.test.ts', 'marks links that leave the page and keeps links inside the course'],
  pageLanguage: ['src/compiler/4-render/page.test.ts', 'states language, direction, policy, title, version, build and pass mark'],
  ownWords: ['src/compiler/4-render/lesson-body.test.ts', 'marks our own words where the lesson is in a language we do not have'],
  statusLine: ['src/compiler/4-render/static-item.test.ts', 'has one empty status line from the start, so that a verdict put into it is announced'],
  captionLines: ['src/course/speech-text.test.ts', 'is at most two lines of 42 characters, and all words come'],
  textContrast: ['src/learner/styles/contrast.test.ts', 'text can be read on every ground'],
  lineContrast: ['src/learner/styles/contrast.test.ts', 'borders of controls, the focus ring and signs stand out from every ground'],
  gallery: ['test/every-question.test.ts', 'builds without a remark'],
  messages: ['test/mistakes.test.ts', 'have a folder for every code'],
  outline: ['src/compiler/4-render/page.test.ts', 'the outline of a lone lesson leads to its parts, under the title of a section without words of its own'],
  wordAlt: ['test/word.test.ts', 'described by a machine are doubted'],
} as const satisfies Record<string, Test>;

export type TestName = keyof typeof TESTS;

/** Headings of docs/accessibility.md. */
export const PROCEDURES = {
  screenReaders: 'Screen readers',
  zoom: 'Zoom in a desktop browser',
  contrastThemes: 'Contrast themes of the system',
  speech: 'Speech input',
  touch: 'A real phone',
  content: "The author's part",
  otherBrowsers: 'Firefox and Safari',
} as const;

export type ProcedureName = keyof typeof PROCEDURES;
