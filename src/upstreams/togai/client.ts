import type { z } from 'zod';
import type { Clock } from '../../kernel/clock.js';
import { UpstreamError } from '../../kernel/errors.js';
import { type Lane, rateLimit } from '../../kernel/http/lanes.js';
import { undiciTransport } from '../../kernel/http/transport.js';
import { type BreakerState, type FinishedCall, UpstreamHttp } from '../../kernel/http/upstream-http.js';
import type { TogaiSettings } from './config.js';
import { parseAnswer } from './errors.js';
import { SYSTEM, TITLE } from './names.js';

export interface ReadCall<T> {
  /** Operation id of the vendor's reference. */
  readonly operation: string;
  /** Path; keys inside it must be encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<T>;
  readonly signal: AbortSignal;
  readonly lane: Lane;
}

// Requests that leave a second apart can arrive a little closer together.
const QUOTA_WINDOW_MS = 1_050;
const CONNECTIONS = 16;
const ATTEMPT_TIMEOUT_MS = 30_000;

/**
 * Authenticated, limited and checked calls to one Togai organisation. Its quota is 10 requests a second for everything
 * but ingestion. https://docs.togai.com/docs/rate-limits
 */
export class TogaiClient {
  readonly #http: UpstreamHttp;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #quota;
  readonly #clock: Clock;

  constructor(settings: TogaiSettings, { clock, onCall }: { clock: Clock; onCall: (call: FinishedCall) => void }) {
    this.#clock = clock;
    this.#quota = rateLimit({ limit: settings.requestsPerSecond, windowMs: QUOTA_WINDOW_MS });
    this.#headers = { accept: 'application/json', authorization: `Bearer ${settings.apiKey}` };
    this.#http = new UpstreamHttp({
      system: SYSTEM,
      title: TITLE,
      clock,
      onCall,
      transport: undiciTransport(settings.url, { connections: CONNECTIONS }),
      check: (response) => {
        parseAnswer(response, clock.now());
      },
      attemptTimeoutMs: ATTEMPT_TIMEOUT_MS,
    });
  }

  /** Throws UpstreamError, also when the answer does not fit the schema. */
  async read<T>({ operation, path, query, schema, signal, lane }: ReadCall<T>): Promise<T> {
    const response = await this.#http.send({
      operation,
      method: 'GET',
      path: query ? `${path}?${new URLSearchParams(query)}` : path,
      headers: this.#headers,
      lane,
      admission: this.#quota,
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

  /** Null where Togai says 404. */
  async find<T>(call: ReadCall<T>): Promise<T | null> {
    try {
      return await this.read(call);
    } catch (error) {
      if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
      throw error;
    }
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
}
