import { z } from 'zod';
import { UpstreamError, type UpstreamErrorCode, type UpstreamReason } from '../../kernel/errors.js';
import { retryAfterMs } from '../../kernel/http/failures.js';
import type { HttpResponse } from '../../kernel/http/transport.js';
import { parseJson } from '../../kernel/json.js';
import { SYSTEM, TITLE } from './names.js';

// Codes are integers in the guides and strings in several samples.
const Code = z.union([z.string(), z.number()]).transform(String);
const Reasons = z.array(z.object({ code: Code.default(''), message: z.string().default('') })).min(1);

/** v1, object query, events: `reasons`, in lower case. */
const Refused = z.object({ success: z.literal(false).optional(), reasons: Reasons });
/** v1 without reasons: a bare `success: false`. */
const BareRefusal = z.object({ success: z.literal(false) });
/** Actions and CRUD: the same in PascalCase. */
const PascalRefused = z.object({
  Success: z.literal(false),
  Errors: z
    .array(z.object({ Code: Code.default(''), Message: z.string().default('') }))
    .transform((errors) => errors.map(({ Code: code, Message: message }) => ({ code, message }))),
});
/** CRUD answers a DELETE in lower case, its failure too. */
const LowerRefused = z.object({
  success: z.literal(false),
  errors: z.array(z.object({ code: Code.default(''), message: z.string().default('') })).min(1),
});
/** The gateway in front of actions and CRUD. */
const Gateway = z.strictObject({ message: z.string() });
/** Data Query. */
const PlainRefusal = z.strictObject({ code: Code, message: z.string() });

interface Category {
  readonly code: UpstreamErrorCode;
  readonly retryable: boolean;
  /** How often the call is repeated where that is harmless. */
  readonly retries?: number;
  /** False where it tells nothing of Zuora itself. */
  readonly outage?: boolean;
}

// The last two digits of a Zuora code. https://developer.zuora.com/docs/guides/error-handling
const CATEGORIES: Readonly<Record<string, Category>> = {
  10: { code: 'UPSTREAM_FORBIDDEN', retryable: false },
  11: { code: 'UPSTREAM_UNAUTHENTICATED', retryable: false },
  20: { code: 'UPSTREAM_REJECTED', retryable: false },
  21: { code: 'UPSTREAM_REJECTED', retryable: false },
  22: { code: 'UPSTREAM_REJECTED', retryable: false },
  23: { code: 'UPSTREAM_REJECTED', retryable: false },
  27: { code: 'UPSTREAM_REJECTED', retryable: false },
  30: { code: 'UPSTREAM_REJECTED', retryable: false },
  40: { code: 'UPSTREAM_NOT_FOUND', retryable: false },
  45: { code: 'UPSTREAM_UNSUPPORTED', retryable: false },
  // Somebody else changes the object: that is over a moment later, or lasts.
  50: { code: 'UPSTREAM_CONFLICT', retryable: true, retries: 1 },
  60: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, retries: 2 },
  61: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, retries: 3 },
  70: { code: 'UPSTREAM_RATE_LIMITED', retryable: true, retries: 3 },
  90: { code: 'UPSTREAM_REJECTED', retryable: false },
  // A payment gateway or tax engine behind Zuora failed.
  99: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, retries: 1, outage: false },
};

// What actions and CRUD call the categories that are about more than the request itself.
// https://docs.zuora.com/en/zuora-platform/integration/apis/soap-api/error-handling/errors
const SYMBOLS: Readonly<Record<string, string>> = {
  NO_PERMISSION: '10',
  INVALID_LOGIN: '11',
  INVALID_SESSION: '11',
  API_DISABLED: '45',
  LOCK_COMPETITION: '50',
  UNKNOWN_ERROR: '60',
  SERVER_UNAVAILABLE: '61',
  TEMPORARY_ERROR: '61',
  REQUEST_EXCEEDED_LIMIT: '70',
  REQUEST_EXCEEDED_RATE: '70',
};

const STATUSES: Readonly<Record<number, UpstreamErrorCode>> = {
  401: 'UPSTREAM_UNAUTHENTICATED',
  403: 'UPSTREAM_FORBIDDEN',
  404: 'UPSTREAM_NOT_FOUND',
  405: 'UPSTREAM_UNSUPPORTED',
  406: 'UPSTREAM_UNSUPPORTED',
  409: 'UPSTREAM_CONFLICT',
  415: 'UPSTREAM_UNSUPPORTED',
  429: 'UPSTREAM_RATE_LIMITED',
};

/**
 * Reads an answer of any Zuora API family: the body decides whether it is a success, the HTTP status only where the body
 * says nothing. Throws UpstreamError; returns the parsed body of a success.
 */
