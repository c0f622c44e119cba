import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from '../../kernel/clock.js';
import type { RateCounter } from '../limits/rate-limit.js';
import { withoutMapping } from './caller-address.js';

/** Holds back whoever tries keys and tokens until one is good. */
export interface GuessLimit {
  /**
   * Before a credential is looked at. One that was good within the hour is always looked at: others behind the same
   * address cannot lock its holder out. @throws LimitExceeded
   */
  admit(address: string, credential: string): Promise<void>;
  /** It was not good. @throws LimitExceeded */
  failed(address: string): Promise<void>;
  /** It was good. */
  passed(credential: string): void;
}

const HOUR_MS = 3_600_000;
const MOST_KNOWN = 10_000;

export function guessLimit(counter: RateCounter, clock: Clock): GuessLimit {
  const good = new Map<string, number>();
  return {
    async admit(address, credential) {
      if ((good.get(digest(credential)) ?? 0) > clock.now()) return;
      await counter.check(networkOf(address));
    },
    failed: (address) => counter.take(networkOf(address)),
    passed(credential) {
      if (good.size >= MOST_KNOWN) good.clear();
      good.set(digest(credential), clock.now() + HOUR_MS);
    },
  };
}

/** The credential itself is not kept. */
const digest = (credential: string) => createHash('sha256').update(credential).digest('base64');

/** One customer of a provider has all addresses of an IPv6 network of 64 bits. */
function networkOf(address: string): string {
  const plain = withoutMapping(address);
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
