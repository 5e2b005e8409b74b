/** What a report needs of a statement, checked at the edge: other content may be there, and is kept in the original. */
import { z } from 'zod';

const account = z.object({ homePage: z.string().min(1), name: z.string().min(1) });

const agent = z.object({
  objectType: z.string().optional(),
  mbox: z.string().optional(),
  mbox_sha1sum: z.string().optional(),
  openid: z.string().optional(),
  account: account.optional(),
});

const activity = z.object({ id: z.string().min(1), definition: z.object({ type: z.string().optional() }).optional() });

/** xAPI 1.0.3 lets a single activity stand for a list of one. */
const activities = z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(activity).optional());

const languageMap = z.record(z.string(), z.string());

export const statementSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'is no UUID'),
  actor: agent,
  // Authorities of three-legged OAuth are groups of two.
  authority: agent.extend({ member: z.array(agent).optional() }).optional(),
  verb: z.object({ id: z.string().min(1) }),
  object: z.object({
    objectType: z.string().optional(),
    id: z.string().optional(),
    definition: z.object({
      type: z.string().optional(),
      name: languageMap.optional(),
    }).optional(),
  }),
  result: z.object({
    score: z.object({ scaled: z.number().optional(), raw: z.number().optional(), max: z.number().optional() }).optional(),
    success: z.boolean().optional(),
    completion: z.boolean().optional(),
    response: z.string().optional(),
    duration: z.string().optional(),
  }).optional(),
  context: z.object({
    registration: z.string().optional(),
    contextActivities: z.object({ grouping: activities, parent: activities, category: activities, other: activities }).optional(),
    extensions: z.record(z.string(), z.unknown()).optional(),
  }).optional(),
  timestamp: z.string().optional(),
  stored: z.string().optional(),
});

export type Statement = z.infer<typeof statementSchema>;
export type Agent = z.infer<typeof agent>;
