/** Pictures that did not come: their description stands in a frame that says so, and they are asked for again when the line is back. */

const MISSING = 'data-missing';

/** From now on; those that failed before are found too. */
export function watchPictures(): void {
  for (const type of ['error', 'load']) document.addEventListener(type, ({ target }) => void (target instanceof HTMLImageElement && target.toggleAttribute(MISSING, type === 'error')), { capture: true });
  // One without a size of its own has no natural width in some browsers: only decoding tells whether it is there.
  for (const image of document.images) if (image.complete) void image.decode().catch(() => image.toggleAttribute(MISSING, true));
  addEventListener('online', () => {
    for (const image of document.querySelectorAll<HTMLImageElement>(`img[${MISSING}]`)) image.src = String(image.src);
  });
}
