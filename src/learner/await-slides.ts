/** Fetches the script of slides when they are opened first; without it they stand one below the other, complete. */
import { SLIDES_FILE } from '../vocabulary/tags.ts';
import { emit, listen } from './components/events.ts';

let coming: Promise<void> | null = null;
/** The heading of the slide that was opened last while nobody was there who shows slides one by one. */
let opened = '';

/** `spot`: the heading of the slide that has to be on show. `missing` hears what to call to try again. */
export function showSlides(spot: string, missing: (retry: () => void) => void): void {
  if (coming === null) listen(document, 'lectern-open', (_, { target }) => target instanceof Element && (opened = target.id));
  coming ??= fetchSlides().then(() => {
    const heading = document.getElementById(opened || spot);
    if (heading === null) return;
    emit(heading, 'lectern-open', null);
    // The slides before it are gone.
    heading.scrollIntoView();
  });
  coming.catch(() => {
    coming = null;
    missing(() => showSlides(spot, missing));
  });
}

function fetchSlides(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${SLIDES_FILE} could not be loaded`));
    };
    script.src = SLIDES_FILE;
    document.head.append(script);
  });
}
