// What Node says of a server that cannot be reached, or of a connection that broke.
const BROKEN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
// https://www.postgresql.org/docs/current/errcodes-appendix.html: connections; no memory, disk or connection left; the
// server ends, begins or recovers; its disk fails; a standby, which a failover leaves a client at for a while.
const AWAY = /^(08...|53...|57P0\d|58000|58030|25006)$/;
const NOT_IN_STATE = '55000';
// The driver's own words, which have no code.
const DRIVER_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error) and is not queryable|PGlite is clos)/;

/** Whether an error of a statement says that the database is away, rather than that the statement was wrong. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Silence) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (BROKEN.has(code) || AWAY.test(code)) return true;
  // The code alone says as little as "not now", of a sequence, too.
  if (code === NOT_IN_STATE) return error.message.includes('is not currently accepting connections');
  return code === '' && DRIVER_WORDS.test(error.message);
}

/** The server said nothing for so long that the connection was given up. */
export class Silence extends Error {
  override readonly name = 'Silence';
  constructor(ms: number) {
    super(`The database said nothing for ${ms / 1000} s.`);
  }
}
