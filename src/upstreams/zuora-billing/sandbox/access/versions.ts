import type { FastifyRequest } from 'fastify';

/** From this version on the HTTP status of a v1 error says what went wrong; below it is 200. */
export const REAL_STATUSES_SINCE = '2024-05-20';
/** From this version on Object Query has error bodies of its own. */
export const OBJECT_QUERY_ERRORS_SINCE = '2025-08-12';

const KNOWN_DATES: readonly string[] = [REAL_STATUSES_SINCE, OBJECT_QUERY_ERRORS_SINCE];

/** Whether the request's `Zuora-Version` is this dated version or a later one. Unknown values mean 186.0. */
export function isAtLeast(request: FastifyRequest, version: string): boolean {
  const asked = request.headers['zuora-version'];
  return typeof asked === 'string' && KNOWN_DATES.includes(asked) && asked >= version;
}
