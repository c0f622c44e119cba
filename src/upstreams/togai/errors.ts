import { z } from 'zod';
import { UpstreamError, type UpstreamErrorCode } from '../../kernel/errors.js';
import { retryAfterMs } from '../../kernel/http/failures.js';
import type { HttpResponse } from '../../kernel/http/transport.js';
import { parseJson } from '../../kernel/json.js';
import { SYSTEM, TITLE } from './names.js';

/** Every error is `{ message }`; there is no code, so the HTTP status classifies. */
const ErrorResponse = z.object({ message: z.string() });

const STATUSES: Readonly<Record<number, UpstreamErrorCode>> = {
  401: 'UPSTREAM_UNAUTHENTICATED',
  403: 'UPSTREAM_FORBIDDEN',
  404: 'UPSTREAM_NOT_FOUND',
  409: 'UPSTREAM_CONFLICT',
  429: 'UPSTREAM_RATE_LIMITED',
};

/** The parsed body of a success; throws UpstreamError for everything else. */
export function parseAnswer(response: HttpResponse, now: number): unknown {
  // Settings that were there before are answered without a body.
  const body = response.status === 204 ? {} : bodyOf(response);
  if (response.status >= 200 && response.status < 300 && body !== undefined) return body;
  if (response.status < 400) {
    const type = response.headers['content-type'] ?? 'no content type';
    throw new UpstreamError(
      SYSTEM,
      'UPSTREAM_INVALID_RESPONSE',
      `${TITLE} answered with something that is not JSON (${type}).`,
      { outcome: 'unknown' },
    );
  }
  const said = ErrorResponse.safeParse(body).data?.message;
  const code = response.status >= 500 ? 'UPSTREAM_UNAVAILABLE' : (STATUSES[response.status] ?? 'UPSTREAM_REJECTED');
  throw new UpstreamError(
    SYSTEM,
    code,
    said ? `${TITLE}: ${said}` : `${TITLE} answered with HTTP ${response.status}.`,
    {
      // A conflict here is a duplicate, not a lock: the same call would meet it again.
      retryable: code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_RATE_LIMITED',
      retryAfterMs: retryAfterMs(response.headers['retry-after'], now),
      outcome: code === 'UPSTREAM_UNAVAILABLE' ? 'unknown' : 'not_applied',
    },
  );
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
