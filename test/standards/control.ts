/** The control documents as the project's build makes them, shared by the package tests. */
import { XmlDocument } from 'libxml2-wasm';
import type { Target } from '../../src/vocabulary/targets.ts';
import { openControl } from '../../src/compiler/6-pack/zip.ts';

interface ControlScript {
  controlDocuments(target: string): Promise<Uint8Array>;
}

export async function controlZip(target: Target = 'scorm2004-4th'): Promise<Uint8Array> {
  // A script of the build, plain JavaScript on purpose: it runs before anything is compiled.
  const script: ControlScript = await import(new URL('../../scripts/control-documents.mjs', import.meta.url).href);
  return script.controlDocuments(target);
}

export async function controlSchemas(target?: Target): Promise<Map<string, Uint8Array>> {
  return (openControl(await controlZip(target))).schemas();
}

/** Every value that an XPath finds, by an independent reader of the manifest. */
export function xpath(xml: string, path: string): string[] {
  const namespaces = {
    cp: 'http://www.imsglobal.org/xsd/imscp_v1p1',
    adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3',
    adlseq: 'http://www.adlnet.org/xsd/adlseq_v1p3',
    adlnav: 'http://www.adlnet.org/xsd/adlnav_v1p3',
    imsss: 'http://www.imsglobal.org/xsd/imsss',
    xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  };
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(path, namespaces).map((node) => node.content);
  } finally {
    document.dispose();
  }
}
