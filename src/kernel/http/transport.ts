import type { LookupFunction } from 'node:net';
import { type Dispatcher, type FormData, Pool } from 'undici';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with its query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** How an answer begins. */
export interface HttpHead {
  readonly status: number;
  /** Header names in lower case; of a repeated header the first value. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface HttpResponse extends HttpHead {
  readonly text: string;
}

export interface HttpStream extends HttpHead {
  /** The body as it arrives; throws when the connection ends before the body does. Not reading on ends the connection. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** The wire itself: one connection pool to one origin, no retries, no redirects followed. */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
  /** The same with the body still to come; the signal ends that, too. */
  open(request: HttpRequest, signal: AbortSignal): Promise<HttpStream>;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly connections: number;
  /** How the host is looked up; as the operating system does it unless given. */
  readonly lookup?: LookupFunction | undefined;
}

export function undiciTransport(baseUrl: string, { connections, lookup }: TransportOptions): Transport {
  const base = new URL(baseUrl);
  const basePath = base.pathname.replace(/\/+$/, '');
  const pool = new Pool(base.origin, {
    connections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: 5_000, ...(lookup && { lookup }) },
  });
  const options = ({ method, path, headers, body }: HttpRequest) => ({
    method,
    path: basePath + path,
    headers,
    ...(body !== undefined && { body }),
  });
  return {
    send: (request, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        pool.dispatch(options(request), new WholeAnswer(signal, resolve, reject));
      }),
    async open(request, signal) {
      const { statusCode, headers, body } = await pool.request({ ...options(request), signal });
      return { status: statusCode, headers: firstValues(headers), body };
    },
    close: () => pool.destroy(),
  };
}

/** Collects an answer as undici hands it over: without a stream around it, which would cost as much as the call. */
class WholeAnswer implements Dispatcher.DispatchHandler {
  readonly #signal: AbortSignal;
  readonly #resolve: (response: HttpResponse) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | null = null;
  #head: HttpHead = { status: 0, headers: {} };

  constructor(signal: AbortSignal, resolve: (response: HttpResponse) => void, reject: (reason: unknown) => void) {
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal.addEventListener('abort', this.#giveUp, { once: true });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // It may have waited for a connection for longer than anybody waited for it.
    if (this.#signal.aborted) controller.abort(this.#signal.reason);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Headers): void {
    // Of what comes before the answer itself nobody needs to know.
    if (status >= 200) this.#head = { status, headers: firstValues(headers) };
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#signal.removeEventListener('abort', this.#giveUp);
    const [first] = this.#chunks;
    const bytes = first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks);
    this.#resolve({ ...this.#head, text: withoutMark(bytes.toString('utf8')) });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#signal.removeEventListener('abort', this.#giveUp);
    this.#reject(error);
  }

  readonly #giveUp = () => {
    this.#reject(this.#signal.reason);
    this.#controller?.abort(this.#signal.reason);
  };
}

/** A byte order mark is no part of the text. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

type Headers = Record<string, string | string[] | undefined>;

function firstValues(headers: Headers): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) out[name.toLowerCase()] = first;
  }
  return out;
}
