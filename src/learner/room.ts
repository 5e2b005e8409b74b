/** Room under the title for what the record will have to say: kept where a card or a note is likely to come, so that the text moves for neither and a first visit has no gap. */

/** On the root element while the styles keep the room. */
const ROOM = 'data-room';

/** Addresses change with every launch in some LMSs; the title of a lone lesson does not. */
const kept = (title: string): string => `lectern room ${title}`;

/** Ahead of the first paint. Whoever opens the page by itself is told that nothing is recorded; an LMS gives frames, windows or an address with something behind it. */
export function keepRoom(root: HTMLElement): void {
  const alone = parent === window && opener === null && location.search === '';
  if (alone || wasOpened(document.title)) root.setAttribute(ROOM, '');
}

/** For the next launch: there will be something to go on with. */
export function expectReturn(title: string): void {
  try {
    localStorage.setItem(kept(title), '');
  } catch {
    // Storage is forbidden here: the card of the next launch moves the text.
    return;
  }
}

function wasOpened(title: string): boolean {
  try {
    return localStorage.getItem(kept(title)) !== null;
  } catch {
    return false;
  }
}
