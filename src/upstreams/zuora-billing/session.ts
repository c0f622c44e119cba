import type { CustomerEntry } from '../../domain/customers/model.js';
import type { EventName, Findings } from '../../domain/events/model.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { InvoicePage, InvoicePageRequest } from '../../domain/invoices/ports.js';
import type { SoldSubscription } from '../../domain/plan-mapping/sold.js';
import type { CreditTarget } from '../../domain/syncs/credits/ports.js';
import type { CustomerEnd } from '../../domain/syncs/customers/customer-end.js';
import type { Announcer } from '../../domain/syncs/flow-setup/announcer.js';
import type { InvoiceTarget } from '../../domain/syncs/invoices/ports.js';
import type { NumberKind } from '../../domain/uploads/model.js';
import type { Clock } from '../../kernel/clock.js';
import type { Money } from '../../kernel/money.js';
import type { EntityReader } from '../../kernel/reading/entity-reader.js';
import { type RequestLoader, requestLoader } from '../../kernel/reading/request-loader.js';
import type { Writer } from '../../kernel/writing/writer.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import type { ZuoraCatalogReaders } from './catalog/catalog-readers.js';
import { CatalogShelf } from './catalog/catalog-shelf.js';
import type { ZuoraClient } from './client.js';
import type { ZuoraBillingSettings } from './config.js';
import type { ZuoraDescribedObject } from './describe/described-object.js';
import type { ZuoraDocumentReaders } from './documents/document-readers.js';
import { DocumentShelf } from './documents/document-shelf.js';
import { toUnifiedInvoice } from './documents/unified-invoice.js';
import { EventBook } from './events/event-book.js';
import type { EventTrigger } from './events/model.js';
import { ZuoraAnnouncer } from './flows/announcer.js';
import { lastEvent } from './flows/last-event.js';
import { toRecord } from './mapping/account.js';
import { toSold } from './mapping/sold-subscription.js';
import { MetricShelf, type ZuoraMetrics } from './metrics/metric-shelf.js';
import type { ZuoraAccount, ZuoraContact, ZuoraSubscription } from './model.js';
import { ACCOUNT_ID, SYSTEM } from './names.js';
import { NotificationBook, type NotificationReaders } from './notifications/notification-book.js';
import type { ZuoraOrder } from './orders/model.js';
import { OrderBook } from './orders/order-book.js';
import { touchedBy } from './orders/touched.js';
import type { ZuoraQueries } from './queries/zuora-queries.js';
import type { ZuoraReaders } from './readers.js';
import type { ZuoraRevenueAccountingCodes } from './revenue-accounting/accounting-codes.js';
import type { Subscription } from './schemas/subscription.js';
import { OrderWay } from './subscriptions/by-order/order-way.js';
import type { SubscriptionChanges } from './subscriptions/changes.js';
import type { Amendment, Metrics } from './subscriptions/schemas.js';
import { AmendWay } from './subscriptions/subscribe-and-amend/amend-way.js';
import type { SubscriptionDetails } from './subscriptions/subscription-readers.js';
import { type BookingMeans, ZuoraCreditTarget } from './syncing/credit-target.js';
import { ZuoraCustomerEnd } from './syncing/customer-end.js';
import { ZuoraInvoiceTarget } from './syncing/invoice-target.js';
import type { TenantCapabilities } from './tenant/capabilities.js';
import { WriteDesk } from './writing/write-desk.js';

/** Gives resolvers the Zuora Billing session of their request. */
export const zuoraBilling = sessionKey<ZuoraBillingSession>(SYSTEM);

/** What all requests to a tenant share. */
export interface ZuoraTenant {
  readonly client: ZuoraClient;
  readonly queries: ZuoraQueries;
  readonly capabilities: TenantCapabilities;
  readonly readers: ZuoraReaders;
  readonly descriptions: EntityReader<ZuoraDescribedObject>;
  readonly catalog: ZuoraCatalogReaders;
  readonly orders: EntityReader<ZuoraOrder>;
  readonly documents: ZuoraDocumentReaders;
  readonly eventTriggers: EntityReader<EventTrigger>;
  readonly notifications: NotificationReaders;
  readonly subscriptionDetails: SubscriptionDetails;
  readonly metrics: ZuoraMetrics;
  readonly accountingCodes: EntityReader<ZuoraRevenueAccountingCodes>;
  readonly settings: ZuoraBillingSettings;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly changed: (ids: readonly string[]) => void;
}

