import { type Clock, systemClock } from '../../../kernel/clock.js';
import { scenario } from '../../sandbox-kit/scenario.js';
import { startSandboxServer } from '../../sandbox-kit/server.js';
import { authentication, type LegacyCredentials, type ZuoraCredentials } from './access/authentication.js';
import { features } from './access/features.js';
import { Idempotency } from './access/idempotency.js';
import { limits, PRODUCTION_LIMITS } from './access/limits.js';
import { Tokens } from './access/tokens.js';
import { trackIds } from './access/track-ids.js';
import { accountWriteRoutes } from './accounts/account-routes.js';
import { contactRoutes } from './accounts/contact-routes.js';
import { billingPreviewRoutes } from './billing-preview/routes.js';
import { Callouts } from './callouts/callouts.js';
import { catalogRoutes } from './catalog/routes.js';
import { usageRoutes } from './crud/usage-routes.js';
import { dataQueryRoutes } from './data-query/routes.js';
import { describeRoutes } from './describe/routes.js';
import { zuoraDialect } from './dialect.js';
import { invoiceFileRoutes } from './documents/invoice-file-routes.js';
import { eventTriggerRoutes } from './events/event-trigger-routes.js';
import { EventTriggers } from './events/event-triggers.js';
import { invoiceChangeRoutes } from './invoices/change-routes.js';
import { invoiceRoutes } from './invoices/routes.js';
import { creditMemoRoutes } from './memos/credit-memo-routes.js';
import { metricRoutes } from './metrics/routes.js';
import { Histories } from './notifications/histories.js';
import { historyRoutes } from './notifications/history-routes.js';
import { noticeRoutes } from './notifications/notice-routes.js';
import { Notices } from './notifications/notices.js';
import { objectQueryRoutes } from './object-query/routes.js';
import type { ZuoraSandbox, ZuoraSandboxOptions } from './options.js';
import { asyncRoutes } from './orders/async-routes.js';
import { OrderBook } from './orders/order-book.js';
import { orderRoutes } from './orders/order-routes.js';
import { revenueAccountingRoutes } from './revenue-accounting/routes.js';
import { Seed } from './seed/seed.js';
import { recordEditor } from './state/editor.js';
import { Store } from './state/store.js';
import { subscriptionRoutes } from './subscriptions/routes/index.js';
import { SubscriptionBook } from './subscriptions/subscription-book.js';
import { usageImportRoutes } from './usage-import/routes.js';
import { accountByKey } from './v1/lookup.js';
import { v1Routes } from './v1/routes.js';
import { zoqlRoutes } from './zoql/routes.js';

export type { ZuoraSandbox, ZuoraSandboxOptions } from './options.js';

// No secrets: they open the sandbox of whoever reads this, and nothing else.
const CREDENTIALS: ZuoraCredentials = {
  clientId: '5a4db0c8-0000-4000-8000-billgraph001',
  clientSecret: 'sandbox-secret-of-zuora-billing',
};
const LEGACY_CREDENTIALS: LegacyCredentials = {
  apiAccessKeyId: 'sandbox@example.com',
  apiSecretAccessKey: 'sandbox-password',
};
const ENTITY_IDS = ['1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc'];
/** Its place in the catalog. */
const SET_UP_CHARGE = 1;
const TIME_ZONE = 'America/Los_Angeles';

/**
 * Starts a stand-in for a Zuora Billing tenant on loopback.
 * @throws Error if the port is taken or the time zone unknown
 */
