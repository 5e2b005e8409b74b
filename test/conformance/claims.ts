/** What Lectern claims for each success criterion, and what the claim rests on. The one table behind docs/accessibility-report.md. */
import type { Code } from '../../src/diagnostics/catalogue.ts';
import type { Criterion } from './criteria.ts';
import type { ProcedureName, TestName } from './evidence.ts';

/** The words that the VPAT template gives to choose from. */
export const LEVELS = { supports: 'Supports', partially: 'Partially Supports', not: 'Does Not Support', none: 'Not Applicable' } as const;

export interface Claim {
  level: keyof typeof LEVELS;
  remark: string;
  tests?: readonly TestName[];
  /** By hand. None of them counts as done unless its page says so. */
  procedures?: readonly ProcedureName[];
  /** What the compiler says to an author whose lesson would break it. */
  messages?: readonly Code[];
}

export const CLAIMS: Readonly<Record<Criterion, Claim>> = {
  '1.1.1': {
    level: 'supports',
    remark: 'A picture without a description stops the build, unless it is marked as decoration. Every figure has a name and a text version with all of its words. Whether a description says enough is for the author to judge.',
    tests: ['figureWords', 'figureImage', 'decoration', 'wordAlt', 'axeViews', 'trees'], procedures: ['content'], messages: ['media/no-alt', 'media/alt-file-name', 'media/alt-long', 'quiz/hotspot-no-label'],
  },
  '1.2.1': { level: 'supports', remark: 'A recording whose words stand nowhere to be read stops the build. The narration of slides always stands below them as text.', tests: ['slidePlayed'], messages: ['media/no-transcript', 'media/no-title'] },
  '1.2.2': { level: 'supports', remark: 'A video without captions stops the build. Narrated slides have captions of at most two lines; whether recorded captions match is for the author to check.', tests: ['slidePlayed', 'captionLines'], procedures: ['content'], messages: ['media/no-captions', 'media/captions'] },
  '1.2.3': { level: 'supports', remark: 'The transcript of a slide stands beside the text version of its figures. For video the author writes a transcript or links a described version.', tests: ['figureWords', 'slidePlayed'], procedures: ['content'], messages: ['media/no-transcript'] },
  '1.2.4': { level: 'none', remark: 'Nothing is live.' },
  '1.2.5': { level: 'partially', remark: 'Slides are explained by their narration, and their figures have text versions. For video a described version can be linked, but the compiler cannot know whether one is needed.', tests: ['figureWords'], procedures: ['content'] },
  '1.3.1': { level: 'supports', remark: 'Headings, lists, tables, groups and labels are native elements. Heading jumps and tables without a head are reported to the author.', tests: ['axeStates', 'axeTypes', 'axeViews', 'trees', 'tables', 'treesUpgrade', 'conditions'], messages: ['syntax/heading-jump', 'table/no-header'] },
  '1.3.2': { level: 'supports', remark: 'What is seen and what is read follow one order; feedback stands behind the button that asked for it.', tests: ['trees', 'keyboard'] },
  '1.3.3': { level: 'supports', remark: 'No instruction of ours relies on shape, place or sound. Instructions in a lesson are the author’s.', tests: ['verdict', 'trees'], procedures: ['content'], messages: ['text/colour-only'] },
  '1.3.4': { level: 'supports', remark: 'Nothing depends on how a device is held.', tests: ['text'] },
  '1.3.5': { level: 'none', remark: 'No field asks for anything about the learner.' },
  '1.4.1': { level: 'supports', remark: 'Verdicts, states and marks are words with a sign; colour comes in addition. Links in text are underlined.', tests: ['verdict', 'partly', 'fileTreeWords', 'forced', 'conditions'], messages: ['text/colour-only'] },
  '1.4.2': { level: 'supports', remark: 'No sound begins by itself; playing can be paused.', tests: ['silence', 'slidePlayed'] },
  '1.4.3': { level: 'supports', remark: 'All text colours of both themes are computed against all grounds and checked in the page. Colours inside pictures are the author’s.', tests: ['textContrast', 'axeStates', 'axeTypes', 'axeViews'], procedures: ['content'] },
  '1.4.4': { level: 'supports', remark: 'Text at twice its size is neither cut nor wider than the page; it can be enlarged in the page too.', tests: ['text', 'display'], procedures: ['zoom'] },
  '1.4.5': { level: 'supports', remark: 'All words of the page and of figures are text. Pictures of text in a lesson are the author’s.', tests: ['figureWords'], procedures: ['content'] },
  '1.4.10': { level: 'supports', remark: 'At 318 × 236 CSS pixels inside a nested frame – what 400 % leaves of 1280 × 1024 below an LMS header – every view and answer needs no sideways scrolling. Tables, code and diagrams scroll in a region of their own.', tests: ['reflow', 'reflowStates', 'axeTypes', 'figures', 'rightToLeft', 'conditions'], procedures: ['zoom'] },
  '1.4.11': { level: 'supports', remark: 'Borders of controls, signs and the focus ring are computed against all grounds of both themes.', tests: ['lineContrast', 'forced', 'focusSeen', 'looks', 'conditions', 'coversNoLetter'], procedures: ['contrastThemes'] },
  '1.4.12': { level: 'supports', remark: 'With the spacing that the criterion names, nothing is cut or overlaps, figures and questions included.', tests: ['text', 'conditions'] },
  '1.4.13': { level: 'supports', remark: 'Nothing appears on pointing or focus. Explanations of terms open on a press, stay, and go with Escape.', tests: ['terms'] },
  '2.1.1': { level: 'supports', remark: 'The whole course is done by keyboard alone: every type of question, slides, figures that move, search, practice.', tests: ['keyboard', 'blanks', 'landscape', 'slideKeys', 'clockChosen', 'search', 'cards'] },
  '2.1.2': { level: 'supports', remark: 'Tab enters the course from the LMS, passes through every view and leaves at the end.', tests: ['focusSeen', 'keyboard'] },
  '2.1.4': { level: 'supports', remark: 'Letter keys work only while the focus is in the slide player, and can be switched off.', tests: ['slideKeys'] },
  '2.2.1': { level: 'supports', remark: 'A time limit is chosen before it begins, up to none, and can be extended while it runs. An author who calls the limit strict has to give the reason.', tests: ['clock', 'clockChosen'] },
  '2.2.2': { level: 'supports', remark: 'Nothing moves by itself. A run of the landscape ends within five seconds; slides can be paused.', tests: ['silence', 'slidePlayed', 'motion', 'conditions'], messages: ['media/animated'] },
  '2.3.1': { level: 'supports', remark: 'Nothing of ours flashes. Animated pictures are reported; films are the author’s.', tests: ['motion'], procedures: ['content'], messages: ['media/animated'] },
  '2.4.1': { level: 'supports', remark: 'A link skips to the lesson; landmarks and headings lead on.', tests: ['keyboard', 'trees'] },
  '2.4.2': { level: 'supports', remark: 'The title names question, view, lesson and course, and follows every change. The LMS names the frame.', tests: ['titles'] },
  '2.4.3': { level: 'supports', remark: 'A change of view leads the focus to its heading; opening the course takes nothing from the LMS.', tests: ['focusStays', 'keyboard', 'nothingChosen'] },
  '2.4.4': { level: 'supports', remark: 'Links of ours name their target. Vague links of a lesson are reported to the author.', tests: ['newTab', 'trees'], messages: ['link/vague'] },
  '2.4.5': { level: 'supports', remark: 'Outline, list of lessons, previous and next, and a search through all lessons of the course.', tests: ['outline', 'titles', 'search'] },
  '2.4.6': { level: 'supports', remark: 'Every section has a heading, every control a label in words.', tests: ['trees', 'blanks'] },
  '2.4.7': { level: 'supports', remark: 'At every stop of Tab in every view the focus has an outline of 2 pixels or more; in contrast colours too it looks different from what is merely chosen or current.', tests: ['focusSeen', 'conditions'] },
  '2.4.11': { level: 'supports', remark: 'At every stop, what has the focus is in sight; in low windows nothing stays in place over the text.', tests: ['focusSeen', 'reflowStates'] },
  '2.5.1': { level: 'supports', remark: 'One press does everything.', tests: ['clicks', 'conditions'] },
  '2.5.2': { level: 'supports', remark: 'A press counts when it ends on its target.', tests: ['clicks'] },
  '2.5.3': { level: 'supports', remark: 'Names contain the words that are seen.', tests: ['axeStates', 'axeTypes', 'trees'], procedures: ['speech'] },
  '2.5.4': { level: 'none', remark: 'No movement of a device is read.' },
  '2.5.7': { level: 'supports', remark: 'Nothing has to be dragged: ordering, matching, sorting and regions of pictures are done by single presses. Steps, pairs and things to sort can be dragged as an extra, by mouse or pen; every type is also answered by taps of a finger alone.', tests: ['clicks', 'pictureClicked', 'dragTakenBack', 'conditions', 'regionsFromRight'] },
  '2.5.8': { level: 'supports', remark: 'Controls measure at least 24 × 24 CSS pixels, buttons and tabs 44 in height; words inside sentences are the exception of the criterion.', tests: ['focusSeen', 'conditions'], procedures: ['touch'] },
  '3.1.1': { level: 'supports', remark: 'The page states the language of its lesson.', tests: ['pageLanguage', 'rightToLeft', 'conditions'] },
  '3.1.2': { level: 'supports', remark: 'Lessons, and words of the interface in another language than the lesson, are marked. Foreign phrases inside a text are marked by the author with `<span lang>`.', tests: ['foreignWords', 'ownWords'], procedures: ['content'] },
  '3.2.1': { level: 'supports', remark: 'Receiving the focus changes nothing but what is drawn around it.', tests: ['focusSeen', 'keyboard'] },
  '3.2.2': { level: 'supports', remark: 'Choosing an answer neither hands it in nor moves on.', tests: ['clicks'] },
  '3.2.3': { level: 'supports', remark: 'Header, outline, pager and help stand in the same order on every view.', tests: ['trees'] },
  '3.2.4': { level: 'supports', remark: 'What does the same has the same name: all words come from one table per language.', tests: ['trees'] },
  '3.2.6': { level: 'supports', remark: 'Help stands last on every view, results included.', tests: ['trees', 'keyboard'] },
  '3.3.1': { level: 'supports', remark: 'What is missing or cannot be read is said in words at the question, and the focus led there.', tests: ['nothingChosen', 'everyVerdict', 'numberRead', 'blanks'] },
  '3.3.2': { level: 'supports', remark: 'Fields have labels; how many to choose, units and formats are said beside them.', tests: ['trees', 'blanks'] },
  '3.3.3': { level: 'supports', remark: 'The message says what to do, with an example where a form is asked for. That a question does not give its answer away is essential to it.', tests: ['nothingChosen', 'numberRead'] },
  '3.3.4': { level: 'partially', remark: 'A quiz that is handed in as a whole shows what is still open first, and answers can be changed until then. A question that is checked one by one counts when “Check answer” is pressed, as often as the author allows attempts.', tests: ['clockChosen', 'verdict'] },
  '3.3.7': { level: 'supports', remark: 'Nothing is asked twice; answers and half-written text come back.', tests: ['resumed'] },
  '3.3.8': { level: 'none', remark: 'The page has no login of its own.' },
  '4.1.2': { level: 'supports', remark: 'Controls are native elements; their trees are kept as golden files. Tested in the accessibility tree of Chromium, and with one screen reader, Orca, whose words were read in writing.', tests: ['axeStates', 'axeCourse', 'axeTypes', 'axePlaying', 'trees', 'treesUpgrade', 'conditions'], procedures: ['screenReaders', 'speech'] },
  '4.1.3': { level: 'supports', remark: 'Verdicts, what is saved and time left are put into status lines that exist from the start. Tested in the tree, and read out by Orca in Chromium, where a person did not listen.', tests: ['statusLine', 'everyVerdict', 'heard', 'verdict', 'savedSaid', 'lateSaid', 'clock', 'trees'], procedures: ['screenReaders'] },
};
