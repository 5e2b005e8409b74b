/** The book of messages: every diagnostic code with its texts, merged from one file per namespace. */
import { command } from './catalogue/command.ts';
import type { Entry } from './catalogue/entry.ts';
import { file } from './catalogue/file.ts';
import { packaging } from './catalogue/package.ts';
import { text } from './catalogue/text.ts';

export const catalogue = { ...command, ...file, ...packaging, ...text };

export type Code = keyof typeof catalogue;
export type Params<C extends Code> = (typeof catalogue)[C] extends Entry<infer P> ? P : never;
