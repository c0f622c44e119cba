import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An upstream with numbered pages of records, which counts who asks for what. */
export interface PageServer {
  readonly url: string;
  /** `stream:page` of every request, in the order of arrival. */
  readonly asked: readonly string[];
  /** Leaves the requests for that page without an answer, until it is released. */
  hold(page: string): void;
  release(page: string): void;
  /** Resolves once that page has been asked for `times` times. */
  arrived(page: string, times?: number): Promise<void>;
  close(): Promise<void>;
}

/** `pages` in each stream; the records of a page are made by who reads it. */
export async function startPageServer(pages: number): Promise<PageServer> {
  const asked: string[] = [];
  const held = new Map<string, ServerResponse[]>();
  let watchers: (() => void)[] = [];

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const at = Number(searchParams.get('cursor') ?? '0');
    const page = `${pathname.slice(1)}:${at}`;
    asked.push(page);
    for (const wake of watchers) wake();
    const answer = () => response.end(JSON.stringify({ page: at, next: at + 1 < pages ? String(at + 1) : null }));
    const waiting = held.get(page);
    if (waiting === undefined) answer();
    else waiting.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    hold: (page) => void held.set(page, []),
    release: (page) => {
      const at = Number(page.split(':')[1]);
      const next = at + 1 < pages ? String(at + 1) : null;
      for (const response of held.get(page) ?? []) response.end(JSON.stringify({ page: at, next }));
      held.delete(page);
    },
    arrived: async (page, times = 1) => {
      while (asked.filter((one) => one === page).length < times) {
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
      watchers = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
