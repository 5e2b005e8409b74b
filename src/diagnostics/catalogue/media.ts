/** Messages about pictures and other media. */
import { entry } from './entry.ts';

export const media = {
  'media/no-alt': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `The image “${path}” has no description.`,
    help: ({ path }) => `Say what it shows: ![Three boxes joined by arrows](${path}) — or, if it is only decoration: ![decorative](${path})`,
    why: 'Learners who cannot see the image hear its description instead.',
    wrong: '![](layers.png)',
    right: '![Three layers joined by arrows](layers.png)',
  }),
  'media/remote': entry<{ url: string }>({
    severity: 'error',
    message: ({ url }) => `The image “${url}” lies on another server.`,
    help: () => 'Save it beside the lesson and use its file name.',
    why: 'A course package must work without the internet and must not tell other servers who is learning.',
    wrong: '![Logo](https://example.com/logo.png)',
    right: '![Logo](logo.png)',
  }),
};
