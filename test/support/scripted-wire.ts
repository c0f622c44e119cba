import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A vendor that answers some routes as a test says, and leaves the others to the sandbox behind it. */
export interface ScriptedWire {
  readonly url: string;
  /** Requests that were answered from here, oldest first. */
  readonly asked: readonly Asked[];
  /** The sandbox that everything else goes to; until it is known, such requests wait. */
  forwardTo(url: string): void;
  /** `METHOD /path` with `*` for one segment; the last one said counts. */
  on(route: string, answer: Answer): void;
  reset(): void;
  close(): Promise<void>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON, and the text that it came as. */
  readonly body: unknown;
  readonly text: string;
}

export type Answer = (asked: Asked) => Reply;
/** A body with its status (200), or `lost`: the connection ends without an answer. */
export type Reply = { readonly body: unknown; readonly status?: number } | 'lost';

export async function startScriptedWire(): Promise<ScriptedWire> {
  const { promise: target, resolve: forwardTo } = Promise.withResolvers<string>();
  const routes = new Map<string, Answer>();
  const asked: Asked[] = [];

  const server = createServer(async (incoming, outgoing) => {
    const address = new URL(incoming.url ?? '/', 'http://wire');
    const route = [...routes.keys()].findLast((each) => matches(each, `${incoming.method} ${address.pathname}`));
    const answer = route === undefined ? undefined : routes.get(route);
    if (!answer) return forward(await target, incoming, outgoing);
    const text = await textOf(incoming);
    const { method = '', headers } = incoming;
    const query = Object.fromEntries(address.searchParams);
    const one = { method, path: address.pathname, query, headers, text, body: text ? JSON.parse(text) : null };
    asked.push(one);
    const reply = answer(one);
    if (reply === 'lost') return incoming.socket.destroy();
    outgoing.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify(reply.body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    forwardTo,
    on: (route, answer) => {
      routes.delete(route);
      routes.set(route, answer);
    },
    reset: () => {
      routes.clear();
      asked.length = 0;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming;
  const onward = request(new URL(url ?? '/', target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function matches(route: string, asked: string): boolean {
  const parts = route.split('/');
  const given = asked.split('/');
  return parts.length === given.length && parts.every((part, index) => part === '*' || part === given[index]);
}
