/** Hands the learner a file that was made in the page, without a request. */

/** Long enough for any browser to have taken it. */
const PATIENCE = 20_000;

export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
}
