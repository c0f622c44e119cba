import { type FormData, Pool } from 'undici';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with its query string. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

export interface HttpResponse {
  readonly status: number;
  /** Header names in lower case; of a repeated header the first value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The wire itself: one connection pool to one origin, no retries, no redirects followed. */
export interface Transport {
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
  close(): Promise<void>;
}

export function undiciTransport(baseUrl: string, { connections }: { connections: number }): Transport {
  const base = new URL(baseUrl);
  const basePath = base.pathname.replace(/\/+$/, '');
  const pool = new Pool(base.origin, { connections, pipelining: 1, allowH2: false, connect: { timeout: 5_000 } });
  return {
    async send({ method, path, headers, body }, signal) {
      const answer = await pool.request({
        method,
        path: basePath + path,
        headers,
        signal,
        ...(body !== undefined && { body }),
      });
      return { status: answer.statusCode, headers: firstValues(answer.headers), text: await answer.body.text() };
    },
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
