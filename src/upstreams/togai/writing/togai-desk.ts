import { createHash } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.js';
import { dayIn, type PlainDate } from '../../../kernel/dates.js';
import type { IdSource } from '../../../kernel/ids.js';
import type { RequestLoader } from '../../../kernel/reading/request-loader.js';
import type { Intention, OnceSteps, Writer } from '../../../kernel/writing/writer.js';
import type { TogaiClient } from '../client.js';
import type { TogaiSettings } from '../config.js';
import { SYSTEM } from '../names.js';
import { pageKey } from '../reading/credits.js';
import type { FindOptions } from '../reading/reader-factory.js';

// Attempts and looks, several times over: a change that was begun is brought to an end although its caller has gone.
const LONGEST_CHANGE_MS = 300_000;

export interface DeskOptions {
  readonly client: TogaiClient;
  readonly settings: TogaiSettings;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Loaders whose entries a change makes old. */
export interface ChangedLoaders {
  readonly customers: RequestLoader<unknown>;
  readonly accounts: RequestLoader<unknown>;
  /** These three by account id. */
  readonly settings: RequestLoader<unknown>;
  readonly schedules: RequestLoader<unknown>;
  readonly creditBalances: RequestLoader<unknown>;
  readonly credits: RequestLoader<unknown>;
  readonly creditPages: RequestLoader<unknown>;
  readonly pricePlans: RequestLoader<unknown>;
  /** By account id, and its pages. */
  readonly wallets: RequestLoader<unknown>;
  readonly walletPages: RequestLoader<unknown>;
}

/** What a request needs to change something in Togai. */
export class TogaiDesk {
  readonly client: TogaiClient;
  readonly settings: TogaiSettings;
  readonly #options: DeskOptions;
  readonly #loaders: ChangedLoaders;
  readonly #caller: AbortSignal;

  constructor(options: DeskOptions, loaders: ChangedLoaders, caller: AbortSignal) {
    this.client = options.client;
    this.settings = options.settings;
    this.#options = options;
    this.#loaders = loaders;
    this.#caller = caller;
  }

  /** For every call that belongs to a change: it does not end with the caller's patience. */
  get options(): FindOptions {
    return { signal: AbortSignal.timeout(LONGEST_CHANGE_MS), lane: 'interactive' };
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
  }

  async accountChanged(id: string): Promise<void> {
    await Promise.all([this.#loaders.accounts.drop(id), this.#loaders.settings.drop(id)]);
  }

  async schedulesChanged(accountId: string): Promise<void> {
    await this.#loaders.schedules.drop(accountId);
  }

  async pricePlanChanged(id: string): Promise<void> {
    await this.#loaders.pricePlans.drop(id);
  }

  async walletChanged(accountId: string): Promise<void> {
    await Promise.all([
      this.#loaders.wallets.drop(accountId),
      this.#loaders.walletPages.drop(pageKey({ accountId, token: null })),
    ]);
  }

  /** Further pages of credits are seldom read, and live for half a minute. */
  async creditChanged({ id, accountId }: { id?: string; accountId: string }): Promise<void> {
    const states = [null, 'ACTIVE', 'CONSUMED', 'EXPIRED', 'VOIDED'];
    await Promise.all([
      id === undefined ? null : this.#loaders.credits.drop(id),
      this.#loaders.creditBalances.drop(accountId),
      ...states.map((status) => this.#loaders.creditPages.drop(pageKey({ accountId, status, token: null }))),
    ]);
  }
}
