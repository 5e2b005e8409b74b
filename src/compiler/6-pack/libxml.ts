/** The one door to libxml2: XSD validation and reading a manifest back. */

/** Loaded only when asked for: the library takes longer to start than to validate. */
export function libxml(): Promise<typeof import('libxml2-wasm')> {
  return import('libxml2-wasm');
}
