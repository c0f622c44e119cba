import type { ConnectionKey } from '../../domain/connections/key.js';
import type { Findings } from '../../domain/events/model.js';
import type { Delivery } from '../../domain/webhooks/model.js';
import type { Inbox, WebhookReceiver } from '../../domain/webhooks/ports.js';
import type { Clock } from '../../kernel/clock.js';
import { UpstreamError } from '../../kernel/errors.js';
import type { Logger } from '../../kernel/logger.js';
import { inSpan, spanNamedBy } from '../../kernel/tracing/spans.js';
import type { TakeoverTimes } from '../worker-silence.js';

export interface PumpOptions {
  readonly inbox: Inbox;
  /** Undefined where the connection is gone, or takes no webhooks any more. */
  readonly receiver: (key: ConnectionKey) => WebhookReceiver | undefined;
  /** Takes what was found; when it is through, nothing of it can be lost. */
  readonly take: (connection: ConnectionKey, findings: Findings) => Promise<unknown>;
  readonly times: Pick<TakeoverTimes, 'settleMs' | 'leaseMs' | 'lookMs'>;
  /** Names this process in leases. */
  readonly owner: string;
  /** Whether no other process can have anything in hand. */
  readonly alone: boolean;
  readonly clock: Clock;
  readonly log: Logger;
}

const BATCH = 50;
const AT_ONCE = 5;
// What comes within it is claimed, looked up and settled together.
const APART_MS = 100;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 600_000;
// With these waits about three hours: a system that is away for longer is found out about by discovery.
const MOST_ATTEMPTS = 26;
const KEPT_MS = 30 * 86_400_000;
const CLEAR_EVERY_MS = 3_600_000;

/**
 * Settles what systems told: reads anew what each delivery is about, once for all deliveries about the same. Every process
 * has one; a delivery is in the hands of one of them at a time, and in another's soon after that one died.
 */
export class InboxPump {
  readonly #options: PumpOptions;
  readonly #ended = new AbortController();
  #wake: () => void = () => {};
  #working: Promise<void> | null = null;
  #clearAt = 0;
  #hasTakenOver = false;

  constructor(options: PumpOptions) {
    this.#options = options;
  }

  start(): void {
    this.#working ??= this.#work();
  }

  /** There is something new. */
  wake(): void {
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#ended.abort(new Error('the gateway ends'));
    await this.#working;
    const { inbox, owner, log } = this.#options;
    await inbox.giveBack(owner).catch((error: unknown) => log.warn({ err: error }, 'webhooks wait for their lease'));
  }

  async #work(): Promise<void> {
    const { log, clock, times } = this.#options;
    const { signal } = this.#ended;
    while (!signal.aborted) {
      const woken = new AbortController();
      this.#wake = () => woken.abort();
      const began = clock.now();
      const more = await this.#batch().catch((error: unknown) => {
        if (!signal.aborted) log.warn({ err: error }, 'the inbox of webhooks will be looked at again');
        return false;
      });
      if (more) continue;
      await clock.wait(times.lookMs, AbortSignal.any([signal, woken.signal])).catch(() => {});
      const apart = began + APART_MS - clock.now();
      if (apart > 0) await clock.wait(apart, signal).catch(() => {});
    }
  }

  /** Whether there may be more at once. */
  async #batch(): Promise<boolean> {
    const { inbox, clock, owner, times, alone } = this.#options;
    const now = clock.now();
    if (!this.#hasTakenOver) {
      if (alone) await inbox.giveBack(null);
      this.#hasTakenOver = true;
    }
    if (now >= this.#clearAt) {
      this.#clearAt = now + CLEAR_EVERY_MS;
      await inbox.clear(now - KEPT_MS);
    }
    const claimed = await inbox.claim(BATCH, { owner, now, until: now + times.leaseMs });
    const subjects = [...Map.groupBy(claimed, subjectOf).values()];
    for (let at = 0; at < subjects.length; at += AT_ONCE) {
      await Promise.all(subjects.slice(at, at + AT_ONCE).map((same) => this.#traced(same)));
    }
    return claimed.length === BATCH;
  }

  /** A part of the trace in which the first one came; those of the others are linked with it. */
  #traced(same: readonly Delivery[]): Promise<void> {
    const [first, ...others] = same;
    const links = others.flatMap(({ traceparent }) => spanNamedBy(traceparent) ?? []);
    const attributes = { 'billgraph.connection': first?.connection ?? '', 'billgraph.deliveries': same.length };
    const parent = first?.traceparent ? { traceparent: first.traceparent } : null;
    return inSpan('settle webhook', { kind: 'CONSUMER', parent, links, attributes }, () => this.#settle(same));
  }

  async #settle(same: readonly Delivery[]): Promise<void> {
    const { inbox, receiver, take, times, clock, log } = this.#options;
    const [first] = same;
    if (!first) return;
    const ids = same.map(({ id }) => id);
    const { connection } = first;
    try {
      if (Object.keys(first.ids).length === 0) return await inbox.done(ids, 'It holds no id.', clock.now());
      const target = receiver(connection);
      if (!target) return await inbox.done(ids, 'The connection takes no webhooks any more.', clock.now());
      const signal = AbortSignal.any([this.#ended.signal, AbortSignal.timeout(times.settleMs)]);
      const findings = await target.settle(first.ids, signal);
      await take(connection, findings);
      const found = findings.records.length > 0 || findings.events.length > 0;
      await inbox.done(ids, found ? null : 'The system has nothing with these ids.', clock.now());
    } catch (error) {
      // What was claimed is due again when the lease is over.
      if (this.#ended.signal.aborted) return;
      const note =
        error instanceof UpstreamError ? `${error.code}: ${error.message}` : 'It could not be settled; see the log.';
      const attempts = Math.max(...same.map((delivery) => delivery.attempts));
      const final = attempts >= MOST_ATTEMPTS || (error instanceof UpstreamError && !error.retryable);
      log.warn({ err: error, connection, deliveries: ids, attempts, final }, 'a webhook could not be settled');
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
      await inbox.failed(ids, note, final ? null : clock.now() + wait);
    }
  }
}

function subjectOf({ connection, ids }: Delivery): string {
  return JSON.stringify([connection, Object.entries(ids).sort()]);
}
