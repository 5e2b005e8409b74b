/** What Revised Section 508 and EN 301 549 ask beyond WCAG, as far as it applies to a page in a browser and to the tool that makes it. */
import type { Claim } from './claims.ts';

export interface Chapter {
  title: string;
  /** Said before its rows. */
  note: string;
  rows: readonly (readonly [number: string, name: string, claim: Claim])[];
}

const SIGHT: Claim = { level: 'supports', remark: 'Everything is text or has a text version, in one reading order, by keyboard. Tried with one screen reader, Orca in Chromium, by its words in writing; no blind person has tried it yet.', tests: ['keyboard', 'trees', 'figureWords', 'heard'], procedures: ['screenReaders'] };
const LOW_VISION: Claim = { level: 'supports', remark: 'Zoom to 400 %, text of twice the size, wide spacing, dark and forced colours.', tests: ['reflow', 'text', 'forced', 'textContrast'], procedures: ['zoom', 'contrastThemes'] };
const COLOUR: Claim = { level: 'supports', remark: 'See 1.4.1.', tests: ['verdict', 'forced'] };
const HEARING: Claim = { level: 'supports', remark: 'Whatever is spoken stands there to be read.', tests: ['slidePlayed'], messages: ['media/no-transcript', 'media/no-captions'] };
const NO_SPEECH: Claim = { level: 'supports', remark: 'No speech is asked for.', tests: ['keyboard'] };
const REACH: Claim = { level: 'supports', remark: 'One key or one press at a time; nothing is held, dragged or timed without a choice.', tests: ['keyboard', 'clicks', 'clockChosen'] };
const COGNITION: Claim = { level: 'supports', remark: 'One question at a time, explanations after each, progress and place in words, no time limit unless the author sets one, and then with more time.', tests: ['verdict', 'clock', 'titles'] };
const SEIZURES: Claim = { level: 'supports', remark: 'Nothing flashes.', tests: ['motion'] };
const none = (remark: string): Claim => ({ level: 'none', remark });

const PREFERENCES: Claim = { level: 'supports', remark: 'Colours, contrast, text size and motion of the system are followed, and can be chosen for the course.', tests: ['forced', 'motion', 'text', 'display'] };
const CAPTION_CONTROL: Claim = { level: 'supports', remark: 'Captions are one press away, on the level of Play.', tests: ['slidePlayed', 'trees'] };
const MAKES: Claim = { level: 'supports', remark: 'What the compiler writes conforms as this report says; the course that shows every feature is tested.', tests: ['gallery', 'axeTypes', 'axeViews'] };
const KEEPS: Claim = { level: 'supports', remark: 'Descriptions, headings, table heads and languages of Word documents and Markdown are carried over; what is lost is reported.', tests: ['wordAlt'], messages: ['media/no-alt', 'word/not-carried'] };
const PROMPTS: Claim = { level: 'supports', remark: 'Missing descriptions, captions and transcripts, heading jumps, vague links and meaning by colour alone are reported with their place and a remedy.', tests: ['messages'], messages: ['media/no-alt', 'media/no-captions', 'media/no-transcript', 'syntax/heading-jump', 'link/vague', 'text/colour-only'] };
const DOCUMENTED: Claim = { level: 'supports', remark: 'This report, docs/accessibility.md, and “Help and accessibility” on every page of a course.', tests: ['trees'] };

export const SECTION_508: readonly Chapter[] = [
  {
    title: 'Chapter 3: Functional Performance Criteria',
    note: '',
    rows: [
      ['302.1', 'Without Vision', SIGHT],
      ['302.2', 'With Limited Vision', LOW_VISION],
      ['302.3', 'Without Perception of Color', COLOUR],
      ['302.4', 'Without Hearing', HEARING],
      ['302.5', 'With Limited Hearing', HEARING],
      ['302.6', 'Without Speech', NO_SPEECH],
      ['302.7', 'With Limited Manipulation', REACH],
      ['302.8', 'With Limited Reach and Strength', REACH],
      ['302.9', 'With Limited Language, Cognitive, and Learning Abilities', COGNITION],
    ],
  },
  { title: 'Chapter 4: Hardware', note: 'Not applicable: a course is a web page.', rows: [] },
  {
    title: 'Chapter 5: Software',
    note: 'Courses are web content and held to WCAG above. The rows are for what a page in a browser can be asked, and for the compiler as an authoring tool.',
    rows: [
      ['502', 'Interoperability with Assistive Technology', { level: 'supports', remark: 'By the browser, through native elements and WAI-ARIA. Tried with one screen reader, Orca in Chromium.', tests: ['trees', 'axeStates'], procedures: ['screenReaders'] }],
      ['503.2', 'User Preferences', PREFERENCES],
      ['503.3', 'Alternative User Interfaces', none('There is one interface for everyone.')],
      ['503.4.1', 'Caption Controls', CAPTION_CONTROL],
      ['503.4.2', 'Audio Description Controls', none('Described versions of films are links.')],
      ['504.2', 'Content Creation or Editing', MAKES],
      ['504.2.1', 'Preservation of Information Provided for Accessibility in Format Conversion', KEEPS],
      ['504.2.2', 'PDF Export', none('No PDF is made.')],
      ['504.3', 'Prompts', PROMPTS],
      ['504.4', 'Templates', { level: 'supports', remark: '`lectern new` writes a lesson that builds without a remark.', tests: ['gallery', 'messages'] }],
    ],
  },
  {
    title: 'Chapter 6: Support Documentation and Services',
    note: '',
    rows: [
      ['602.2', 'Accessibility and Compatibility Features', DOCUMENTED],
      ['602.3', 'Electronic Support Documentation', { level: 'partially', remark: 'The documentation is Markdown: headings, lists and tables read as such wherever it is shown. It was not tested against WCAG itself.', tests: ['messages'] }],
      ['602.4', 'Alternate Formats for Non-Electronic Support Documentation', none('Nothing is printed.')],
      ['603', 'Support Services', none('Support is given by whoever offers the course.')],
    ],
  },
];

