import { type FormData, Pool } from 'undici';

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

export function undiciTransport(baseUrl: string, { connections }: { connections: number }): Transport {
  const base = new URL(baseUrl);
  const basePath = base.pathname.replace(/\/+$/, '');
  const pool = new Pool(base.origin, { connections, pipelining: 1, allowH2: false, connect: { timeout: 5_000 } });
  const ask = async ({ method, path, headers, body }: HttpRequest, signal: AbortSignal) => {
    const answer = await pool.request({
      method,
      path: basePath + path,
      headers,
      signal,
      ...(body !== undefined && { body }),
    });
    return { status: answer.statusCode, headers: firstValues(answer.headers), body: answer.body };
  };
  return {
    async send(request, signal) {
      const { status, headers, body } = await ask(request, signal);
      return { status, headers, text: await body.text() };
    },
    open: ask,
    close: () => pool.destroy(),
  };
}

function firstValues(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) out[name.toLowerCase()] = first;
  }
  return out;
}
