/** The option that was meant: misspelt, spelt out (`--output`), cut short (`--tar`), or a letter by itself (`-j`). */
import { nearest } from '../diagnostics/nearest.ts';

/** `name`: as written, without its dashes. Null when nothing is near, or what was cut short could be several. */
export function nearOption(name: string, options: readonly string[]): string | null {
  const near = nearest(name, options);
  if (near !== null) return near;
  const longer = options.filter((option) => option.startsWith(name));
  if (name !== '' && longer.length > 0) return longer.length === 1 ? (longer[0] ?? null) : null;
  return options.find((option) => option.length > 1 && name.startsWith(option)) ?? null;
}
