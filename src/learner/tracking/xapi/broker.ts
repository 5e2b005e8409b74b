/** Asks an organisation's token broker for a pass to its record store; the contract is docs/xapi.md. No secret is in the package. */
import type { Agent } from '@xapi/xapi';
import { readObject, type Line } from './client.ts';

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
}

/** Null when there is no pass: the broker is down, or does not know the learner. Cookies go along, because they prove who asks. */
export async function askBroker(broker: string, question: Question, line: Line): Promise<Pass | null> {
  try {
    const response = await line.fetch(broker, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(question),
      credentials: 'include',
      cache: 'no-store',
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok ? readPass(readObject(await response.text())) : null;
  } catch {
    // No answer is an answer: no pass for now.
    return null;
  }
}

function readPass(answer: Record<string, unknown> | null): Pass | null {
  const { authorization, actor, registration, endpoint } = answer ?? {};
  if (typeof authorization !== 'string' || !/^\w+ \S/.test(authorization) || typeof actor !== 'object' || actor === null) return null;
  return {
    authorization,
    actor: actor as Agent,
    registration: typeof registration === 'string' ? registration : null,
    endpoint: typeof endpoint === 'string' && /^https?:\/\//.test(endpoint) ? endpoint : null,
  };
}
