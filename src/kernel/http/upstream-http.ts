import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IPolicy,
  retry,
} from 'cockatiel';
import type { z } from 'zod';
import type { Clock } from '../clock.js';
import { UpstreamError } from '../errors.js';
import type { KnownSecrets } from '../secrets/known-secrets.js';
import { CallTrace } from './call-trace.js';
import { AttemptTimeout, wireFailure } from './failures.js';
import { keepTurn } from './keep-turn.js';
import type { Admission, Lane } from './lanes.js';
import { type OpenedStream, openStream, type StreamAnswer } from './open-stream.js';
import type { HttpHead, HttpRequest, HttpResponse, Transport } from './transport.js';
import { withoutCredentials } from './without-credentials.js';

export interface UpstreamCall extends HttpRequest {
  /** What the call is for, in the vendor's words: for logs and metrics. */
  readonly operation: string;
  readonly lane: Lane;
  /** The turn that the call has to wait for. */
  readonly admission: Admission;
  readonly signal: AbortSignal;
  /** Whether repeating the call is harmless; reads are. */
  readonly repeatable: boolean;
  /** Told of every answer before it is interpreted, refusals included: its headers may speak of limits. */
  readonly onResponse?: (response: HttpResponse) => void;
}

/** A call whose answer is read while it arrives. */
export interface StreamCall extends UpstreamCall {
  /** Whether such a beginning is that of what was asked for; any other answer is read as a whole and interpreted. */
  readonly announces: (head: HttpHead) => boolean;
}

export interface UpstreamHttpOptions {
  readonly system: string;
  /** The system's name for people. */
  readonly title: string;
  readonly transport: Transport;
  readonly clock: Clock;
  /** The body of a success; throws the UpstreamError that any other answer means. */
  readonly interpret: (response: HttpResponse) => unknown;
  /** How long the system may take for one attempt, in milliseconds. */
  readonly attemptTimeoutMs: number;
  /** They are taken out of every answer before it is read. */
  readonly secrets: KnownSecrets;
  readonly onCall?: (call: FinishedCall) => void;
  /** Which connection to the system it is; the system itself unless given. */
  readonly connection?: string | undefined;
  /** Headers, in lower case, that tell a call apart at the system: they go into traces, both ways. */
  readonly tracedHeaders?: readonly string[];
}

export interface FinishedCall {
  readonly operation: string;
  readonly method: string;
  readonly lane: Lane;
  readonly durationMs: number;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly error: UpstreamError | null;
}

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

const MOST_RETRIES = 5;
const FIRST_BACKOFF_MS = 150;
const LONGEST_BACKOFF_MS = 5_000;
const FAILURES_TO_OPEN = 8;
const HALF_OPEN_AFTER_MS = 5_000;

/**
 * Every call to one billing system goes through here: it waits for its turn, is cut off at its time, retried where that
 * is harmless and promising, and refused at once while the system is known to be down.
 */
export class UpstreamHttp {
  readonly #options: UpstreamHttpOptions;
  readonly #breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: HALF_OPEN_AFTER_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  });
  constructor(options: UpstreamHttpOptions) {
    this.#options = options;
  }

  get breaker(): BreakerState {
    switch (this.#breaker.state) {
      case CircuitState.Open:
      case CircuitState.Isolated:
        return 'OPEN';
      case CircuitState.HalfOpen:
        return 'HALF_OPEN';
      default:
        return 'CLOSED';
    }
  }

  /** The interpreted body, in the shape it has to have. Throws UpstreamError, or the signal's reason if that fires first. */
  send<T>(call: UpstreamCall, shape: z.ZodType<T>): Promise<T> {
    return CallTrace.around(call, this.#options, async (trace) =>
      this.#shaped(call, shape, await this.#send(call, trace)),
    );
  }

