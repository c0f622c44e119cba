import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  AccessDenied,
  DeadlineExceeded,
  InvalidInput,
  LimitExceeded,
  StoreBusy,
  StoreUnavailable,
  UpstreamError,
} from '../kernel/errors.js';
import type { Logger } from '../kernel/logger.js';
import { currentRequestId } from '../kernel/request-scope.js';

/** What a client finds in `extensions` of every error. */
interface ErrorExtensions {
  readonly code: string;
  /** The billing system that failed; absent for errors that no system is to blame for. */
  readonly system?: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** What support needs to find the request in the logs. */
  readonly requestId: string | null;
  readonly [more: string]: unknown;
}

// Errors about the request itself: Apollo's and graphql's own words are meant for its author.
const ABOUT_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'LIMIT_EXCEEDED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** What is told of a limit that was passed. */
export function limitExtensions({ limit, most, retryAfterSeconds }: LimitExceeded) {
  return {
    code: 'LIMIT_EXCEEDED',
    limit,
    most,
    retryable: retryAfterSeconds !== null,
    ...(retryAfterSeconds !== null && { retryAfterSeconds }),
  };
}

/** What is told of a database that has no connection to spare. */
export function busyExtensions({ most }: StoreBusy) {
  return { code: 'LIMIT_EXCEEDED', limit: 'database', most, retryable: true, retryAfterSeconds: 1 };
}

// The parser's own words, which have no code.
const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/;

// What is said of arguments that validation cannot judge: null in a variable that may be null, for what may not. Neither
// graphql nor the compiler of operations gives it a code.
const ARGUMENT_REFUSED =
  /^Argument "\w+" (of (non-null|required) type "\S+" (must not be null|was (not )?provided)|has invalid value )/;

// The last of fifty errors about variables: graphql goes no further, and gives it no code either.
const TOO_MANY_ERRORS = /^Too many errors processing variables, error limit reached\./;

// PostgreSQL keeps no NUL, in text (22021) and in JSON (22P05). https://www.postgresql.org/docs/current/errcodes-appendix.html
const NUL_REFUSED = new Set(['22021', '22P05']);

/** GraphQL lets texts through that neither an address nor the store can hold: half of a surrogate pair, NUL. */
function unwritableText(cause: unknown): string | null {
  if (cause instanceof URIError) return 'A text holds half a character, which nothing can be asked for.';
  const { code } = (cause ?? {}) as { code?: unknown };
  return NUL_REFUSED.has(String(code)) ? 'A text holds the character NUL, which nothing is kept under.' : null;
}

/** Makes what clients see of errors: ours with their code, those about the request as they are, all others masked. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const requestId = currentRequestId();
    const visible = (message: string, extensions: Omit<ErrorExtensions, 'requestId'>): GraphQLFormattedError => ({
      message,
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
      extensions: { ...extensions, requestId },
    });
    const cause = unwrapResolverError(error);
    if (cause instanceof UpstreamError) {
      const { code, system, retryable, reasons, message } = cause;
      return visible(message, { code, system, retryable, ...(reasons.length > 0 && { reasons }) });
    }
    if (cause instanceof DeadlineExceeded)
      return visible(cause.message, { code: 'DEADLINE_EXCEEDED', retryable: true });
    if (cause instanceof StoreBusy) return visible(cause.message, busyExtensions(cause));
    if (cause instanceof StoreUnavailable)
      return visible(cause.message, { code: 'STORE_UNAVAILABLE', retryable: true });
    if (cause instanceof AccessDenied) return visible(cause.message, { code: cause.code, retryable: false });
    if (cause instanceof LimitExceeded) return visible(cause.message, limitExtensions(cause));
    if (TOO_MANY_TOKENS.test(formatted.message)) {
      const [, most] = TOO_MANY_TOKENS.exec(formatted.message) ?? [];
      return visible(formatted.message, {
        code: 'LIMIT_EXCEEDED',
        limit: 'tokens',
        most: Number(most),
        retryable: false,
      });
    }
    if (cause instanceof InvalidInput) return visible(cause.message, { code: 'BAD_USER_INPUT', retryable: false });
    const unwritable = unwritableText(cause);
    if (unwritable !== null) return visible(unwritable, { code: 'BAD_USER_INPUT', retryable: false });
    const code = String(formatted.extensions?.code ?? '');
    if (ABOUT_THE_REQUEST.has(code)) {
      const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
      return visible(formatted.message, { ...extensions, code, retryable: false });
    }
    if (cause instanceof GraphQLError && [ARGUMENT_REFUSED, TOO_MANY_ERRORS].some((one) => one.test(cause.message))) {
      return visible(cause.message, { code: 'BAD_USER_INPUT', retryable: false });
    }
    log.error({ err: cause, requestId, path: formatted.path }, 'a request met an unexpected error');
    return visible('Something went wrong.', { code: 'INTERNAL_SERVER_ERROR', retryable: false });
  };
}
