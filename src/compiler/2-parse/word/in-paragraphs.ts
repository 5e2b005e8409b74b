/** Says “paragraph” where a message about a Word document says “line”: its author sees paragraphs. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';

/** Numbers of lines in the message become numbers of paragraphs; what is quoted from the author stays. */
export function inParagraphs(diagnostic: Diagnostic): Diagnostic {
  const own = /\.docx$/i.test(diagnostic.file);
  if (!own && !/\.docx, line \d/i.test(diagnostic.message)) return diagnostic;
  const pattern = own ? /\bline(s?)(?= \d)/g : /(?<=\.docx, )line()(?= \d)/gi;
  const message = diagnostic.message
    .split(/(“[^”]*”)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, 'paragraph$1')))
    .join('');
  return { ...diagnostic, message };
}
