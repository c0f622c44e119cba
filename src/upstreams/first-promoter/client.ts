import { z } from 'zod';
import { rateLimit } from '../../kernel/http/rate-limit.js';
import { undiciTransport } from '../../kernel/http/transport.js';
import { type BreakerState, UpstreamHttp } from '../../kernel/http/upstream-http.js';
import type { ClientKit } from '../contract.js';
import type { FirstPromoterSettings } from './config.js';
import { parseAnswer, type Said } from './errors.js';
import { SYSTEM, TITLE } from './names.js';

export type TrackedEvent = 'signup' | 'sale' | 'refund' | 'cancellation';
export type EventFields = Readonly<Record<string, string | number | boolean>>;

const MINUTE_MS = 60_000;
const CONNECTIONS = 8;
const ATTEMPT_TIMEOUT_MS = 30_000;

/**
 * Authenticated and limited calls to one FirstPromoter account: 400 requests a minute.
 * https://docs.firstpromoter.com/api-reference-v2/introduction
 */
export class FirstPromoterClient {
  readonly #http: UpstreamHttp;
  readonly #settings: FirstPromoterSettings;
  readonly #quota;

  constructor(settings: FirstPromoterSettings, { connection, clock, secrets, onCall, lookup }: ClientKit) {
    this.#settings = settings;
    this.#quota = rateLimit({ limit: settings.requestsPerMinute, windowMs: MINUTE_MS });
    this.#http = new UpstreamHttp({
      system: SYSTEM,
      title: TITLE,
      connection,
      clock,
      secrets,
      onCall,
      transport: undiciTransport(settings.url, { connections: CONNECTIONS, lookup }),
      interpret: (response) => parseAnswer(response, clock.now()),
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    });
  }

  /** One attempt. v2 takes JSON, v1 takes parameters: in the body, so that no address of a person is in an URL. */
  track(event: TrackedEvent, fields: EventFields, signal: AbortSignal): Promise<Said> {
    const { apiVersion } = this.#settings;
    const asJson = apiVersion === 'v2';
    const text = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
    return this.#http.send(
      {
        operation: `${apiVersion}${event[0]?.toUpperCase()}${event.slice(1)}`,
        method: 'POST',
        path: `/api/${apiVersion}/track/${event}`,
        headers: {
          accept: 'application/json',
          'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded',
          ...this.#credentials(),
        },
        body: asJson ? JSON.stringify(fields) : new URLSearchParams(text).toString(),
        lane: 'interactive',
        admission: this.#quota,
        signal,
        repeatable: false,
      },
      z.custom<Said>(),
    );
  }

  get breaker(): BreakerState {
    return this.#http.breaker;
  }

  get waiting(): number {
    return this.#quota.waiting;
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  #credentials(): Record<string, string> {
    const { apiVersion, apiKey, accountId } = this.#settings;
    if (apiVersion === 'v1') return { 'x-api-key': apiKey };
    return { authorization: `Bearer ${apiKey}`, ...(accountId && { 'account-id': accountId }) };
  }
}
