import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { licenceSubscription } from '../support/licence-subscription.js';
import { newCustomer, type ShownRun, syncsOf } from '../support/syncing.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let syncs: ReturnType<typeof syncsOf>;
beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', TOGAI_TIME_ZONE: 'America/New_York' },
  });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  syncs = syncsOf(gateway, 'subscriptionSync');
});
afterAll(() => gateway?.close());

/** An account, and a subscription that is to come to its licences. */
async function scene() {
  const account = await newCustomer(togai);
  const sold = await licenceSubscription(gateway, gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox);
  return { account, input: { subscriptionKey: sold.subscriptionNumber, accountId: account }, change: sold.change };
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

it('are brought from the connection that is named, and to the one that is named', async () => {
  const { input } = await scene();
  const run = await syncs.synced({ ...input, from: 'ZUORA_BILLING', to: 'TOGAI' });
  expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
  expect(await syncs.refused({ ...input, from: 'ZUORA_BILLING/eu' })).toMatchObject([
    { code: 'NOT_FOUND', field: ['input', 'from'] },
  ]);
  expect(await syncs.refused({ ...input, to: 'FIRST_PROMOTER' })).toMatchObject([{ code: 'UNSUPPORTED' }]);
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
