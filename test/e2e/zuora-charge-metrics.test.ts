import { print } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../src/kernel/clock.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { ZuoraChargeMetricsDocument, type ZuoraChargeMetricsQuery } from '../support/operations.generated.js';

const ROUTE = 'GET /charge-metrics/data/charge-metrics';
const SPAN = { from: '2026-03-01T01:00:00+01:00', to: '2026-04-01T00:00:00.400Z' };
let ahead = 0;
let gateway: TestGateway;
let zuora: ZuoraSandbox;
beforeAll(async () => {
  const clock = { now: () => Date.now() + ahead, wait: systemClock.wait };
  gateway = await startTestGateway({
    sandbox: { customers: 20 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    clock,
  });
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => {
  ahead += 3_600_000;
  zuora.reset();
});
afterAll(() => gateway?.close());

const ask = (variables: object) =>
  gateway.query<ZuoraChargeMetricsQuery>(print(ZuoraChargeMetricsDocument), { ...SPAN, ...variables });

it('pages through all rows of one answer, the deleted ones marked', async () => {
  const nodes: ZuoraChargeMetricsQuery['zuoraChargeMetrics']['nodes'] = [];
  let after: string | null = null;
  do {
    const { data, errors }: Awaited<ReturnType<typeof ask>> = await ask({ first: 100, after });
    expect(errors).toBeUndefined();
    nodes.push(...data.zuoraChargeMetrics.nodes);
    after = data.zuoraChargeMetrics.pageInfo.hasNextPage ? data.zuoraChargeMetrics.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(nodes.map(({ zuoraId }) => zuoraId)).size).toBe(nodes.length);
  expect(nodes.length).toBeGreaterThan(200);
  expect(nodes.some(({ deleted }) => deleted)).toBe(true);
  expect(zuora.requests(ROUTE).map(({ query, headers }) => [Object.fromEntries(query), headers.accept])).toEqual([
    [{ fromTimestamp: '2026-03-01T00:00:00Z', toTimestamp: '2026-04-01T00:00:00Z' }, 'application/json-seq'],
  ]);
});

it('gives what discounts take off, exactly', async () => {
  const { data, errors } = await gateway.query<{
    zuoraDiscountAllocations: { nodes: { discountChargeNumber: string; discountMrr: { amount: string } }[] };
  }>(
    `query ($from: DateTime!, $to: DateTime!) { zuoraDiscountAllocations(from: $from, to: $to) {
      nodes { chargeMetricId discountChargeNumber deleted discountMrr { amount currency } discountTcv { amount } }
    } }`,
    SPAN,
  );
  expect(errors).toBeUndefined();
  const { nodes } = data.zuoraDiscountAllocations;
  expect(nodes.length).toBeGreaterThan(2);
  expect(nodes[0]).toEqual({
    chargeMetricId: expect.stringMatching(/^8ad0/),
    discountChargeNumber: expect.stringMatching(/^C-/),
    deleted: expect.any(Boolean),
    discountMrr: { amount: expect.stringMatching(/^\d+(\.\d+)?$/), currency: expect.stringMatching(/^[A-Z]{3}$/) },
    discountTcv: { amount: expect.stringMatching(/^\d+(\.\d+)?$/) },
  });
});

it('is an error when the answer is cut, and whole when it is asked for again', async () => {
  zuora.fault(ROUTE, { kind: 'cut-off-json' });
  const { data, errors } = await ask({ first: 1_000 });
  expect(data).toBeNull();
  expect(errors).toMatchObject([
    {
      path: ['zuoraChargeMetrics'],
      message: 'Zuora Billing broke its answer to GET_ChargeMetrics off.',
      extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'ZUORA_BILLING', retryable: true },
    },
  ]);
  const again = await ask({ first: 1_000 });
  expect(again.data.zuoraChargeMetrics.pageInfo.hasNextPage).toBe(false);
  expect(again.data.zuoraChargeMetrics.nodes.length).toBeGreaterThan(200);
});

it('refuses what cannot be, and asks nobody', async () => {
  for (const wrong of [
    { from: SPAN.to, to: SPAN.from },
    { to: '2026-03-01T00:00:00.900Z' },
    { first: 0 },
    { first: 1_001 },
    { after: 'nonsense' },
  ]) {
    const { errors } = await ask(wrong);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(zuora.requests(ROUTE)).toEqual([]);
});

it('shows the totals of an account in each of its currencies', async () => {
  const query =
    '{ zuoraAccount(key: "A00000002") { currency metrics { balance { amount currency } } metricsByCurrency { currency balance { amount currency } contractedMrr { amount } reservedPaymentAmount { amount } } } }';
  interface Shown {
    zuoraAccount: { currency: string; metrics: { balance: unknown }; metricsByCurrency: { balance: unknown }[] };
  }
  const { data, errors } = await gateway.query<Shown>(query);
  expect(errors).toBeUndefined();
  const { currency, metrics, metricsByCurrency } = data.zuoraAccount;
  expect(metricsByCurrency).toEqual([
    {
      currency,
      balance: metrics.balance,
      contractedMrr: { amount: expect.stringMatching(/^\d/) },
      reservedPaymentAmount: { amount: '0' },
    },
  ]);
  await gateway.query(query);
  expect(zuora.requests('GET /v1/accounts/*')).toHaveLength(1);
});
