import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Answer, Refusal } from '../../../sandbox-kit/definition.js';
import { isAtLeast, OBJECT_QUERY_ERRORS_SINCE, REAL_STATUSES_SINCE } from './versions.js';

/** The last two digits of a v1 error code, and the HTTP status that belongs to each. */
export const CATEGORY = {
  permissionDenied: { digits: 10, status: 403 },
  authenticationFailed: { digits: 11, status: 401 },
  invalidValue: { digits: 20, status: 400 },
  unknownField: { digits: 21, status: 400 },
  missingField: { digits: 22, status: 400 },
  missingQuery: { digits: 23, status: 400 },
  invalidQuery: { digits: 27, status: 400 },
  businessRule: { digits: 30, status: 400 },
  notFound: { digits: 40, status: 404 },
  unsupported: { digits: 45, status: 405 },
  lockContention: { digits: 50, status: 409 },
  internalError: { digits: 60, status: 500 },
  temporaryError: { digits: 61, status: 503 },
  limitExceeded: { digits: 70, status: 429 },
  malformed: { digits: 90, status: 400 },
} as const;
type Category = (typeof CATEGORY)[keyof typeof CATEGORY];

// "Unknown resource field": what the first six digits always are on GET and DELETE.
const UNKNOWN_RESOURCE = 500000;
const AUTHENTICATION = 900000;

// These end a request before the version is looked at.
const ALWAYS_REAL: readonly Category[] = [
  CATEGORY.authenticationFailed,
  CATEGORY.permissionDenied,
  CATEGORY.limitExceeded,
];

/** The error body of v1, under a real status or under 200 as the request's `Zuora-Version` has it. */
function v1Error(request: FastifyRequest, category: Category, message: string, status?: number): Answer {
  const real = ALWAYS_REAL.includes(category) || category.status >= 500 || isAtLeast(request, REAL_STATUSES_SINCE);
  return { status: real ? (status ?? category.status) : 200, body: v1Body(category, message) };
}

export function refuseV1(request: FastifyRequest, category: Category, message: string): Refusal {
  return new Refusal(v1Error(request, category, message));
}

/** Object Query's own body from 2025-08-12; before that the v1 body, and 200 for what was not found below 2024-05-20. */
function objectQueryError(request: FastifyRequest, category: Category, message: string, status?: number): Answer {
  if (isAtLeast(request, OBJECT_QUERY_ERRORS_SINCE)) {
    const { reasons, requestId } = v1Body(category, message);
    return { status: status ?? category.status, body: { reasons, requestId } };
  }
  if (category === CATEGORY.notFound) return v1Error(request, category, message);
  return { status: status ?? category.status, body: v1Body(category, message) };
}

export function refuseObjectQuery(request: FastifyRequest, category: Category, message: string): Refusal {
  return new Refusal(objectQueryError(request, category, message));
}

/** The error in the form of the API that the path belongs to. */
export function errorFor(request: FastifyRequest, category: Category, message: string, status?: number): Answer {
  if (request.url.startsWith('/object-query/')) return objectQueryError(request, category, message, status);
  const symbolic = SYMBOLIC.get(category);
  if (symbolic && /^\/(events|notifications)\//.test(request.url)) {
    return { status: status ?? category.status, body: { reasons: [{ code: symbolic, message }] } };
  }
  return v1Error(request, category, message, status);
}

/** Events and notifications have words for codes; these are our choice, for the reference does not list them. */
const SYMBOLIC: ReadonlyMap<Category, string> = new Map<Category, string>([
  [CATEGORY.internalError, 'InternalServerError'],
  [CATEGORY.temporaryError, 'ServiceUnavailable'],
  [CATEGORY.notFound, 'ObjectNotFound'],
  [CATEGORY.malformed, 'InvalidRequest'],
]);

function v1Body(category: Category, message: string) {
  const resource = category === CATEGORY.authenticationFailed ? AUTHENTICATION : UNKNOWN_RESOURCE;
  return {
    success: false,
    processId: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
    requestId: randomUUID(),
    reasons: [{ code: resource * 100 + category.digits, message }],
  };
}
