import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

interface LiveError {
  readonly message: string;
  readonly extensions?: Record<string, unknown> | undefined;
}

export interface LiveAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly LiveError[] | undefined;
}

/** A graphql-ws client of the gateway that does not try again. */
export function socketClient(url: string, more: { token?: string; headers?: Record<string, string> } = {}): Client {
  const { token, headers = {} } = more;
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers });
      }
    },
    retryAttempts: 0,
    ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
}

export interface EventStream {
  readonly status: number;
  readonly contentType: string;
  /** One event, a comment being named `:`; null at the end. */
  next(): Promise<{ name: string; data: LiveAnswer | null } | null>;
  cancel(): Promise<void>;
}

/** Server-sent events, as they come over the wire. */
export async function eventStream(
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<EventStream> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    async next() {
      while (!text.includes('\n\n')) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) return null;
        text += chunk.value;
      }
      const [event = ''] = text.split('\n\n', 1);
      text = text.slice(event.length + 2);
      if (event.startsWith(':')) return { name: ':', data: null };
      const [, name = '', data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? [];
      return { name, data: data === '' ? null : (JSON.parse(data) as LiveAnswer) };
    },
    cancel: async () => reader?.cancel(),
  };
}
