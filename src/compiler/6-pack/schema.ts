/** Holds a manifest against the schemas (XSD) that travel with it, without any network (scorm.md 1). */
import { libxml as loadLibxml } from './libxml.ts';

/** Any address will do that cannot be mistaken for a file or a site. */
const BASE = 'control://package/';

export interface Schema {
  namespace: string;
  /** Name of the control document. */
  file: string;
}

/**
 * One line per violation, with its line in the manifest; empty when the manifest is valid. `schemas` are the control
 * documents by name; one that is missing or broken is reported like a violation.
 */
export async function schemaFaults(
  xml: string,
  namespaces: readonly Schema[],
  schemas: ReadonlyMap<string, Uint8Array>,
): Promise<string[]> {
  const libxml = await loadLibxml();
  const provider = new libxml.XmlBufferInputProvider(
    Object.fromEntries([...schemas].map(([name, bytes]) => [BASE + name, strict(bytes)])),
  );
  // From here to the end nothing waits, so that another compile never meets these registrations.
  const kept: { dispose(): void }[] = [];
  const keep = <T extends { dispose(): void }>(resource: T): T => {
    kept.push(resource);
    return resource;
  };
  libxml.xmlRegisterInputProvider(provider);
  try {
    const wrapper = keep(libxml.XmlDocument.fromString(wrapperSchema(namespaces), { url: `${BASE}wrapper.xsd` }));
    const validator = keep(libxml.XsdValidator.fromDoc(wrapper));
    validator.validate(keep(libxml.XmlDocument.fromString(xml)));
    return [];
  } catch (error) {
    if (error instanceof libxml.XmlValidateError || error instanceof libxml.XmlParseError) {
      return error.details.map(({ message, line }) => `line ${line}: ${message.trim()}`);
    }
    throw error;
  } finally {
    libxml.xmlCleanupInputProvider();
    for (const resource of kept.reverse()) resource.dispose();
  }
}

/**
 * The schemas let elements of a foreign namespace pass unchecked where they do not know them. We never mean to write
 * such an element, so for our own check an unknown name is a mistake. Two slips of the SCORM 1.2 documents, which libxml2
 * refuses, are mended in memory only: the XML namespace as a default one, and a wild card beside named elements.
 */
function strict(schema: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(schema);
  const mended = text
    .replace(/processContents\s*=\s*(["'])lax\1/g, 'processContents="strict"')
    .replace(/\sxmlns\s*=\s*(["'])http:\/\/www\.w3\.org\/XML\/1998\/namespace\1/g, '')
    .replace(/(targetNamespace="[^"]*imsmd_rootv1p2p1"[^]*)/, (rest) => rest.replace(/namespace\s*=\s*(["'])##any\1/g, 'namespace="##other"'));
  return new TextEncoder().encode(mended);
}

/** libxml2 takes one schema; this one does nothing but import the others. */
function wrapperSchema(namespaces: readonly Schema[]): string {
  const imports = namespaces.map(({ namespace, file }) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`);
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:lectern:wrapper">${imports.join('')}</xs:schema>`;
}
