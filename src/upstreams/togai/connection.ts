import { Writer } from '../../kernel/writing/writer.js';
import type { SessionRequest, UpstreamConnection, UpstreamKit } from '../contract.js';
import { TogaiClient } from './client.js';
import type { TogaiSettings } from './config.js';
import { diagnose } from './diagnose.js';
import { discoveryStreams } from './discovery.js';
import { eventStreams } from './flows/streams.js';
import { SYSTEM } from './names.js';
import { pricePlanCatalog } from './price-plan-catalog.js';
import { createReaders } from './readers.js';
import { TogaiSession } from './session.js';
import { flowReceiver } from './webhooks/receiver.js';

export function connect(settings: TogaiSettings, kit: UpstreamKit): UpstreamConnection {
  const client = new TogaiClient(settings, kit);
  const readers = createReaders(client, settings, kit);
  const catalog = pricePlanCatalog(client, readers, settings, kit);
  const writer = new Writer({
    scope: `${SYSTEM}:${settings.url}`,
    ledger: kit.writes,
    clock: kit.clock,
    ids: kit.ids,
    // No answer is kept by Togai for a key: every try is a new one.
    isSettled: () => false,
  });
  const organisation = {
    client,
    readers,
    catalog,
    settings,
    writer,
    clock: kit.clock,
    ids: kit.ids,
    changed: kit.changed,
  };
  const openSession = (request: SessionRequest) => new TogaiSession(organisation, request);
  return {
    discovery: discoveryStreams(client, readers, catalog, settings, kit.clock),
    openSession,
    eventStreams: eventStreams({ client, openSession: (signal) => openSession({ signal, lane: 'background' }) }),
    webhooks: flowReceiver(settings.webhookSecret ?? null, (signal) => openSession({ signal })),
    diagnose: ({ signal }) => diagnose(client, settings, signal),
    health: () => ({ breaker: client.breaker, waiting: client.waiting }),
    close: () => client.close(),
  };
}
