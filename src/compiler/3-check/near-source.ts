/** `Sorce: …`: a source whose label has a slip of one letter, so that it would be prose. */
import type { LessonDocument, SectionNode } from '../2-parse/document.ts';
import { fold } from '../2-parse/table-language.ts';
import { typingDistance } from '../../diagnostics/nearest.ts';
import type { Report } from './report.ts';
import { span } from './tree.ts';

/** English everywhere, the others in their own lessons: “Font:” is no Portuguese source in an English one. */
const names: Readonly<Record<string, readonly string[]>> = {
  en: ['Source', 'Sources'],
  de: ['Quelle', 'Quellen'],
  fr: ['Source', 'Sources'],
  es: ['Fuente', 'Fuentes'],
  pt: ['Fonte', 'Fontes'],
};

export function checkNearSources(sections: readonly SectionNode[], { language, source }: LessonDocument, report: Report): void {
  const own = [...(names['en'] ?? []), ...(names[language?.split('-')[0]?.toLowerCase() ?? ''] ?? [])];
  for (const { role, blocks } of sections) {
    if (role === 'quiz' || role === 'terms' || role === 'references') continue;
    for (const block of blocks) {
      const lead = block.type === 'paragraph' ? block.children[0] : undefined;
      const word = lead?.type === 'text' ? /^(\p{Lu}\p{Ll}{3,8})(?=\s?[:：](?:\s|$))/u.exec(lead.value)?.[1] : undefined;
      if (lead === undefined || word === undefined || own.some((name) => fold(name) === fold(word))) continue;
      const meant = own.find((name) => typingDistance(fold(word), fold(name), 1) === 1);
      const { start } = span(lead);
      if (meant !== undefined) report.add('reference/near-source', source.place(start, start + word.length), { written: word, meant });
    }
  }
}
