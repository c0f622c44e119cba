import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import { calloutsTo } from '../support/callouts.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { eventStream } from '../support/live.js';
import { newAccount } from '../support/syncing.js';
import { type Collector, type ReceivedSpan, startCollector, treeOf } from '../support/traces/collector.js';

const SIZE = 8;
const story = scenario({ size: SIZE });
const known = Array.from({ length: SIZE }, (_, n) => story.customer(n)).filter(({ inUsageBilling }) => inUsageBilling);
const [ID = '', OTHER = ''] = known.map(({ ids }) => ids.usageCustomerId);
let gateway: TestGateway;
let collector: Collector;
const lines: string[] = [];
const SECRET = 'a-signature-key-of-callouts';
const callout = calloutsTo(() => gateway.url, SECRET);

beforeAll(async () => {
  collector = await startCollector();
  gateway = await startTestGateway({
    sandbox: { customers: SIZE },
    onLogLine: (line) => lines.push(line),
    environment: {
      ...{ DISCOVERY_INTERVAL_MINUTES: '0', FLOW_POLL_MINUTES: '0', LOG_LEVEL: 'debug', CACHE_MAX_ENTRIES: '0' },
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '10' },
      ...{ OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=of%20ours', OTEL_SERVICE_NAME: 'billing' },
      ZUORA_BILLING_WEBHOOK_SECRET: SECRET,
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    },
  });
  // Signing in is a call of its own, which the first one to need it makes.
  await ask('{ zuoraAccount(key: "A00000001") { name } }');
});
beforeEach(() => lines.splice(0));
afterAll(async () => {
  await gateway?.close();
  await collector?.close();
});

const CLIENT = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
let client = 0;

/** Sends an operation as a part of a client's trace of its own, and gives that trace's id. */
async function ask(query: string, { flags = '01', id = '' } = {}) {
  client += 1;
  const traceId = CLIENT.traceId.slice(0, -4) + client.toString(16).padStart(4, '0');
  const headers = { traceparent: `00-${traceId}-${CLIENT.spanId}-${flags}`, ...(id && { 'x-request-id': id }) };
  const { errors, data } = await gateway.query(query, {}, headers);
  return { traceId, errors, data };
}
const ofTrace = (id: string) => collector.spans.filter(({ traceId }) => traceId === id);
const received = (id: string, name: string) =>
  expect.poll(() => ofTrace(id).map((span) => span.name), { interval: 5, timeout: 5_000 }).toContain(name);
const only = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
  const found = spans.filter((span) => span.name === name);
  expect(found, name).toHaveLength(1);
  return found[0] as ReceivedSpan;
};
const record = (line: string) => JSON.parse(line) as Record<string, unknown>;

it('joins the trace of the client with what both systems were asked for', async () => {
  const query = `query Both { zuoraAccount(key: "A00000001") { name } togaiCustomer(id: "${ID}") { name } }`;
  const { traceId } = await ask(query, { id: 'of-the-client' });
  await received(traceId, 'query Both');
  const spans = ofTrace(traceId);
  expect(treeOf(spans, CLIENT.spanId)).toEqual([
    'query Both',
    '  read TOGAI customer',
    '    TOGAI getCustomer',
    '  read ZUORA_BILLING account-by-number',
    '    ZUORA_BILLING queryAccounts',
  ]);
  const operation = only(spans, 'query Both');
  expect(operation).toMatchObject({ kind: 'SERVER', failed: false });
  expect(operation.resource).toEqual({ 'service.name': 'billing', 'deployment.environment.name': 'test' });
  expect(operation.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
    'graphql.operation.type': 'query',
    'graphql.operation.name': 'Both',
    'billgraph.document.hash': expect.stringMatching(/^[0-9a-f]{12}$/),
    'billgraph.request_id': 'of-the-client',
    'billgraph.caller.kind': 'open',
    'billgraph.cost': 2,
    'billgraph.upstream_calls': 2,
    'billgraph.outcome': 'ok',
  });
  const toZuora = only(spans, 'ZUORA_BILLING queryAccounts');
  expect(toZuora).toMatchObject({ kind: 'CLIENT', failed: false, events: [] });
  expect(toZuora.attributes).toEqual({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'billgraph.system': 'ZUORA_BILLING',
    'billgraph.connection': 'ZUORA_BILLING',
    'billgraph.operation': 'queryAccounts',
    'billgraph.lane': 'interactive',
    'billgraph.attempts': 1,
    // What the tenant's own log has.
    'http.request.header.zuora-track-id': ['of-the-client'],
    'http.response.header.zuora-track-id': ['of-the-client'],
    'http.response.header.zuora-request-id': [expect.any(String)],
  });
  const toTogai = only(spans, 'TOGAI getCustomer');
  expect(Object.keys(toTogai.attributes).filter((name) => name.includes('header'))).toEqual([]);
  // And the systems could go on with it.
  const [sent] = gateway.sandbox('TOGAI').requests(`GET /customers/${ID}`).slice(-1);
  expect(sent?.headers.traceparent).toBe(`00-${traceId}-${toTogai.spanId}-01`);
  expect(collector.headers.at(-1)).toMatchObject({ 'x-collector-key': 'of ours' });
});

