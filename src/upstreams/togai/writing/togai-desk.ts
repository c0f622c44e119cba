import { createHash } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.js';
import { dayIn, type PlainDate } from '../../../kernel/dates.js';
import type { Lane } from '../../../kernel/http/lanes.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { RequestLoader } from '../../../kernel/reading/request-loader.js';
import type { Intention, OnceSteps, Writer } from '../../../kernel/writing/writer.js';
import type { TogaiClient } from '../client.js';
import type { TogaiSettings } from '../config.js';
import { SYSTEM } from '../names.js';
import { pageKey } from '../reading/credits.js';
import { rateCardsKey } from '../reading/price-plans.js';
import type { FindOptions } from '../reading/reader-factory.js';

// Attempts and looks, several times over: a change that was begun is brought to an end although its caller has gone.
const LONGEST_CHANGE_MS = 300_000;

const INVOICE_STATES = [
  ...['DRAFT', 'DUE', 'PAID', 'VOID', 'UN_COLLECTIBLE', 'REFUND_INITIATED', 'REFUND_COMPLETED', 'MERGED'],
  'PARTIALLY_PAID',
];

/** An invoice and whose it is. */
export interface ChangedInvoice {
  readonly id: string;
  readonly accountId: string;
  readonly customerId: string;
}

export interface DeskOptions {
  readonly client: TogaiClient;
  readonly settings: TogaiSettings;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** See `UpstreamKit.changed`. */
  readonly changed: (ids: readonly string[]) => void;
}

/** Loaders whose entries a change makes old. */
export interface ChangedLoaders {
  readonly customers: RequestLoader<unknown>;
  readonly accounts: RequestLoader<unknown>;
  /** These by account id. */
  readonly settings: RequestLoader<unknown>;
  readonly schedules: RequestLoader<unknown>;
  readonly draftSchedules: RequestLoader<unknown>;
  readonly creditBalances: RequestLoader<unknown>;
  readonly credits: RequestLoader<unknown>;
  readonly creditPages: RequestLoader<unknown>;
  readonly pricePlans: RequestLoader<unknown>;
  /** By generation and id. */
  readonly rateCards: RequestLoader<unknown>;
  /** The list of all price plans, under `all`. */
  readonly pricePlanList: { drop(key: string): Promise<void> };
  /** By account id, and its pages. */
  readonly wallets: RequestLoader<unknown>;
  readonly walletPages: RequestLoader<unknown>;
  readonly invoices: RequestLoader<unknown>;
  readonly invoicePages: RequestLoader<unknown>;
  readonly customerInvoicePages: RequestLoader<unknown>;
  /** By the id that the sender chose. */
  readonly eventEntries: RequestLoader<unknown>;
  /** As a whole. */
  readonly alerts: RequestLoader<unknown>;
  readonly incidents: RequestLoader<unknown>;
  readonly incidentPages: RequestLoader<unknown>;
  readonly jobs: RequestLoader<unknown>;
  readonly jobPages: RequestLoader<unknown>;
}

/** What a request needs to change something in Togai. */
export class TogaiDesk {
  readonly client: TogaiClient;
  readonly settings: TogaiSettings;
  readonly #options: DeskOptions;
  readonly #loaders: ChangedLoaders;
  readonly #caller: AbortSignal;
  readonly #lane: Lane;

  constructor(options: DeskOptions, loaders: ChangedLoaders, caller: AbortSignal, lane: Lane = 'interactive') {
    this.client = options.client;
    this.settings = options.settings;
    this.#options = options;
    this.#loaders = loaders;
    this.#caller = caller;
    this.#lane = lane;
  }

  /** For every call that belongs to a change: it does not end with the caller's patience. */
  get options(): FindOptions {
    return { signal: AbortSignal.timeout(LONGEST_CHANGE_MS), lane: this.#lane };
  }

  /** The billing day in the organisation's time zone. */
  today(): PlainDate {
    return dayIn(this.settings.timeZone, new Date(this.#options.clock.now()));
  }

  /** Makes a change exactly once: see `Writer.once`. */
  once<T>(intention: Intention, steps: OnceSteps<T>): Promise<T> {
    return this.#options.writer.once(intention, steps, this.#caller);
  }

  /**
   * A key of Togai's for an intention: it follows from the caller's key, so that any process finds again what was made
   * under it, or is one that nobody else has.
   */
  keyFor(kind: string, key: string | null): string {
    if (key === null) return this.#options.ids.next();
    return createHash('sha256')
      .update(JSON.stringify([SYSTEM, this.settings.url, kind, key]))
      .digest('hex')
      .slice(0, 40);
  }

  async customerChanged(id: string): Promise<void> {
    await this.#loaders.customers.drop(id);
    this.#options.changed([id]);
  }

  async accountChanged(id: string): Promise<void> {
    await Promise.all([this.#loaders.accounts.drop(id), this.#loaders.settings.drop(id)]);
    this.#options.changed([id]);
  }

  async schedulesChanged(accountId: string): Promise<void> {
    await Promise.all([this.#loaders.schedules.drop(accountId), this.#loaders.draftSchedules.drop(accountId)]);
    this.#options.changed([accountId]);
  }

  async eventChanged(id: string): Promise<void> {
    await this.#loaders.eventEntries.drop(id);
  }

  async pricePlanChanged(id: string): Promise<void> {
    const { pricePlans, rateCards, pricePlanList } = this.#loaders;
    const generation = this.settings.pricePlans === 'V1' ? 1 : 2;
    await Promise.all([
      pricePlans.drop(id),
      rateCards.drop(rateCardsKey({ generation, togaiId: id })),
      pricePlanList.drop('all'),
    ]);
  }

  async walletChanged(accountId: string): Promise<void> {
    await Promise.all([
      this.#loaders.wallets.drop(accountId),
      this.#loaders.walletPages.drop(pageKey({ accountId, token: null })),
    ]);
    this.#options.changed([accountId]);
  }

  async alertsChanged(): Promise<void> {
    await this.#loaders.alerts.drop('all');
  }

  /** Further pages of these two live for ten seconds. */
  async incidentChanged(id: string): Promise<void> {
    await Promise.all([this.#loaders.incidents.drop(id), this.#loaders.incidentPages.drop('')]);
  }

  async jobChanged(id: string): Promise<void> {
    await Promise.all([this.#loaders.jobs.drop(id), this.#loaders.jobPages.drop('')]);
  }

  /** Further pages are seldom read, and live for half a minute. */
  async invoiceChanged({ id, accountId, customerId }: ChangedInvoice): Promise<void> {
    const pagesOf = (owner: string, states: readonly (string | null)[]) =>
      states.map((status) => pageKey({ accountId: owner, status, token: null }));
    await Promise.all([
      this.#loaders.invoices.drop(id),
      ...pagesOf(accountId, [null, ...INVOICE_STATES]).map((page) => this.#loaders.invoicePages.drop(page)),
      ...pagesOf(customerId, [null]).map((page) => this.#loaders.customerInvoicePages.drop(page)),
    ]);
    this.#options.changed([accountId]);
  }

  /** Further pages of credits are seldom read, and live for half a minute. */
  async creditChanged({ id, accountId }: { id?: string; accountId: string }): Promise<void> {
    const states = [null, 'ACTIVE', 'CONSUMED', 'EXPIRED', 'VOIDED'];
    await Promise.all([
      id === undefined ? null : this.#loaders.credits.drop(id),
      this.#loaders.creditBalances.drop(accountId),
      ...states.map((status) => this.#loaders.creditPages.drop(pageKey({ accountId, status, token: null }))),
    ]);
    this.#options.changed([accountId]);
  }
}
