import type { ApiKeyStore, KeptApiKey } from '../../domain/access/api-keys.js';
import { isSameHash, readKey } from '../../domain/access/key-text.js';
import type { Caller } from '../../domain/access/model.js';
import type { Clock } from '../../kernel/clock.js';

// A key that is revoked stops working within this time, in every process.
const KNOWN_MS = 10_000;
const MOST_KNOWN = 1_000;
const NOTE_USE_MS = 60_000;

export interface KeyCheckOptions {
  readonly store: ApiKeyStore;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** Knows the holders of API keys. */
export class KeyCheck {
  readonly #options: KeyCheckOptions;
  readonly #known = new Map<string, { readonly key: KeptApiKey | null; readonly until: number }>();
  readonly #noted = new Map<string, number>();

  constructor(options: KeyCheckOptions) {
    this.#options = options;
  }

  /** Null for what is no key, or none that is good any more. */
  async callerOf(text: string): Promise<Caller | null> {
    const given = readKey(text);
    if (given === null) return null;
    const key = await this.#find(given.id);
    const now = this.#options.clock.now();
    if (key === null || !isSameHash(key.secretHash, given.secretHash)) return null;
    if (key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) return null;
    this.#noteUse(key.id, now);
    return {
      kind: 'key',
      id: `key:${key.id}`,
      name: key.name,
      scopes: new Set(key.scopes),
      systems: key.systems === null ? null : new Set(key.systems),
    };
  }

  async #find(id: string): Promise<KeptApiKey | null> {
    const now = this.#options.clock.now();
    const known = this.#known.get(id);
    if (known && known.until > now) return known.key;
    const key = await this.#options.store.find(id);
    // Whoever guesses ids does not fill the memory.
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(id, { key, until: now + KNOWN_MS });
    return key;
  }

  /** Behind the answer: nobody waits for it, and a failure of it lets nobody down. */
  #noteUse(id: string, now: number): void {
    if (now - (this.#noted.get(id) ?? Number.NEGATIVE_INFINITY) < NOTE_USE_MS) return;
    this.#noted.set(id, now);
    this.#options.store.used(id, now).catch(this.#options.onError);
  }
}
