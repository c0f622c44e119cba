import { z } from 'zod';
import type { Clock } from '../../kernel/clock.js';
import { UpstreamError } from '../../kernel/errors.js';
import type { ZuoraCredentials } from './config.js';
import { SYSTEM, TITLE } from './names.js';

/** Gives the headers that authenticate a request. */
export interface Authenticator {
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** The entities that the last token opens; null if there is none or it does not say. */
  readonly entities: readonly string[] | null;
  /** Told that these headers were refused; true if asking for headers again may help. */
  refused(headers: Readonly<Record<string, string>>): boolean;
}

const Token = z.object({ access_token: z.string().min(1), expires_in: z.number(), scope: z.string().default('') });

// Zuora's own sample client renews five minutes before the hour is over.
const RENEW_EARLY_MS = 300_000;

/**
 * OAuth tokens live one hour, and Zuora allows 100 token requests a minute per address: so one token serves everybody,
 * and at most one request for a new one is under way.
 * https://developer.zuora.com/v1-api-reference/api/operation/createToken
 */
export function authenticator(
  credentials: ZuoraCredentials,
  clock: Clock,
  requestToken: (form: string) => Promise<unknown>,
): Authenticator {
  if (credentials.kind === 'legacy') {
    const headers = { apiAccessKeyId: credentials.accessKeyId, apiSecretAccessKey: credentials.secretAccessKey };
    return { headers: async () => headers, entities: null, refused: () => false };
  }
  const form = new URLSearchParams({
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
    grant_type: 'client_credentials',
  }).toString();
  let held: Held | undefined;
  let pending: Promise<Held> | undefined;

  const fetchToken = async () => {
    const askedAt = clock.now();
    const parsed = Token.safeParse(await requestToken(form));
    if (!parsed.success) {
      throw new UpstreamError(
        SYSTEM,
        'UPSTREAM_INVALID_RESPONSE',
        `${TITLE} answered a token request without a token.`,
      );
    }
    const { access_token: token, expires_in: seconds, scope } = parsed.data;
    // A token that lives shorter than the margin is still used, for half of its life.
    const life = seconds * 1000;
    return {
      authorization: `Bearer ${token}`,
      renewAt: askedAt + Math.max(life - RENEW_EARLY_MS, life / 2),
      entities: entitiesOf(scope),
    };
  };

  return {
    async headers(signal) {
      if (held && held.renewAt > clock.now()) return { authorization: held.authorization };
      pending ??= fetchToken()
        .then((token) => {
          held = token;
          return token;
        })
        .finally(() => {
          pending = undefined;
        });
      const { authorization } = await abortable(pending, signal);
      return { authorization };
    },
    get entities() {
      return held?.entities ?? null;
    },
    refused({ authorization }) {
      // Another request may have renewed it already.
      if (held?.authorization === authorization) held = undefined;
      return true;
    },
  };
}

interface Held {
  readonly authorization: string;
  readonly renewAt: number;
  readonly entities: readonly string[] | null;
}

/** The scope lists `entity.<id>` among other things. */
function entitiesOf(scope: string): readonly string[] | null {
  const ids = [...scope.matchAll(/(?:^|\s)entity\.([\w-]+)/g)].map(([, id = '']) => id);
  return ids.length > 0 ? ids : null;
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
