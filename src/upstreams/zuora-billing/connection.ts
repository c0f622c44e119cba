import type { UpstreamConnection, UpstreamKit } from '../contract.js';
import { ZuoraClient } from './client.js';
import type { ZuoraBillingSettings } from './config.js';
import { accountStream } from './discovery.js';
import { createReaders } from './readers.js';
import { ZuoraBillingSession } from './session.js';

export function connect(settings: ZuoraBillingSettings, kit: UpstreamKit): UpstreamConnection {
  const client = new ZuoraClient(settings, kit);
  const readers = createReaders(client, settings, kit);
  return {
    discovery: [accountStream(client, readers, settings, kit.clock)],
    openSession: (request) => new ZuoraBillingSession(readers, settings, request),
    health: () => ({ breaker: client.breaker, waiting: client.waiting }),
    close: () => client.close(),
  };
}
