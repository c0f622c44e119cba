import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { createClient as createEventClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import type { Scope } from '../../src/domain/access/model.js';
import { systemClock } from '../../src/kernel/clock.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import { openSyncBook } from '../../src/store/syncs/sync-runs.js';
import type { RevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { eventStream, type LiveAnswer, socketClient } from '../support/live.js';
import { csvOf, orderLine } from '../support/revenue-files.js';
import { type UploadAnswer, uploadsOf } from '../support/revenue-uploads.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../support/store.js';
import { queuedRun } from '../support/sync-runs.js';
import { temporaryStore } from '../support/temporary-store.js';

const PROGRESS = `subscription Progress($id: ID!) { revenueUploadProgress(id: $id) {
  id status rowsUploaded stageErrorCount parts { number status } } }`;

let gateway: TestGateway;
let database: FreshDatabase;
let sandbox: RevenueSandbox;
let uploads: ReturnType<typeof uploadsOf>;
let ahead = 0;
const keys: Record<string, { id: string; text: string }> = {};

beforeAll(async () => {
  if (postgresUrl) database = await freshPostgres();
  else {
    const store = await temporaryStore();
    database = { url: store.url, drop: store.remove };
  }
  const opened = await openStore({ url: database.url });
  const make = async (name: string, scopes: Scope[], systems: string[] | null = null) => {
    const { id, text, secretHash } = newKey();
    keys[name] = { id, text };
    const times = { createdAt: 0, expiresAt: null, lastUsedAt: null, revokedAt: null };
    await openApiKeys(opened.db).add({ id, name, scopes, systems, secretHash, ...times });
  };
  await make('finance', ['read', 'finance']);
  await make('reader', ['read']);
  await make('blind', ['sync']);
  await make('togai', ['read'], ['TOGAI']);
  await make('greedy', ['read']);
  await make('leaving', ['read']);
  await opened.close();
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    clock: { ...systemClock, now: () => Date.now() + ahead },
    environment: {
      DATABASE_URL: database.url,
      ACCESS: 'KEYS',
      DISCOVERY_INTERVAL_MINUTES: '0',
      SUBSCRIPTION_HEARTBEAT_MS: '400',
      MAX_SUBSCRIPTIONS: '2',
      ZUORA_REVENUE_LINES_PER_UPLOAD: '4',
      ZUORA_REVENUE_POLL_MS: '2',
    },
  });
  sandbox = gateway.sandbox('ZUORA_REVENUE') as RevenueSandbox;
  uploads = uploadsOf((text, variables) => gateway.query(text, variables, bearer('finance')));
});
afterAll(async () => {
  await gateway?.close();
  await database?.drop();
});

const textOf = (name: string) => keys[name]?.text ?? '';
const bearer = (name: string) => ({ authorization: `Bearer ${textOf(name)}` });
const client = (name: string) => socketClient(gateway.url, { token: textOf(name) });
const progress = ({ data }: LiveAnswer) => data?.revenueUploadProgress as UploadAnswer;
let orders = 0;
async function newUpload(more: object = {}): Promise<string> {
  const rows = [++orders, ++orders].flatMap((order) => [1, 2, 3].map((line) => orderLine(`L${order}`, line)));
  const { upload } = await uploads.create({ csv: csvOf(rows), ...more });
  return upload?.id ?? '';
}
/** An upload that stays on its way until the sandbox is told to hurry. */
async function slowUpload(more: object = {}): Promise<string> {
  sandbox.pace({ stagingMs: 120_000 });
  const id = await newUpload(more);
  await uploads.until(id, ({ parts }) => parts.every(({ status }) => status === 'SENT'));
  return id;
}
const hurry = () => {
  sandbox.pace({ stagingMs: 2, jobMs: 2 });
  sandbox.hurry();
};
afterEach(() => {
  sandbox.clearFaults();
  hurry();
});
async function letGo(id: string): Promise<void> {
  hurry();
  await uploads.ended(id);
}
async function firstOf(answers: AsyncIterable<LiveAnswer>): Promise<LiveAnswer> {
  for await (const answer of answers) return answer;
  return {};
}
const closing = (live: ReturnType<typeof client>) =>
  new Promise<{ code: number; reason: string }>((resolve) =>
    live.on('closed', (event) => resolve(event as { code: number; reason: string })),
  );

