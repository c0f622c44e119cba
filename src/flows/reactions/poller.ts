import type { ConnectionKey } from '../../domain/connections/key.js';
import type { EventName } from '../../domain/events/model.js';
import type { Bookmarks, EventStream } from '../../domain/events/ports.js';
import type { Dispatcher } from '../../domain/flows/dispatcher.js';
import type { FlowBook } from '../../domain/flows/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { Logger } from '../../kernel/logger.js';
import { inSpan } from '../../kernel/tracing/spans.js';

export interface PollerOptions {
  readonly everyMs: number;
  readonly book: Pick<FlowBook, 'all'>;
  readonly bookmarks: Bookmarks;
  /** Empty for a connection that is gone, and for a system that cannot be asked. */
  readonly streams: (connection: ConnectionKey) => readonly EventStream[];
  readonly webhookAddress: (connection: ConnectionKey) => string;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

const LOOK_EVERY_MS = 30_000;
// Clocks differ: what happened around the first reading is read.
const SKEW_MS = 120_000;

/** Asks systems what happened that flows wait for, for the case that nobody told. Of several processes one asks at a time. */
export class Poller {
  readonly #options: PollerOptions;
  readonly #ended = new AbortController();
  #working: Promise<void> | null = null;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#working ??= this.#work();
  }

  async stop(): Promise<void> {
    this.#ended.abort(new Error('the gateway ends'));
    await this.#working;
  }

  async #work(): Promise<void> {
    const { everyMs, clock, log } = this.#options;
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await this.#look().catch((error: unknown) => {
        if (!signal.aborted) log.warn({ err: error }, 'what flows wait for will be asked for again');
      });
      await clock.wait(Math.min(everyMs, LOOK_EVERY_MS), signal).catch(() => {});
    }
  }

  async #look(): Promise<void> {
    const { book, streams, clock } = this.#options;
    const flows = (await book.all(clock.now())).filter(({ enabled }) => enabled);
    for (const [connection, waiting] of Map.groupBy(flows, ({ trigger }) => trigger.connection)) {
      const wanted = new Set<EventName>(waiting.map(({ trigger }) => trigger.event));
      for (const stream of streams(connection)) {
        if (!stream.events.some((event) => wanted.has(event))) continue;
        // A stream that was never read is read from where the first flow began to wait, however long ago that was.
        await this.#read(connection, stream, Math.min(clock.now(), ...waiting.flatMap(({ since }) => since ?? [])));
      }
    }
  }

  async #read(connection: ConnectionKey, stream: EventStream, since: number): Promise<void> {
    const { everyMs, bookmarks, clock, log } = this.#options;
    const { signal } = this.#ended;
    signal.throwIfAborted();
    const now = clock.now();
    const key = { connection, stream: stream.name };
    const from = await bookmarks.take(key, { now, before: now - everyMs, first: stream.at(since - SKEW_MS) });
    if (from === null) return;
    const attributes = { 'billgraph.connection': connection, 'billgraph.stream': stream.name };
    try {
      await inSpan('ask for events', { parent: null, attributes }, () => this.#pages(key, stream, from));
    } catch (error) {
      if (signal.aborted) return;
      log.warn(
        { ...key, err: error },
        'what flows wait for could not be asked for: the next time it goes on from there',
      );
    }
  }
  async #pages(key: { connection: ConnectionKey; stream: string }, stream: EventStream, from: string): Promise<void> {
    const { bookmarks, dispatcher, webhookAddress, log } = this.#options;
    const asking = { webhookAddress: webhookAddress(key.connection), signal: this.#ended.signal };
    for await (const page of stream.read(from, asking)) {
      const runs = await dispatcher.take(key.connection, page.findings);
      // After the runs: a crash in between repeats a page, and skips none.
      await bookmarks.put(key, page.bookmark);
      if (runs > 0) log.info({ ...key, runs }, 'what flows wait for was asked for');
    }
  }
}
