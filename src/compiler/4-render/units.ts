/** A course as one page for each lesson, for packages whose lessons an LMS launches one by one. */
import type { Course, Lesson } from '../../course/course.ts';
import { unitCourse, unitName } from '../../vocabulary/units.ts';
import { renderCourse, type Rendered, type RenderOptions } from './render.ts';
import type { RenderedFile } from './rendered-file.ts';

/** `whole` is the same course rendered as one: its build names the units too. */
export async function renderUnits(course: Course, whole: Rendered, options: RenderOptions): Promise<Rendered> {
  const parts: { name: string; rendered: Rendered }[] = [];
  for (const [index, lesson] of course.lessons.entries()) {
    const graded = lesson.items.some((item) => item.graded && item.points > 0);
    const alone = { ...course, id: unitCourse(course.id, lesson.id), title: nameOf(lesson), passMark: graded ? course.passMark : null, lessons: [lesson] };
    const next = course.lessons[index + 1];
    const payload = { course: { id: course.id, title: course.title }, next: next === undefined ? null : nameOf(next) };
    parts.push({ name: unitName(course.id, lesson.id), rendered: await renderCourse(alone, { ...options, unit: { of: course, build: whole.build, payload } }) });
  }
  const owned = (take: (rendered: Rendered) => RenderedFile[]): RenderedFile[] => parts.flatMap(({ name, rendered }) => take(rendered).map((file) => ({ ...file, unit: name })));
  return {
    build: whole.build,
    pages: (target) => owned((rendered) => rendered.pages(target)),
    chunks: owned((rendered) => rendered.chunks),
    // Two lessons may show one picture.
    media: [...new Map(parts.flatMap(({ rendered }) => rendered.media.map((file) => [file.path, file] as const))).values()],
    beside: whole.beside,
    components: whole.components,
    slides: whole.slides,
    tools: whole.tools,
    first: [...new Set(parts.flatMap(({ rendered }) => rendered.first))],
    locale: whole.locale,
    others: () => [],
  };
}

const nameOf = ({ code, title }: Lesson): string => (code === null ? title : `${code} – ${title}`);
