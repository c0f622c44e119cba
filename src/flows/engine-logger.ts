import type { DBOSConfig } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';

/** The engine's own messages in our log. What it calls information is detail to anybody else. */
export function engineLogger(logger: Pick<Logger, 'debug' | 'warn' | 'error'>): NonNullable<DBOSConfig['logger']> {
  const details = (metadata: unknown) => ({ stack: (metadata as { stack?: string } | undefined)?.stack });
  return {
    debug: () => {},
    info: (entry) => logger.debug({}, String(entry)),
    warn: (entry, metadata) => logger.warn(details(metadata), String(entry)),
    error: (entry, metadata) => logger.error(details(metadata), String(entry)),
  };
}
