import type { QuotaNotice } from '../../../kernel/http/pace.js';
import type { HttpResponse } from '../../../kernel/http/transport.js';

type Headers = Readonly<Record<string, string>>;

export const LIMIT_TYPES = ['Default', 'HighVolume', 'ObjectQuery'] as const;
/** The kinds of requests that Zuora counts apart from each other, in its own words. */
export type LimitType = (typeof LIMIT_TYPES)[number];

export interface ConcurrencyNotice {
  readonly type: LimitType;
  readonly limit: number;
  readonly remaining: number;
}

/** What an answer says of requests under way. https://developer.zuora.com/docs/guides/rate-limits */
export function concurrencyNotice(headers: Headers): ConcurrencyNotice | null {
  const type = LIMIT_TYPES.find((each) => each === headers['concurrency-limit-type']);
  const limit = wholeNumber(headers['concurrency-limit-limit']);
  const remaining = wholeNumber(headers['concurrency-limit-remaining']);
  return type && limit !== null && limit > 0 && remaining !== null ? { type, limit, remaining } : null;
}

/**
 * What an answer says of requests in the window that is closest to its end. `RateLimit-Limit` begins with the limit of
 * that window, and lists those of all windows after it.
 */
export function rateNotice(headers: Headers): QuotaNotice | null {
  const limit = wholeNumber(headers['ratelimit-limit']?.split(/[,;]/)[0]);
  const remaining = wholeNumber(headers['ratelimit-remaining']);
  const seconds = wholeNumber(headers['ratelimit-reset']);
  if (limit === null || limit === 0 || remaining === null || seconds === null) return null;
  return { limit, remaining, resetMs: seconds * 1000 };
}

// The last two digits of a code are its category, 70 for a limit; versions before 2024-05-20 send it with HTTP 200.
const OVER_LIMIT = /"success"\s*:\s*false.*"code"\s*:\s*"?\d{6}70\b/s;
// A refusal is short, and data must not be searched.
const LONGEST_REFUSAL = 2_000;

export function isOverLimit({ status, text }: HttpResponse): boolean {
  return status === 429 || (status === 200 && text.length < LONGEST_REFUSAL && OVER_LIMIT.test(text));
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : null;
}
