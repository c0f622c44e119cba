import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let togaiSandbox: TogaiSandbox;
let zuora: ZuoraSandbox;
let togai: ReturnType<typeof callerOf>;
let folder: string;
let planId: string;
let chargeId: string;
let addOns: number;
let number = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
  const file = join(folder, 'mapping.yml');
  await writeFile(file, 'units: { Call: { meter: API calls } }\n');
  gateway = await startTestGateway({
    sandbox: { customers: 10 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', MAPPING_FILE: file },
  });
  togaiSandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  zuora = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
  togai = callerOf(togaiSandbox);
  const charges = await tenantRows(zuora)('product-rate-plan-charges');
  const byPlan = Map.groupBy(charges, ({ productRatePlanId }) => String(productRatePlanId));
  const periods = ['Month', 'Quarter', 'Annual'];
  const fitting = [...byPlan].find(
    ([, all]) =>
      all.every(({ chargeModel, chargeType, billingPeriod }) => {
        return (
          chargeModel === 'Flat Fee Pricing' &&
          chargeType !== 'Usage' &&
          (chargeType === 'OneTime' || periods.includes(String(billingPeriod)))
        );
      }) && all.some(({ chargeType }) => chargeType === 'Recurring'),
  );
  const recurring = fitting?.[1].find(({ chargeType }) => chargeType === 'Recurring');
  if (!fitting || !recurring) throw new Error('the catalog has changed');
  [planId, chargeId, addOns] = [fitting[0], String(recurring.id), fitting[1].length];
});
beforeEach(() => {
  togaiSandbox.reset();
  zuora.reset();
});
afterAll(async () => {
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly attempt: number;
  readonly steps: readonly {
    name: string;
    action: string;
    status: string;
    attempts: number;
    before: unknown;
    after: unknown;
  }[];
}
interface Payload {
  readonly run: Run | null;
  readonly userErrors: readonly { code: string; message: string; field: readonly string[] | null }[];
}
const RUN =
  'id kind status dryRun failure attempt requestedBy total done steps { name action status attempts before after }';

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const sync = async (input: object, dryRun = false): Promise<Payload> =>
  (
    await ask<{ subscriptionSync: Payload }>(
      `mutation ($input: SubscriptionSyncInput!, $dryRun: Boolean!) {
        subscriptionSync(input: $input, dryRun: $dryRun) { run { ${RUN} } userErrors { code message field } } }`,
      { input, dryRun },
    )
  ).subscriptionSync;
const runOf = async (id: string) =>
  (await ask<{ syncRun: Run }>(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, { id })).syncRun;
async function until(id: string, ...statuses: string[]): Promise<Run> {
  await expect
    .poll(async () => (await runOf(id)).status, { timeout: 20_000, interval: 50 })
    .toMatch(new RegExp(`^(${statuses.join('|')})$`));
  return await runOf(id);
}
async function synced(input: object): Promise<Run> {
  const { run, userErrors } = await sync(input);
  expect(userErrors).toEqual([]);
  return await until(run?.id ?? '', 'SUCCEEDED', 'NEEDS_ATTENTION');
}

/** A subscription in one system and an account in the other. */
async function scene() {
  number += 1;
  const account = `acme-${number}`;
  const customer = { id: account, name: account, primaryEmail: 'a@example.com', address: {} };
  await togai.send('/customers', { ...customer, account: { id: account, name: account, invoiceCurrency: 'EUR' } });
  const { zuoraSubscriptionCreate: made } = await ask<{
    zuoraSubscriptionCreate: {
      subscription: {
        subscriptionNumber: string;
        ratePlans: { id: string; charges: { id: string; price: { amount: string } | null }[] }[];
      };
    };
  }>(
    `mutation ($input: ZuoraSubscriptionCreateInput!) { zuoraSubscriptionCreate(input: $input) {
      subscription { subscriptionNumber ratePlans { id charges { id price { amount } } } } userErrors { message } } }`,
    {
      input: {
        ...{ accountKey: 'A00000002', termType: 'TERMED', contractEffectiveDate: '2026-01-01', initialTerm: 12 },
        ...{ renewalTerm: 12, autoRenew: false },
        ratePlans: [{ productRatePlanId: planId, charges: [{ productRatePlanChargeId: chargeId, price: '19.99' }] }],
      },
    },
  );
  const { subscriptionNumber, ratePlans } = made.subscription;
  return { account, subscriptionNumber, ratePlan: ratePlans[0] };
}
const schedulesOf = async (account: string) =>
  (
    (await togai.get(`/v2/accounts/${account}/schedules?mode=ACTIVE`)).body.data as {
      pricePlanInfo: { name: string };
      startDate: string;
      endDate: string;
    }[]
  ).map(({ pricePlanInfo, startDate, endDate }) => [pricePlanInfo.name, startDate.slice(0, 10), endDate.slice(0, 10)]);
const writes = () => togaiSandbox.requests().filter(({ method }) => method !== 'GET').length;

describe('a subscription', () => {
  it('puts an account under its price plan, which is made with what it needs; again, nothing is left to do', async () => {
    const { account, subscriptionNumber } = await scene();
    const input = { subscriptionKey: subscriptionNumber, accountId: account };
    const before = writes();
    const planned = await sync(input, true);
    expect(planned.run).toMatchObject({ status: 'PLANNED', dryRun: true, requestedBy: 'open' });
    expect(planned.run?.steps.map(({ action, status }) => [action, status])).toEqual([
      ...Array(addOns).fill(['createAddOn', 'PLANNED']),
      ['createPricePlanV2', 'PLANNED'],
      ['bulkEditSchedules', 'PLANNED'],
    ]);
    expect(writes()).toBe(before);

    const run = await synced(input);
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null, attempt: 1 });
    expect(run.steps.map(({ name, action, status, attempts }) => [name, action, status, attempts])).toEqual(
      planned.run?.steps.map(({ name, action }) => [name, action, 'DONE', 1]),
    );
    const [[plan, from, end] = []] = await schedulesOf(account);
    expect([plan, from, end]).toEqual([
      expect.stringMatching(`^${subscriptionNumber} [0-9a-f]{8}$`),
      '2026-01-01',
      '2027-01-01',
    ]);
    const plans = (await togai.pages('/v2/price_plans?pageSize=100')).flatMap(
      ({ data }) => data as { id: string; name: string }[],
    );
    const id = plans.find(({ name }) => name === plan)?.id;
    const cards = (await togai.get(`/v2/price_plans/${id}/rate_cards`)).body.data as { rateCardDetails: object }[];
    expect(cards.map(({ rateCardDetails }) => rateCardDetails)).toContainEqual({
      fixedFeeRateCard: expect.objectContaining({
        type: 'RECURRING',
        rateValues: [{ currency: expect.any(String), rate: 19.99 }],
      }),
    });

    const after = writes();
    expect(await synced(input)).toMatchObject({ status: 'SUCCEEDED', steps: [] });
    expect(writes()).toBe(after);
    expect(await ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: run.id })).toEqual({
      node: { __typename: 'SyncRun', id: run.id },
    });
  });

  it('that changes its price has another plan from then on, and none after it is cancelled', async () => {
    const { account, subscriptionNumber: key, ratePlan } = await scene();
    const input = { subscriptionKey: key, accountId: account };
    await synced(input);
    await ask(
      `mutation ($key: String!, $input: ZuoraSubscriptionUpdateInput!) { zuoraSubscriptionUpdate(key: $key, input: $input) { userErrors { message } } }`,
      {
        key,
        input: {
          update: [
            {
              ratePlanId: ratePlan?.id,
              contractEffectiveDate: '2026-07-01',
              charges: [
                {
                  ratePlanChargeId: ratePlan?.charges.find(({ price }) => price?.amount === '19.99')?.id,
                  price: '29.99',
                },
              ],
            },
          ],
        },
      },
    );
    const run = await synced(input);
    expect(run.steps.map(({ action }) => action)).toEqual(['createPricePlanV2', 'bulkEditSchedules']);
    expect(run.steps[1]?.before).toMatchObject([{ effectiveFrom: '2026-01-01', effectiveUntil: '2027-01-01' }]);
    expect((await schedulesOf(account)).map(([, from, end]) => [from, end])).toEqual([
      ['2026-01-01', '2026-07-01'],
      ['2026-07-01', '2027-01-01'],
    ]);
    await ask(
      `mutation ($key: String!) { zuoraSubscriptionCancel(key: $key, input: { policy: SPECIFIC_DATE, effectiveDate: "2026-10-01" }) { userErrors { message } } }`,
      { key },
    );
    await synced(input);
    expect((await schedulesOf(account)).map(([, from, end]) => [from, end])).toEqual([
      ['2026-01-01', '2026-07-01'],
      ['2026-07-01', '2026-10-01'],
    ]);
  });

  it('is brought into step once, whatever is lost on the way', async () => {
    const { account, subscriptionNumber } = await scene();
    for (const match of [
      'POST /addons',
      'POST /v2/price_plans',
      'POST /v2/price_plans/*/finalize',
      'POST /v2/accounts/*/finalize_schedules',
    ]) {
      togaiSandbox.fault(match, { kind: 'reply-lost' });
    }
    expect(await synced({ subscriptionKey: subscriptionNumber, accountId: account })).toMatchObject({
      status: 'SUCCEEDED',
    });
    expect(await schedulesOf(account)).toHaveLength(1);
    expect(togaiSandbox.requests('POST /addons')).toHaveLength(addOns);
  });

  it('waits while a system does not answer, and goes on by itself', async () => {
    const { account, subscriptionNumber } = await scene();
    const { run } = await sync({ subscriptionKey: subscriptionNumber, accountId: account }, true);
    expect(run).not.toBeNull();
    togaiSandbox.fault('POST /v2/price_plans', { kind: 'server-error', every: true });
    const begun = await sync({ subscriptionKey: subscriptionNumber, accountId: account });
    const waiting = await until(begun.run?.id ?? '', 'WAITING');
    expect(waiting.failure).toMatch(/^Togai/);
    togaiSandbox.clearFaults();
    expect(await until(begun.run?.id ?? '', 'SUCCEEDED')).toMatchObject({ failure: null });
    expect(await schedulesOf(account)).toHaveLength(1);
  });

  it('is refused, with what a person has to do, before anything is written', async () => {
    const { account, subscriptionNumber } = await scene();
    const before = writes();
    const refused = async (input: object) =>
      (await sync(input)).userErrors.map(({ code, field }) => [code, field?.join('.')]);
    expect(await refused({ subscriptionKey: 'A-S-none', accountId: account })).toEqual([
      ['NOT_FOUND', 'input.subscriptionKey'],
    ]);
    expect(await refused({ subscriptionKey: subscriptionNumber, accountId: 'nobody' })).toEqual([
      ['NOT_FOUND', 'input.accountId'],
    ]);
    expect(await refused({ subscriptionKey: subscriptionNumber })).toEqual([['NOT_LINKED', 'input.subscriptionKey']]);
    expect(writes()).toBe(before);
  });

  it('can be stopped and gone on with', async () => {
    const { account, subscriptionNumber } = await scene();
    togaiSandbox.fault('POST /v2/price_plans', { kind: 'server-error', every: true });
    const { run } = await sync({ subscriptionKey: subscriptionNumber, accountId: account });
    const id = run?.id ?? '';
    await until(id, 'WAITING');
    const change = (field: string) =>
      ask<Record<string, Payload>>(
        `mutation ($id: ID!) { ${field}(id: $id) { run { ${RUN} } userErrors { code message field } } }`,
        { id },
      );
    expect((await change('syncRunCancel')).syncRunCancel?.run).toMatchObject({ status: 'CANCELLED' });
    expect((await change('syncRunCancel')).syncRunCancel?.userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['id'] },
    ]);
    togaiSandbox.clearFaults();
    expect((await change('syncRunRetry')).syncRunRetry?.run).toMatchObject({ status: 'QUEUED', attempt: 2 });
    await until(id, 'SUCCEEDED');
    expect((await change('syncRunRetry')).syncRunRetry?.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    const { syncRuns } = await ask<{
      syncRuns: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }>('{ syncRuns(first: 1, filter: { status: SUCCEEDED }) { nodes { id } pageInfo { hasNextPage endCursor } } }');
    expect(syncRuns.nodes).toEqual([{ id }]);
    const next = await ask<{ syncRuns: { nodes: { id: string }[] } }>(
      'query ($after: String) { syncRuns(first: 50, after: $after) { nodes { id } } }',
      { after: syncRuns.pageInfo.endCursor },
    );
    expect(next.syncRuns.nodes.map((node) => node.id)).not.toContain(id);
  });
});
