/** The compiler's table of contents: examine (read, parse, check), render, bundle, pack, in this order. */
import { type Examined, examine } from './examine.ts';
import { renderCourse } from './4-render/render.ts';
import { bundle } from './5-bundle/bundle.ts';
import { pack } from './6-pack/pack.ts';
import { prebuilt } from './prebuilt.ts';

export { examine } from './examine.ts';

export type Target = 'scorm2004';

export interface CompileOptions {
  target: Target;
  /** Builds lessons with `status: draft` too, and says so on every page. */
  draft: boolean;
  /** Folder with the prebuilt player and control documents. */
  dist: string;
  /** Lectern's own version. */
  version: string;
}

export interface Compiled extends Examined {
  build: string | null;
  packages: { target: Target; name: string; bytes: Uint8Array }[];
}

/** All six phases. With any error there is no package. */
export async function compile(path: string, options: CompileOptions): Promise<Compiled> {
  const examined = await examine(path, { draft: options.draft });
  const { course, sources } = examined;
  if (course === null || sources === null) return { ...examined, build: null, packages: [] };

  const assets = prebuilt(options.dist, options.target);
  const rendered = await renderCourse(course, {
    target: options.target,
    css: assets.css,
    featureCss: assets.featureCss,
    version: options.version,
    readBytes: (from) => sources.readBytes(from),
  });
  const files = await bundle({ rendered, learner: assets.learner, thirdParty: assets.thirdParty, readBytes: sources.readBytes });
  const packed = await pack({ course, files, target: options.target, control: assets.control });
  const diagnostics = [...examined.diagnostics, ...packed.diagnostics];
  const packages =
    packed.output === null ? [] : [{ target: options.target, name: `${course.id}-${options.target}.zip`, bytes: packed.output }];
  return { ...examined, diagnostics, build: rendered.build, packages };
}
