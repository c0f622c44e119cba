import { Writer } from '../../kernel/writing/writer.js';
import type { UpstreamConnection, UpstreamKit } from '../contract.js';
import { ZuoraClient } from './client.js';
import type { ZuoraBillingSettings } from './config.js';
import { accountStream } from './discovery.js';
import { isSettled } from './errors.js';
import { createReaders, tenantOf } from './readers.js';
import { ZuoraBillingSession } from './session.js';

export function connect(settings: ZuoraBillingSettings, kit: UpstreamKit): UpstreamConnection {
  const client = new ZuoraClient(settings, kit);
  const readers = createReaders(client, settings, kit);
  const writer = new Writer({
    scope: tenantOf(settings),
    ledger: kit.writes,
    clock: kit.clock,
    ids: kit.ids,
    isSettled,
  });
  return {
    discovery: [accountStream(client, readers, settings, kit.clock)],
    openSession: (request) => new ZuoraBillingSession({ client, readers, settings, writer, clock: kit.clock }, request),
    health: () => ({ breaker: client.breaker, waiting: client.waiting }),
    close: () => client.close(),
  };
}