export function parseAnswer(response: HttpResponse, now: number): unknown {
  const body = bodyOf(response);
  const reasons = reasonsOf(body);
  if (reasons === null && response.status < 400) {
    // What has nothing to say says nothing: 204, or 200 without a body.
    if (response.text === '' && response.status < 300) return null;
    // Describe speaks XML, whatever is asked for.
    if (isXml(response)) return response.text;
    if (body === undefined) throw unreadable(response);
    return body;
  }
  throw refusal(response, reasons ?? [], now);
}

function refusal(response: HttpResponse, reasons: readonly UpstreamReason[], now: number): UpstreamError {
  const category = CATEGORIES[categoryOf(reasons[0]?.code)];
  const byStatus = statusMeaning(response.status);
  // The code inside the body knows more than the status where the two agree.
  const agreed = category && (byStatus === null || byStatus.code === category.code);
  const meaning: Category = agreed ? category : (byStatus ?? { code: 'UPSTREAM_REJECTED', retryable: false });
  const { code, retryable, retries, outage } = meaning;
  const said = reasons
    .map(({ message }) => message)
    .filter(Boolean)
    .join('; ');
  return new UpstreamError(
    SYSTEM,
    code,
    said ? `${TITLE}: ${said}` : `${TITLE} answered with HTTP ${response.status}.`,
    {
      retryable,
      ...(retries !== undefined && { retries }),
      ...(outage !== undefined && { outage }),
      reasons,
      retryAfterMs: retryAfterMs(response.headers['retry-after'], now),
      // A server error may come after the change was made; a refusal comes before.
      outcome: code === 'UPSTREAM_UNAVAILABLE' ? 'unknown' : 'not_applied',
    },
  );
}

/** What the status alone says; null for 2xx and plain 400, where only the code inside the body tells. */
function statusMeaning(status: number): Category | null {
  if (status >= 500) return { code: 'UPSTREAM_UNAVAILABLE', retryable: true };
  const code = STATUSES[status];
  if (!code) return null;
  return { code, retryable: code === 'UPSTREAM_RATE_LIMITED' || code === 'UPSTREAM_CONFLICT' };
}

/** Codes that begin with 9 are about authentication: `90000011`. Most symbolic codes have no category. */
function categoryOf(code = ''): string {
  return /^\d{8}$/.test(code) ? code.slice(-2) : (SYMBOLS[code] ?? '');
}

/** Null if the body is not a refusal. */
function reasonsOf(body: unknown): readonly UpstreamReason[] | null {
  if (!mayRefuse(body)) return null;
  const refused = Refused.safeParse(body);
  if (refused.success) return refused.data.reasons;
  // An action with several objects says of each what became of it; with one object it is about that one.
  const pascal = PascalRefused.safeParse(Array.isArray(body) && body.length === 1 ? body[0] : body);
  if (pascal.success) return pascal.data.Errors;
  const lower = LowerRefused.safeParse(body);
  if (lower.success) return lower.data.errors;
  if (BareRefusal.safeParse(body).success) return [];
  const plain = PlainRefusal.safeParse(body);
  if (plain.success) return [plain.data];
  const gateway = Gateway.safeParse(body);
  return gateway.success ? [{ code: '', message: gateway.data.message }] : null;
}

/** Whether it has what any refusal has: nearly all answers have none of it, and to find that out by schemas is dear. */
function mayRefuse(body: unknown): boolean {
  const first = Array.isArray(body) ? body[0] : body;
  if (typeof first !== 'object' || first === null) return false;
  return 'reasons' in first || 'Errors' in first || 'message' in first || ('success' in first && !first.success);
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

function isXml({ headers }: HttpResponse): boolean {
  return /^(text|application)\/xml\b/.test(headers['content-type'] ?? '');
}

function unreadable(response: HttpResponse): UpstreamError {
  const type = response.headers['content-type'] ?? 'no content type';
  return new UpstreamError(
    SYSTEM,
    'UPSTREAM_INVALID_RESPONSE',
    `${TITLE} answered with something that is not JSON (${type}).`,
    {
      outcome: 'unknown',
    },
  );
}

/** Whether Zuora has settled on this answer: to the same idempotency key it would give it again for 24 h. */
export function isSettled({ code, reasons }: UpstreamError): boolean {
  const [first] = reasons;
  // Events and notifications have symbolic codes. A conflict without a category is a key that is still running.
  const symbolic = code === 'UPSTREAM_UNAVAILABLE' && /^[A-Za-z]/.test(first?.code ?? '');
  return symbolic || categoryOf(first?.code) in CATEGORIES;
}
