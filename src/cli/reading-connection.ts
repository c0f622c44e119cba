import { secretsIn } from '../config/secrets.js';
import type { UploadBook } from '../domain/uploads/ports.js';
import { systemClock } from '../kernel/clock.js';
import { ulids } from '../kernel/ids.js';
import { silentLogger } from '../kernel/logger.js';
import { createEntityCache } from '../kernel/reading/entity-cache.js';
import type { KeptDocuments } from '../kernel/reading/kept-documents.js';
import { KnownSecrets } from '../kernel/secrets/known-secrets.js';
import type { WriteLedger } from '../kernel/writing/write-ledger.js';
import type { Upstream, UpstreamConnection } from '../upstreams/contract.js';

const refuse = () => {
  throw new Error('this command changes nothing');
};
const NO_WRITES: WriteLedger = { begin: refuse, renew: refuse, finish: refuse, forget: refuse, release: refuse };
const NO_UPLOADS = new Proxy({} as UploadBook, { get: () => refuse });
const NOTHING_KEPT: KeptDocuments = { put: refuse, get: async () => new Map() };

/** A connection for a command that only looks. */
export function connectForReading(upstream: Upstream, settings: unknown): UpstreamConnection {
  return upstream.connect(settings, {
    cache: createEntityCache({ maxEntries: 100 }),
    clock: systemClock,
    secrets: new KnownSecrets(secretsIn(process.env)),
    log: silentLogger,
    ids: ulids,
    writes: NO_WRITES,
    kept: NOTHING_KEPT,
    uploads: NO_UPLOADS,
    changes: { watch: refuse },
    changed: () => {},
    tasks: { start: refuse, startMissing: refuse },
    mayHoldCardNumber: () => false,
    addressOf: (path) => path,
    onCall: () => {},
  });
}
