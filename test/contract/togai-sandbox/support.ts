import { request } from 'undici';
import type { Clock } from '../../../src/kernel/clock.js';
import type { TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the tests assert.
  readonly body: any;
}

/** Calls a sandbox as an integration would, with its API key unless another authorization is given; null sends none. */
export function callerOf(sandbox: TogaiSandbox) {
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    authorization: string | null = `Bearer ${sandbox.credentials.apiKey}`,
    sent?: object,
  ): Promise<Reply> => {
    const { statusCode, headers, body } = await request(`${sandbox.url}${path}`, {
      method,
      headers: {
        ...(authorization !== null && { authorization }),
        ...(sent && { 'content-type': 'application/json' }),
      },
      ...(sent && { body: JSON.stringify(sent) }),
    });
    return { status: statusCode, headers, body: await body.json() };
  };
  const get = (path: string, authorization?: string | null) => call('GET', path, authorization);
  return {
    get,
    post: (path: string, authorization?: string | null) => call('POST', path, authorization),
    send: (path: string, body: object) => call('POST', path, undefined, body),
    /** Follows `nextToken`, and sends nothing else with it, until an answer has none. */
    pages: async (path: string) => {
      const [list = ''] = path.split('?');
      const pages: Reply['body'][] = [(await get(path)).body];
      for (let token = pages[0].nextToken; token !== undefined; token = pages.at(-1).nextToken) {
        pages.push((await get(`${list}?nextToken=${encodeURIComponent(token)}`)).body);
      }
      return pages;
    },
  };
}

/** A clock that stands still until it is moved. */
export function stoppedClock(at: string): Clock & { advance(ms: number): void } {
  let now = Date.parse(at);
  return {
    now: () => now,
    wait: async () => {},
    advance: (ms) => {
      now += ms;
    },
  };
}
