import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { newCustomer, type ShownRun, syncsOf } from '../support/syncing.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let syncs: ReturnType<typeof syncsOf>;
/** A rate plan whose charges are held by their number, and these charges: what is held of each, by unit of measure. */
let ratePlanId: string;
let charges: { id: string; name: string }[];

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', TOGAI_TIME_ZONE: 'America/New_York' },
  });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  syncs = syncsOf(gateway, 'subscriptionSync');
  const rows = await tenantRows(gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox)('product-rate-plan-charges');
  const plan = [...Map.groupBy(rows, (row) => String(row.productRatePlanId))].find(
    ([, all]) => all.map(({ name }) => name).join() === 'Storage,Seats',
  );
  if (!plan) throw new Error('the catalog has changed');
  ratePlanId = plan[0];
  charges = plan[1].map(({ id, name }) => ({ id, name }));
});
afterAll(() => gateway?.close());

const ask = async <T>(text: string, variables: object): Promise<T> => {
  const { data, errors } = await gateway.query<T>(text, variables);
  expect(errors).toBeUndefined();
  return data;
};
const chargeOf = (name: string) => charges.find((charge) => charge.name === name)?.id ?? '';

interface Sold {
  readonly subscriptionNumber: string;
  readonly ratePlans: readonly {
    readonly id: string;
    readonly charges: readonly { readonly id: string; readonly name: string }[];
  }[];
}
/** An account, and a subscription with five seats and 100 GB from the beginning of 2026 on. */
async function scene() {
  const account = await newCustomer(togai);
  const { made } = await ask<{ made: { subscription: Sold } }>(
    `mutation ($input: ZuoraSubscriptionCreateInput!) { made: zuoraSubscriptionCreate(input: $input) {
      subscription { subscriptionNumber ratePlans { id charges { id name } } } userErrors { message } } }`,
    {
      input: {
        ...{ accountKey: 'A00000002', termType: 'TERMED', contractEffectiveDate: '2026-01-01', initialTerm: 12 },
        ...{ renewalTerm: 12, autoRenew: false },
        ratePlans: [
          {
            productRatePlanId: ratePlanId,
            charges: [
              { productRatePlanChargeId: chargeOf('Seats'), quantity: '5' },
              { productRatePlanChargeId: chargeOf('Storage'), quantity: '100' },
            ],
          },
        ],
      },
    },
  );
  const { subscriptionNumber, ratePlans } = made.subscription;
  const [plan] = ratePlans;
  const seats = plan?.charges.find(({ name }) => name === 'Seats')?.id;
  const change = async (quantity: string, day: string) => {
    const update = [
      { ratePlanId: plan?.id, contractEffectiveDate: day, charges: [{ ratePlanChargeId: seats, quantity }] },
    ];
    const { changed } = await ask<{ changed: { userErrors: object[] } }>(
      `mutation ($key: String!, $input: ZuoraSubscriptionUpdateInput!) {
        changed: zuoraSubscriptionUpdate(key: $key, input: $input) { userErrors { message } } }`,
      { key: subscriptionNumber, input: { update } },
    );
    expect(changed.userErrors).toEqual([]);
  };
  return { account, input: { subscriptionKey: subscriptionNumber, accountId: account }, change };
}
const saidIn = (run: ShownRun) =>
  run.steps
    .filter(({ action }) => action === 'addLicenseUpdateEntry')
    .map(({ name, status, before }) => [name, status, before]);
const heldBy = async (account: string) => {
  const addOns = (await togai.pages('/addons?pageSize=100')).flatMap(
    ({ data }) => data as { id: string; billableName?: string }[],
  );
  const { data } = (await togai.get(`/license_updates?account_id=${account}`)).body as {
    data: { licenseId: string; quantity: number; effectiveFrom: string }[];
  };
  return data
    .map(({ licenseId, quantity, effectiveFrom }) => [
      addOns.find(({ id }) => id === licenseId)?.billableName,
      quantity,
      effectiveFrom,
    ])
    .sort();
};
const actionsOf = (run: ShownRun) => run.steps.map(({ action }) => action);
// Midnight where the organisation is.
const JANUARY = '2026-01-01T05:00:00.000Z';
const JULY = '2026-07-01T04:00:00.000Z';

it('are priced by the plan and held in the quantity that was sold, from the day on', async () => {
  const { account, input, change } = await scene();
  const planned = await syncs.plan(input);
  expect(actionsOf(planned)).toEqual([
    ...['createAddOn', 'createAddOn', 'createPricePlanV2', 'addLicenseUpdateEntry', 'addLicenseUpdateEntry'],
    'bulkEditSchedules',
  ]);
  const run = await syncs.synced(input);
  expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
  const shown = ({ steps }: ShownRun) =>
    steps.map(({ name, action, target, before, after }) => [name, action, target, before, after]);
  expect(shown(run)).toEqual(shown(planned));
  expect(await heldBy(account)).toEqual([
    ['Seats', 5, JANUARY],
    ['Storage', 100, JANUARY],
  ]);
  const [schedule] = (await togai.get(`/v2/accounts/${account}/schedules?mode=ACTIVE`)).body.data;
  const cards = (await togai.get(`/v2/price_plans/${schedule.pricePlanId}/rate_cards`)).body.data as object[];
  expect(cards).toHaveLength(2);
  expect(cards).toContainEqual(
    expect.objectContaining({
      rateCardDetails: {
        licenseRateCard: expect.objectContaining({
          ...{ type: 'LICENSE', displayName: 'Seats', enableProration: expect.any(Boolean) },
          ratePlan: { pricingModel: 'TIERED', slabs: [{ order: 1, startAfter: 0, priceType: 'PER_UNIT' }] },
        }),
      },
    }),
  );
  expect((await syncs.synced(input)).steps).toEqual([]);

  await change('8', '2026-07-01');
  const next = await syncs.synced(input);
  expect(actionsOf(next)).toEqual(['createPricePlanV2', 'addLicenseUpdateEntry', 'bulkEditSchedules']);
  expect(saidIn(next)).toEqual([[`Seats: 8 from ${JULY}`, 'DONE', { quantity: '5' }]]);
  expect(await heldBy(account)).toEqual([
    ['Seats', 5, JANUARY],
    ['Seats', 8, JULY],
    ['Storage', 100, JANUARY],
  ]);
  expect((await syncs.synced(input)).steps).toEqual([]);
});

it('are said once, whatever is lost on the way', async () => {
  const { account, input } = await scene();
  sandbox.fault('POST /license_updates', { kind: 'reply-lost', times: 2 });
  expect(await syncs.synced(input)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await heldBy(account)).toHaveLength(2);
});

it('that somebody has changed in Togai are put right from that moment on', async () => {
  const { account, input } = await scene();
  await syncs.synced(input);
  const [{ licenseId }] = (await togai.get(`/license_updates?account_id=${account}`)).body.data;
  const effectiveFrom = '2026-03-01T00:00:00.000Z';
  const update = { accountId: account, licenseId, updateType: 'RELATIVE', quantity: 3, effectiveFrom };
  expect((await togai.send('/license_updates', update)).body).toMatchObject({ accountId: account, licenseId });
  const run = await syncs.synced(input);
  expect(saidIn(run)).toEqual([
    [expect.stringMatching(` from ${effectiveFrom}$`), 'DONE', { quantity: expect.any(String) }],
  ]);
  expect((await syncs.synced(input)).steps).toEqual([]);
});
