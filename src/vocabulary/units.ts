/** Names in packages whose lessons are launched and tracked one by one. */

/** Of a lesson's item, its resource and its result in a manifest. */
export const unitName = (course: string, lesson: string): string => `${course}.${lesson}`;

/** Of the page that an LMS launches for a lesson. */
export const unitPage = (lesson: string): string => `lesson-${lesson}.html`;

/** The lesson of such a page; null for any other. */
export const unitLesson = (page: string): string | null => /^lesson-(.+)\.html$/.exec(page)?.[1] ?? null;

/** Of the course that such a page plays: what is kept in a browser, and what is sealed, belongs to the lesson alone. */
export const unitCourse = (course: string, lesson: string): string => `${course}.${lesson}`;

/** Address under which a lesson's results are reported. */
export const unitIri = (iri: string, lesson: string): string => `${iri}/lessons/${lesson}`;
