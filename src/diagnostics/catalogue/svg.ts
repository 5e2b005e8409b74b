/** Messages about SVG drawings. */
import { entry } from './entry.ts';

export const svg = {
  'svg/unsafe': entry<{ path: string; found: string }>({
    severity: 'error',
    message: ({ path, found }) => `The drawing “${path}” contains ${found}, which can run programs or fetch things from elsewhere.`,
    help: () => 'Save it again as a plain SVG without scripts and outside links, or as a PNG.',
    why: 'An SVG file is a small web page; inside a learning platform it must be only a picture.',
    wrong: 'A drawing with <script> inside',
    right: 'A drawing of paths and texts only',
  }),
};
