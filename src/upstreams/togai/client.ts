import type { z } from 'zod';
import { UpstreamError } from '../../kernel/errors.js';
import type { Lane } from '../../kernel/http/lanes.js';
import { rateLimit } from '../../kernel/http/rate-limit.js';
import { undiciTransport } from '../../kernel/http/transport.js';
import { type BreakerState, type UpstreamCall, UpstreamHttp } from '../../kernel/http/upstream-http.js';
import type { ClientKit } from '../contract.js';
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

export interface WriteCall<T> extends ReadCall<T> {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether a second time leaves the same as once. */
  readonly repeatable?: boolean;
  /** Events have a quota of their own. */
  readonly ingestion?: boolean;
}

// A second, and a little for clocks that do not run alike.
const QUOTA_WINDOW_MS = 1_010;
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
  readonly #ingestionQuota;

  constructor(settings: TogaiSettings, { connection, clock, secrets, onCall, lookup }: ClientKit) {
    this.#quota = rateLimit({ limit: settings.requestsPerSecond, windowMs: QUOTA_WINDOW_MS });
    this.#ingestionQuota = rateLimit({ limit: settings.ingestionRequestsPerSecond, windowMs: QUOTA_WINDOW_MS });
    this.#headers = { accept: 'application/json', authorization: `Bearer ${settings.apiKey}` };
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

  /** Throws UpstreamError, also when the answer does not fit the schema. */
  read<T>({ operation, path, query, schema, signal, lane }: ReadCall<T>): Promise<T> {
    const call: UpstreamCall = {
      operation,
      method: 'GET',
      path: query && Object.keys(query).length > 0 ? `${path}?${new URLSearchParams(query)}` : path,
      headers: this.#headers,
      lane,
      admission: this.#quota,
      signal,
      repeatable: true,
    };
    return this.#http.send(call, schema);
  }

  /**
   * One attempt to change something, unless it is `repeatable`. Throws UpstreamError; where its outcome is `unknown`, the
   * change has to be looked for before it is tried again: see `TogaiDesk.once`.
   */
  write<T>(call: WriteCall<T>): Promise<T> {
    const { operation, method, path, body, schema, signal, lane, repeatable = false, ingestion = false } = call;
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.#http.send(
      {
        operation,
        method,
        path,
        headers: { ...this.#headers, ...json },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        lane,
        admission: ingestion ? this.#ingestionQuota : this.#quota,
        signal,
        repeatable,
      },
      schema,
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
    return this.#quota.waiting + this.#ingestionQuota.waiting;
  }

  close(): Promise<void> {
    return this.#http.close();
  }
}
