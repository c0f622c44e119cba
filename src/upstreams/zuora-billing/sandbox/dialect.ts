import type { Dialect } from '../../sandbox-kit/definition.js';
import { isTokenRequest } from './access/authentication.js';
import { CATEGORY, errorFor } from './access/errors.js';
import type { Tokens } from './access/tokens.js';

/** Zuora's words for what any system can refuse. */
export function zuoraDialect(tokens: Tokens): Dialect {
  return {
    rateLimited: (retryAfter, request) => {
      const answer = errorFor(request, CATEGORY.limitExceeded, 'Request exceeded limit');
      return retryAfter === undefined ? answer : { ...answer, headers: { 'retry-after': String(retryAfter) } };
    },
    serverError: (status, request) => {
      const category = status === 500 ? CATEGORY.internalError : CATEGORY.temporaryError;
      return errorFor(request, category, 'An internal error occurred. Try again later.', status);
    },
    expiredToken: (request) => {
      // Revoked too, so that only a new token helps.
      tokens.revokeAll();
      if (isTokenRequest(request)) return { status: 401, body: { message: 'Authentication error' } };
      return errorFor(request, CATEGORY.authenticationFailed, 'Authentication error');
    },
    notFound: (request) =>
      errorFor(request, CATEGORY.notFound, `No operation ${request.method} ${request.url.split('?')[0]}`, 404),
    badRequest: (message, request) => errorFor(request, CATEGORY.malformed, message, 400),
  };
}
