import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { killableGateway } from '../support/killable-gateway.js';
import { licenceSubscription } from '../support/licence-subscription.js';
import { newCustomer, syncsOf } from '../support/syncing.js';
import { temporaryStore } from '../support/temporary-store.js';

let zuora: ZuoraSandbox;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let store: Awaited<ReturnType<typeof temporaryStore>>;
let gateway: ReturnType<typeof killableGateway>;
let syncs: ReturnType<typeof syncsOf>;

beforeAll(async () => {
  [zuora, sandbox] = await Promise.all([
    startZuoraBillingSandbox({ customers: 5, limits: false }),
    startTogaiSandbox({ customers: 5, limits: false }),
  ]);
  togai = callerOf(sandbox);
  store = await temporaryStore();
  gateway = killableGateway({ zuora, togai: sandbox });
  syncs = syncsOf(gateway, 'subscriptionSync');
});
afterAll(async () => {
  await gateway?.kill();
  await store?.remove();
  await Promise.all([zuora?.close(), sandbox?.close()]);
});

// What is killed has arrived: its answer is what never comes.
const DEATHS = [
  'POST /addons',
  'POST /v2/price_plans',
  'POST /v2/price_plans/*/rate_cards',
  'POST /v2/price_plans/*/finalize',
  'POST /license_updates',
  'POST /v2/accounts/*/edit_schedules',
  'POST /v2/accounts/*/finalize_schedules',
];
const rows = async (path: string) => (await togai.pages(path)).flatMap(({ data }) => data as Reply['body'][]);

/** A sync of an account and a subscription of its own; it hangs in the call, where one is named. */
async function begun(match: string | null) {
  const account = await newCustomer(togai);
  const { subscriptionNumber } = await licenceSubscription(gateway, zuora);
  const before = match === null ? 0 : sandbox.requests(match).length;
  if (match !== null) sandbox.fault(match, { kind: 'latency', ms: 600_000 });
  const { run, userErrors } = await syncs.sync({ subscriptionKey: subscriptionNumber, accountId: account });
  expect(userErrors).toEqual([]);
  if (match !== null) {
    await expect.poll(() => sandbox.requests(match).length, { interval: 10, timeout: 10_000 }).toBe(before + 1);
  }
  return { match, account, subscriptionNumber, id: run?.id ?? '' };
}

/** Everything that came of it, in words that are the same for all. */
async function outcomeOf({ account, subscriptionNumber, id }: Awaited<ReturnType<typeof begun>>) {
  await expect.poll(async () => (await syncs.runOf(id)).status, { interval: 50, timeout: 30_000 }).toBe('SUCCEEDED');
  const plans = (await rows('/v2/price_plans?pageSize=100')).filter(({ name }) => name.startsWith(subscriptionNumber));
  const cards = await rows(`/v2/price_plans/${plans[0]?.id}/rate_cards?pageSize=100`);
  const licences = await rows(`/license_updates?account_id=${account}`);
  const schedules = async (mode: string) => await rows(`/v2/accounts/${account}/schedules?mode=${mode}`);
  return {
    failure: (await syncs.runOf(id)).failure,
    plans: plans.map(({ status, version }) => [status, version]),
    cards: cards.map(({ displayName, billableId }) => [displayName, billableId]).sort(),
    licences: licences.map(({ licenseId, quantity, effectiveFrom }) => [licenseId, quantity, effectiveFrom]).sort(),
    active: (await schedules('ACTIVE')).map(({ startDate, endDate }) => [startDate, endDate]),
    drafts: await schedules('DRAFT'),
  };
}

it('goes on after kill -9 in each of its calls, to the same end, and does nothing twice', async () => {
  await gateway.start(store.url);
  const killed = [];
  // The first one makes the add-ons, which all have in common.
  for (const match of DEATHS) killed.push(await begun(match));
  await gateway.kill();
  await gateway.start(store.url);
  const undisturbed = await outcomeOf(await begun(null));
  expect(undisturbed).toMatchObject({ failure: null, plans: [['ACTIVE', 1]], drafts: [] });
  expect([undisturbed.cards, undisturbed.licences, undisturbed.active].map(({ length }) => length)).toEqual([2, 2, 1]);
  for (const one of killed) expect(await outcomeOf(one), one.match ?? '').toEqual(undisturbed);
  const names = (await rows('/addons?pageSize=100')).map(({ name }) => name).filter((name) => name.startsWith('ao_'));
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
}, 60_000);
