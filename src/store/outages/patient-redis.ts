import KeyvRedis from '@keyv/redis';
import { Patience } from '../../kernel/within.js';

// Loaded only where Redis is used: a large package, and most gateways need none.

const CONNECT_TIMEOUT_MS = 500;
const ANSWER_MS = 500;
// How long Redis is left alone once it was silent.
const PAUSE_MS = 5_000;
// More than that are dropped together with all the rest.
const MOST_OWED = 10_000;

/** Waits a little for each answer, and drops in the end what it was told to drop, however long Redis was away. */
export class PatientRedis extends KeyvRedis<unknown> {
  readonly #patience = new Patience(ANSWER_MS, PAUSE_MS);
  /** What is to be dropped: what Redis has of it is not what there is. */
  readonly #owed = new Set<string>();

  constructor(url: string, namespace: string) {
    super(
      // By default the client would queue commands and hold every request for seconds while Redis is gone.
      { url, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_TIMEOUT_MS } },
      { throwOnErrors: true, throwOnConnectError: false, connectionTimeout: CONNECT_TIMEOUT_MS, namespace },
    );
  }

  override async get<T>(key: string) {
    await this.#settle();
    return await this.#patience.ask(() => super.get<T>(key));
  }

  override async getMany<T>(keys: string[]) {
    await this.#settle();
    return await this.#patience.ask(() => super.getMany<T>(keys));
  }

  override async set(key: string, value: string, ttl?: number) {
    await this.#settle();
    await this.#patience.ask(() => super.set(key, value, ttl));
  }

  override async delete(key: string) {
    this.#owed.add(key);
    await this.#settle();
    return true;
  }

  /** At once: what is under way is of no use to anybody, and may never be answered. */
  override async disconnect() {
    await super.disconnect(true);
  }

  /** Nothing is read before: it would be what was to be dropped. */
  async #settle(): Promise<void> {
    const keys = [...this.#owed];
    if (keys.length === 0) return;
    await this.#patience.ask<unknown>(() => (keys.length > MOST_OWED ? super.clear() : super.deleteMany(keys)));
    for (const key of keys) this.#owed.delete(key);
  }
}