export async function startZuoraBillingSandbox(options: ZuoraSandboxOptions = {}): Promise<ZuoraSandbox> {
  const clock: Clock = options.clock ?? systemClock;
  const entityIds = options.entityIds ?? ENTITY_IDS;
  const tenantLimits = { ...PRODUCTION_LIMITS, ...options.tenantLimits };
  const story = scenario({
    ...(options.customers !== undefined && { size: options.customers }),
    ...(options.seed !== undefined && { seed: options.seed }),
  });
  const timeZone = options.timeZone ?? TIME_ZONE;
  const store = new Store(new Seed(story, timeZone));
  const tokens = new Tokens(clock, entityIds);
  const access = { credentials: CREDENTIALS, legacyCredentials: LEGACY_CREDENTIALS, entityIds, tokens };
  const edit = recordEditor(store, clock, (change) => callouts.changes.note(change));
  const book = new SubscriptionBook(store, edit);
  const today = () => store.seed.context.time.format(clock.now()).slice(0, 10);
  const orders = new OrderBook(book, today);
  const triggers = new EventTriggers(story.seed, options.eventTriggers);
  const histories = new Histories(store.seed.context, clock);
  const notices = new Notices(store.seed.context, clock);
  const callouts: Callouts = new Callouts({ store, triggers, notices, histories, clock });
  const idempotency = new Idempotency(clock);
  let resetLimits = () => {};
  let resetZoql = () => {};
  let resetJobs = () => {};
  let resetImports = () => {};
  let resetQueries = () => {};

  const sandbox = await startSandboxServer(
    {
      name: 'zuora-billing',
      dialect: zuoraDialect(tokens),
      routes: (app, kit) => {
        trackIds(app);
        if (kit.limits) resetLimits = limits(app, tenantLimits, kit.clock).reset;
        authentication(app, access);
        features(app, options);
        idempotency.keep(app);
        objectQueryRoutes(app, store, options.objectQueryPage);
        v1Routes(app, store, kit.clock);
        describeRoutes(app);
        resetZoql = zoqlRoutes(app, store, kit.clock).reset;
        accountWriteRoutes(app, book);
        contactRoutes(app, store, edit);
        orderRoutes(app, orders);
        resetJobs = asyncRoutes(app, orders, options.jobPolls ?? 1).reset;
        subscriptionRoutes(app, book, { today, ordersOnly: options.orders === true });
        invoiceFileRoutes(app, store);
        usageRoutes(app, store, edit);
        invoiceRoutes(app, store, edit);
        invoiceChangeRoutes(app, { store, edit, histories, clock: kit.clock });
        resetQueries = dataQueryRoutes(app, store, kit.clock, options.jobPolls ?? 1).reset;
        resetImports = usageImportRoutes(app, store, edit, options.jobPolls ?? 1).reset;
        catalogRoutes(app, store, edit);
        creditMemoRoutes(app, store, edit, kit.clock);
        eventTriggerRoutes(app, triggers);
        noticeRoutes(app, notices);
        historyRoutes(app, histories, { time: store.seed.context.time, clock: kit.clock, callouts });
        metricRoutes(app, store);
        billingPreviewRoutes(app, book);
        revenueAccountingRoutes(app, store, edit);
      },
      reset: () => {
        callouts.stop();
        // Tokens live on: whoever holds one has changed nothing by it.
        edit.reset();
        book.reset();
        orders.reset();
        triggers.reset();
        notices.reset();
        histories.reset();
        resetJobs();
        resetImports();
        resetQueries();
        idempotency.reset();
        resetLimits();
        resetZoql();
      },
    },
    options,
  );
  return {
    ...sandbox,
    close: async () => {
      callouts.stop();
      await sandbox.close();
    },
    credentials: CREDENTIALS,
    legacyCredentials: LEGACY_CREDENTIALS,
    entityIds,
    timeZone,
    creditChargeId: store.seed.context.ids.of('productRatePlanCharge', SET_UP_CHARGE),
    expireTokens: () => tokens.revokeAll(),
    record: (kind, id) => store.get(kind, id),
    update: edit.update,
    updateAccount: (key, patch) => edit.update('account', accountByKey(store, key)?.id ?? key, patch),
    add: edit.add,
    remove: edit.remove,
    lock: (number) => book.lock(number),
    unlock: (number) => book.unlock(number),
    histories,
  };
}
