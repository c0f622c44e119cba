import type { Clock } from '../../../kernel/clock.js';
import { UpstreamError } from '../../../kernel/errors.js';
import { retryAfterMs } from '../../../kernel/http/failures.js';
import type { Admission } from '../../../kernel/http/lanes.js';
import { Pace } from '../../../kernel/http/pace.js';
import type { HttpResponse } from '../../../kernel/http/transport.js';
import type { QuotaReading } from '../../contract.js';
import { SYSTEM, TITLE } from '../names.js';
import { AdaptiveLimit } from './adaptive-limit.js';
import { concurrencyNotice, isOverLimit, LIMIT_TYPES, type LimitType, rateNotice } from './limit-headers.js';

// Until Zuora says otherwise. https://developer.zuora.com/docs/guides/rate-limits
const TENANT_LIMITS: Readonly<Record<LimitType, number>> = { Default: 40, HighVolume: 200, ObjectQuery: 80 };
const REQUESTS = 'Requests';
// What Zuora counts as high volume.
const HIGH_VOLUME =
  /^(POST \/v1\/(accounts|orders(\/preview)?|subscriptions(\/preview)?)|PUT \/v1\/subscriptions\/[^/]+(\/(cancel|renew))?)$/;

/** The limits of one tenant, as its own answers tell them. */
export class ZuoraLimits {
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #limits: Readonly<Record<LimitType, AdaptiveLimit>>;
  readonly #admissions: Readonly<Record<LimitType, Admission>>;
  readonly #readings = new Map<string, QuotaReading>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#pace = new Pace(clock, noQuotaLeft);
    const byType = <T>(make: (type: LimitType) => T) =>
      Object.fromEntries(LIMIT_TYPES.map((type) => [type, make(type)])) as Record<LimitType, T>;
    this.#limits = byType((type) => new AdaptiveLimit(TENANT_LIMITS[type]));
    this.#admissions = byType((type) => this.#pace.before(this.#limits[type].admission));
  }

  /** The turn that a call has to wait for, and who is to be told of its answer. */
  of(method: string, path: string): { admission: Admission; onResponse: (response: HttpResponse) => void } {
    const type = limitTypeOf(method, path);
    return { admission: this.#admissions[type], onResponse: (response) => this.#heard(type, response) };
  }

  get waiting(): number {
    return LIMIT_TYPES.reduce((sum, type) => sum + this.#limits[type].waiting, 0);
  }

  /** What is left, as Zuora said last; of what it has not spoken of, the documented limit. */
  get quota(): readonly QuotaReading[] {
    const concurrent = LIMIT_TYPES.map((type) => ({
      ...(this.#readings.get(type) ?? { name: type, remaining: null, resetsAt: null, readAt: null }),
      limit: this.#limits[type].tenantLimit,
      share: this.#limits[type].share,
    }));
    const requests = this.#readings.get(REQUESTS);
    return requests ? [...concurrent, requests] : concurrent;
  }

  #heard(asked: LimitType, response: HttpResponse): void {
    const { headers } = response;
    const now = this.#clock.now();
    const rate = rateNotice(headers);
    if (rate) {
      const { limit, remaining, resetMs } = rate;
      this.#pace.notice(rate);
      this.#readings.set(REQUESTS, {
        name: REQUESTS,
        limit,
        remaining,
        share: null,
        resetsAt: now + resetMs,
        readAt: now,
      });
    }
    const told = concurrencyNotice(headers);
    if (told) {
      const { type, limit, remaining } = told;
      this.#limits[type].told({ limit, remaining });
      this.#readings.set(type, { name: type, limit, remaining, share: null, resetsAt: null, readAt: now });
    }
    if (!isOverLimit(response)) {
      if (!told) this.#limits[asked].answered();
      return;
    }
    // Of the two limits it is the one of requests a minute if that is used up.
    if (rate?.remaining === 0) this.#pace.hold(retryAfterMs(headers['retry-after'], now) ?? rate.resetMs);
    else this.#limits[told?.type ?? asked].refused(now);
  }
}

function limitTypeOf(method: string, path: string): LimitType {
  if (path.startsWith('/object-query/')) return 'ObjectQuery';
  return HIGH_VOLUME.test(`${method} ${path}`) ? 'HighVolume' : 'Default';
}

function noQuotaLeft(retryAfter: number): UpstreamError {
  const message = `${TITLE} allows no more requests for ${Math.ceil(retryAfter / 1000)} s.`;
  return new UpstreamError(SYSTEM, 'UPSTREAM_RATE_LIMITED', message, { retryAfterMs: retryAfter });
}
