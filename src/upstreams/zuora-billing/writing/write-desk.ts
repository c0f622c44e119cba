import type { Clock } from '../../../kernel/clock.js';
import { dayIn, type PlainDate } from '../../../kernel/dates.js';
import type { Lane } from '../../../kernel/http/lanes.js';
import type { RequestLoader } from '../../../kernel/reading/request-loader.js';
import type { Intention, OnceSteps, Writer } from '../../../kernel/writing/writer.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import type { ZuoraAccount, ZuoraSubscription } from '../model.js';
import type { QueryOptions } from '../object-query.js';
import type { ZuoraQueries } from '../queries/zuora-queries.js';
import type { TenantCapabilities } from '../tenant/capabilities.js';

// Above what Zuora takes at most (120 s), several times over for attempts and looks: a change that was begun is brought to
// an end although its caller has gone.
const LONGEST_CHANGE_MS = 600_000;

/** Loaders whose entries a change makes old. */
export interface ChangedLoaders {
  readonly accounts: RequestLoader<ZuoraAccount>;
  readonly accountsByNumber: RequestLoader<ZuoraAccount>;
  readonly contactsOfAccount: RequestLoader<unknown>;
  /** By account id, too. */
  readonly currencyMetrics: RequestLoader<unknown>;
  readonly subscriptionsOfAccount: RequestLoader<readonly ZuoraSubscription[]>;
  readonly subscriptions: RequestLoader<ZuoraSubscription>;
  /** By subscription number, too. */
  readonly subscriptionMetrics: RequestLoader<unknown>;
  readonly subscriptionVersions: RequestLoader<unknown>;
  /** By the id of the version that was changed. */
  readonly amendments: RequestLoader<unknown>;
}

export interface WriteDeskOptions {
  readonly client: ZuoraClient;
  readonly queries: ZuoraQueries;
  readonly capabilities: TenantCapabilities;
  readonly loaders: ChangedLoaders;
  readonly settings: ZuoraBillingSettings;
  readonly writer: Writer;
  readonly clock: Clock;
  /** See `UpstreamKit.changed`. */
  readonly changed: (ids: readonly string[]) => void;
}

interface ChangedSubscription {
  readonly number?: string | null;
  readonly accountId: string;
  /** The version that was the latest before the change. */
  readonly versionId?: string;
}

/** What a request needs to change something in Zuora Billing. */
export class WriteDesk {
  readonly client: ZuoraClient;
  /** For looking whether a change has been made. */
  readonly queries: ZuoraQueries;
  /** What the tenant has, found out once. */
  readonly capabilities: TenantCapabilities;
  readonly settings: ZuoraBillingSettings;
  readonly clock: Clock;
  readonly #loaders: ChangedLoaders;
  readonly #writer: Writer;
  readonly #changed: (ids: readonly string[]) => void;
  readonly #caller: AbortSignal;
  readonly #lane: Lane;

  constructor(
    { client, queries, capabilities, loaders, settings, writer, clock, changed }: WriteDeskOptions,
    caller: AbortSignal,
    lane: Lane = 'interactive',
  ) {
    this.client = client;
    this.queries = queries;
    this.capabilities = capabilities;
    this.settings = settings;
    this.clock = clock;
    this.#loaders = loaders;
    this.#writer = writer;
    this.#changed = changed;
    this.#caller = caller;
    this.#lane = lane;
  }

  /** For every call that belongs to a change: it does not end with the caller's patience. */
  get options(): QueryOptions {
    return { signal: AbortSignal.timeout(LONGEST_CHANGE_MS), lane: this.#lane };
  }

  /** The billing day in the tenant's time zone. */
  today(): PlainDate {
    return dayIn(this.settings.timeZone, new Date(this.clock.now()));
  }

  /** Makes a change exactly once: see `Writer.once`. */
  once<T>(intention: Intention, steps: OnceSteps<T>): Promise<T> {
    return this.#writer.once(intention, steps, this.#caller);
  }

  /** Forgets what was known of an account. */
  async accountChanged({ id, number }: { id?: string | null; number?: string | null }): Promise<void> {
    await Promise.all([
      id && this.#loaders.accounts.drop(id),
      id && this.#loaders.contactsOfAccount.drop(id),
      id && this.#loaders.currencyMetrics.drop(id),
      number && this.#loaders.accountsByNumber.drop(number),
    ]);
    this.#changed([id, number].filter((one) => typeof one === 'string'));
  }

  /** Forgets what was known of a subscription, and of its account, whose figures follow it. */
  async subscriptionChanged({ number, accountId, versionId }: ChangedSubscription): Promise<void> {
    await Promise.all([
      versionId && this.#loaders.amendments.drop(versionId),
      ...(number
        ? [
            this.#loaders.subscriptions.drop(number),
            this.#loaders.subscriptionMetrics.drop(number),
            this.#loaders.subscriptionVersions.drop(number),
          ]
        : []),
      this.#loaders.subscriptionsOfAccount.drop(accountId),
      this.accountChanged({ id: accountId }),
    ]);
  }
}
