/** What a package says of itself to an LMS, by target: the document, and the checks it has to stand. */
import { cmi5Structure } from '../../../manifest/cmi5.ts';
import type { ListedFile, Namespace } from '../../../manifest/content-packaging.ts';
import * as scorm12 from '../../../manifest/scorm12.ts';
import * as scorm2004 from '../../../manifest/scorm2004.ts';
import { tincanActivities } from '../../../manifest/tincan.ts';
import type { Course } from '../../course/course.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Target } from '../../vocabulary/targets.ts';
import { cmi5Faults } from './cmi5-rules.ts';
import { DIALECTS, ruleFaults, type Contents, type Dialect } from './rules.ts';
import { tincanFaults } from './tincan-rules.ts';
import type { ManifestTree } from './tree.ts';

export interface Introduction {
  xml: string;
  diagnostics: Diagnostic[];
  /** Each described by a control document, against which it is validated; empty where a package carries none. */
  namespaces: readonly Namespace[];
  /** One line per violation of what no schema can say. */
  faults(tree: ManifestTree, contents: Contents): string[];
}

type Files = readonly ListedFile[];

/** Null where nothing reads one. */
export function introduce(target: Target, course: Course, files: Files): Introduction | null {
  switch (target) {
    case 'scorm2004-4th':
      return scorm(scorm2004.scorm2004Manifest(course, files, '4th'), scorm2004.NAMESPACES, DIALECTS[target]);
    case 'scorm2004-3rd':
      return scorm(scorm2004.scorm2004Manifest(course, files, '3rd'), scorm2004.NAMESPACES, DIALECTS[target]);
    case 'scorm12':
      return scorm(scorm12.scorm12Manifest(course, files), scorm12.NAMESPACES, DIALECTS[target]);
    case 'cmi5':
      return { ...cmi5Structure(course), namespaces: [], faults: cmi5Faults };
    case 'tincan':
      return { ...tincanActivities(course), namespaces: [], faults: tincanFaults };
    case 'web':
      return null;
  }
}

function scorm(written: Pick<Introduction, 'xml' | 'diagnostics'>, namespaces: readonly Namespace[], dialect: Dialect): Introduction {
  return { ...written, namespaces, faults: (tree, contents) => ruleFaults(tree, contents, dialect) };
}
