import type { DiscoverySource, DiscoveryStream } from '../../../src/domain/identity/ports.js';
import { UpstreamError } from '../../../src/kernel/errors.js';
import { record } from '../../support/store-records.js';

type Answer = Error | 'hang' | 'itself';

/** A system whose pages are numbered, with answers that a test puts in the way of the right ones. */
export class ScriptedSource implements DiscoverySource {
  readonly streams: readonly DiscoveryStream[];
  /** `stream:cursor` of every page that was asked for. */
  readonly asked: string[] = [];
  readonly #script = new Map<string, Answer[]>();

  constructor(
    readonly system: string,
    pages: Record<string, number>,
  ) {
    this.streams = Object.entries(pages).map(([name, count]) => ({
      name,
      page: (cursor, { signal }) => this.#page(name, count, cursor, signal),
    }));
  }

  /** The next requests for `stream:cursor` (`stream:null` for the first page) get these answers, one each. */
  answer(page: string, ...answers: Answer[]): void {
    this.#script.set(page, [...(this.#script.get(page) ?? []), ...answers]);
  }

  async #page(stream: string, count: number, cursor: string | null, signal: AbortSignal) {
    const page = `${stream}:${cursor}`;
    this.asked.push(page);
    const answer = this.#script.get(page)?.shift();
    if (answer instanceof Error) throw answer;
    if (answer === 'hang') {
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
    }
    const at = Number(cursor ?? '0');
    const next = at + 1 < count ? String(at + 1) : null;
    return { records: [record(this.system, `${stream}-${at}`)], next: answer === 'itself' ? cursor : next };
  }
}

export const down = (options: { retryAfterMs?: number; retryable?: boolean } = {}) =>
  new UpstreamError('ONE', 'UPSTREAM_UNAVAILABLE', 'ONE does not answer.', options);
export const refused = () => new UpstreamError('ONE', 'UPSTREAM_REJECTED', 'The cursor is too old.');
