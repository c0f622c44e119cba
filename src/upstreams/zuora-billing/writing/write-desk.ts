import type { Clock } from '../../../kernel/clock.js';
import { dayIn, type PlainDate } from '../../../kernel/dates.js';
import type { Intention, OnceSteps, Writer } from '../../../kernel/writing/writer.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import type { QueryOptions } from '../object-query.js';
import type { ZuoraReaders } from '../readers.js';

// Above what Zuora takes at most (120 s), several times over for attempts and looks: a change that was begun is brought to
// an end although its caller has gone.
const LONGEST_CHANGE_MS = 600_000;

export interface WriteDeskOptions {
  readonly client: ZuoraClient;
  readonly readers: ZuoraReaders;
  readonly settings: ZuoraBillingSettings;
  readonly writer: Writer;
  readonly clock: Clock;
}

/** What a request needs to change something in Zuora Billing. */
export class WriteDesk {
  readonly client: ZuoraClient;
  readonly settings: ZuoraBillingSettings;
  readonly clock: Clock;
  readonly #readers: ZuoraReaders;
  readonly #writer: Writer;
  readonly #caller: AbortSignal;

  constructor({ client, readers, settings, writer, clock }: WriteDeskOptions, caller: AbortSignal) {
    this.client = client;
    this.settings = settings;
    this.clock = clock;
    this.#readers = readers;
    this.#writer = writer;
    this.#caller = caller;
  }

  /** For every call that belongs to a change: it does not end with the caller's patience. */
  get options(): QueryOptions {
    return { signal: AbortSignal.timeout(LONGEST_CHANGE_MS), lane: 'interactive' };
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
    await Promise.all([id && this.#readers.accounts.drop(id), number && this.#readers.accountsByNumber.drop(number)]);
  }

  /** Forgets what was known of a subscription, and of its account, whose figures follow it. */
  async subscriptionChanged({ number, accountId }: { number?: string | null; accountId: string }): Promise<void> {
    await Promise.all([
      number && this.#readers.subscriptions.drop(number),
      this.#readers.subscriptionsOfAccount.drop(accountId),
      this.accountChanged({ id: accountId }),
    ]);
  }
}
