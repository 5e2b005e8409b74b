// A token broker for courses that tell a record store (LRS) beside a SCORM LMS: the reference for the contract in docs/xapi.md.
// The key of the store stays here. Whoever asks must be known by a signed cookie of the organisation's single sign-on; the
// pass that is handed out is short-lived, allows nothing but writing statements about that one learner, and is checked here,
// because this broker is also the only door to the store. Node 20, no packages.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const MINUTES = 30;
/** More than any batch of ours. */
const MOST_BYTES = 256_000;

const sign = (text, secret) => createHmac('sha256', secret).update(text).digest('base64url');

/** `<payload>.<signature>`, payload in base64url. */
export function seal(data, secret) {
  const payload = Buffer.from(JSON.stringify(data)).toString('base64url');
  return `${payload}.${sign(payload, secret)}`;
}

/** Null for what was not sealed with this secret, or is out of date. `expires` in milliseconds since 1970. */
export function unseal(text, secret, now) {
  const [payload = '', signature = ''] = String(text).split('.');
  const wanted = Buffer.from(sign(payload, secret));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return null;
  const data = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return typeof data.expires === 'number' && data.expires > now ? data : null;
}

/**
 * `origins`: of the LMSs whose pages may ask. `homePage`: names the organisation's accounts in statements. `signOnSecret`
 * signs the cookie `sso`, whose data hold `account`. `store` is `{ endpoint, authorization }` of the real record store.
 */
export function broker({ origins, homePage, signOnSecret, store, now = Date.now, passSecret = randomBytes(32) }) {
  const routes = {
    'POST /pass': async (request, body, self) => {
      const cookie = /(?:^|;\s*)sso=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
      const learner = unseal(cookie ?? '', signOnSecret, now());
      if (learner === null || typeof learner.account !== 'string') return [401, { error: 'sign in first' }];
      const { course } = body;
      if (typeof course !== 'string') return [400, { error: 'which course?' }];
      const pass = seal({ account: learner.account, course, expires: now() + MINUTES * 60_000 }, passSecret);
      // What the page says about its learner is not believed: the cookie is.
      const actor = { objectType: 'Agent', account: { homePage, name: learner.account } };
      return [200, { authorization: `Bearer ${pass}`, actor, endpoint: `${self}/xapi/` }];
    },
    'POST /xapi/statements': async (request, body) => {
      const pass = unseal((request.headers.authorization ?? '').replace(/^Bearer /, ''), passSecret, now());
      if (pass === null) return [401, { error: 'the pass is missing or out of date' }];
      const statements = Array.isArray(body) ? body : [body];
      const own = ({ actor, verb, object, context }) => {
        const about = [object?.id, ...(context?.contextActivities?.parent ?? []).map(({ id }) => id)];
        return actor?.account?.name === pass.account && actor.account.homePage === homePage && about.includes(pass.course) && !String(verb?.id).endsWith('/voided');
      };
      if (!statements.every(own)) return [403, { error: 'only statements about the learner and the course of the pass' }];
      const headers = { Authorization: store.authorization, 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' };
      const answer = await fetch(`${store.endpoint}statements`, { method: 'POST', headers, body: JSON.stringify(statements) });
      return [answer.status, await answer.json().catch(() => ({}))];
    },
  };

  return createServer(async (request, response) => {
    const origin = request.headers.origin ?? '';
    if (!origins.includes(origin)) return response.writeHead(403).end();
    const cors = { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true', 'Access-Control-Expose-Headers': 'Date', Vary: 'Origin' };
    if (request.method === 'OPTIONS') {
      const allowed = { 'Access-Control-Allow-Methods': 'POST', 'Access-Control-Allow-Headers': 'authorization, content-type, x-experience-api-version', 'Access-Control-Max-Age': '86400' };
      return response.writeHead(204, { ...cors, ...allowed }).end();
    }
    const route = routes[`${request.method} ${new URL(request.url, 'http://x').pathname}`];
    if (route === undefined) return response.writeHead(404, cors).end();
    try {
      const self = `${request.headers['x-forwarded-proto'] ?? 'http'}://${request.headers.host}`;
      const [status, answer] = await route(request, JSON.parse(await read(request)), self);
      response.writeHead(status, { ...cors, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(error instanceof SyntaxError ? 400 : error instanceof RangeError ? 413 : 502, cors).end();
    }
  });
}

async function read(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > MOST_BYTES) throw new RangeError('too much');
  }
  return text;
}

/** `node broker.mjs`, set up by its environment; see README.md. */
if (process.argv[1] !== undefined && import.meta.url.endsWith('/broker.mjs') && process.argv[1].endsWith('broker.mjs')) {
  const { ORIGINS = '', HOME_PAGE, SIGN_ON_SECRET, STORE_ENDPOINT, STORE_AUTHORIZATION, PORT = '8790' } = process.env;
  for (const [name, value] of Object.entries({ HOME_PAGE, SIGN_ON_SECRET, STORE_ENDPOINT, STORE_AUTHORIZATION })) {
    if (!value) throw new Error(`${name} is not set`);
  }
  const store = { endpoint: STORE_ENDPOINT, authorization: STORE_AUTHORIZATION };
  broker({ origins: ORIGINS.split(','), homePage: HOME_PAGE, signOnSecret: SIGN_ON_SECRET, store }).listen(Number(PORT), '127.0.0.1');
}
