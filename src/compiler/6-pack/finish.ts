/** Brings files into the form in which they lie in the package: any thread can do that once a file is there, and its text need not be kept. */
import { digestOf, type Finished, type RenderedFile } from '../4-render/rendered-file.ts';
import { credentialsIn } from './credentials.ts';
import { deflate } from './zip.ts';

/** What is finished already stays as it is. */
export function finish({ path, content }: RenderedFile): Finished {
  if (!(content instanceof Uint8Array)) return content;
  return { ...deflate(content), digest: digestOf(content), credentials: credentialsIn(path, content) };
}
