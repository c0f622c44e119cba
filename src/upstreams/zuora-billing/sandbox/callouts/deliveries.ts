import { randomUUID } from 'node:crypto';
import PQueue from 'p-queue';
import type { Clock } from '../../../../kernel/clock.js';
import type { Histories } from '../notifications/histories.js';
import type { Callout } from './request.js';

/** A callout, and what its line in the history says beside its outcome. */
export interface Delivery {
  readonly callout: Callout;
  readonly objectId: string;
  readonly event: string;
  readonly notification: string;
  readonly context: Readonly<Record<string, string | null>>;
}

interface Outcome {
  readonly code: number;
  readonly content: string;
}

// https://knowledgecenter.zuora.com/Central_Platform/Events_and_Notifications/C_Configure_Callout_Notifications
const TRIES = 3;
const BETWEEN_TRIES_MS = 30 * 60_000;
const LONGEST_ANSWER_MS = 25_000;
const AT_ONCE = 5;
/** Far above what a developer makes; more of them are noted as failed and not sent. */
const MOST_UNDER_WAY = 1_000;
const SHOWN_CHARACTERS = 500;

/** Sends callouts, tries again what Zuora would try again, and keeps what became of them. */
export class Deliveries {
  readonly #histories: Histories;
  readonly #clock: Clock;
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  readonly #sent = new Map<string, Delivery>();
  #ending = new AbortController();
  #underWay = 0;

  constructor(histories: Histories, clock: Clock) {
    this.#histories = histories;
    this.#clock = clock;
  }

  send(delivery: Delivery): void {
    const { objectId, event, notification, context, callout } = delivery;
    const line = { objectId, event, notification, context, method: callout.method, url: callout.url };
    if (this.#underWay >= MOST_UNDER_WAY) {
      this.#histories.noteCallout(line, { code: 503, content: 'too many callouts are under way', tries: 0 });
      return;
    }
    this.#underWay += 1;
    const { signal } = this.#ending;
    void this.#deliver(delivery, line, signal).finally(() => {
      this.#underWay -= 1;
    });
  }

  /** Once more; false for a line of the history that none of these callouts left. */
  resend(id: string): boolean {
    const delivery = this.#sent.get(id);
    if (!delivery) return false;
    const { signal } = this.#ending;
    const tried = this.#queue.add(() => attempt(delivery.callout, signal));
    void tried.then((outcome) => this.#histories.noteTry(id, outcome)).catch(() => {});
    return true;
  }

  /** Sends no more; what is on its way is given up. */
  stop(): void {
    this.#ending.abort(new Error('The sandbox sends no more callouts.'));
    this.#ending = new AbortController();
    this.#queue.clear();
    this.#sent.clear();
  }

  async #deliver(
    delivery: Delivery,
    line: Parameters<Histories['noteCallout']>[0],
    signal: AbortSignal,
  ): Promise<void> {
    let id: string | null = null;
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const outcome = await this.#queue.add(() => attempt(delivery.callout, signal)).catch(() => null);
      if (outcome === null || signal.aborted) return;
      if (id === null) id = this.#histories.noteCallout(line, { ...outcome, tries }).id;
      else this.#histories.noteTry(id, outcome);
      this.#sent.set(id, delivery);
      if (this.#sent.size > MOST_UNDER_WAY) this.#sent.delete(this.#sent.keys().next().value ?? '');
      if (outcome.code === 200 || !delivery.callout.retried || !isRetried(outcome.code)) return;
      await this.#clock.wait(BETWEEN_TRIES_MS, signal).catch(() => {});
      if (signal.aborted) return;
    }
  }
}

/** One try; a receiver who cannot be reached is -1, as in Zuora's histories. */
async function attempt(callout: Callout, ending: AbortSignal): Promise<Outcome> {
  ending.throwIfAborted();
  const { method, url, body, headers, basic } = callout;
  const signal = AbortSignal.any([ending, AbortSignal.timeout(LONGEST_ANSWER_MS)]);
  const ask = async (authorization: string | null): Promise<Response> =>
    await fetch(url, {
      method,
      headers: {
        ...headers,
        'zuora-request-id': randomUUID(),
        ...(authorization !== null && { authorization }),
      },
      ...(method !== 'GET' && { body }),
      redirect: 'manual',
      signal,
    });
  try {
    let answer = await ask(basic?.preemptive ? basic.value : null);
    // Without preemptive credentials the receiver is expected to ask for them.
    if (answer.status === 401 && basic && !basic.preemptive && answer.headers.has('www-authenticate')) {
      await answer.body?.cancel();
      answer = await ask(basic.value);
    }
    return { code: answer.status, content: (await answer.text()).slice(0, SHOWN_CHARACTERS) };
  } catch (error) {
    ending.throwIfAborted();
    return { code: -1, content: error instanceof Error ? error.message : 'no answer' };
  }
}

const isRetried = (code: number) =>
  code < 200 || code === 401 || code === 403 || code === 408 || code === 429 || code >= 500;
