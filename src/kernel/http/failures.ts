import { UpstreamError } from '../errors.js';

// Node and undici codes after which the request cannot have left this process.
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const TIMED_OUT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** What a failure on the wire means to the caller. The message names the system and the kind of failure, not the address. */
export function wireFailure(system: string, title: string, error: unknown): UpstreamError {
  const code = codeOf(error);
  const outcome = code !== null && NEVER_SENT.has(code) ? 'not_applied' : 'unknown';
  const timedOut = error instanceof AttemptTimeout || (code !== null && TIMED_OUT.has(code));
  return timedOut
    ? new UpstreamError(system, 'UPSTREAM_TIMEOUT', `${title} did not answer in time.`, { outcome, cause: error })
    : new UpstreamError(system, 'UPSTREAM_UNAVAILABLE', `${title} cannot be reached${code ? ` (${code})` : ''}.`, {
        outcome,
        cause: error,
      });
}

/** One attempt took longer than the system is given. */
export class AttemptTimeout extends Error {
  override readonly name = 'AttemptTimeout';
}

function codeOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return null;
}

/** Milliseconds from a Retry-After header in seconds or as a date; null without one. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