it('puts the ids of the trace into every log line of the operation', async () => {
  const { traceId } = await ask(`query Logged { togaiCustomer(id: "${ID}") { name } }`);
  await received(traceId, 'query Logged');
  const ofIt = lines.map(record).filter((line) => line.trace_id === traceId);
  const spans = ofTrace(traceId);
  expect(ofIt.map(({ msg, span_id }) => [msg, span_id])).toEqual([
    ['upstream call', only(spans, 'TOGAI getCustomer').spanId],
    ['operation', only(spans, 'query Logged').spanId],
  ]);
});

it('counts the attempts of a call, and says of failures what they were and nothing else', async () => {
  const togai = gateway.sandbox('TOGAI');
  togai.fault(`GET /customers/${ID}`, { kind: 'server-error', status: 503 });
  const repeated = await ask(`{ togaiCustomer(id: "${ID}") { name } }`);
  await received(repeated.traceId, 'query');
  const again = only(ofTrace(repeated.traceId), 'TOGAI getCustomer');
  expect(again.failed).toBe(false);
  expect(again.attributes).toMatchObject({ 'billgraph.attempts': 2, 'http.request.resend_count': 1 });
  const told = { 'http.response.status_code': 503, 'error.type': 'UPSTREAM_UNAVAILABLE' };
  expect(again.events).toEqual([{ name: 'attempt failed', attributes: told }]);

  togai.fault(`GET /customers/${ID}`, { kind: 'expired-token', every: true });
  const failing = await ask(`query Failing { togaiCustomer(id: "${ID}") { name } }`);
  togai.clearFaults();
  await received(failing.traceId, 'query Failing');
  const spans = ofTrace(failing.traceId);
  const call = only(spans, 'TOGAI getCustomer');
  expect(call.failed).toBe(true);
  expect(call.attributes['error.type']).toBe('UPSTREAM_UNAUTHENTICATED');
  const operation = only(spans, 'query Failing').attributes;
  expect(operation['billgraph.error_codes']).toEqual(['UPSTREAM_UNAUTHENTICATED']);
  expect(operation['billgraph.outcome']).toBe('partial');
});

it('links operations that share a read', async () => {
  const togai = gateway.sandbox('TOGAI');
  const before = togai.requests(`GET /customers/${OTHER}`).length;
  togai.fault(`GET /customers/${OTHER}`, { kind: 'latency', ms: 300 });
  const first = ask(`query First { togaiCustomer(id: "${OTHER}") { name } }`);
  await expect.poll(() => togai.requests(`GET /customers/${OTHER}`).length, { interval: 2 }).toBe(before + 1);
  const second = await ask(`query Second { togaiCustomer(id: "${OTHER}") { name } }`);
  const { traceId } = await first;
  await received(traceId, 'query First');
  await received(second.traceId, 'query Second');
  expect(togai.requests(`GET /customers/${OTHER}`)).toHaveLength(before + 1);
  const read = only(ofTrace(traceId), 'read TOGAI customer');
  const [sharer, ...more] = ofTrace(second.traceId);
  expect(more).toEqual([]);
  expect(read.links).toEqual([`${second.traceId}/${sharer?.spanId}`]);
  expect(sharer?.links).toEqual([`${traceId}/${read.spanId}`]);
});

it('keeps no trace of clients who keep none of theirs', async () => {
  const { traceId } = await ask(`query Untraced { togaiCustomer(id: "${ID}") { name } }`, { flags: '00' });
  const next = await ask('query Traced { __typename }');
  await received(next.traceId, 'query Traced');
  expect(ofTrace(traceId)).toEqual([]);
});

/** The trace of the work that a span has asked for. */
async function workAskedBy(span: ReceivedSpan): Promise<readonly ReceivedSpan[]> {
  const from = `${span.traceId}/${span.spanId}`;
  const found = () => collector.spans.find(({ name, links }) => name === 'run sync' && links.includes(from));
  await expect.poll(found, { interval: 10, timeout: 10_000 }).toBeDefined();
  return ofTrace(found()?.traceId ?? '');
}

