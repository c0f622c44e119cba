import type { Clock } from '../../kernel/clock.js';

/** How a sandbox is started. Every sandbox takes these; one with settings of its own extends them. */
export interface SandboxOptions {
  /** Port on loopback; 0 (the default) takes a free one. */
  port?: number;
  /** How many companies the scenario has; records of each are made when they are asked for. Default 500. */
  customers?: number;
  /** Same seed, same data. */
  seed?: string;
  /** Whether the vendor's rate and concurrency limits are enforced. Default true. */
  limits?: boolean;
  clock?: Clock;
}

/** A running sandbox: a stateful stand-in for one billing system over real HTTP. */
export interface Sandbox {
  /** Address without a trailing slash, for example `http://127.0.0.1:4101`. */
  readonly url: string;
  /**
   * The requests received since the start or the last reset, oldest first; control requests are not among them. Of a
   * long run the latest 10,000 are kept.
   */
  requests(match?: RequestMatch): readonly RecordedRequest[];
  /** Makes the next requests that match misbehave. A request meets one fault at most: the oldest that matches it. */
  fault(match: RequestMatch, fault: Fault): void;
  clearFaults(): void;
  /** Forgets requests, faults and every change made since the start. */
  reset(): void;
  close(): Promise<void>;
}

/**
 * `METHOD /path`, where the path may hold `*` for one segment and end in `**`, and the method may be `*`; `*` alone
 * matches everything. The path is compared as it was sent, case and encoding included.
 */
export type RequestMatch = string;

export interface RecordedRequest {
  readonly method: string;
  /** Path without the query string. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Status that was answered; 0 while the request runs or when the connection was cut. */
  readonly status: number;
  /** Milliseconds since the epoch, when the request arrived. */
  readonly at: number;
}

/**
 * A fault by name. `times` is how many matching requests it meets (default 1), after `after` of them have passed (default
 * 0); `every: true` meets all that follow.
 */
export type Fault = {
  after?: number;
  times?: number;
  every?: boolean;
} /** The answer comes `ms` later than it could; the request is carried out at once. */ & (
  | { kind: 'latency'; ms: number }
  /** 429 in the vendor's form; without `retryAfter` no Retry-After header is sent. Seconds. */
  | { kind: 'rate-limited'; retryAfter?: number }
  /** A 5xx in the vendor's form; 500 unless `status` says otherwise. */
  | { kind: 'server-error'; status?: number }
  /** The request is carried out and the connection is cut before the answer. */
  | { kind: 'reply-lost' }
  /** The connection is reset before the request is carried out. */
  | { kind: 'connection-reset' }
  /** The answer's body stops in the middle although all of it was promised. */
  | { kind: 'cut-off-json' }
  /** The vendor's answer to a credential that has expired. */
  | { kind: 'expired-token' }
  /** A proxy's HTML page with status 200 in place of JSON. */
  | { kind: 'wrong-content-type' }
  /** JSON of no shape that the contract knows, with status 200. */
  | { kind: 'wrong-shape' }
  /** The body arrives in small pieces over `ms`. */
  | { kind: 'slow-body'; ms: number }
);
