/** Every code that an error of the gateway may have; an unexpected failure of its own is not among them. */
export const TYPED: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'DEADLINE_EXCEEDED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'STORE_UNAVAILABLE',
  'UNAUTHENTICATED',
  'UPSTREAM_CONFLICT',
  'UPSTREAM_FORBIDDEN',
  'UPSTREAM_INVALID_RESPONSE',
  'UPSTREAM_NOT_FOUND',
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_REJECTED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAUTHENTICATED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_UNSUPPORTED',
]);

/** Those of requests that were refused as they are: nothing may have been sent to a billing system for them. */
export const REFUSED: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'UNAUTHENTICATED',
]);
