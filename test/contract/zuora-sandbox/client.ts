import { request } from 'undici';
import type { ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  readonly body: any;
}

export type Query = Record<string, string | number | readonly string[]>;

export interface ZuoraClient {
  /** Signed in, with the newest error statuses unless `headers` say otherwise. */
  get(path: string, query?: Query, headers?: Record<string, string>): Promise<Reply>;
  post(path: string, body: object, headers?: Record<string, string>): Promise<Reply>;
  put(path: string, body: object, headers?: Record<string, string>): Promise<Reply>;
  /** Every page of an object query, as one list. */
  all(object: string, query?: Query): Promise<Reply['body'][]>;
}

export async function tokenOf(sandbox: ZuoraSandbox): Promise<string> {
  const { body } = await requestToken(sandbox, sandbox.credentials);
  return body.access_token;
}

export function requestToken(
  sandbox: ZuoraSandbox,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  grantType = 'client_credentials',
): Promise<Reply> {
  const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, grant_type: grantType });
  return send(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
}

/** `url` is that of a proxy in front of the sandbox, if there is one. */
export async function signIn(sandbox: ZuoraSandbox, url = sandbox.url): Promise<ZuoraClient> {
  const token = await tokenOf(sandbox);
  const common = { authorization: `Bearer ${token}`, 'zuora-version': '2025-08-12' };
  const get = (path: string, query: Query = {}, headers: Record<string, string> = {}) =>
    send(addressOf(url, path, query), { headers: { ...common, ...headers } });
  const write =
    (method: 'POST' | 'PUT') =>
    (path: string, body: object, headers: Record<string, string> = {}) =>
      send(addressOf(url, path), {
        method,
        headers: { ...common, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
  const all = async (object: string, query: Query = {}) => {
    const rows: Reply['body'][] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get(`/object-query/${object}`, { pageSize: 99, ...query, ...(cursor && { cursor }) });
      rows.push(...body.data);
      cursor = body.nextPage;
    } while (cursor !== undefined);
    return rows;
  };
  return { get, post: write('POST'), put: write('PUT'), all };
}

function addressOf(url: string, path: string, query: Query = {}): string {
  const address = new URL(path, url);
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) address.searchParams.append(name, String(one));
  }
  return address.href;
}

export async function send(url: string, options: Parameters<typeof request>[1] = {}): Promise<Reply> {
  const answer = await request(url, options);
  const text = await answer.body.text();
  return { status: answer.statusCode, headers: answer.headers, body: text === '' ? null : JSON.parse(text) };
}
