/** What the learner did, as events that bubble from a component to whoever keeps the session. */
import type { ItemPayload, Response, SealedItem } from '../../course/payload.ts';
import type { View } from '../../vocabulary/tags.ts';

export interface Events {
  /** One submission. The listener sets the element's `record` before it returns. */
  'lectern-answer': { item: ItemPayload; sealed: SealedItem; response: Response; sureness: number | null };
  /** A short answer as it is being written, by the item's id. */
  'lectern-draft': { item: string; text: string };
  /** A quiz taken as a whole; seconds. */
  'lectern-quiz': { kind: 'begin'; allowed: number } | { kind: 'tick'; used: number; allowed: number } | { kind: 'end' } | { kind: 'again' };
  /** "Next question" was pressed. */
  'lectern-next': null;
  /** A reading part was read to its end. */
  'lectern-part-seen': { key: number };
  /** The learner now looks at something else: a part's or an item's id, where the view has such places. */
  'lectern-moved': { view: View; spot: string };
  /** Somebody is about to go to this element: it has to be on show. */
  'lectern-open': null;
  /** The learner changed how the page looks or how slides are played; told by the document. */
  'lectern-liked': null;
  /** The results page asks for reading. */
  'lectern-read': null;
  /** The results page asks for questions of earlier lessons. */
  'lectern-earlier': null;
}

export function emit<Name extends keyof Events>(from: EventTarget, name: Name, detail: Events[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

export function listen<Name extends keyof Events>(to: EventTarget, name: Name, heard: (detail: Events[Name], event: Event) => void, options?: AddEventListenerOptions): void {
  to.addEventListener(name, (event) => {
    if (event instanceof CustomEvent) heard(event.detail as Events[Name], event);
  }, options);
}
