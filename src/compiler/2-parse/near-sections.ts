/** Headings that are one slip of the finger away from a section the lesson does not have. */
import type { SectionRole } from '../../course/course.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { typingDistance } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { bareName, sectionNames } from './section-names.ts';
import { fold, tableLanguages } from './table-language.ts';

/** Content by another name is still content; a quiz by another name is lost. */
const roles: readonly SectionRole[] = ['objectives', 'terms', 'references', 'quiz', 'script', 'outline', 'notes'];

/** Comparing is slow; a lesson with more headings than this is looked at no further. */
const mostHeadings = 200;

interface Name {
  role: SectionRole;
  name: string;
  folded: string;
}

const names: readonly Name[] = roles.flatMap((role) =>
  tableLanguages.flatMap((language) => sectionNames[role][language].map((name) => ({ role, name, folded: fold(name) }))).filter(({ folded }) => folded.length >= 5),
);

/** `headings` are those that name no known section; `present` are the roles that the lesson has. */
export function findNearSections(headings: readonly { words: string; place: Place }[], present: ReadonlySet<SectionRole>): Diagnostic[] {
  return headings.slice(0, mostHeadings).flatMap(({ words, place }) => {
    const folded = fold(bareName(words));
    if (folded.length < 5 || folded.length > 40) return [];
    const most = folded.length < 8 ? 1 : 2;
    const near = names.find((name) => !present.has(name.role) && typingDistance(folded, name.folded, most) <= most);
    return near === undefined ? [] : [diagnose('syntax/near-section', place, { words: words.trim(), name: near.name })];
  });
}
