/** Phase 6: introduces the files to an LMS, checks that it will accept them, and puts them into one zip. */
import { placeOf } from '../../../manifest/content-packaging.ts';
import type { Course } from '../../course/course.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, PhaseResult } from '../../diagnostics/diagnostic.ts';
import { TARGET_FACTS, type Target } from '../../vocabulary/targets.ts';
import type { PackageFile } from '../5-bundle/files.ts';
import { budget } from './budget.ts';
import { credentialsFound } from './credentials.ts';
import { PackageFault } from './fault.ts';
import { finish } from './finish.ts';
import { introduce, type Introduction } from './introduce.ts';
import { nameFaults, refusedFiles } from './names.ts';
import { schemaFaults } from './schema.ts';
import { readTree } from './tree.ts';
import { deflate, NO_CONTROL, openControl, writeZip, type ControlDocuments } from './zip.ts';

export interface PackInput {
  course: Course;
  /** Everything the learner's page needs; neither the manifest nor the control documents. */
  files: PackageFile[];
  target: Target;
  /** Zip of the target's control documents (XSD, DTD), made when Lectern was built; null for a target without any. */
  control: Uint8Array | null;
  /** A credential that the author insisted on packing; null: none. */
  embedded?: string | null;
}

/**
 * The bytes of the package, the same for the same input on any machine; null when a diagnostic says why not.
 * Throws PackageFault for what no author can mend.
 */
export async function pack(input: PackInput): Promise<PhaseResult<Uint8Array | null>> {
  const control = input.control === null ? NO_CONTROL : openControl(input.control);
  const refused = refusedFiles(input.files);
  const faults = nameFaults(input.files, control.names);
  if (faults.length > 0) throw new PackageFault(faults);
  const limits = limitsOf(input.course, input.target);
  const files = input.files.map((file) => ({ path: file.path, ...finish(file) }));
  const early = [...refused, ...limits, ...passes(input), ...credentialsFound(files.flatMap((file) => file.credentials), placeOf(input.course), input.embedded ?? null)];
  if (early.some((diagnostic) => diagnostic.severity === 'error')) return { output: null, diagnostics: early };

  const introduction = introduce(input.target, input.course, input.files);
  const path = TARGET_FACTS[input.target].introduction;
  const entries = [...files, ...control.entries];
  if (introduction === null || path === null) return { output: writeZip(null, entries), diagnostics: early };
  await examine(introduction, input.files, control);
  const first = { path, ...deflate(new TextEncoder().encode(introduction.xml)) };
  return { output: writeZip(first, entries), diagnostics: [...early, ...introduction.diagnostics] };
}

/** A store beside an LMS needs somebody who lets learners write to it; a credential in the package is said each time. */
function passes({ course, target, embedded }: PackInput): Diagnostic[] {
  if (course.xapi === undefined || TARGET_FACTS[target].introduction !== 'imsmanifest.xml') return [];
  if (embedded !== undefined && embedded !== null) return [diagnose('package/embedded-credential', placeOf(course), { host: new URL(course.xapi.endpoint).host })];
  return course.xapi.broker === undefined ? [diagnose('package/no-broker', placeOf(course), { endpoint: course.xapi.endpoint })] : [];
}

/** Each unit has room of its own. */
function limitsOf(course: Course, target: Target): Diagnostic[] {
  const place = placeOf(course);
  if (course.units === undefined) return budget(course, place, target);
  if (!TARGET_FACTS[target].units) return [...budget(course, place, target), diagnose('package/one-unit', course.units.place, {})];
  return course.lessons.flatMap((lesson) => budget({ ...course, lessons: [lesson] }, place, target));
}

/** The document is ours alone: whatever is wrong with it is a fault. */
async function examine({ xml, namespaces, faults }: Introduction, files: readonly PackageFile[], control: ControlDocuments): Promise<void> {
  const invalid = namespaces.length === 0 ? [] : await schemaFaults(xml, namespaces, control.schemas());
  // Rules read an element's parts by name: on an invalid tree they would report the same mistake a second time.
  if (invalid.length > 0) throw new PackageFault(invalid);
  const paths = new Set(files.map((file) => file.path));
  const broken = faults(await readTree(xml), { files: paths, control: control.names });
  if (broken.length > 0) throw new PackageFault(broken);
}