it('links a run with the mutation that asked for it', async () => {
  const { number } = await newAccount(gateway);
  const query = `mutation Sync { customerSync(input: { customer: "${number}", from: "ZUORA_BILLING", to: "TOGAI" }) { run { id } userErrors { message } } }`;
  const { traceId, data } = await ask(query);
  const { run } = data.customerSync as { run: { id: string } };
  await received(traceId, 'mutation Sync');
  const spans = await workAskedBy(only(ofTrace(traceId), 'mutation Sync'));
  const describing = ['    read ZUORA_BILLING describe', '      ZUORA_BILLING GET_Describe'];
  const looking = ['    TOGAI getAccount', '    TOGAI getCustomer'];
  // Each step begins by looking; the last one finds nothing to do.
  expect(treeOf(spans, '')).toEqual([
    'run sync',
    ...['  advance sync', ...describing, '    TOGAI createCustomer', ...looking, '    ZUORA_BILLING queryAccounts'],
    ...[
      '  advance sync',
      ...describing,
      ...looking,
      '    ZUORA_BILLING PUT_Account',
      '    ZUORA_BILLING queryAccounts',
    ],
    ...['  advance sync', ...describing, ...looking, '    ZUORA_BILLING queryAccounts'],
  ]);
  const whole = only(spans, 'run sync');
  expect(whole.attributes).toEqual({
    'billgraph.task.system': 'SYNCS',
    'billgraph.task.kind': 'sync',
    'billgraph.task.id': run.id.replace('syn_', ''),
  });
  const steps = spans.filter(({ name }) => name === 'advance sync').map(({ attributes }) => attributes);
  expect(steps.map((one) => [one['billgraph.step.system'], one['billgraph.step.action']])).toEqual([
    ['TOGAI', 'createCustomer'],
    ['ZUORA_BILLING', 'PUT_Account'],
    [undefined, undefined],
  ]);
  expect(whole.durationMs).toBeGreaterThan(
    Math.max(...spans.filter(({ name }) => name === 'advance sync').map(({ durationMs }) => durationMs)),
  );
  // The tenant's log leads back to the run.
  const [write] = gateway.sandbox('ZUORA_BILLING').requests('PUT /v1/accounts/*').slice(-1);
  expect(write?.headers['zuora-track-id']).toBe(whole.traceId);
});

it('links a run with the webhook that led to it', async () => {
  const { number, id } = await newAccount(gateway);
  await gateway.query('mutation { flowCreate(input: { template: "CUSTOMERS_IN" }) { flow { id } } }');
  const headers = { traceparent: `00-${'c'.repeat(32)}-${CLIENT.spanId}-01` };
  expect((await callout('n-1', { AccountId: id, AccountNumber: number }, headers)).status).toBe(200);
  await received('c'.repeat(32), 'settle webhook');
  const told = ofTrace('c'.repeat(32));
  expect(treeOf(told, CLIENT.spanId)).toEqual([
    'take webhook',
    '  settle webhook',
    '    read ZUORA_BILLING account',
    '      ZUORA_BILLING queryAccounts',
  ]);
  const spans = await workAskedBy(only(told, 'settle webhook'));
  expect(treeOf(spans, '')[0]).toBe('run sync');
});

it('traces what comes by WebSocket', async () => {
  const traceId = 'd'.repeat(32);
  class Traced extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { traceparent: `00-${traceId}-${CLIENT.spanId}-01` } });
    }
  }
  const client = createClient({ url: `${gateway.url.replace('http', 'ws')}/graphql`, webSocketImpl: Traced });
  const query = `query Live { togaiCustomer(id: "${ID}") { name } }`;
  await new Promise((resolve, reject) =>
    client.subscribe({ query }, { next: () => {}, error: reject, complete: () => resolve(null) }),
  );
  await client.dispose();
  await received(traceId, 'query Live');
  expect(treeOf(ofTrace(traceId), CLIENT.spanId)).toEqual([
    'query Live',
    '  read TOGAI customer',
    '    TOGAI getCustomer',
  ]);
});

it('traces what is answered in events until the last of them', async () => {
  const traceId = 'b'.repeat(32);
  const headers = { traceparent: `00-${traceId}-${CLIENT.spanId}-01` };
  const query = 'subscription Live { customerChanged { customer { name } } }';
  const stream = await eventStream(gateway.url, { query }, headers);
  expect(await stream.next()).toMatchObject({ name: ':' });
  // What has ended by then has been sent.
  const later = await ask('query Later { __typename }');
  await received(later.traceId, 'query Later');
  expect(ofTrace(traceId).map(({ name }) => name)).toEqual(['subscribe']);
  await stream.cancel();
  await received(traceId, 'POST /graphql');
  expect(treeOf(ofTrace(traceId), CLIENT.spanId)).toEqual(['POST /graphql', '  subscription Live', '    subscribe']);
});

it('holds nothing of what was asked for or answered', async () => {
  const query =
    'query Named($name: String!, $id: String!) { a: customers(first: 1, filter: { search: $name }) { nodes { name } } b: togaiCustomer(id: $id) { name } }';
  await gateway.query(query, { name: 'Ada Lovelace-Secret', id: 'id-of-somebody' });
  const next = await ask('query Last { __typename }');
  await received(next.traceId, 'query Last');
  const text = collector.text();
  expect(text).toContain('query Named');
  for (const secret of ['Lovelace', 'id-of-somebody', 'togaiCustomer(', 'A00000001', ID, 'ada@acme']) {
    expect(text, secret).not.toContain(secret);
  }
});
