/** `lectern inspect`: says what a finished package is, to an LMS admin or, with --json, to a program. */
import { resolve } from 'node:path';
import { diagnosticJson, jsonText } from '../../diagnostics/json.ts';
import { print } from '../../diagnostics/print.ts';
import { visible } from '../../diagnostics/visible.ts';
import { describe } from '../../inspect/describe.ts';
import { inspectPackage, type Inspection } from '../../inspect/inspect.ts';
import { recordedBy } from '../../inspect/recorded.ts';
import type { InspectRequest } from '../arguments.ts';
import { type Io, wantsColour } from '../io.ts';
import { readZip } from './read-zip.ts';

/** The exit code: 0 told, 1 there is nothing to tell. */
export async function inspect(request: InspectRequest, io: Io): Promise<0 | 1> {
  const bytes = readZip(resolve(io.cwd, request.path), request.path);
  const { output, diagnostics } = bytes instanceof Uint8Array ? await inspectPackage(bytes, request.path) : { output: null, diagnostics: [bytes] };
  if (request.json) io.stdout.write(jsonText({ package: output === null ? null : asJson(output), diagnostics: diagnostics.map(diagnosticJson) }));
  else if (output !== null) io.stdout.write(visible(`${request.path}\n\n${describe(output)}`));
  else io.stdout.write(print(diagnostics, { sourceText: () => null, colour: wantsColour(io), display: (file) => file }));
  return output === null ? 1 : 0;
}

function asJson(inspection: Inspection): object {
  const { course, size, manifest, others, hosts, newer } = inspection;
  const known = course === null ? null : recordedBy(course);
  return {
    madeBy: course !== null || newer ? 'lectern' : null,
    size,
    manifest,
    others,
    course,
    recorded: known?.set ?? null,
    asked: known?.asked ?? null,
    sentElsewhere: hosts,
  };
}
