import type { IncomingMessage } from 'node:http';
import type { Logger } from '../../kernel/logger.js';
import type { AccessOptions } from '../access/identify.js';

export interface LiveOptions {
  readonly access: AccessOptions;
  readonly log: Logger;
  /** How often a connection shows that it is there, and its caller is looked at again. */
  readonly heartbeatMs: number;
}

/**
 * Whether a page of another site is behind it. Browsers send such requests without asking first, so where everybody may
 * come in, their pages may not; elsewhere they lack the credentials.
 */
export function isForeign({ headers }: Pick<IncomingMessage, 'headers'>, { open }: AccessOptions): boolean {
  const { origin, host } = headers;
  return open && origin !== undefined && URL.parse(origin)?.host !== host;
}
