import { Writer } from '../../kernel/writing/writer.js';
import type { SessionRequest, UpstreamConnection, UpstreamKit } from '../contract.js';
import { catalogReaders } from './catalog/catalog-readers.js';
import { ZuoraClient } from './client.js';
import type { ZuoraBillingSettings } from './config.js';
import { describeReader } from './describe/describe-reader.js';
import { accountStream } from './discovery.js';
import { documentReaders } from './documents/document-readers.js';
import { isSettled } from './errors.js';
import { triggerReader } from './events/event-book.js';
import { eventStreams } from './flows/streams.js';
import { ChargeMetrics } from './metrics/charge-metrics.js';
import { currencyMetricsReader } from './metrics/currency-metrics.js';
import { notificationReaders } from './notifications/notification-book.js';
import { orderReader } from './orders/order-reader.js';
import { queriesOf } from './queries/queries-of.js';
import { createReaders, tenantOf } from './readers.js';
import { accountingCodesReader } from './revenue-accounting/accounting-codes.js';
import { ZuoraBillingSession } from './session.js';
import { subscriptionDetails } from './subscriptions/subscription-readers.js';
import { TenantCapabilities } from './tenant/capabilities.js';
import { diagnose } from './tenant/diagnose.js';
import { calloutReceiver } from './webhooks/receiver.js';

export function connect(settings: ZuoraBillingSettings, kit: UpstreamKit): UpstreamConnection {
  const client = new ZuoraClient(settings, kit);
  const capabilities = new TenantCapabilities(client, settings);
  const queries = queriesOf(client, capabilities, settings, kit.log);
  const readers = createReaders(queries, settings, kit);
  const descriptions = describeReader(client, settings, kit);
  const catalog = catalogReaders(client, tenantOf(settings), kit);
  const eventTriggers = triggerReader(client, tenantOf(settings), kit);
  const notifications = notificationReaders(client, tenantOf(settings), kit);
  const orders = orderReader(client, settings, kit);
  const details = subscriptionDetails(client, settings, kit);
  const documents = documentReaders(client, tenantOf(settings), kit);
  const metrics = {
    charges: new ChargeMetrics(client, settings, kit),
    byCurrency: currencyMetricsReader(client, tenantOf(settings), kit),
  };
  const accountingCodes = accountingCodesReader(client, tenantOf(settings), kit);
  const writer = new Writer({
    scope: tenantOf(settings),
    ledger: kit.writes,
    clock: kit.clock,
    ids: kit.ids,
    isSettled,
  });
  const openSession = (request: SessionRequest) =>
    new ZuoraBillingSession(
      {
        client,
        queries,
        capabilities,
        readers,
        descriptions,
        catalog,
        orders,
        documents,
        eventTriggers,
        notifications,
        subscriptionDetails: details,
        metrics,
        accountingCodes,
        settings,
        writer,
        clock: kit.clock,
        changed: kit.changed,
      },
      request,
    );
  return {
    discovery: [accountStream(queries, readers, settings, kit.clock)],
    openSession,
    eventStreams: eventStreams({
      openSession: (signal) => openSession({ signal, lane: 'background' }),
      readers,
      clock: kit.clock,
    }),
    webhooks: calloutReceiver(settings.callouts ?? { hmac: null, basic: null }, (signal) => openSession({ signal })),
    health: () => ({ breaker: client.breaker, waiting: client.waiting, quota: client.quota }),
    diagnose: ({ signal }) => diagnose({ client, capabilities, settings }, signal),
    close: async () => {
      await metrics.charges.close();
      await client.close();
    },
  };
}
