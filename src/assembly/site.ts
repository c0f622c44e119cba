import type { Config } from '../config/load.js';
import type { Clock } from '../kernel/clock.js';
import type { Closers } from '../kernel/closers.js';
import type { IdSource } from '../kernel/ids.js';
import type { Logger } from '../kernel/logger.js';
import type { KnownSecrets } from '../kernel/secrets/known-secrets.js';

/** What every part of the gateway is built with. */
export interface Site {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** What is taken out of everything that is written or told: secrets of connections are added. */
  readonly secrets: KnownSecrets;
  /** Told when the store cannot go on in this process. */
  readonly onStoreLost?: ((reason: Error) => void) | undefined;
  /** The address of a path of this gateway; it begins as `PUBLIC_URL`, or where the server listens. */
  readonly addressOf: (path: string) => string;
  /** What is opened is put here. It is closed in the opposite order, also when something after it fails to open. */
  readonly opened: Closers;
}
