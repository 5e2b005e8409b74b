/** Messages about pictures and other media. */
import { entry } from './entry.ts';

/** Pictures of a Word document have names that we gave them. */
const inWord = (path: string): boolean => /\.docx\/[^/]*$/i.test(path);

export const media = {
  'media/no-alt': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => (inWord(path) ? 'The picture here has no description.' : `The image “${path}” has no description.`),
    help: ({ path }) =>
      inWord(path)
        ? 'In Word: right-click the picture, choose “View Alt Text” and say what it shows; or tick “Mark as decorative” if it is only decoration.'
        : `Say what it shows: ![Three boxes joined by arrows](${path}) — or, if it is only decoration: ![decorative](${path})`,
    why: 'Learners who cannot see the image hear its description instead.',
    wrong: '![](layers.png)',
    right: '![Three layers joined by arrows](layers.png)',
  }),
  'media/alt-file-name': entry<{ alt: string; path: string }>({
    severity: 'warning',
    message: ({ alt }) => `“${alt}” is the name of a file, not a description of the picture.`,
    help: ({ path }) => (inWord(path) ? 'In Word: right-click the picture, choose “View Alt Text” and say what it shows.' : `Say what it shows: ![Three boxes joined by arrows](${path})`),
    why: 'A screen reader would read out the file name, letter by letter, and the learner would know as little as before.',
    wrong: '![IMG_2041.jpg](IMG_2041.jpg)',
    right: '![A lock with a key broken off in it](IMG_2041.jpg)',
  }),
  'media/alt-long': entry<{ length: number; limit: number }>({
    severity: 'warning',
    message: ({ length, limit }) => `The description of this picture has ${length} characters; more than ${limit} are hard to follow by ear.`,
    help: () => 'Say in one sentence what it is, and put the rest into a paragraph below it that begins with “Description:”.',
    why: 'A description is spoken in one go, without a way to pause or go back. A paragraph that begins with “Description:” can be opened, reread, and is there for everybody.',
    wrong: '![A flow chart. It begins with … and ends with …](flow.png)',
    right: '![Flow chart of a login](flow.png)\n\nDescription: The user types a name. Then …',
  }),
  'media/no-title': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The recording “${path}” has no title.`,
    help: ({ path }) => `Write it between the brackets: ![How a hash is made](${path})`,
    why: 'The title stands under the recording, and screen readers call its controls by it.',
    wrong: '![](talk.mp4)',
    right: '![How a hash is made](talk.mp4)',
  }),
  'media/no-captions': entry<{ path: string; wanted: string }>({
    severity: 'error',
    message: ({ path }) => `The video “${path}” has no captions.`,
    help: ({ wanted }) => `Put them beside it as ${wanted}, with the letters of their language.`,
    why: 'Who cannot hear it, or sits in an office without headphones, reads the captions (WCAG 1.2.2). Most recording programs write such a file.',
    wrong: '![How a hash is made](talk.mp4), alone in its folder',
    right: '![How a hash is made](talk.mp4), and talk.en.vtt beside it',
  }),
  'media/no-transcript': entry<{ path: string; wanted: string }>({
    severity: 'error',
    message: ({ path }) => `What is said in “${path}” stands nowhere to be read.`,
    help: ({ wanted }) => `Put the words beside it as ${wanted}, or captions as a .vtt file.`,
    why: 'Who cannot hear it reads the words instead (WCAG 1.2.1).',
    wrong: '![An interview](talk.mp3), alone in its folder',
    right: '![An interview](talk.mp3), and talk.transcript.md beside it',
  }),
  'media/captions': entry<{ file: string; line: number; problem: string }>({
    severity: 'error',
    message: ({ file, line, problem }) => `The captions “${file}” cannot be read at line ${line}: ${problem}.`,
    help: () => 'Captions are WebVTT: WEBVTT on the first line, then a time, 00:01.000 --> 00:04.000, and below it what is said.',
    why: 'Captions that cannot be read are no captions.',
    wrong: '1\n00:00:01,000 -> 00:00:04,000\nHello.',
    right: 'WEBVTT\n\n00:01.000 --> 00:04.000\nHello.',
  }),
  'media/not-a-recording': entry<{ path: string; problem: 'format' | 'empty' | 'content' }>({
    severity: 'error',
    message: ({ path, problem }) =>
      problem === 'format' ? `“${path}” is in a format that not every browser plays.` : problem === 'empty' ? `“${path}” is empty: it has no bytes.` : `“${path}” is no recording that browsers play, whatever its name says.`,
    help: () => 'Export video as MP4 (H.264) or WebM, and sound as MP3 or M4A.',
    why: 'A recording that does not play leaves a hole in the lesson.',
    wrong: '![How a hash is made](talk.mov)',
    right: '![How a hash is made](talk.mp4)',
  }),
  'media/recording-place': entry<{ path: string; inQuestion: boolean }>({
    severity: 'error',
    message: ({ path, inQuestion }) => (inQuestion ? `The recording “${path}” stands in the questions, which have no place for it.` : `The recording “${path}” stands among words.`),
    help: ({ inQuestion }) => (inQuestion ? 'Put it into the text before the questions, on a line of its own.' : 'Put it on a line of its own, with a blank line before and after it.'),
    why: 'A player with its captions and its transcript fills the width of the page.',
    wrong: 'Watch ![the talk](talk.mp4) first.',
    right: 'Watch the talk first.\n\n![The talk](talk.mp4)',
  }),
  'media/remote': entry<{ url: string; word?: boolean }>({
    severity: 'error',
    message: ({ url }) => (/^file:/i.test(url) ? `The picture “${url}” lies on one computer, outside the lesson.` : `“${url}” lies on another server.`),
    help: ({ word }) => (word === true ? 'In Word: delete the picture, then Insert, Pictures, and choose “Insert”, not “Link to File”.' : 'Save it beside the lesson and use its file name.'),
    why: 'A course package must work without the internet and must not tell other servers who is learning.',
    wrong: '![Logo](https://example.com/logo.png)',
    right: '![Logo](logo.png)',
  }),
  'media/not-a-picture': entry<{ path: string; bytes: number; found: string | null; ending: string | null; promised: string | null }>({
    severity: 'error',
    message: ({ path, bytes, found, promised }) => {
      const name = inWord(path) ? 'The picture here' : `“${path}”`;
      if (bytes === 0) return `${name} is empty: it has no bytes.`;
      if (found === null) return promised === null ? `${name} is no picture that browsers show.` : `${name} is not a ${promised} picture, nor any other that is known.`;
      return promised === null ? `${name} is a ${found} picture, which not every browser shows.` : `${name} is a ${found} picture, not the ${promised} that its name says.`;
    },
    help: ({ path, found, ending, promised }) => {
      if (inWord(path)) return 'In Word: right-click the picture, choose “Save as Picture”, save it as PNG, and insert that file instead.';
      if (found !== null && ending !== null) return `Rename it to ${path.replace(/\.[^./]*$/, '')}.${ending}, here and on the disk.`;
      return promised === null && found === null ? 'Pictures are PNG, JPEG, WebP, AVIF, GIF or SVG. Link to other files instead: [the file](…).' : 'Open it in the program that made it, and save it again as PNG or JPEG.';
    },
    why: 'Browsers show PNG, JPEG, WebP, AVIF, GIF and SVG. Another file, a damaged one, or one with a wrong name leaves a hole in the lesson.',
    wrong: '![A lock](lock.png), where lock.png is a web page that was saved by mistake',
    right: '![A lock](lock.png), where lock.png is a PNG picture',
  }),
  'media/large': entry<{ path: string; width: number; height: number; kind: string; kilobytes: number; widest: number; heaviest: number }>({
    severity: 'warning',
    message: ({ path, width, height, kilobytes }) => `${inWord(path) ? 'The picture here' : `“${path}”`} is larger than a lesson needs: ${width} × ${height} pixels, ${kilobytes} kB.`,
    help: ({ path, width, kind, widest, heaviest }) => {
      if (inWord(path)) return 'In Word: choose the picture, then Picture Format, Compress Pictures, “Web (150 ppi)”.';
      if (kind === 'SVG') return `Simplify the drawing, or save it as PNG or WebP: below ${heaviest} kB.`;
      const scale = width > widest ? `Scale it to ${Math.round(widest * 0.8)} pixels in width` : 'Save it with stronger compression';
      return `${scale}; photographs as JPEG, WebP or AVIF, drawings as SVG or PNG: below ${heaviest} kB.`;
    },
    why: 'The page shows a picture at most about 700 pixels wide, 1,400 on a dense screen. What is beyond that only makes learners wait, and those on a phone pay for it.',
    wrong: 'a photograph straight from the camera: 6000 × 4000 pixels, 8 MB',
    right: 'the same, 1600 pixels wide: 200 kB',
  }),
  'media/too-large': entry<{ path: string; megabytes: number; limit: number }>({
    severity: 'warning',
    message: ({ path, megabytes, limit }) => `“${path}” has ${megabytes} MB; many learning platforms refuse packages with files above ${limit} MB.`,
    help: () => 'Make it smaller, or put it on a server of your organisation and link to it there.',
    why: 'The file travels inside the package, and every learner downloads it. Learning platforms limit what can be uploaded, often to less than a hundred megabytes.',
    wrong: '[All slides](slides.pdf), with 80 MB',
    right: '[All slides](https://files.example.org/slides.pdf)',
  }),
  'media/animated': entry<{ path: string; seconds: number }>({
    severity: 'warning',
    message: ({ path, seconds }) =>
      `${inWord(path) ? 'The picture here' : `“${path}”`} moves ${seconds === Infinity ? 'without end' : `for ${Math.round(seconds * 10) / 10} seconds`}, and nobody can stop it.`,
    help: () => 'Let it play once within five seconds, or use a still picture, or several stills one below the other.',
    why: 'Movement beside a text makes reading hard, for some people impossible. WCAG 2.2.2 allows five seconds, unless the movement can be paused; a picture cannot be.',
    wrong: '![A lock being picked](picking.gif), which loops',
    right: '![A lock being picked](picking.gif), which plays once in four seconds',
  }),
};
