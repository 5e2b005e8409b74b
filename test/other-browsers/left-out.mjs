// Which of Chromium's tests say nothing of Firefox, and why: what drives Firefox, or a Firefox without a window, lacks something that they lean on.

const CHROME = 'past the last link the keys of WebDriver go to the window around the page and do not come back';
const MEDIA = 'paper and contrast colours cannot be switched on from outside';

export const LEFT_OUT = {
  tests: [
    { name: 'the whole check by keyboard alone', why: CHROME },
    { name: 'a region of a picture, from the list under it', why: CHROME },
    { name: 'Tab shows where it is at every stop of every view', why: CHROME },
    { name: 'steps can be dragged by a grip as well', why: 'without a window there is no pointer (`pointer: fine` is false), so that no grip is shown' },
    { name: 'things can be dragged to what they belong to as well', why: 'without a window there is no pointer (`pointer: fine` is false), so that no grip is shown' },
    { name: 'recordings are heard where they can be', why: 'without a sound device Firefox ends a recording with an error of its own' },
    { name: 'give a calendar file', why: 'no download is told' },
    { name: 'a region can be clicked in the picture', why: 'the middle of a nested SVG is looked for in another place; a press there works' },
    { name: 'an LMS that a portal of another origin frames is found', why: 'presses in a frame of another process go beside their aim' },
    { name: "'closing the tab'", why: 'the log of the LMS page is sent in a microtask, and Firefox runs none once a tab closes' },
    { name: 'an LMS without beacons loses what is set', why: 'the log of the LMS page is written too late to be sent' },
    { name: 'what a course must not do is noticed', why: 'a blocked style is told on the console instead' },
    { name: 'in forced colours every figure and text has colours of the system', why: MEDIA },
    { name: 'every type of question, before and after its answers', why: 'neither a finger nor contrast colours can be had from outside' },
    { name: 'white space that is there for screen readers covers no letter', why: MEDIA },
    { name: 'from right to left the regions of a picture stay', why: 'without a window there is no pointer (`pointer: fine` is false), so that no grip is shown' },
    { name: 'axe finds nothing on the questions before the text', why: 'a process of Firefox ESR 153 ends in a segmentation fault while axe-core looks for attributes; reading every style of the page without it does not do that' },
    { name: 'on paper', why: MEDIA },
    { name: 'the display is the learner’s choice', why: MEDIA },
    { name: 'the text goes on behind a question', why: MEDIA },
    { name: 'in print', why: MEDIA },
    { name: 'the note with the receipt stands in every view', why: 'no download is told' },
    { name: 'without scripts the lesson can be read', why: 'scripts cannot be switched off' },
  ],
  files: [
    { file: 'fault-schedules.test.ts', why: 'two hundred launches take longer than its limit' },
    { file: 'killed.test.ts', why: 'it starts and kills a Chromium of its own' },
    { file: 'trees.test.ts', why: 'the golden trees are Chromium’s' },
    { file: 'looks.test.ts', why: 'the golden pictures are Chromium’s' },
  ],
};
