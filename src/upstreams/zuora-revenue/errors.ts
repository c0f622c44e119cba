import { z } from 'zod';
import { UpstreamError, type UpstreamErrorCode } from '../../kernel/errors.js';
import { retryAfterMs } from '../../kernel/http/failures.js';
import type { HttpResponse } from '../../kernel/http/transport.js';
import { parseJson } from '../../kernel/json.js';
import { SYSTEM, TITLE } from './names.js';

/** A success in whatever form: JSON has a `body`, files have `text`, 204 ("nothing found") has neither. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined unless it is JSON. */
  readonly body: unknown;
  readonly text: string;
}

const Said = z
  .object({
    status: z.string().optional(),
    success: z.boolean().optional(),
    // Keys come in both cases.
    message: z.string().optional(),
    Message: z.string().optional(),
    error: z.string().optional(),
    result: z.object({ message: z.string().optional() }).loose().optional().catch(undefined),
  })
  .loose();

const CODES: Readonly<Record<number, UpstreamErrorCode>> = {
  401: 'UPSTREAM_UNAUTHENTICATED',
  403: 'UPSTREAM_FORBIDDEN',
  404: 'UPSTREAM_NOT_FOUND',
  // Every call is answered so while the service is switched off.
  405: 'UPSTREAM_UNSUPPORTED',
  408: 'UPSTREAM_UNAVAILABLE',
  429: 'UPSTREAM_RATE_LIMITED',
};
const NOT_ENABLED = `${TITLE}: the API service is not enabled for this tenant. Zuora Support can switch it on.`;
const NOT_ALLOWED = `${TITLE}: the role of the API user lacks Webservices Inbound or Outbound.`;

/**
 * Hands successes on; throws the UpstreamError that anything else means. A body of `success: false` or
 * `status: "Error"` is a failure whatever its HTTP status.
 * https://developer.zuora.com/other-api/revenue
 */
export function parseAnswer(response: HttpResponse, now: number): Answer {
  const { status, headers, text } = response;
  const type = headers['content-type'] ?? '';
  const body = /\bjson\b/.test(type) ? jsonOf(text) : undefined;
  const said = Said.safeParse(body).data;
  if (status < 300) {
    if (said && (said.success === false || /^(error|failed)$/i.test(said.status ?? ''))) {
      throw new UpstreamError(SYSTEM, 'UPSTREAM_REJECTED', wordsOf(said, status));
    }
    if (/\bhtml\b/.test(type) || (/\bjson\b/.test(type) && body === undefined && text !== '')) {
      const message = `${TITLE} answered with something that is neither JSON nor a file (${type || 'no content type'}).`;
      throw new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', message, { outcome: 'unknown' });
    }
    return { status, headers, body, text };
  }
  const code = status >= 500 ? 'UPSTREAM_UNAVAILABLE' : (CODES[status] ?? 'UPSTREAM_REJECTED');
  throw new UpstreamError(SYSTEM, code, status === 405 ? NOT_ENABLED : wordsOf(said, status), {
    retryable: code === 'UPSTREAM_UNAVAILABLE' || code === 'UPSTREAM_RATE_LIMITED',
    retryAfterMs: retryAfterMs(headers['retry-after'], now),
    outcome: code === 'UPSTREAM_UNAVAILABLE' ? 'unknown' : 'not_applied',
  });
}

function wordsOf(said: z.infer<typeof Said> | undefined, status: number): string {
  const words = [said?.message ?? said?.Message ?? said?.error, said?.result?.message].filter(
    (text, at, all) => text && all.indexOf(text) === at,
  );
  if (words.length > 0) return `${TITLE}: ${words.join(': ')}`;
  if (status === 403) return NOT_ALLOWED;
  return status === 401 ? `${TITLE} does not take the credentials.` : `${TITLE} answered with HTTP ${status}.`;
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