  #shaped<T>(call: UpstreamCall, shape: z.ZodType<T>, answer: unknown): T {
    const parsed = shape.safeParse(answer);
    if (parsed.success) return parsed.data;
    const { system, title } = this.#options;
    const [issue] = parsed.error.issues;
    throw new UpstreamError(
      system,
      'UPSTREAM_INVALID_RESPONSE',
      `${title} answered ${call.operation} in an unexpected form: ${issue?.path.join('.')}: ${issue?.message}`,
      // Only what was written without a doubt can be called done or not done.
      { outcome: call.repeatable ? 'not_applied' : 'unknown', retryable: false, cause: parsed.error },
    );
  }

  /**
   * An answer of any size, as it arrives. It keeps its turn until all of it has been read, or the reader stops, or the
   * signal fires; attempts are repeated until the first byte and not after it. The body throws UpstreamError when the
   * answer is broken off, or is silent for as long as an attempt may take: it never just ends early.
   */
  open(call: StreamCall): Promise<StreamAnswer> {
    return CallTrace.beyond(call, this.#options, (trace) =>
      this.#policed(call, () => keepTurn(call, () => this.#open(call, trace))),
    );
  }

  #send(call: UpstreamCall, trace: CallTrace | null): Promise<unknown> {
    return this.#policed(call, () => call.admission.run(call.lane, () => this.#attempt(call, trace), call.signal));
  }

  async #policed<T>(call: UpstreamCall, attempt: () => Promise<T>): Promise<T> {
    try {
      return await this.#repeated(call, () => this.#breaker.execute(attempt, call.signal));
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason;
      if (error instanceof BrokenCircuitError) throw this.#knownDown();
      throw error;
    }
  }

  /** Few calls are repeated, and to prepare for it costs each of them as much as its turn does. */
  async #repeated<T>(call: UpstreamCall, attempt: () => Promise<T>): Promise<T> {
    let failed: unknown;
    try {
      return await attempt();
    } catch (error) {
      if (!call.repeatable || call.signal.aborted || !isWorthRepeating(error)) throw error;
      failed = error;
    }
    // What has failed is its first attempt.
    let attempts = 0;
    const again = () => {
      attempts += 1;
      if (attempts === 1) throw failed;
      return attempt();
    };
    return await retriesOfOneCall().execute(again, call.signal);
  }

  close(): Promise<void> {
    return this.#options.transport.close();
  }

  async #attempt(call: UpstreamCall, trace: CallTrace | null): Promise<unknown> {
    const { clock, transport, interpret, system, title, attemptTimeoutMs, secrets, onCall } = this.#options;
    const startedAt = clock.now();
    // `AbortSignal.any` would do it, at the price of weak references that the garbage collector has to follow.
    const attempt = new AbortController();
    const giveUp = () => attempt.abort(call.signal.reason);
    if (call.signal.aborted) throw call.signal.reason;
    call.signal.addEventListener('abort', giveUp, { once: true });
    const timer = setTimeout(() => attempt.abort(new AttemptTimeout()), attemptTimeoutMs);
    let status: number | null = null;
    let failure: UpstreamError | null = null;
    try {
      const sent = await transport.send(trace?.begin(call) ?? call, attempt.signal);
      const response = withoutCredentials(sent, call, secrets);
      status = response.status;
      trace?.answered(response);
      call.onResponse?.(response);
      return interpret(response);
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason;
      failure = error instanceof UpstreamError ? error : wireFailure(system, title, error);
      throw failure;
    } finally {
      clearTimeout(timer);
      call.signal.removeEventListener('abort', giveUp);
      const { operation, method, lane } = call;
      trace?.ended(status, failure);
      onCall?.({ operation, method, lane, durationMs: clock.now() - startedAt, status, error: failure });
    }
  }

  #open(call: StreamCall, trace: CallTrace | null): Promise<OpenedStream> {
    const { clock, onCall } = this.#options;
    const startedAt = clock.now();
    const sent = trace ? { ...trace.begin(call), onResponse: trace.heard(call.onResponse) } : call;
    return openStream(sent, this.#options, ({ status, failure: error, begun }) => {
      const { operation, method, lane } = call;
      trace?.ended(status, error);
      if (begun) trace?.over(error);
      onCall?.({ operation, method, lane, durationMs: clock.now() - startedAt, status, error });
      // The attempt counted as a success when its first byte came.
      if (error !== null && begun) this.#breaker.execute(() => Promise.reject(error)).catch(() => {});
    });
  }

  #knownDown(): UpstreamError {
    const { system, title } = this.#options;
    return new UpstreamError(system, 'UPSTREAM_UNAVAILABLE', `${title} is not answering; trying again shortly.`, {
      retryAfterMs: HALF_OPEN_AFTER_MS,
    });
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof UpstreamError && error.outage;
}

/** Each error says how many repeats it is worth; what was repeated for another one counts, too. */
function retriesOfOneCall(): IPolicy {
  let repeated = 0;
  const promising = (error: unknown) => {
    if (!isWorthRepeating(error) || repeated >= error.retries) return false;
    repeated += 1;
    return true;
  };
  return retry(handleWhen(promising), {
    maxAttempts: MOST_RETRIES,
    backoff: new DelegateBackoff(({ attempt, result }) => backoffMs(attempt, result)),
  });
}

/** As long as the system asks for, else doubling with jitter. */
function backoffMs(attempt: number, result: unknown): number {
  const error = typeof result === 'object' && result !== null && 'error' in result ? result.error : null;
  if (error instanceof UpstreamError && error.retryAfterMs !== null) return error.retryAfterMs;
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
  return ceiling / 2 + Math.random() * (ceiling / 2);
}

/** A system that was silent for a whole attempt has used up the caller's patience; one that asks for a long wait, too. */
function isWorthRepeating(error: unknown): error is UpstreamError {
  return (
    error instanceof UpstreamError &&
    error.retryable &&
    error.code !== 'UPSTREAM_TIMEOUT' &&
    (error.retryAfterMs ?? 0) <= LONGEST_BACKOFF_MS
  );
}