describe('the progress of an upload', () => {
  it('comes over WebSocket from the present state to the end, and anew with the state it has', async () => {
    const id = await slowUpload();
    const live = client('reader');
    const answers = live.iterate<Record<string, unknown>>({ query: PROGRESS, variables: { id } });
    const first = progress(((await answers.next()).value ?? {}) as LiveAnswer);
    expect(first).toMatchObject({ id, status: 'UPLOADING', rowsUploaded: 0 });
    hurry();
    // One part is heard of well before the other: what changes at the same moment may be told as one.
    sandbox.fault('*', { kind: 'latency', ms: 500, after: 1, every: true });
    const seen: UploadAnswer[] = [];
    for await (const answer of answers) seen.push(progress(answer as LiveAnswer));
    expect(seen.at(-1)).toMatchObject({ status: 'STAGED', rowsUploaded: 6 });
    // Each part is told by itself: it does not all come at the end.
    expect(seen.map(({ rowsUploaded }) => rowsUploaded)).toContain(3);
    expect(seen.map((one) => JSON.stringify(one)).filter((one, at, all) => one === all[at - 1])).toEqual([]);

    const again: unknown[] = [];
    for await (const answer of live.iterate({ query: PROGRESS, variables: { id } })) again.push(answer);
    expect(again).toEqual([{ data: { revenueUploadProgress: seen.at(-1) } }]);
    await live.dispose();
  });

  it('comes as server-sent events', async () => {
    const id = await slowUpload({ collect: {} });
    const live = createEventClient({ url: `${gateway.url}/graphql`, headers: bearer('reader'), retryAttempts: 0 });
    const states: string[] = [];
    for await (const answer of live.iterate({ query: PROGRESS, variables: { id } })) {
      const { status } = progress(answer as LiveAnswer);
      states.push(status);
      // Each state lasts until it was heard of.
      if (status === 'UPLOADING') sandbox.pace({ stagingMs: 2, jobMs: 120_000 });
      if (status === 'UPLOADING') sandbox.hurry();
      if (status === 'COLLECTING') hurry();
    }
    expect(states.at(-1)).toBe('COLLECTED');
    expect(states.filter((state, at) => state !== states[at - 1])).toEqual(['UPLOADING', 'COLLECTING', 'COLLECTED']);
    live.dispose();

    const stream = await eventStream(gateway.url, { query: PROGRESS, variables: { id } }, bearer('reader'));
    expect([stream.status, stream.contentType]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(await stream.next()).toEqual({ name: ':', data: null });
    expect(progress((await stream.next())?.data ?? {})).toMatchObject({ id, status: 'COLLECTED' });
    expect([await stream.next(), await stream.next()]).toEqual([{ name: 'complete', data: null }, null]);
  });

  it('shows that it is there while nothing happens', async () => {
    const id = await slowUpload();
    const stream = await eventStream(gateway.url, { query: PROGRESS, variables: { id } }, bearer('reader'));
    const names: (string | undefined)[] = [];
    while (names.filter((name) => name === ':').length < 3) names.push((await stream.next())?.name);
    expect(names.filter((name) => name === 'next')).toHaveLength(1);
    await stream.cancel();
    const live = client('reader');
    let pings = 0;
    live.on('opened', (socket) =>
      (socket as { on: (name: string, heard: () => void) => void }).on('ping', () => pings++),
    );
    const answers = live.iterate({ query: PROGRESS, variables: { id } });
    await answers.next();
    await expect.poll(() => pings).toBeGreaterThan(1);
    await answers.return?.();
    await live.dispose();
    await letGo(id);
  });

  it.skipIf(!postgresUrl)('is told by each process of what another one does', async () => {
    const id = await slowUpload();
    const live = client('reader');
    const answers = live.iterate<Record<string, unknown>>({ query: PROGRESS, variables: { id } });
    await answers.next();
    // Another connection to the same database stands for another gateway.
    const other = await openStore({ url: database.url });
    await other.db.updateTable('upload').set({ rows: 7, failure: 'told elsewhere' }).where('id', '=', id).execute();
    await other.db
      .updateTable('upload_part')
      .set({ rows: 30 })
      .where('upload_id', '=', id)
      .where('number', '=', 1)
      .execute();
    await other.close();
    await letGo(id);
    const seen: number[] = [];
    for await (const answer of answers) seen.push(progress(answer as LiveAnswer).rowsUploaded);
    expect(seen.at(-1)).toBe(33);
    await live.dispose();
  });
});

it.skipIf(!postgresUrl)('the progress of a sync comes step by step, whichever process works on it', async () => {
  const other = await openStore({ url: database.url });
  const book = openSyncBook(other.db);
  const step = { name: 'A', system: 'TOGAI', action: 'do', target: null, before: null, after: null };
  const begun = { ...step, status: 'RUNNING', attempts: 1, error: null } as const;
  await book.add(queuedRun({ status: 'RUNNING', steps: [begun] }));
  const live = client('reader');
  const query = 'subscription { syncRunProgress(id: "syn_run") { id status done total } }';
  const seen: unknown[] = [];
  for await (const answer of live.iterate({ query })) {
    seen.push(answer.data?.syncRunProgress);
    if (seen.length === 1) await book.change('run', ['RUNNING'], { steps: [{ ...begun, status: 'DONE' }] });
    if (seen.length === 2) await book.change('run', ['RUNNING'], { status: 'SUCCEEDED', finishedAt: 2 });
  }
  expect(seen).toEqual([
    { id: 'syn_run', status: 'RUNNING', done: 0, total: 1 },
    { id: 'syn_run', status: 'RUNNING', done: 1, total: 1 },
    { id: 'syn_run', status: 'SUCCEEDED', done: 1, total: 1 },
  ]);
  expect((await firstOf(live.iterate({ query: query.replace('syn_run', 'none') }))).errors).toMatchObject([
    { message: 'There is no run none.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  await live.dispose();
  await other.close();
});

describe('the same rules as for queries hold', () => {
  it('for who may come in, and what they may see', async () => {
    const id = await newUpload();
    await uploads.ended(id);
    const stranger = socketClient(gateway.url, { token: 'bgk_nobody_x' });
    const closed = closing(stranger);
    await expect(firstOf(stranger.iterate({ query: PROGRESS, variables: { id } }))).rejects.toMatchObject({
      code: 4403,
    });
    expect(await closed).toMatchObject({ code: 4403, reason: 'Forbidden' });
    const events = await eventStream(gateway.url, { query: PROGRESS, variables: { id } });
    expect([events.status, events.contentType]).toEqual([401, 'application/json; charset=utf-8']);

    // Programs send the header that they send with everything.
    const program = socketClient(gateway.url, { headers: bearer('reader') });
    expect(progress(await firstOf(program.iterate({ query: PROGRESS, variables: { id } })))).toMatchObject({ id });
    await program.dispose();
    for (const [name, message] of [
      ['blind', 'This needs the scope "read".'],
      ['togai', 'This caller may not ask ZUORA_REVENUE.'],
    ] as const) {
      const live = client(name);
      const answer = await firstOf(live.iterate({ query: PROGRESS, variables: { id } }));
      expect(answer.errors).toMatchObject([
        { message, extensions: { code: 'FORBIDDEN', requestId: expect.any(String) } },
      ]);
      await live.dispose();
      const stream = await eventStream(gateway.url, { query: PROGRESS, variables: { id } }, bearer(name));
      await stream.next();
      expect((await stream.next())?.data?.errors).toMatchObject([{ message, extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  // A key is revoked by another process, and nobody else may open an embedded store.
  it.skipIf(!postgresUrl)('for a caller whose key is revoked meanwhile', async () => {
    const id = await slowUpload();
    const live = client('leaving');
    const closed = closing(live);
    const answers = live.iterate({ query: PROGRESS, variables: { id } });
    await answers.next();
    const stream = await eventStream(gateway.url, { query: PROGRESS, variables: { id } }, bearer('leaving'));
    await revoke(keys.leaving?.id ?? '');
    // A key is known for ten seconds before it is looked up again.
    ahead += 11_000;
    expect(await closed).toMatchObject({ code: 4403 });
    const names: string[] = [];
    for (let event = await stream.next(); event !== null; event = await stream.next()) {
      if (event.name !== ':') names.push(event.data?.errors?.[0]?.extensions?.code?.toString() ?? event.name);
    }
    expect(names).toEqual(['next', 'UNAUTHENTICATED', 'complete']);
    await expect(answers.next()).rejects.toBeDefined();
    await letGo(id);
  });

  it('for what is asked', async () => {
    const live = client('reader');
    const refused = async (query: string, variables: Record<string, unknown> = {}) => {
      const overSocket = await firstOf(live.iterate({ query, variables })).then(
        ({ errors }) => errors,
        (errors) => errors as LiveAnswer['errors'],
      );
      const stream = await eventStream(gateway.url, { query, variables }, bearer('reader'));
      await stream.next();
      const inEvents = (await stream.next())?.data?.errors;
      const plain = (errors: LiveAnswer['errors']) =>
        errors?.map(({ message, extensions = {} }) => [extensions.code, message]);
      expect(plain(overSocket)).toEqual(plain(inEvents));
      return plain(inEvents)?.[0];
    };
    expect(await refused('subscription {')).toEqual(['GRAPHQL_PARSE_FAILED', expect.stringContaining('Syntax Error')]);
    expect(await refused('subscription { nothing }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field "nothing" on type "Subscription".',
    ]);
    expect(await refused(PROGRESS)).toEqual([
      'BAD_USER_INPUT',
      expect.stringContaining('"$id" of required type "ID!"'),
    ]);
    expect(await refused(PROGRESS, { id: 'rup_none' })).toEqual(['BAD_USER_INPUT', 'There is no upload rup_none.']);
    const aliases = Array.from({ length: 51 }, (_, at) => `a${at}: id`).join(' ');
    expect(await refused(`subscription { revenueUploadProgress(id: "x") { ${aliases} } }`)).toEqual([
      'LIMIT_EXCEEDED',
      'The operation has 51 aliases; at most 50 are allowed.',
    ]);
    const tokens = 'id '.repeat(10_001);
    expect((await refused(`subscription { revenueUploadProgress(id: "x") { ${tokens} } }`))?.[0]).toBe(
      'LIMIT_EXCEEDED',
    );
    // Two fields would be two things to follow.
    expect((await refused('subscription { a: __typename b: syncRunProgress(id: "x") { id } }'))?.[0]).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    await live.dispose();

    const { errors } = await gateway.query(PROGRESS, { id: 'x' }, bearer('reader'));
    expect(errors).toMatchObject([
      { message: expect.stringContaining('text/event-stream'), extensions: { code: 'BAD_REQUEST' } },
    ]);
  });

  it('for how much is open at a time', async () => {
    const id = await slowUpload();
    const live = client('greedy');
    const open = [1, 2].map(() => live.iterate({ query: PROGRESS, variables: { id } }));
    for (const answers of open) await answers.next();
    const third = await firstOf(live.iterate({ query: PROGRESS, variables: { id } }));
    expect(third.errors).toMatchObject([
      {
        message: 'At most 2 subscriptions may be open at a time: end one of them first.',
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'subscriptions', most: 2 },
      },
    ]);
    expect(await metric('billgraph_subscriptions_open')).toBe('2');
    await open[0]?.return?.();
    await expect.poll(() => metric('billgraph_subscriptions_open')).toBe('1');
    expect(progress(await firstOf(live.iterate({ query: PROGRESS, variables: { id } })))).toMatchObject({ id });
    const [second, tooMany] = [client('greedy'), client('greedy')];
    const ofSecond = second.iterate({ query: '{ __typename }' });
    expect(await ofSecond.next()).toMatchObject({ value: { data: { __typename: 'Query' } } });
    const stay = second.iterate({ query: PROGRESS, variables: { id } });
    await stay.next();
    await expect(firstOf(tooMany.iterate({ query: '{ __typename }' }))).rejects.toMatchObject({ code: 4429 });
    await Promise.all([live, second, tooMany].map((one) => one.dispose()));
    await expect.poll(() => metric('billgraph_subscriptions_open')).toBe('0');
    const refused = await metric(
      'billgraph_operations_total{operation="Progress",kind="subscription",outcome="failed"}',
    );
    expect(Number(refused)).toBeGreaterThan(0);
    await letGo(id);
  });

  it('and queries, mutations and registered operations may come the same way', async () => {
    const live = client('reader');
    const mutation = 'mutation { revenueUploadRetry(id: "x", input: {}) { userErrors { code } } }';
    expect(await firstOf(live.iterate({ query: '{ systems { system } }' }))).toMatchObject({
      data: { systems: expect.arrayContaining([{ system: 'TOGAI' }]) },
    });
    expect((await firstOf(live.iterate({ query: mutation }))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    const text = await readFile(
      new URL('../../schema/operations/revenue-upload-progress.graphql', import.meta.url),
      'utf8',
    );
    const documentId = `sha256:${createHash('sha256').update(text.trim()).digest('hex')}`;
    const id = await newUpload();
    await uploads.ended(id);
    const sent = { query: '', documentId, variables: { id } };
    expect(progress(await firstOf(live.iterate(sent)))).toMatchObject({ id, status: 'STAGED' });
    const stream = await eventStream(gateway.url, sent, bearer('reader'));
    await stream.next();
    expect(progress((await stream.next())?.data ?? {})).toMatchObject({ id });
    await live.dispose();
    const address = `${gateway.url}/graphql?${new URLSearchParams({ query: mutation })}`;
    const byGet = await fetch(address, { headers: { accept: 'text/event-stream', ...bearer('finance') } });
    expect(byGet.status).toBe(405);
  });
});

it('leaves requests alone that would like to be upgraded to something else', async () => {
  const { hostname, port } = new URL(gateway.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: upgrade, http2-settings\r\nupgrade: h2c\r\n\r\n');
    });
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString());
    });
  });
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
});

it('ends what is open when the gateway does, so that clients go to another one', async () => {
  const id = await slowUpload();
  const live = client('reader');
  const closed = closing(live);
  const answers = live.iterate({ query: PROGRESS, variables: { id } });
  await answers.next();
  const stream = await eventStream(gateway.url, { query: PROGRESS, variables: { id } }, bearer('reader'));
  await stream.next();
  expect((await stream.next())?.name).toBe('next');
  await gateway.gateway.close();
  expect(await closed).toMatchObject({ code: 1001 });
  const rest: string[] = [];
  for (let event = await stream.next(); event !== null; event = await stream.next()) rest.push(event.name);
  expect(rest).not.toContain('complete');
});

async function revoke(id: string): Promise<void> {
  const opened = await openStore({ url: database.url });
  await openApiKeys(opened.db).revoke(id, Date.now());
  await opened.close();
}

async function metric(name: string): Promise<string | undefined> {
  const text = await (await fetch(`${gateway.url}/metrics`, { headers: bearer('reader') })).text();
  return text
    .split('\n')
    .find((line) => line.startsWith(`${name} `))
    ?.slice(name.length + 1);
}
