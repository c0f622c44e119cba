import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type MoneyScene, moneyScene, type SceneAccount } from '../support/money-scene.js';
import { movableClock } from '../support/movable-clock.js';

const clock = movableClock();
let test: TestGateway;
let zuora: ZuoraSandbox;
let scene: MoneyScene;
let euros: SceneAccount;

beforeAll(async () => {
  test = await startTestGateway({
    sandbox: { customers: 5, clock },
    clock: { ...clock, wait: (ms, signal) => clock.wait(Math.min(ms, 50), signal) },
    environment: {
      DISCOVERY_INTERVAL_MINUTES: '0',
      FLOW_POLL_MINUTES: '15',
      CONNECTION_KEYS: `first:${randomBytes(32).toString('base64')}`,
    },
  });
  zuora = test.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  scene = moneyScene(ask, { togai: test.sandbox('TOGAI') as TogaiSandbox, zuora });
  euros = await scene.account('EUR');
});
afterAll(() => test?.close());

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await test.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function create(template: string): Promise<string> {
  const { flowCreate } = await ask<{ flowCreate: { flow: { id: string } | null; userErrors: object[] } }>(
    'mutation ($input: FlowInput!) { flowCreate(input: $input) { flow { id } userErrors { message } } }',
    { input: { template } },
  );
  expect(flowCreate.userErrors).toEqual([]);
  return flowCreate.flow?.id ?? '';
}

interface Run {
  readonly kind: string;
  readonly status: string;
  readonly failure: string | null;
  readonly steps: readonly { readonly action: string; readonly status: string }[];
}
const runsOf = async (id: string) =>
  (
    await ask<{ node: { runs: { nodes: readonly Run[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 20) { nodes { kind status failure steps { action status } } } } } }',
      { id },
    )
  ).node.runs.nodes;

describe.each([
  {
    template: 'CREDITS_OUT',
    kind: 'CREDIT',
    write: 'POST /v1/credit-memos',
    happen: () => scene.credit(euros.id, 12.5),
  },
  {
    template: 'INVOICES_OUT',
    kind: 'INVOICE',
    write: 'POST /v1/invoices',
    happen: () => scene.invoice(euros.id, [['Platform', 99.9]]),
  },
])('$template', ({ template, kind, write, happen }) => {
  it('books what Togai has made since, once, though nobody tells of it and it is found again', async () => {
    const flow = await create(template);
    await happen();
    const writes = () => zuora.requests(write).length;
    const before = writes();
    const done = async () => (await runsOf(flow)).map(({ kind: of, status, failure }) => ({ of, status, failure }));
    clock.advance(16 * 60_000);
    await expect.poll(done, { timeout: 15_000 }).toEqual([{ of: kind, status: 'SUCCEEDED', failure: null }]);
    expect(writes()).toBe(before + 1);
    const lists = test.sandbox('TOGAI').requests(kind === 'CREDIT' ? 'GET /credits' : 'GET /invoices').length;
    clock.advance(16 * 60_000);
    await expect
      .poll(() => test.sandbox('TOGAI').requests(kind === 'CREDIT' ? 'GET /credits' : 'GET /invoices').length)
      .toBeGreaterThan(lists);
    expect(await done()).toHaveLength(1);
    expect(writes()).toBe(before + 1);
  });
});

it('a dry run tells what the last invoice would have come to, and books nothing', async () => {
  await scene.invoice(euros.id, [['Earlier', 1]]);
  clock.advance(60_000);
  await scene.invoice(euros.id, [['Last', 7.5]]);
  const before = zuora.requests('POST /v1/invoices').length;
  const { flowCreate } = await ask<{
    flowCreate: {
      preview: { kind: string; status: string; failure: string | null; steps: { action: string; after: unknown }[] }[];
    };
  }>(
    `mutation ($input: FlowInput!) {
      flowCreate(input: $input, dryRun: true) { preview { kind status failure steps { action after } } } }`,
    { input: { template: 'INVOICES_OUT' } },
  );
  expect(flowCreate.preview).toMatchObject([{ kind: 'INVOICE', status: 'PLANNED', failure: null }]);
  expect(JSON.stringify(flowCreate.preview[0]?.steps)).toContain('Last');
  expect(JSON.stringify(flowCreate.preview[0]?.steps)).not.toContain('Earlier');
  expect(zuora.requests('POST /v1/invoices')).toHaveLength(before);
});

it('a connection that a flow uses is not deleted under it', async () => {
  const { connectionCreate } = await ask<{
    connectionCreate: { connection: { id: string } | null; userErrors: object[] };
  }>(
    `mutation ($input: ConnectionInput!) { connectionCreate(input: $input) { connection { id } userErrors { message } } }`,
    {
      input: {
        ...{ system: 'TOGAI', name: 'Second', endpoint: 'https://api.togai.com' },
        settings: [{ name: 'API_KEY', value: 'a-key-of-nobody' }],
      },
    },
  );
  expect(connectionCreate.userErrors).toEqual([]);
  const id = connectionCreate.connection?.id ?? '';
  const trigger = { connection: id, event: 'CREDIT_GRANTED' };
  const { flowCreate } = await ask<{ flowCreate: { flow: { id: string; name: string }; userErrors: object[] } }>(
    'mutation ($input: FlowInput!) { flowCreate(input: $input) { flow { id name } userErrors { message } } }',
    { input: { template: 'CREDITS_OUT', name: 'Credits of the second', trigger, enabled: false } },
  );
  expect(flowCreate.userErrors).toEqual([]);
  const remove = async () =>
    (
      await ask<{ connectionDelete: { userErrors: { code: string; message: string }[] } }>(
        'mutation ($id: ID!) { connectionDelete(id: $id) { userErrors { code message } } }',
        { id },
      )
    ).connectionDelete.userErrors;
  expect(await remove()).toMatchObject([
    { code: 'CONFLICT', message: expect.stringContaining('Credits of the second') },
  ]);
  await ask('mutation ($id: ID!) { flowDelete(id: $id) { userErrors { message } } }', { id: flowCreate.flow.id });
  expect(await remove()).toEqual([]);
});
