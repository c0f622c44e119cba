import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type FirstPromoterSandbox,
  startFirstPromoterSandbox,
} from '../../src/upstreams/first-promoter/sandbox/index.js';
import type { Fault } from '../../src/upstreams/sandbox-kit/types.js';
import { startTogaiSandbox, type TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { type CrashStore, describeCrashes, QUICK_TAKEOVER } from '../support/crash-stores.js';
import { mortalGateway, togaiAt } from '../support/mortal-gateway.js';

describeCrashes('the run of a sale', (open) => {
  let promoter: FirstPromoterSandbox;
  let sandbox: TogaiSandbox;
  let togai: ReturnType<typeof callerOf>;
  let store: CrashStore;
  const gateway = mortalGateway();
  let planId: string;

  beforeAll(async () => {
    [promoter, sandbox] = await Promise.all([
      startFirstPromoterSandbox({ customers: 20, limits: false }),
      startTogaiSandbox({ customers: 5, limits: false }),
    ]);
    togai = callerOf(sandbox);
    store = await open();
    const plans = (await togai.pages('/v2/price_plans?pageSize=100')).flatMap(({ data }) => data as Reply['body'][]);
    planId = plans.find(({ status }) => status === 'ACTIVE').id;
    await start();
  }, 60_000);
  afterAll(async () => {
    await gateway.kill();
    await store?.remove();
    await Promise.all([promoter?.close(), sandbox?.close()]);
  });

  const start = () =>
    gateway.start({
      ...{ ...QUICK_TAKEOVER, DATABASE_URL: store.url, TOGAI_REQUESTS_PER_SECOND: '1000', ...togaiAt(sandbox) },
      FIRST_PROMOTER_URL: promoter.url,
      FIRST_PROMOTER_API_KEY: promoter.credentials.apiKey,
      FIRST_PROMOTER_ACCOUNT_ID: promoter.credentials.accountId,
    });
  async function dieAndStart(): Promise<void> {
    await gateway.kill();
    for (const each of [promoter, sandbox]) each.clearFaults();
    await start();
  }
  const { ask } = gateway;

  const SELL = `mutation ($input: ReferralSaleTrackInput!) { referralSaleTrack(input: $input) { run { id } userErrors { message } } }`;
  const RUNS = `{ syncRuns(first: 50) { nodes { status failure subject steps { action system target status after } } } }`;
  interface Run {
    readonly subject: { readonly eventId: string };
    readonly status: string;
    readonly failure: string | null;
    readonly steps: readonly { after: { outcome?: string } }[];
  }

  /** An account of its own for each run, and a sale that names it. */
  async function sale(account: string): Promise<object> {
    const own = { id: account, name: account };
    const address = { primaryEmail: `${account}@example.com`, address: {} };
    const made = await togai.send('/customers', { ...own, ...address, account: { ...own, invoiceCurrency: 'USD' } });
    expect(made.status).toBe(201);
    const lead = promoter.leads()[0];
    return {
      ...{ email: lead?.email, uid: lead?.uid, eventId: account, accountId: account },
      ...{ amount: { amount: '49.90', currency: 'USD' }, plan: planId, effectiveFrom: '2027-01-01' },
    };
  }

  /** Everything that came of it, once its run has ended; the ids that differ from run to run in words. */
  async function outcomeOf(account: string) {
    const own = async () =>
      (await ask<{ syncRuns: { nodes: Run[] } }>(RUNS)).syncRuns.nodes.find(
        ({ subject }) => subject.eventId === account,
      );
    await expect
      .poll(async () => ['SUCCEEDED', 'NEEDS_ATTENTION'].includes((await own())?.status ?? ''), {
        ...{ interval: 100, timeout: 90_000 },
      })
      .toBe(true);
    const run = (await own()) as Run;
    const [told] = run.steps;
    // Told again after a lost answer, FirstPromoter says that it knows the sale.
    expect(['TRACKED', 'ALREADY_TRACKED']).toContain(told?.after.outcome);
    const list = async (mode: string) =>
      (await togai.get(`/v2/accounts/${account}/schedules?mode=${mode}`)).body.data as Reply['body'][];
    const active = (await list('ACTIVE')).map(({ pricePlanId, startDate, endDate }) => [
      pricePlanId,
      startDate,
      endDate,
    ]);
    const counted = promoter.events().filter(({ eventId }) => eventId === account);
    const all = JSON.stringify({
      run: {
        ...run,
        subject: null,
        steps: run.steps.map((step) => ({ ...step, after: { ...step.after, outcome: null } })),
      },
      counted: counted.map(({ amount, plan, commission }) => [amount, plan, commission]),
      ...{ active, drafts: await list('DRAFT') },
    });
    return JSON.parse(all.replaceAll(account, 'the account'));
  }

  const LATE: Fault = { kind: 'latency', ms: 600_000 };
  // What is late has been carried out: its answer is what never comes. In this order, so that none gets in another's way.
  const DEATHS: readonly (readonly [name: string, system: 'promoter' | 'togai', match: string, fault: Fault])[] = [
    ['in the look for the account', 'togai', 'GET /accounts/ACCOUNT', LATE],
    ['in the look at its plans', 'togai', 'GET /v2/accounts/ACCOUNT/schedules', LATE],
    ['in the look at its drafts', 'togai', 'GET /v2/accounts/ACCOUNT/schedules', { ...LATE, after: 1 }],
    ['in the draft', 'togai', 'POST /v2/accounts/ACCOUNT/edit_schedules', LATE],
    ['in putting it into force', 'togai', 'POST /v2/accounts/ACCOUNT/finalize_schedules', LATE],
    ['with all done, in the look whether it is', 'togai', 'GET /v2/accounts/ACCOUNT/schedules', { ...LATE, after: 2 }],
    ['with the sale told, in the look for the plan', 'togai', 'GET /v2/price_plans', LATE],
    ['in the telling of the sale', 'promoter', 'POST /api/v2/track/sale', LATE],
    [
      'with the run noted and the sale untold',
      'promoter',
      'POST /api/v2/track/sale',
      { kind: 'server-error', every: true },
    ],
  ];

  it('ends like an undisturbed run, wherever a run is when the process is killed', async () => {
    await ask(SELL, { input: await sale('undisturbed') });
    const undisturbed = await outcomeOf('undisturbed');
    expect(undisturbed).toMatchObject({
      run: { status: 'SUCCEEDED', failure: null, steps: [{ status: 'DONE' }, { status: 'DONE' }] },
      counted: [[4990, planId, 998]],
      active: [[planId, expect.stringMatching(/^2027-01-01/), expect.stringMatching(/^9999-01-01/)]],
      drafts: [],
    });
    const answers: Promise<unknown>[] = [];
    for (const [at, [, system, pattern, fault]] of DEATHS.entries()) {
      const account = `death-${at}`;
      const input = await sale(account);
      const match = pattern.replace('ACCOUNT', account);
      const asked = system === 'promoter' ? promoter : sandbox;
      const reached = asked.requests(match).length + (fault.after ?? 0);
      asked.fault(match, fault);
      answers.push(ask(SELL, { input }).catch(() => null));
      await expect.poll(() => asked.requests(match).length, { interval: 5, timeout: 30_000 }).toBeGreaterThan(reached);
    }
    await dieAndStart();
    await Promise.all(answers);
    for (const [at, [name]] of DEATHS.entries()) expect(await outcomeOf(`death-${at}`), name).toEqual(undisturbed);
  }, 180_000);
});
