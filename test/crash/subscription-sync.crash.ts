import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { describeCrashes, QUICK_TAKEOVER } from '../support/crash-stores.js';
import { walkCrashes } from '../support/crash-walk.js';
import { killableGateway } from '../support/killable-gateway.js';
import { licenceSubscription } from '../support/licence-subscription.js';
import { newCustomer, syncsOf } from '../support/syncing.js';

describeCrashes('the sync of a subscription', (open) => {
  let zuora: ZuoraSandbox;
  let sandbox: TogaiSandbox;
  let togai: ReturnType<typeof callerOf>;
  let store: Awaited<ReturnType<typeof open>>;
  let gateway: ReturnType<typeof killableGateway>;
  let syncs: ReturnType<typeof syncsOf>;

  beforeAll(async () => {
    [zuora, sandbox] = await Promise.all([
      startZuoraBillingSandbox({ customers: 5, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
    ]);
    togai = callerOf(sandbox);
    store = await open();
    gateway = killableGateway({ zuora, togai: sandbox, environment: { ...QUICK_TAKEOVER, CACHE_MAX_ENTRIES: '0' } });
    syncs = syncsOf(gateway, 'subscriptionSync');
    await gateway.start(store.url);
  });
  afterAll(async () => {
    await gateway?.kill();
    await store?.remove();
    await Promise.all([zuora?.close(), sandbox?.close()]);
  });

  const rows = async (path: string) => (await togai.pages(path)).flatMap(({ data }) => data as Reply['body'][]);
  const scene = async () => {
    const accountId = await newCustomer(togai);
    const { subscriptionNumber: subscriptionKey } = await licenceSubscription(gateway, zuora);
    return { accountId, subscriptionKey };
  };
  type Scene = Awaited<ReturnType<typeof scene>>;
  const begin = async (asked: Scene): Promise<string> => {
    const { run, userErrors } = await syncs.sync(asked);
    expect(userErrors).toEqual([]);
    return run?.id ?? '';
  };
  const ended = async (id: string) => {
    await expect.poll(async () => (await syncs.runOf(id)).status, { interval: 20, timeout: 30_000 }).toBe('SUCCEEDED');
  };
  /** Everything that came of it, in words that are the same for all. */
  const outcomeOf = async ({ accountId: account, subscriptionKey }: Scene, id: string) => {
    const plans = (await rows('/v2/price_plans?pageSize=100')).filter(({ name }) => name.startsWith(subscriptionKey));
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
  };

  it('goes on after kill -9 in its calls, to the same end, and does nothing twice', async () => {
    // The first one makes the add-ons, which all have in common: it dies in making the first of them.
    const first = await scene();
    sandbox.fault('POST /addons', { kind: 'latency', ms: 600_000 });
    const id = await begin(first);
    await expect.poll(() => sandbox.requests('POST /addons').length, { interval: 10, timeout: 10_000 }).toBe(1);
    await gateway.kill();
    await gateway.start(store.url);
    await ended(id);
    const undisturbed = await outcomeOf(first, id);
    expect(undisturbed).toMatchObject({ failure: null, plans: [['ACTIVE', 1]], drafts: [] });
    const { cards, licences, active } = undisturbed;
    expect([cards, licences, active].map(({ length }) => length)).toEqual([2, 2, 1]);

    const asking = { gateway, databaseUrl: store.url, sandboxes: [zuora, sandbox], scene, begin, ended };
    const deaths = await walkCrashes({
      ...asking,
      outcomeOf: async (one, run) => {
        const outcome = await outcomeOf(one, run);
        expect(outcome).toEqual(undisturbed);
        return outcome;
      },
    });
    expect(deaths).toBeGreaterThanOrEqual(14);
    const names = (await rows('/addons?pageSize=100')).map(({ name }) => name).filter((name) => name.startsWith('ao_'));
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  }, 600_000);
});
