import type { z } from 'zod';
import type { Clock } from '../../kernel/clock.js';
import { UpstreamError } from '../../kernel/errors.js';
import { type Admission, concurrencyLimit, type Lane } from '../../kernel/http/lanes.js';
import { undiciTransport } from '../../kernel/http/transport.js';
import { type BreakerState, type FinishedCall, UpstreamHttp } from '../../kernel/http/upstream-http.js';
import { currentRequestId } from '../../kernel/request-scope.js';
import type { ZuoraBillingSettings } from './config.js';
import { type Authenticator, authenticator } from './credentials.js';
import { parseAnswer } from './errors.js';
import { SYSTEM, TITLE } from './names.js';

export interface ReadCall<T> {
  /** Operation id of the vendor's reference. */
  readonly operation: string;
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

// Zuora's default limits of requests in flight per tenant: object query 80, everything else 40. A part is left to the
// tenant's other integrations. https://developer.zuora.com/docs/guides/rate-limits
const OBJECT_QUERIES = 60;
const OTHER_CALLS = 30;
// Zuora gives up after 120 s by itself.
const ATTEMPT_TIMEOUT_MS = 120_000;

/** Authenticated, limited and checked calls to one Zuora tenant. */
export class ZuoraClient {
  readonly #settings: ZuoraBillingSettings;
  readonly #http: UpstreamHttp;
  readonly #authenticator: Authenticator;
  readonly #objectQueries = concurrencyLimit(OBJECT_QUERIES);
  readonly #others = concurrencyLimit(OTHER_CALLS);
  readonly #clock: Clock;

  constructor(
    settings: ZuoraBillingSettings,
    { clock, onCall }: { clock: Clock; onCall: (call: FinishedCall) => void },
  ) {
    this.#settings = settings;
    this.#clock = clock;
    this.#http = new UpstreamHttp({
      system: SYSTEM,
      title: TITLE,
      clock,
      onCall,
      transport: undiciTransport(settings.url, { connections: OBJECT_QUERIES + OTHER_CALLS }),
      check: (response) => {
        parseAnswer(response, clock.now());
      },
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    });
    this.#authenticator = authenticator(settings.credentials, clock, (form) => this.#requestToken(form));
  }

  /** Throws UpstreamError, also when the answer does not fit the schema. */
  async read<T>(call: ReadCall<T>): Promise<T> {
    const headers = await this.#authenticator.headers(call.signal);
    try {
      return await this.#read(call, headers);
    } catch (error) {
      const expired = error instanceof UpstreamError && error.code === 'UPSTREAM_UNAUTHENTICATED';
      if (!expired || !this.#authenticator.refused(headers)) throw error;
      return await this.#read(call, await this.#authenticator.headers(call.signal));
    }
  }

  get breaker(): BreakerState {
    return this.#http.breaker;
  }

  get waiting(): number {
    return this.#objectQueries.waiting + this.#others.waiting;
  }

  close(): Promise<void> {
    return this.#http.close();
  }

  async #read<T>(
    { operation, path, query = [], schema, signal, lane }: ReadCall<T>,
    auth: Readonly<Record<string, string>>,
  ) {
    const search = searchOf(query);
    const response = await this.#http.send({
      operation,
      method: 'GET',
      path: search ? `${path}?${search}` : path,
      headers: { ...this.#headers(), ...auth },
      lane,
      admission: this.#admissionOf(path),
      signal,
      repeatable: true,
    });
    const parsed = schema.safeParse(parseAnswer(response, this.#clock.now()));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new UpstreamError(
      SYSTEM,
      'UPSTREAM_INVALID_RESPONSE',
      `${TITLE} answered ${operation} in an unexpected form: ${issue?.path.join('.')}: ${issue?.message}`,
      { cause: parsed.error },
    );
  }

  #headers(): Record<string, string> {
    const requestId = currentRequestId();
    return {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'zuora-version': this.#settings.apiVersion,
      ...(requestId && { 'zuora-track-id': requestId }),
      ...(this.#settings.entityId && { 'zuora-entity-ids': this.#settings.entityId }),
    };
  }

  #admissionOf(path: string): Admission {
    return path.startsWith('/object-query/') ? this.#objectQueries : this.#others;
  }

  async #requestToken(form: string): Promise<unknown> {
    const response = await this.#http.send({
      operation: 'createToken',
      method: 'POST',
      path: '/oauth/token',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
      lane: 'interactive',
      // Token requests are outside of the concurrency limits.
      admission: UNLIMITED,
      // Shared by everybody who waits for the token, so that no caller's deadline ends it.
      signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
      repeatable: true,
    });
    return parseAnswer(response, this.#clock.now());
  }
}

function searchOf(query: readonly (readonly [string, string])[]): string {
  const search = new URLSearchParams();
  for (const [name, value] of query) search.append(name, value);
  return search.toString();
}

const TOKEN_TIMEOUT_MS = 30_000;
const UNLIMITED: Admission = { run: (_lane, work) => work(), waiting: 0 };