/** What one request holds of Zuora Billing. */
export class ZuoraBillingSession implements UpstreamSession {
  readonly accounts: RequestLoader<ZuoraAccount>;
  readonly contactsOfAccount: RequestLoader<readonly ZuoraContact[]>;
  readonly subscriptionsOfAccount: RequestLoader<readonly ZuoraSubscription[]>;
  readonly #accountsByNumber: RequestLoader<ZuoraAccount>;
  readonly #subscriptions: RequestLoader<ZuoraSubscription>;
  readonly #subscriptionNumbers: RequestLoader<string>;
  /** Objects as the tenant has them, by API name. */
  readonly descriptions: RequestLoader<ZuoraDescribedObject>;
  readonly catalog: CatalogShelf;
  readonly orders: OrderBook;
  readonly events: EventBook;
  readonly notifications: NotificationBook;
  readonly documents: DocumentShelf;
  readonly metrics: MetricShelf;
  /** By the id of a charge in the catalog. */
  readonly accountingCodes: RequestLoader<ZuoraRevenueAccountingCodes>;
  readonly subscriptionMetrics: RequestLoader<Metrics>;
  readonly subscriptionVersions: RequestLoader<readonly ZuoraSubscription[]>;
  /** What changed a version of a subscription, by the id of that version. */
  readonly amendments: RequestLoader<readonly Amendment[]>;
  /** Where changes are made. */
  readonly desk: WriteDesk;
  /** How subscriptions are changed, as the settings say. */
  readonly changes: SubscriptionChanges;
  /** What the tenant has, found out once. */
  readonly capabilities: TenantCapabilities;
  readonly #settings: ZuoraBillingSettings;

  constructor(tenant: ZuoraTenant, { signal, lane }: SessionRequest) {
    const { client, readers, orders, settings } = tenant;
    this.capabilities = tenant.capabilities;
    this.#settings = settings;
    this.accounts = requestLoader(readers.accounts, signal);
    this.contactsOfAccount = requestLoader(readers.contactsOfAccount, signal);
    this.subscriptionsOfAccount = requestLoader(readers.subscriptionsOfAccount, signal);
    this.#accountsByNumber = requestLoader(readers.accountsByNumber, signal);
    this.#subscriptions = requestLoader(readers.subscriptions, signal);
    this.#subscriptionNumbers = requestLoader(readers.subscriptionNumbers, signal);
    this.descriptions = requestLoader(tenant.descriptions, signal);
    this.catalog = new CatalogShelf(tenant.catalog, signal);
    this.documents = new DocumentShelf(
      { client, readers: tenant.documents, capabilities: tenant.capabilities, url: settings.url },
      signal,
    );
    this.events = new EventBook({ client, reader: tenant.eventTriggers }, signal);
    this.notifications = new NotificationBook(
      { client, readers: tenant.notifications, timeZone: settings.timeZone, clock: tenant.clock },
      signal,
    );
    this.orders = new OrderBook({ client, reader: orders, settings }, signal);
    this.metrics = new MetricShelf(tenant.metrics, signal);
    this.accountingCodes = requestLoader(tenant.accountingCodes, signal);
    this.subscriptionMetrics = requestLoader(tenant.subscriptionDetails.metrics, signal);
    this.subscriptionVersions = requestLoader(tenant.subscriptionDetails.versions, signal);
    this.amendments = requestLoader(tenant.subscriptionDetails.amendments, signal);
    const { accounts, contactsOfAccount, subscriptionsOfAccount } = this;
    const loaders = {
      accounts,
      accountsByNumber: this.#accountsByNumber,
      contactsOfAccount,
      currencyMetrics: this.metrics.byCurrency,
      subscriptionsOfAccount,
      subscriptions: this.#subscriptions,
      subscriptionMetrics: this.subscriptionMetrics,
      subscriptionVersions: this.subscriptionVersions,
      amendments: this.amendments,
    };
    this.desk = new WriteDesk({ ...tenant, loaders }, signal, lane);
    this.changes =
      settings.subscriptionChanges === 'ORDERS'
        ? new OrderWay(this.desk, this.catalog, (id) => accounts.load(id))
        : new AmendWay(this.desk);
  }

  /** By id or account number. */
  async account(key: string): Promise<ZuoraAccount | null> {
    return isZuoraId(key) ? await this.accounts.load(key) : await this.#accountsByNumber.load(key);
  }

  /** The latest version, by subscription number or by the id of any version. */
  async subscription(key: string): Promise<ZuoraSubscription | null> {
    const number = isZuoraId(key) ? await this.#subscriptionNumbers.load(key) : key;
    return number === null ? null : await this.#subscriptions.load(number);
  }

