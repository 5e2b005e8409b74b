/** Phase 6: introduces the files to an LMS, checks that it will accept them, and puts them into one zip. */
import { NAMESPACES, placeOf, scorm2004Manifest } from '../../../manifest/scorm2004.ts';
import type { Course } from '../../course/course.ts';
import type { PhaseResult } from '../../diagnostics/diagnostic.ts';
import type { PackageFile } from '../5-bundle/files.ts';
import { budget } from './budget.ts';
import { PackageFault } from './fault.ts';
import { nameFaults, refusedFiles } from './names.ts';
import { ruleFaults } from './rules.ts';
import { schemaFaults } from './schema.ts';
import { readTree } from './tree.ts';
import { openControl, zip, type ControlDocuments } from './zip.ts';

export interface PackInput {
  course: Course;
  /** Everything the learner's page needs; neither the manifest nor the control documents. */
  files: PackageFile[];
  target: 'scorm2004';
  /** Zip of the target's control documents (XSD, DTD), made when Lectern was built. */
  control: Uint8Array;
}

/**
 * The bytes of the package, the same for the same input on any machine; null when a diagnostic says why not.
 * Throws PackageFault for what no author can mend.
 */
export async function pack(input: PackInput): Promise<PhaseResult<Uint8Array | null>> {
  const control = await openControl(input.control);
  const refused = refusedFiles(input.files);
  const faults = nameFaults(input.files, control.names);
  if (faults.length > 0) throw new PackageFault(faults);
  const limits = budget(input.course, placeOf(input.course));
  const early = [...refused, ...limits];
  if (early.some((diagnostic) => diagnostic.severity === 'error')) return { output: null, diagnostics: early };

  const { xml, diagnostics } = scorm2004Manifest(input.course, input.files);
  await examine(xml, input.files, control);
  const manifest = { path: 'imsmanifest.xml', bytes: new TextEncoder().encode(xml) };
  return { output: await zip(manifest, input.files, control.archive), diagnostics: [...early, ...diagnostics] };
}

/** The manifest is ours alone: whatever is wrong with it is a fault. */
async function examine(xml: string, files: readonly PackageFile[], control: ControlDocuments): Promise<void> {
  const schemas = await control.schemas();
  const invalid = await schemaFaults(xml, NAMESPACES, schemas);
  // Rules read an element's parts by name: on an invalid tree they would report the same mistake a second time.
  if (invalid.length > 0) throw new PackageFault(invalid);
  const paths = new Set(files.map((file) => file.path));
  const broken = ruleFaults(await readTree(xml), { files: paths, control: control.names });
  if (broken.length > 0) throw new PackageFault(broken);
}
