/** The authors' texts, kept for excerpts under messages: as UTF-8, which takes half the room of a string and is left alone by the collector of garbage. */

export interface HeldTexts {
  set(file: string, text: string): void;
  get(file: string): string | null;
  has(file: string): boolean;
  /** In the order in which they were first set. */
  files(): string[];
}

export function heldTexts(): HeldTexts {
  const held = new Map<string, Buffer>();
  return {
    set: (file, text) => void held.set(file, Buffer.from(text)),
    get: (file) => held.get(file)?.toString() ?? null,
    has: (file) => held.has(file),
    files: () => [...held.keys()],
  };
}
