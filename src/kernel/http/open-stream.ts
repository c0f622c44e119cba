import { UpstreamError } from '../errors.js';
import type { KnownSecrets } from '../secrets/known-secrets.js';
import type { Mask } from '../secrets.js';
import { AttemptTimeout, wireFailure } from './failures.js';
import type { Early } from './keep-turn.js';
import type { HttpHead, HttpRequest, HttpResponse, HttpStream, Transport } from './transport.js';
import { maskOfParts, withoutCredentials } from './without-credentials.js';

/** An answer that has begun; see `UpstreamHttp.open`. */
export interface StreamAnswer extends HttpHead {
  /** As it comes: nothing of it may be told that did not go through `mask`. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Takes credentials out of a text made of the body, for example a row: it has to hold whole values. */
  readonly mask: Mask;
}

export type OpenedStream = Early<StreamAnswer>;

interface Asked extends HttpRequest {
  readonly operation: string;
  readonly signal: AbortSignal;
  readonly announces: (head: HttpHead) => boolean;
  readonly onResponse?: (response: HttpResponse) => void;
}

interface System {
  readonly system: string;
  readonly title: string;
  readonly transport: Transport;
  readonly interpret: (response: HttpResponse) => unknown;
  readonly attemptTimeoutMs: number;
  readonly secrets: KnownSecrets;
}

/** What became of an attempt, told once, when nothing of it is left. */
export interface EndedAttempt {
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly failure: UpstreamError | null;
  /** Whether its first byte had been handed on. */
  readonly begun: boolean;
}
type Report = (ended: EndedAttempt) => void;

// A refusal is short; what is not, is no answer that could be interpreted.
const MOST_REFUSAL_BYTES = 1_048_576;

/** One attempt: resolves with the first byte of what was asked for, or throws what any other answer means. */
export async function openStream(call: Asked, system: System, report: Report): Promise<OpenedStream> {
  const patience = new Patience(system.attemptTimeoutMs);
  const signal = AbortSignal.any([call.signal, patience.signal]);
  let status: number | null = null;
  try {
    const head = await patience.within(() => system.transport.open(call, signal));
    status = head.status;
    if (!call.announces(head)) throw await patience.within(() => refusalOf(call, system, head));
    if (!isFramed(head)) throw unexpected(call, system, 'without saying where it ends');
    call.onResponse?.({ status, headers: head.headers, text: '' });
    const chunks = head.body[Symbol.asyncIterator]();
    const first = await patience.within(() => chunks.next());
    return streamed(head, { chunks, first, patience, call, system, report });
  } catch (error) {
    if (call.signal.aborted) throw call.signal.reason;
    const failure = failureOf(system, patience, error);
    // Whatever is still to come of the answer is of no use.
    patience.end();
    report({ status, failure, begun: false });
    throw failure;
  }
}

interface Flow {
  readonly chunks: AsyncIterator<Uint8Array>;
  readonly first: IteratorResult<Uint8Array>;
  readonly patience: Patience;
  readonly call: Asked;
  readonly system: System;
  readonly report: Report;
}

function streamed({ status, headers }: HttpStream, flow: Flow): OpenedStream {
  const { chunks, first, patience, call, system, report } = flow;
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let over = false;
  const finish = (failure: UpstreamError | null) => {
    if (over) return;
    over = true;
    call.signal.removeEventListener('abort', givenUp);
    report({ status, failure, begun: true });
    resolve();
  };
  const givenUp = () => finish(null);
  call.signal.addEventListener('abort', givenUp, { once: true });

  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      let at = first;
      while (!at.done) {
        yield at.value;
        at = await patience.within(() => chunks.next());
      }
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason;
      const failure = patience.isOver ? failureOf(system, patience, error) : brokenOff(call, system, error);
      finish(failure);
      throw failure;
    } finally {
      finish(null);
      if (!first.done) await chunks.return?.();
    }
  }
  return { value: { status, headers, body: body(), mask: maskOfParts(call, system.secrets) }, ended };
}

/** Gives up waiting when a single wait takes too long; time in which nobody waits does not count. */
class Patience {
  readonly #timeout = new AbortController();
  readonly #ms: number;

  constructor(ms: number) {
    this.#ms = ms;
  }

  get signal(): AbortSignal {
    return this.#timeout.signal;
  }

  get isOver(): boolean {
    return this.#timeout.signal.aborted;
  }

  end(): void {
    this.#timeout.abort();
  }

  async within<T>(work: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.#timeout.abort(new AttemptTimeout()), this.#ms);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Without a length or chunks an answer that is cut off looks like one that is whole. */
function isFramed({ headers }: HttpHead): boolean {
  return headers['content-length'] !== undefined || /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
}

async function refusalOf(call: Asked, system: System, { status, headers, body }: HttpStream): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > MOST_REFUSAL_BYTES) return unexpected(call, system, 'with something else');
    parts.push(part);
  }
  const response = withoutCredentials(
    { status, headers, text: Buffer.concat(parts).toString('utf8') },
    call,
    system.secrets,
  );
  call.onResponse?.(response);
  system.interpret(response);
  return unexpected(call, system, `with something else (${headers['content-type'] ?? 'no content type'})`);
}

function unexpected({ operation }: Asked, { system, title }: System, how: string): UpstreamError {
  return new UpstreamError(system, 'UPSTREAM_INVALID_RESPONSE', `${title} answered ${operation} ${how}.`, {
    retryable: false,
  });
}

function brokenOff({ operation }: Asked, { system, title }: System, cause: unknown): UpstreamError {
  const message = `${title} broke its answer to ${operation} off.`;
  return new UpstreamError(system, 'UPSTREAM_UNAVAILABLE', message, { cause });
}

function failureOf({ system, title }: System, patience: Patience, error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  return wireFailure(system, title, patience.isOver ? patience.signal.reason : error);
}
