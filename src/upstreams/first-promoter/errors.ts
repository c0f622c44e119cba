import { z } from 'zod';
import { UpstreamError, type UpstreamErrorCode } from '../../kernel/errors.js';
import { retryAfterMs } from '../../kernel/http/failures.js';
import type { HttpResponse } from '../../kernel/http/transport.js';
import { parseJson } from '../../kernel/json.js';
import { SYSTEM, TITLE } from './names.js';

/** What was said about an event, where that means something other than a failure to one of the calls. */
export interface Said {
  readonly status: number;
  /** Null for an answer without a body: 204. */
  readonly body: unknown;
}

const Message = z.object({ message: z.string(), code: z.string().nullish() });
/** Only the answer to a second sign-up looks like this. */
const KnownSignup = z.object({ transaction_id: z.string() });

const STATUSES: Readonly<Record<number, UpstreamErrorCode>> = {
  401: 'UPSTREAM_UNAUTHENTICATED',
  403: 'UPSTREAM_FORBIDDEN',
  404: 'UPSTREAM_NOT_FOUND',
  429: 'UPSTREAM_RATE_LIMITED',
};

/**
 * Hands on successes, "not referred" (404 with its own code) and "recorded already" (409, 422 of a sign-up), which are
 * results; throws UpstreamError for everything else. https://docs.firstpromoter.com/api-reference-v2/tracking
 */
export function parseAnswer(response: HttpResponse, now: number): Said {
  const { status } = response;
  if (status === 204) return { status, body: null };
  const body = bodyOf(response);
  if (status < 400) {
    if (status < 300 && body !== undefined) return { status, body };
    const type = response.headers['content-type'] ?? 'no content type';
    const message = `${TITLE} answered with something that is not JSON (${type}).`;
    throw new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', message, { outcome: 'unknown' });
  }
  const said = Message.safeParse(body).data;
  if (status === 409 && said) return { status, body };
  if (status === 422 && KnownSignup.safeParse(body).success) return { status, body };
  if (status === 404 && said?.code === 'not_found') return { status, body };
  const code = status >= 500 ? 'UPSTREAM_UNAVAILABLE' : (STATUSES[status] ?? 'UPSTREAM_REJECTED');
  const words = said ? `${TITLE}: ${said.message}` : `${TITLE} answered with HTTP ${status}.`;
  throw new UpstreamError(SYSTEM, code, words, {
    retryable: code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_RATE_LIMITED',
    retryAfterMs: retryAfterMs(response.headers['retry-after'], now),
    outcome: code === 'UPSTREAM_UNAVAILABLE' ? 'unknown' : 'not_applied',
  });
}

/** Undefined if there is no JSON in it. */
function bodyOf(response: HttpResponse): unknown {
  if (!/\bjson\b/.test(response.headers['content-type'] ?? '')) return undefined;
  try {
    return parseJson(response.text);
  } catch {
    return undefined;
  }
}
