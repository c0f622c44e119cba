import { z } from 'zod';
import type { Clock } from '../../kernel/clock.js';
import { UpstreamError } from '../../kernel/errors.js';
import type { RevenueCredentials } from './config.js';
import type { Answer } from './errors.js';
import { SYSTEM, TITLE } from './names.js';

/** How a token is asked for. */
export interface TokenRequest {
  readonly operation: string;
  /** Path below the host, not below the address of the tenant. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Gives the headers that authenticate a request. */
export interface Authenticator {
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** Told that these headers were refused, so that the next ones are new. */
  refused(headers: Readonly<Record<string, string>>): void;
}

interface Held {
  readonly headers: Readonly<Record<string, string>>;
  readonly renewAt: number;
}

const LEGACY_LIFE_MS = 30 * 60_000;
const RENEW_EARLY_MS = 120_000;
const OneIdToken = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/**
 * One token for everybody, and at most one request for a new one under way. A tenant's own host gives a JWT of thirty
 * minutes in the response header `Revpro-Token`; OneID gives an OAuth token, which the reference wants in `token`, too.
 * https://developer.zuora.com/other-api/revenue/tag/Authentication
 */
export function authenticator(
  credentials: RevenueCredentials,
  clock: Clock,
  request: (wanted: TokenRequest) => Promise<Answer>,
): Authenticator {
  let held: Held | null = null;
  let pending: Promise<Held> | null = null;

  const fetchToken = async (): Promise<Held> => {
    const askedAt = clock.now();
    const answer = await request(tokenRequest(credentials));
    const { headers, lifeMs } = credentials.kind === 'legacy' ? legacyToken(answer, askedAt) : oneIdToken(answer);
    return { headers, renewAt: askedAt + Math.max(lifeMs - RENEW_EARLY_MS, lifeMs / 2) };
  };

  return {
    async headers(signal) {
      if (held && held.renewAt > clock.now()) return held.headers;
      pending ??= fetchToken()
        .then((token) => {
          held = token;
          return token;
        })
        .finally(() => {
          pending = null;
        });
      return (await abortable(pending, signal)).headers;
    },
    refused(headers) {
      // Another request may have renewed it already.
      if (held?.headers === headers) held = null;
    },
  };
}

function tokenRequest(credentials: RevenueCredentials): TokenRequest {
  if (credentials.kind === 'legacy') {
    const { username, password, role, clientName } = credentials;
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return {
      operation: 'authenticate',
      path: '/api/integration/v1/authenticate',
      headers: { authorization: `Basic ${basic}`, role, clientname: clientName },
      body: '',
    };
  }
  const { clientId, clientSecret } = credentials;
  const form = { client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials' };
  return {
    operation: 'oneIdToken',
    path: '/oauth2/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  };
}

function legacyToken({ headers }: Answer, now: number) {
  const token = headers['revpro-token'];
  if (!token) throw noToken();
  return { headers: { token }, lifeMs: lifeOf(token, now) };
}

function oneIdToken({ body }: Answer) {
  const parsed = OneIdToken.safeParse(body);
  if (!parsed.success) throw noToken();
  const { access_token: token, expires_in: seconds } = parsed.data;
  return { headers: { authorization: `Bearer ${token}`, token }, lifeMs: seconds * 1_000 };
}

/** Tenants can set another life than the default; the JWT says which. */
function lifeOf(jwt: string, now: number): number {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const { exp, iat } = z.object({ exp: z.number(), iat: z.number().optional() }).parse(claims);
    const life = exp * 1_000 - (iat === undefined ? now : iat * 1_000);
    return life > 0 ? life : LEGACY_LIFE_MS;
  } catch {
    return LEGACY_LIFE_MS;
  }
}

function noToken(): UpstreamError {
  return new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', `${TITLE} answered a token request without a token.`);
}

/** The promise goes on for the others when this caller gives up. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
