import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import type { KeptDocuments } from '../../kernel/reading/kept-documents.js';

const LIFE_MS = 30 * 60_000;
const KIND = 'link-secret';

/** Addresses that open one thing for thirty minutes to whoever has them, in every process of the gateway. */
export class Links {
  readonly #place: { readonly scope: string; readonly kind: string };
  readonly #kept: KeptDocuments;
  readonly #clock: Clock;

  constructor(scope: string, kept: KeptDocuments, clock: Clock) {
    this.#place = { scope, kind: KIND };
    this.#kept = kept;
    this.#clock = clock;
  }

  /** What stands in an address for `subject`. */
  async sign(subject: unknown): Promise<string> {
    const text = Buffer.from(JSON.stringify({ subject, until: this.#clock.now() + LIFE_MS })).toString('base64url');
    return `${text}.${await this.#mark(text)}`;
  }

  /** The subject; null for what was not signed here, or too long ago. */
  async open(link: string): Promise<unknown> {
    const [text = '', mark = ''] = link.split('.');
    const [given, wanted] = [Buffer.from(mark), Buffer.from(await this.#mark(text))];
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
    const { subject, until } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as {
      subject: unknown;
      until: number;
    };
    return until > this.#clock.now() ? subject : null;
  }

  async #mark(text: string): Promise<string> {
    return createHmac('sha256', await this.#secret())
      .update(text)
      .digest('base64url');
  }

  async #secret(): Promise<string> {
    const read = async () => (await this.#kept.get(this.#place, ['1'])).get('1')?.document;
    const known = await read();
    if (typeof known === 'string') return known;
    await this.#kept.put(this.#place, '1', randomBytes(32).toString('base64url'), this.#clock.now());
    // Of several processes that make one at once the last one's holds.
    return String(await read());
  }
}
