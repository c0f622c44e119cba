import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InvalidCursor } from '../../../src/kernel/errors.js';
import { ulids } from '../../../src/kernel/ids.js';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import type { UpstreamKit } from '../../../src/upstreams/contract.js';
import { ZuoraClient } from '../../../src/upstreams/zuora-billing/client.js';
import type { ZuoraBillingSettings } from '../../../src/upstreams/zuora-billing/config.js';
import { ChargeMetrics } from '../../../src/upstreams/zuora-billing/metrics/charge-metrics.js';
import {
  CHARGE_METRICS,
  DISCOUNT_ALLOCATIONS,
  type MetricStream,
} from '../../../src/upstreams/zuora-billing/metrics/metric-streams.js';
import type { MetricRow } from '../../../src/upstreams/zuora-billing/metrics/model.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { type ContractProxies, startContractProxies } from '../../support/contract-proxy.js';

const MINUTE_MS = 60_000;
const never = new AbortController().signal;
const WINDOW = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
const ROUTE = 'GET /charge-metrics/data/charge-metrics';

let ahead = 0;
const clock = { now: () => Date.now() + ahead, wait: () => Promise.resolve() };
let sandbox: ZuoraSandbox;
let proxies: ContractProxies | null;
let json: ChargeMetrics;
let csv: ChargeMetrics;
/** Past the verifier, for answers that the sandbox is made to break. */
let unverified: ChargeMetrics;
const clients: ZuoraClient[] = [];

function metricsIn(metricsFormat: ZuoraBillingSettings['metricsFormat'], verified = true): ChargeMetrics {
  const { clientId, clientSecret } = sandbox.credentials;
  const settings: ZuoraBillingSettings = {
    url: (verified && proxies?.urlOf('zuora-billing')) || sandbox.url,
    credentials: { kind: 'oauth', clientId, clientSecret },
    entityId: null,
    orgIds: [],
    timeZone: 'UTC',
    apiVersion: '2025-08-12',
    wsdlVersion: '79',
    objectQuery: 'AUTO',
    metricsFormat,
    subscriptionChanges: 'SUBSCRIBE_AND_AMEND',
    linkFields: [],
    appUrl: null,
  };
  const client = new ZuoraClient(settings, { clock, secrets: new KnownSecrets(), onCall: () => {} });
  clients.push(client);
  return new ChargeMetrics(client, settings, { clock, ids: ulids } as unknown as UpstreamKit);
}

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 20, limits: false });
  proxies = await startContractProxies({ 'zuora-billing': sandbox.url });
  json = metricsIn('JSON_LINES');
  csv = metricsIn('CSV');
  unverified = metricsIn('JSON_LINES', false);
});
beforeEach(() => {
  // Past everything that is kept.
  ahead += 30 * MINUTE_MS;
  sandbox.reset();
});
afterAll(async () => {
  await Promise.all([json?.close(), csv?.close(), unverified?.close(), ...clients.map((client) => client.close())]);
  const violations = (await proxies?.violations()) ?? [];
  await sandbox?.close();
  expect(violations).toEqual([]);
});

async function all<T extends MetricRow>(metrics: ChargeMetrics, stream: MetricStream<T>, first = 1_000): Promise<T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof metrics.page<T>>> = await metrics.page(
      stream,
      WINDOW,
      { first, after },
      never,
    );
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

/** What the sandbox sends, as it is. */
async function raw(name: string): Promise<Record<string, unknown>[]> {
  const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
  const query = new URLSearchParams({ fromTimestamp: WINDOW.from, toTimestamp: WINDOW.to });
  const answer = await fetch(`${sandbox.url}/charge-metrics/data/${name}?${query}`, {
    headers: { apiAccessKeyId, apiSecretAccessKey },
  });
  expect(answer.headers.get('content-type')).toBe('application/json-seq');
  return (await answer.text()).split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
}