export const EN_301_549: readonly Chapter[] = [
  {
    title: 'Clause 4: Functional Performance Statements',
    note: '',
    rows: [
      ['4.2.1', 'Usage without vision', SIGHT],
      ['4.2.2', 'Usage with limited vision', LOW_VISION],
      ['4.2.3', 'Usage without perception of colour', COLOUR],
      ['4.2.4', 'Usage without hearing', HEARING],
      ['4.2.5', 'Usage with limited hearing', HEARING],
      ['4.2.6', 'Usage with no or limited vocal capability', NO_SPEECH],
      ['4.2.7', 'Usage with limited manipulation or strength', REACH],
      ['4.2.8', 'Usage with limited reach', REACH],
      ['4.2.9', 'Minimize photosensitive seizure triggers', SEIZURES],
      ['4.2.10', 'Usage with limited cognition, language or learning', COGNITION],
      ['4.2.11', 'Privacy', { level: 'supports', remark: 'Settings for access are not recorded or sent.', tests: ['axeStates'] }],
    ],
  },
  {
    title: 'Clause 5: Generic Requirements',
    note: 'Closed functionality, biometrics, operable parts, locking keys, key repeat and double strike do not apply to a page in a browser.',
    rows: [
      ['5.2', 'Activation of accessibility features', { level: 'supports', remark: 'Nothing has to be switched on; captions are one press away.', tests: ['slidePlayed', 'keyboard'] }],
      ['5.4', 'Preservation of accessibility information during conversion', KEEPS],
      ['5.9', 'Simultaneous user actions', REACH],
    ],
  },
  { title: 'Clause 6: ICT with Two-Way Voice Communication', note: 'Not applicable.', rows: [] },
  {
    title: 'Clause 7: ICT with Video Capabilities',
    note: 'Films are played by the browser’s own player; the rows speak of narrated slides, and of films where they say so.',
    rows: [
      ['7.1.1', 'Captioning playback', CAPTION_CONTROL],
      ['7.1.2', 'Captioning synchronization', { level: 'supports', remark: 'Captions come with their sentence.', tests: ['slidePlayed', 'captionLines'], messages: ['media/captions'] }],
      ['7.1.3', 'Preservation of captioning', { level: 'supports', remark: 'Captions of films go into the package beside them.', tests: ['messages'], messages: ['media/no-captions'] }],
      ['7.1.4', 'Captions characteristics', { level: 'partially', remark: 'Captions of slides follow size and colours of the page; those of films follow the browser’s settings.', tests: ['text', 'forced'] }],
      ['7.1.5', 'Spoken subtitles', none('Captions are in the language of what is heard.')],
      ['7.2', 'Audio description technology', { level: 'partially', remark: 'A described version of a film is a link beside it.', procedures: ['content'] }],
      ['7.3', 'User controls for captions and audio description', CAPTION_CONTROL],
    ],
  },
  { title: 'Clause 8: Hardware', note: 'Not applicable.', rows: [] },
  { title: 'Clause 9: Web', note: 'The criteria of WCAG 2.1 at levels A and AA, as in the tables above; 9.6 is met by whole pages and courses, in the technologies named below.', rows: [] },
  { title: 'Clause 10: Non-web Documents', note: 'Not applicable: no documents are made.', rows: [] },
  {
    title: 'Clause 11: Software',
    note: 'Courses are web content (clause 9). The rows are for the compiler as an authoring tool.',
    rows: [
      ['11.7', 'User preferences', PREFERENCES],
      ['11.8.2', 'Accessible content creation', MAKES],
      ['11.8.3', 'Preservation of accessibility information in transformations', KEEPS],
      ['11.8.4', 'Repair assistance', PROMPTS],
      ['11.8.5', 'Templates', { level: 'supports', remark: '`lectern new` writes a lesson that builds without a remark.', tests: ['gallery', 'messages'] }],
    ],
  },
  {
    title: 'Clause 12: Documentation and Support Services',
    note: '',
    rows: [
      ['12.1.1', 'Accessibility and compatibility features', DOCUMENTED],
      ['12.1.2', 'Accessible documentation', { level: 'partially', remark: 'As 602.3.', tests: ['messages'] }],
      ['12.2', 'Support services', none('Support is given by whoever offers the course.')],
    ],
  },
  { title: 'Clause 13: ICT Providing Relay or Emergency Service Access', note: 'Not applicable.', rows: [] },
];