  /** Forgets what an order has changed: its subscriptions, and the accounts that own them or pay for them. */
  async orderLanded(order: ZuoraOrder | null): Promise<void> {
    const { accountNumbers, subscriptionNumbers } = touchedBy(order);
    const accounts = await Promise.all(accountNumbers.map((number) => this.account(number)));
    await Promise.all([
      ...subscriptionNumbers.map((number) => this.#subscriptions.drop(number)),
      ...accounts.flatMap((account) =>
        account === null
          ? []
          : [
              this.desk.subscriptionChanged({ accountId: account.zuoraId }),
              this.desk.accountChanged({ number: account.accountNumber }),
            ],
      ),
    ]);
  }

  async source(customer: CustomerEntry): Promise<SourceReading | null> {
    const id = accountIdOf(customer);
    return id === null ? null : await this.accounts.reading(id);
  }

  async find(value: string): Promise<readonly SystemRecord[]> {
    const account = await this.account(value);
    return account === null ? [] : [this.recordOf(account)];
  }

  async balance(customer: CustomerEntry): Promise<Money | null> {
    const id = accountIdOf(customer);
    return id === null ? null : ((await this.accounts.load(id))?.balance ?? null);
  }

  async invoicesOf(customer: CustomerEntry, request: InvoicePageRequest): Promise<InvoicePage> {
    const id = accountIdOf(customer);
    if (id === null) return { rows: [], hasMore: false };
    const { edges, pageInfo } = await this.documents.invoices.page(id, request);
    const rows = edges.map(({ node, cursor }) => ({ invoice: toUnifiedInvoice(node), place: cursor }));
    return { rows, hasMore: pageInfo.hasNextPage };
  }

  async numbersOf(customer: CustomerEntry, kind: NumberKind): Promise<readonly string[]> {
    const accounts = customer.externalIds.filter(({ system }) => system === SYSTEM);
    // Files name accounts by either.
    if (kind === 'ACCOUNT') return accounts.map(({ value }) => value);
    const ids = accounts.filter((one) => one.kind === ACCOUNT_ID).map(({ value }) => value);
    const read = await Promise.all(ids.map((id) => this.subscriptionsOfAccount.load(id)));
    return read.flatMap((some) => (some ?? []).map(({ subscriptionNumber }) => subscriptionNumber));
  }

  customerEnd(): CustomerEnd {
    return new ZuoraCustomerEnd({
      desk: this.desk,
      isId: isZuoraId,
      fieldsOfAccounts: async () => {
        const described = await this.descriptions.load('Account');
        return described && new Set(described.fields.map(({ name }) => name));
      },
    });
  }

  /** The latest version as it was sold, read afresh: plans are made of it. */
  async soldSubscription(key: string): Promise<SoldSubscription | null> {
    const row = await this.latestSubscription(key);
    const account = row && (await this.accounts.load(row.accountId));
    return row && account ? toSold(row, account.currency) : null;
  }

  creditTarget(): CreditTarget {
    return new ZuoraCreditTarget(this.#books);
  }

  invoiceTarget(): InvoiceTarget {
    return new ZuoraInvoiceTarget(this.#books);
  }

  get #books(): BookingMeans {
    return { desk: this.desk, accountOf: accountIdOf, account: (id) => this.accounts.load(id) };
  }

  /** The latest version, read afresh, by subscription number or by the id of any version. */
  async latestSubscription(key: string): Promise<Subscription | null> {
    const number = isZuoraId(key) ? await this.#subscriptionNumbers.load(key) : key;
    if (number === null) return null;
    const [row] = await this.desk.queries.latestSubscriptions('name', [number], this.desk.options);
    return row ?? null;
  }

  announcer(): Announcer {
    return new ZuoraAnnouncer(this.desk, this.#settings.callouts ?? { hmac: null, basic: null });
  }

  lastEvent(event: EventName): Promise<Findings | null> {
    return lastEvent(event, this.desk, (account) => this.recordOf(account));
  }

  recordUrl(kind: string, value: string): string | null {
    const { appUrl } = this.#settings;
    if (!appUrl || kind !== ACCOUNT_ID) return null;
    return `${appUrl}/apps/CustomerAccount.do?method=view&id=${encodeURIComponent(value)}`;
  }

  recordOf(account: ZuoraAccount): SystemRecord {
    return toRecord(account, this.#settings.linkFields);
  }
}

/** The id of the customer's account here; null for a customer of other systems only. */
export function accountIdOf({ externalIds }: CustomerEntry): string | null {
  return externalIds.find(({ system, kind }) => system === SYSTEM && kind === ACCOUNT_ID)?.value ?? null;
}

/** Ids are 32 hexadecimal digits; numbers have a prefix that each tenant chooses. */
function isZuoraId(key: string): boolean {
  return /^[0-9a-f]{32}$/i.test(key);
}
