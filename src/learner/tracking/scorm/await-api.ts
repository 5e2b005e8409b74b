/** Some LMSs put their API in place only after they have loaded the course: it is looked for for a while before the page says that there is none. */
import { findApi, type WindowLike } from './find-api.ts';

/** Milliseconds between two looks; together as long as a learner who answers at once may be left waiting. */
const PAUSES = [100, 400, 1_000, 1_500, 2_000];

/** null when none has come; at once where nobody is there to bring one: in no frame, and opened by nobody. */
export async function awaitApi(own: WindowLike, name: string): Promise<object | null> {
  const alone = (own.parent === null || own.parent === own) && !own.opener;
  for (const pause of alone ? [] : PAUSES) {
    const api = findApi(own, name);
    if (api !== null) return api;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return findApi(own, name);
}
