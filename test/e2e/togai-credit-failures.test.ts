import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

// Everything here makes the sandbox break its contract, so no verifier looks on.
let gateway: TestGateway;
let sandbox: TogaiSandbox;
let couple: { customerId: string; down: string; up: string };

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 60, limits: false },
    verified: false,
    environment: { TOGAI_REQUESTS_PER_SECOND: '1000' },
  });
  await gateway.discovered();
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  const pages = await callerOf(sandbox).pages('/accounts?pageSize=100');
  const accounts: { id: string; customerId: string }[] = pages.flatMap(({ data }) => data);
  for (const [customerId, [down, up]] of Map.groupBy(accounts, (account) => account.customerId)) {
    if (down && up) couple = { customerId, down: down.id, up: up.id };
  }
});
afterAll(() => gateway?.close());

it('one account without its credit balance has all the rest, and no sum is shown without it', async () => {
  sandbox.fault(`GET /accounts/${couple.down}/credit_balance`, { kind: 'server-error', every: true });
  const { data, errors } = await gateway.query<{ down: object; up: object; customer: object }>(
    `query ($down: String!, $up: String!, $customer: String!) {
       down: togaiAccount(id: $down) { togaiId creditBalance { unit } credits { pageInfo { hasNextPage } } }
       up: togaiAccount(id: $up) { togaiId creditBalance { unit } }
       customer(externalId: { system: TOGAI, value: $customer }) { togaiCustomer { togaiId } credits { unit } creditBalances { unit } }
     }`,
    { down: couple.down, up: couple.up, customer: couple.customerId },
  );
  expect(data).toEqual({
    down: { togaiId: couple.down, creditBalance: null, credits: { pageInfo: { hasNextPage: false } } },
    up: { togaiId: couple.up, creditBalance: { unit: expect.any(String) } },
    customer: { togaiCustomer: { togaiId: couple.customerId }, credits: null, creditBalances: null },
  });
  const failure = { code: 'UPSTREAM_UNAVAILABLE', system: 'TOGAI', retryable: true, requestId: expect.any(String) };
  expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
    'customer.creditBalances',
    'customer.credits',
    'down.creditBalance',
  ]);
  for (const { extensions } of errors ?? []) expect(extensions).toMatchObject(failure);

  sandbox.clearFaults();
  const later = await gateway.query<{ togaiAccount: object }>(
    'query ($id: String!) { togaiAccount(id: $id) { creditBalance { unit } } }',
    { id: couple.down },
  );
  expect(later).toEqual({ data: { togaiAccount: { creditBalance: { unit: expect.any(String) } } } });
});

it('an account whose wallet or credits cannot be read has all the rest', async () => {
  sandbox.fault(`GET /accounts/${couple.up}/wallet`, { kind: 'server-error', every: true });
  sandbox.fault('GET /credits', { kind: 'server-error', every: true });
  const { data, errors } = await gateway.query(
    'query ($id: String!) { togaiAccount(id: $id) { togaiId wallet { balance } credits(first: 3) { nodes { id } } creditBalance { unit } } }',
    { id: couple.up },
  );
  expect(data).toEqual({
    togaiAccount: { togaiId: couple.up, wallet: null, credits: null, creditBalance: { unit: expect.any(String) } },
  });
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
    ['togaiAccount.credits', 'UPSTREAM_UNAVAILABLE'],
    ['togaiAccount.wallet', 'UPSTREAM_UNAVAILABLE'],
  ]);
});