describe('charge metrics', () => {
  it('come as they are, page by page, of one answer', async () => {
    const sent = await raw('charge-metrics');
    expect(sent.length).toBeGreaterThan(150);
    sandbox.reset();
    const rows = await all(json, CHARGE_METRICS, 7);
    expect(rows.map(({ zuoraId }) => zuoraId)).toEqual(sent.map(({ id }) => id));
    expect(sandbox.requests(ROUTE)).toHaveLength(1);
    const [first] = rows;
    const [like] = sent;
    expect(first).toEqual({
      zuoraId: like?.id,
      deleted: like?.deleted,
      chargeNumber: like?.chargeNumber,
      subscriptionNumber: like?.subscriptionName,
      subscriptionOwnerAccountNumber: like?.subscriptionOwnerAccountNumber,
      invoiceOwnerAccountNumber: like?.invoiceOwnerAccountNumber,
      ratePlanChargeId: like?.ratePlanChargeId,
      productId: like?.productId,
      productRatePlanId: like?.productRatePlanId,
      productRatePlanChargeId: like?.productRatePlanChargeId,
      amendmentId: null,
      amendmentType: null,
      currency: like?.currency,
      startDate: like?.startDate,
      endDate: like?.endDate,
      createdAt: String(like?.createdOn).replace('Z', '.000Z'),
      updatedAt: String(like?.updatedOn).replace('Z', '.000Z'),
      mrrGross: { amount: String(like?.mrrGrossAmount), currency: like?.currency },
      mrrDiscount: { amount: String(like?.mrrDiscountAmount), currency: like?.currency },
      mrrNet: { amount: String(like?.mrrNetAmount), currency: like?.currency },
      tcvGross: { amount: String(like?.tcvGrossAmount), currency: like?.currency },
      tcvDiscount: { amount: String(like?.tcvDiscountAmount), currency: like?.currency },
      tcvNet: { amount: String(like?.tcvNetAmount), currency: like?.currency },
    });
  });

  it('say which rows do not count any more', async () => {
    const rows = await all(json, CHARGE_METRICS);
    const deleted = rows.filter(({ deleted: gone }) => gone);
    expect(deleted.length).toBeGreaterThan(0);
    expect(deleted.length).toBeLessThan(rows.length);
    for (const { ratePlanChargeId } of deleted) {
      const charge = sandbox.record('ratePlanCharge', ratePlanChargeId ?? '');
      expect(sandbox.record('subscription', String(charge?.subscriptionId))?.isLatestVersion).toBe(false);
    }
  });

  it.each([
    ['charge metrics', CHARGE_METRICS],
    ['discount allocations', DISCOUNT_ALLOCATIONS],
  ] as const)('are the same rows as CSV: %s', async (_name, stream) => {
    const [charge] = await raw('charge-metrics');
    sandbox.updateAccount(String(charge?.invoiceOwnerAccountNumber), { accountNumber: 'A "1",\nzwölf' });
    sandbox.update('ratePlanCharge', String(charge?.ratePlanChargeId), {
      mRR: 12.34567891,
      updatedDate: '2026-03-08T00:00:00+01:00',
    });
    const lines = await all<MetricRow>(json, stream);
    const records = await all<MetricRow>(csv, stream, 13);
    expect(lines.length).toBeGreaterThan(2);
    expect(records).toEqual(lines);
    if (stream === CHARGE_METRICS) {
      expect(lines.find(({ ratePlanChargeId }) => ratePlanChargeId === charge?.ratePlanChargeId)).toMatchObject({
        invoiceOwnerAccountNumber: 'A "1",\nzwölf',
        mrrGross: { amount: '12.34567891' },
      });
    }
    expect(sandbox.requests('GET /charge-metrics/**').map(({ headers }) => headers.accept)).toContain('text/csv');
  });

  it('add up with what discounts take off them', async () => {
    const parts = await all(json, DISCOUNT_ALLOCATIONS);
    const whole = new Map((await all(json, CHARGE_METRICS)).map((row) => [row.zuoraId, row]));
    const sums = Map.groupBy(parts, ({ chargeMetricId }) => chargeMetricId ?? '');
    expect(sums.size).toBeGreaterThan(2);
    for (const [id, discounts] of sums) {
      const taken = discounts.reduce((sum, { discountMrr }) => sum + Number(discountMrr?.amount), 0);
      expect(taken).toBeCloseTo(Number(whole.get(id)?.mrrDiscount?.amount), 8);
    }
  });

  it('are asked for between whole seconds, once for everybody at the same time', async () => {
    // The contract does not say that an answer without rows has no body, which nothing else could be meant by.
    const ask = (to: string) => unverified.page(CHARGE_METRICS, { ...WINDOW, to }, { first: 1 }, never);
    await Promise.all([ask(WINDOW.to), ask(WINDOW.to), ask('2026-03-02T00:00:00Z')]);
    const spans = sandbox.requests(ROUTE).map(({ query }) => [...query]);
    expect(spans).toHaveLength(2);
    for (const to of [WINDOW.to, '2026-03-02T00:00:00Z']) {
      expect(spans).toContainEqual([
        ['fromTimestamp', WINDOW.from],
        ['toTimestamp', to],
      ]);
    }
    const none = await ask('2026-03-02T00:00:00Z');
    expect(none).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});

describe('what goes wrong', () => {
  it.each([
    { kind: 'reply-lost' },
    { kind: 'connection-reset' },
    { kind: 'server-error' },
    { kind: 'rate-limited' },
    { kind: 'expired-token' },
  ] as const)('before the first row is put right: %j', async (fault) => {
    sandbox.fault(ROUTE, fault);
    const { length } = await all(json, CHARGE_METRICS);
    expect(length).toBe((await raw('charge-metrics')).length);
  });

  it.each(['JSON_LINES', 'CSV'] as const)('when rows are cut off, nobody takes them for all (%s)', async (format) => {
    const metrics = metricsIn(format, false);
    const ask = () => metrics.page(CHARGE_METRICS, WINDOW, { first: 1_000 }, never);
    sandbox.fault(ROUTE, { kind: 'cut-off-json' });
    await expect(ask()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    // Not repeated by itself, for rows had been handed on; whoever asks again has all of them.
    expect(sandbox.requests(ROUTE)).toHaveLength(1);
    const { nodes, pageInfo } = await ask();
    expect(nodes).toHaveLength((await raw('charge-metrics')).length);
    expect(pageInfo.hasNextPage).toBe(false);
  });

  it('as a page in place of the rows is no empty list', async () => {
    sandbox.fault(ROUTE, { kind: 'wrong-content-type' });
    expect((await unverified.page(CHARGE_METRICS, WINDOW, { first: 5 }, never)).nodes).toHaveLength(5);
    expect(sandbox.requests(ROUTE)).toHaveLength(2);
  });

  it('as a refusal says what Zuora says', async () => {
    const bad = { from: '2026-03-01', to: WINDOW.to };
    await expect(json.page(CHARGE_METRICS, bad, { first: 5 }, never)).rejects.toMatchObject({
      code: 'UPSTREAM_REJECTED',
      message: "Zuora Billing: Invalid value for 'fromTimestamp': 2026-03-01",
    });
  });

  it('leaves the caller who gives up alone, and goes on for the others', async () => {
    sandbox.fault(ROUTE, { kind: 'latency', ms: 150 });
    const leaving = new AbortController();
    const mine = json.page(CHARGE_METRICS, WINDOW, { first: 1 }, leaving.signal);
    const other = json.page(CHARGE_METRICS, WINDOW, { first: 1 }, never);
    leaving.abort(new Error('my deadline'));
    await expect(mine).rejects.toThrow('my deadline');
    expect((await other).nodes).toHaveLength(1);
    expect(sandbox.requests(ROUTE)).toHaveLength(1);
  });
});

describe('a cursor', () => {
  const page = (first: number, after: string | null = null) =>
    json.page(CHARGE_METRICS, WINDOW, { first, after }, never);

  it('holds when the answer is not kept any longer, if it begins with the same rows again', async () => {
    const { pageInfo, nodes } = await page(40);
    ahead += 30 * MINUTE_MS;
    const rest = await page(1_000, pageInfo.endCursor);
    expect([...nodes, ...rest.nodes].map(({ zuoraId }) => zuoraId)).toEqual(
      (await raw('charge-metrics')).map(({ id }) => id),
    );
    // The same place again, which is known by now.
    expect((await page(1, pageInfo.endCursor)).nodes).toEqual(rest.nodes.slice(0, 1));
  });

  it('is refused when what was before it has changed', async () => {
    const { pageInfo, nodes } = await page(40);
    ahead += 30 * MINUTE_MS;
    sandbox.update('ratePlanCharge', nodes[3]?.ratePlanChargeId ?? '', { mRR: 1, updatedDate: '2026-05-01T00:00:00Z' });
    await expect(page(10, pageInfo.endCursor)).rejects.toThrow(InvalidCursor);
  });

  it('belongs to its list', async () => {
    const { pageInfo } = await page(2);
    const after = pageInfo.endCursor ?? '';
    const [, , at, digest] = JSON.parse(Buffer.from(after, 'base64url').toString());
    const other = { from: WINDOW.from, to: '2026-03-31T00:00:00Z' };
    await expect(json.page(CHARGE_METRICS, other, { first: 1, after }, never)).rejects.toThrow(InvalidCursor);
    await expect(json.page(DISCOUNT_ALLOCATIONS, WINDOW, { first: 1, after }, never)).rejects.toThrow(InvalidCursor);
    const [key, id] = JSON.parse(Buffer.from(after, 'base64url').toString());
    for (const made of [
      'nonsense',
      JSON.stringify([key, id, at + 1, digest]),
      JSON.stringify([key, id, -1, digest]),
      JSON.stringify([key, id, 10_000_000, digest]),
    ]) {
      await expect(page(1, Buffer.from(made).toString('base64url'))).rejects.toThrow(InvalidCursor);
    }
  });
});
