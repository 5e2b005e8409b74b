/** Where the learner is, as text: the LMS keeps it as location, the page's address names the lesson. */
import type { LessonOutline, LessonPayload } from '../course/payload.ts';
import type { PlayerStrings } from '../locales/strings.ts';
import { panelId, type View } from '../vocabulary/tags.ts';

export interface Place {
  lesson: string;
  view: View;
  /** Id of a part or of an item; '' = the top. */
  spot: string;
}

/** `l1.2/read/how-a-network-learns` */
export function writePlace({ lesson, view, spot }: Place): string {
  return `${lesson}/${view}/${spot}`;
}

export function readPlace(place: string): Place | null {
  const [lesson = '', view = '', ...spot] = place.split('/');
  return view === 'read' || view === 'slides' || view === 'check' ? { lesson, view, spot: spot.join('/') } : null;
}

/** `#/l1.2` is a lesson, `#/l1.2/salt` a part of it, `#/l1.2/check/q3` a question, `#/` the home; null for any other fragment. */
export function lessonInAddress(fragment: string): { lesson: string; part: string } | null {
  if (!fragment.startsWith('/')) return null;
  const [, lesson = '', ...part] = fragment.split('/');
  return { lesson, part: part.join('/') };
}

/** Where a link to a lesson leads; null for its top. What is linked to may be its quiz or its slides as a whole. */
export function partOf({ lesson, part }: { lesson: string; part: string }): Place | null {
  const view = (['slides', 'check'] as const).find((each) => part === panelId(each));
  const place = part.includes('/') ? readPlace(`${lesson}/${part}`) : null;
  if (place !== null) return place;
  return part === '' ? null : { lesson, view: view ?? 'read', spot: view === undefined ? part : '' };
}

/** The fragment of an address or of a link, `#` left out; what is not well escaped stands for itself. */
export function fragmentOf(address: string): string {
  const raw = address.slice(address.indexOf('#') + 1 || address.length);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** `L1.2 – Neural networks` */
export function lessonName({ code, title }: Pick<LessonOutline, 'code' | 'title'>): string {
  return code === null ? title : `${code} – ${title}`;
}

/** For the resume card; null at the top of a lesson, where there is nothing to go on with. */
export function stoppedAt(payload: Pick<LessonPayload, 'items' | 'parts' | 'watch'>, { view, spot }: Place, { record, frame }: PlayerStrings): string | null {
  const item = payload.items.findIndex((each) => each.id === spot);
  if (view === 'check' && item !== -1) return record.stoppedAtQuestion(item + 1, payload.items.length);
  if (view !== 'read') return record.stoppedIn(view !== 'slides' ? frame.results : payload.watch === true ? frame.watch : frame.slides);
  const part = payload.parts.findIndex((each) => each.id === spot);
  const found = payload.parts[part];
  return found === undefined || part === 0 ? null : record.stoppedAt(found.title, part + 1, payload.parts.length);
}
