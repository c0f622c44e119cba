import type { Clock } from '../clock.js';
import type { IdSource } from '../ids.js';
import { type Fill, RowSpool } from './row-spool.js';

export interface ShelvedSpool {
  readonly id: string;
  readonly spool: RowSpool;
}

interface Entry extends ShelvedSpool {
  readonly key: string;
  readonly madeAt: number;
  usedAt: number;
}

export interface SpoolShelfOptions {
  readonly clock: Clock;
  readonly ids: IdSource;
  /** How long an answer counts as current. */
  readonly freshMs: number;
  /** How long one that nobody reads is kept. */
  readonly keepMs: number;
  /** Most bytes of one, and of all together; those that were not read for longest go first. */
  readonly mostBytes: number;
  readonly mostBytesTogether: number;
}

const SWEEP_MS = 60_000;

/** Answers that are larger than memory, kept for a while so that they can be read in pages. */
export class SpoolShelf {
  readonly #options: SpoolShelfOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #beginning = new Map<string, Promise<Entry>>();
  readonly #sweeping: NodeJS.Timeout;

  constructor(options: SpoolShelfOptions) {
    this.#options = options;
    this.#sweeping = setInterval(() => void this.#sweep(), SWEEP_MS).unref();
  }

  /** A current answer under the key; `fill` is begun if there is none. */
  async current(key: string, fill: Fill): Promise<ShelvedSpool> {
    const { clock, freshMs } = this.#options;
    const known = [...this.#entries.values()].findLast(
      (entry) => entry.key === key && !entry.spool.failed && clock.now() - entry.madeAt < freshMs,
    );
    if (known) return this.#used(known);
    const under = this.#beginning.get(key);
    if (under !== undefined) return await under;
    const beginning = this.#begin(key, fill).finally(() => this.#beginning.delete(key));
    this.#beginning.set(key, beginning);
    return await beginning;
  }

  /** The very answer of that id; null if it is not kept any longer, or broke off. */
  kept(key: string, id: string): ShelvedSpool | null {
    const entry = this.#entries.get(id);
    if (!entry || entry.key !== key || entry.spool.failed || this.#isOld(entry)) return null;
    return this.#used(entry);
  }

  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    await Promise.all([...this.#entries.values()].map((entry) => this.#drop(entry)));
  }

  async #begin(key: string, fill: Fill): Promise<Entry> {
    const { clock, ids, mostBytes } = this.#options;
    await this.#sweep();
    const now = clock.now();
    const entry: Entry = {
      id: ids.next(),
      key,
      madeAt: now,
      usedAt: now,
      spool: await RowSpool.begin(fill, { mostBytes }),
    };
    this.#entries.set(entry.id, entry);
    return entry;
  }

  #used(entry: Entry): Entry {
    entry.usedAt = this.#options.clock.now();
    return entry;
  }

  #isOld({ usedAt }: Entry): boolean {
    return this.#options.clock.now() - usedAt >= this.#options.keepMs;
  }

  async #sweep(): Promise<void> {
    const { mostBytesTogether } = this.#options;
    const byUse = [...this.#entries.values()].toSorted((a, b) => a.usedAt - b.usedAt);
    let bytes = byUse.reduce((sum, { spool }) => sum + spool.bytes, 0);
    for (const entry of byUse) {
      if (!this.#isOld(entry) && bytes <= mostBytesTogether) continue;
      bytes -= entry.spool.bytes;
      await this.#drop(entry);
    }
  }

  async #drop(entry: Entry): Promise<void> {
    this.#entries.delete(entry.id);
    await entry.spool.close();
  }
}
