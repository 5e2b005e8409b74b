/** Asks an organisation's token broker for a pass to its record store; the contract is docs/xapi.md. No secret is in the package. */
import type { Agent } from '@xapi/xapi';
import { readObject, skewOf, type Line } from './client.ts';

export interface Question {
  /** Address of the course, its version and build. */
  course: string;
  version: string;
  build: string;
  /** As the LMS names them to the course: a claim, not a proof. */
  learner: { id: string; name: string };
}

export interface Pass {
  /** The whole header. */
  authorization: string;
  /** Who the broker found the learner to be. */
  actor: Agent;
  registration: string | null;
  /** Another store than the course names; null = that one. */
  endpoint: string | null;
  /** Milliseconds to add to this computer's clock to get the broker's. */
  skew: number;
}

/** Null when there is no pass: the broker is down, or does not know the learner. Cookies go along, because they prove who asks. */
export async function askBroker(broker: string, question: Question, line: Line): Promise<Pass | null> {
  const started = line.now();
  try {
    const response = await line.fetch(broker, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
      credentials: 'include',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok ? readPass(readObject(await response.text()), skewOf(response, (started + line.now()) / 2) ?? 0) : null;
  } catch {
    // No answer is an answer: no pass for now.
    return null;
  }
}

function readPass(answer: Record<string, unknown> | null, skew: number): Pass | null {
  const { authorization, actor, registration, endpoint } = answer ?? {};
  if (typeof authorization !== 'string' || !/^\w+ \S/.test(authorization) || typeof actor !== 'object' || actor === null) return null;
  return {
    authorization,
    actor: actor as Agent,
    registration: typeof registration === 'string' ? registration : null,
    endpoint: typeof endpoint === 'string' && /^https?:\/\//.test(endpoint) ? endpoint : null,
    skew,
  };
}

/** From a credential in the package itself: nobody vouches for the learner but the LMS's own word. */
export function embeddedPass(authorization: string, learner: { id: string; name: string }, origin: string): Pass {
  const { id, name } = learner;
  const actor = { objectType: 'Agent', ...(name === '' ? {} : { name }), account: { homePage: origin, name: id || name || 'unknown' } };
  return { authorization, actor: actor as unknown as Agent, registration: null, endpoint: null, skew: 0 };
}
