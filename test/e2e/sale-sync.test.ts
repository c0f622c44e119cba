import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FirstPromoterSandbox } from '../../src/upstreams/first-promoter/sandbox/index.js';
import { type ScenarioCustomer, scenario } from '../../src/upstreams/sandbox-kit/scenario.js';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const SIZE = 40;
const SECRET = 'a-secret-of-webhooks';
const story = scenario({ size: SIZE });
const everybody = Array.from({ length: SIZE }, (_, n) => story.customer(n));
let gateway: TestGateway;
let promoter: FirstPromoterSandbox;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;
let folder: string;
let planId: string;
let planName: string;
let buyer: ScenarioCustomer;
let events = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
  const file = join(folder, 'mapping.yml');
  const [plan] = await plansOf({ customers: 1 });
  if (!plan) throw new Error('the catalog has changed');
  [planId, planName] = [plan.id, plan.name];
  await writeFile(file, `salePlans: { Pro: ${JSON.stringify(planName)}, Poster: { skip: true } }\n`);
  gateway = await startTestGateway({
    sandbox: { customers: SIZE },
    environment: { MAPPING_FILE: file, FIRST_PROMOTER_CURRENCY: 'EUR', FIRST_PROMOTER_WEBHOOK_SECRET: SECRET },
  });
  promoter = gateway.sandbox('FIRST_PROMOTER') as FirstPromoterSandbox;
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
  await gateway.discovered();
});
beforeEach(() => {
  for (const each of [promoter, sandbox]) each.reset();
  const uids = new Set(promoter.leads().map(({ uid }) => uid));
  const found = everybody.find(
    ({ link, ids }) => link !== null && uids.has(ids.subscriptionAccountNumber) && isSingle(ids),
  );
  if (!found) throw new Error('the scenario has changed');
  buyer = found;
});
afterAll(async () => {
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The price plans in force of an organisation: they are the same in each. */
async function plansOf(options: { customers: number }): Promise<{ id: string; name: string; status: string }[]> {
  const { startTogaiSandbox } = await import('../../src/upstreams/togai/sandbox/index.js');
  const own = await startTogaiSandbox({ ...options, limits: false });
  const pages = await callerOf(own).pages('/v2/price_plans?pageSize=100');
  await own.close();
  const all = pages.flatMap(({ data }) => data as { id: string; name: string; status: string }[]);
  return all.filter(({ name, status }) => status === 'ACTIVE' && all.filter((one) => one.name === name).length === 1);
}
const accounts = new Map<string, number>();
for (const { ids } of everybody) accounts.set(ids.usageAccountId, 1);
let doubled = new Set<string>();
const isSingle = ({ usageAccountId }: ScenarioCustomer['ids']) => !doubled.has(`${usageAccountId}-2`);
beforeAll(async () => {
  const pages = await togai.pages('/accounts?pageSize=100');
  doubled = new Set(pages.flatMap(({ data }) => data as { id: string }[]).map(({ id }) => id));
});

interface Run {
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly failure: string | null;
  readonly attempt: number;
  readonly subject: Record<string, unknown>;
  readonly customer: { readonly name: string } | null;
  readonly steps: readonly { action: string; system: string; status: string; attempts: number; after: unknown }[];
}
interface Payload {
  readonly outcome: string | null;
  readonly run: Run | null;
  readonly plan: readonly { system: string; action: string; target: string; after: unknown }[] | null;
  readonly userErrors: readonly { code: string; message: string; field: string[] | null }[];
}
const RUN = `id kind status failure attempt subject customer { name } steps { action system status attempts after }`;

async function sell(input: object, dryRun = false): Promise<Payload> {
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation ($input: ReferralSaleTrackInput!, $dryRun: Boolean) { payload: referralSaleTrack(input: $input, dryRun: $dryRun) {
      outcome run { ${RUN} } plan { system action target after } userErrors { code message field } } }`,
    { input: { amount: { amount: '49.90', currency: 'EUR' }, ...input }, dryRun },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
async function ended(payload: Payload): Promise<Run> {
  const read = async () => {
    const { data } = await gateway.query<{ syncRun: Run }>(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, {
      id: payload.run?.id,
    });
    return data.syncRun;
  };
  const going = ['QUEUED', 'RUNNING', 'WAITING'];
  await expect.poll(async () => going.includes((await read()).status), { timeout: 20_000, interval: 30 }).toBe(false);
  return await read();
}
const eventId = () => `sale-sync-${++events}`;
const person = () => ({ uid: buyer.ids.subscriptionAccountNumber });
const schedules = async (accountId: string) => {
  const { body } = await togai.get(`/v2/accounts/${accountId}/schedules?mode=ACTIVE`);
  return body.data as Reply['body'][];
};
const underPlan = async (accountId: string) =>
  (await schedules(accountId)).filter(({ pricePlanId }) => pricePlanId === planId);
const sent = () => promoter.requests('POST /api/v2/track/sale');
const associations = () => sandbox.requests('POST /v2/accounts/*/finalize_schedules');

describe('a sale that names a price plan', () => {
  it.each([
    ['by a name that the mapping leads to a plan', () => 'Pro'],
    ['by its name', () => planName],
    ['by its id', () => planId],
  ])('puts the account of its buyer under the plan: %s', async (_how, plan) => {
    const id = eventId();
    const payload = await sell({ ...person(), eventId: id, plan: plan(), effectiveFrom: '2027-01-01' });
    expect(payload).toMatchObject({ outcome: 'TRACKED', userErrors: [], run: { kind: 'SALE' } });
    const run = await ended(payload);
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      failure: null,
      subject: {
        eventId: id,
        plan: plan(),
        accountId: null,
        effectiveFrom: '2027-01-01',
        effectiveUntil: '9999-01-01',
      },
      customer: { name: buyer.name },
      steps: [
        { system: 'FIRST_PROMOTER', action: 'sale', status: 'DONE', after: { event_id: id, outcome: 'TRACKED' } },
        { system: 'TOGAI', action: 'bulkEditSchedules', status: 'DONE', after: { pricePlanId: planId } },
      ],
    });
    // Nothing of the person is shown with the run.
    expect(JSON.stringify(run)).not.toContain(buyer.email);
    expect(JSON.stringify(run.subject)).not.toContain(buyer.ids.subscriptionAccountNumber);
    const [schedule, ...more] = await underPlan(buyer.ids.usageAccountId);
    expect(schedule).toMatchObject({ startDate: expect.stringMatching(/^2027-01-01/) });
    expect(more).toEqual([]);

    // Again it does nothing: the run is the one of the event.
    const again = await sell({ ...person(), eventId: id, plan: plan() });
    expect(again.run?.id).toBe(run.id);
    expect(again.run?.status).toBe('SUCCEEDED');
    expect([sent().length, associations().length]).toEqual([1, 1]);
  });

  it('plans the same steps in a dry run, and tells nobody', async () => {
    const input = { ...person(), eventId: eventId(), plan: 'Pro', effectiveFrom: '2027-01-01' };
    const planned = await sell(input, true);
    expect([sent(), associations()]).toEqual([[], []]);
    expect(planned).toMatchObject({ outcome: null, userErrors: [], run: { status: 'PLANNED', failure: null } });
    const run = await ended(await sell(input));
    const shown = ({ steps }: Run) => steps.map(({ action, system }) => [system, action]);
    expect(shown(run)).toEqual(shown(planned.run as Run));
    expect(planned.plan?.map(({ action }) => action)).toEqual(['sale', 'bulkEditSchedules']);
    expect(planned.plan?.[1]?.after).toEqual(run.steps[1]?.after);
  });

  it('is followed by nothing where nobody was referred, where the mapping says so, and where it names no plan', async () => {
    const stranger = {
      email: 'stranger@example.com',
      eventId: eventId(),
      plan: 'Pro',
      accountId: buyer.ids.usageAccountId,
    };
    const unreferred = await sell(stranger);
    expect(unreferred).toMatchObject({ outcome: 'NOT_REFERRED', userErrors: [] });
    expect(await ended(unreferred)).toMatchObject({
      status: 'SUCCEEDED',
      steps: [{ action: 'sale', after: { outcome: 'NOT_REFERRED', counts: false } }],
    });
    expect(await sell({ ...person(), eventId: eventId(), plan: 'Poster' })).toMatchObject({
      outcome: 'TRACKED',
      run: null,
    });
    expect(await sell({ ...person(), eventId: eventId() })).toMatchObject({ outcome: 'TRACKED', run: null });
    expect(associations()).toEqual([]);
  });

  it('is told once, and waits for a person where it is not clear what to do; the same sale with the answer goes on', async () => {
    const id = eventId();
    const unknown = await sell({ ...person(), eventId: id, plan: 'No such plan' });
    expect(unknown).toMatchObject({ outcome: 'TRACKED', userErrors: [] });
    const parked = await ended(unknown);
    expect(parked).toMatchObject({
      status: 'NEEDS_ATTENTION',
      failure: 'No price plan in force is No such plan: make it, or say in MAPPING_FILE (salePlans) which is meant.',
      steps: [{ action: 'sale', status: 'DONE' }],
    });
    // Another plan would be another sale: it was told already.
    const other = await sell({ ...person(), eventId: id, plan: 'Pro' });
    expect(other).toMatchObject({ outcome: null, userErrors: [{ code: 'CONFLICT', field: ['input', 'eventId'] }] });

    const [two] = [...doubled].filter((name) => name.endsWith('-2'));
    const owner = everybody.find(({ ids }) => `${ids.usageAccountId}-2` === two) as ScenarioCustomer;
    const { email, uid } = promoter.leads()[0] as { email: string; uid: string };
    const customer = await gateway.query<{ customer: { id: string } }>(
      'query ($value: String!) { customer(externalId: { system: TOGAI, value: $value }) { id } }',
      { value: owner.ids.usageCustomerId },
    );
    const several = { customer: customer.data.customer.id, email, uid, eventId: eventId(), plan: 'Pro' };
    const ambiguous = await ended(await sell(several));
    expect(ambiguous.status).toBe('NEEDS_ATTENTION');
    expect(ambiguous.failure).toContain(
      `(${owner.ids.usageAccountId}, ${two}): send the sale again with its accountId.`,
    );
    expect(associations()).toEqual([]);
    const clear = await ended(await sell({ ...several, accountId: two }));
    expect(clear).toMatchObject({ id: ambiguous.id, status: 'SUCCEEDED', attempt: 2 });
    expect(await underPlan(two as string)).toHaveLength(1);
    expect(await underPlan(owner.ids.usageAccountId)).toEqual([]);
    expect([sent().length, associations().length]).toEqual([2, 1]);
  });

  it('finds the buyer by email alone, and waits for a person where nobody is found', async () => {
    const lead = promoter.leads().find(({ uid }) => uid === buyer.ids.subscriptionAccountNumber);
    const byEmail = await ended(await sell({ email: lead?.email?.toUpperCase(), eventId: eventId(), plan: 'Pro' }));
    expect(byEmail).toMatchObject({ status: 'SUCCEEDED', customer: { name: buyer.name } });
    expect(await underPlan(buyer.ids.usageAccountId)).toHaveLength(1);
    const nobody = { ...person(), accountId: 'account-none', eventId: eventId(), plan: 'Pro' };
    expect(await ended(await sell(nobody))).toMatchObject({
      status: 'NEEDS_ATTENTION',
      failure: 'There is no account account-none: send the sale again with its accountId.',
    });
  });

  it.each([
    ['FIRST_PROMOTER', 'POST /api/v2/track/sale', null],
    ['TOGAI', 'POST /v2/accounts/*/finalize_schedules', 'TRACKED'],
    ['TOGAI', 'POST /v2/accounts/*/edit_schedules', 'TRACKED'],
  ])('waits for %s and goes on by itself: %s', async (system, route, outcome) => {
    gateway.sandbox(system).fault(route, { kind: 'rate-limited', retryAfter: 0, times: 8 });
    const payload = await sell({ ...person(), eventId: eventId(), plan: 'Pro' });
    expect(payload).toMatchObject({ outcome, userErrors: [], run: { kind: 'SALE' } });
    expect(await ended(payload)).toMatchObject({ status: 'SUCCEEDED', failure: null });
    expect(promoter.events()).toHaveLength(1);
    expect(await underPlan(buyer.ids.usageAccountId)).toHaveLength(1);
  });

  it('is refused at once for what is wrong with it, and leaves nothing that goes on', async () => {
    const wrong = {
      ...person(),
      eventId: eventId(),
      plan: 'Pro',
      effectiveFrom: '2027-01-01',
      effectiveUntil: '2026-01-01',
    };
    expect(await sell(wrong)).toMatchObject({
      userErrors: [{ code: 'INVALID', message: 'must be after effectiveFrom', field: ['input', 'effectiveUntil'] }],
    });
    expect([sent(), associations()]).toEqual([[], []]);
  });
});

it('that FirstPromoter tells of is followed once by a flow, told to nobody, and not followed again if it was told from here', async () => {
  const ask = async <T>(text: string, variables: object = {}) => (await gateway.query<T>(text, variables)).data;
  const { flowCreate } = await ask<{ flowCreate: { flow: { id: string } } }>(
    'mutation { flowCreate(input: { template: "SALES_IN" }) { flow { id } userErrors { message } } }',
  );
  const runs = async () => {
    const { node } = await ask<{ node: { runs: { nodes: Run[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on Flow { runs(first: 10) { nodes { ${RUN} } } } } }`,
      flowCreate.flow,
    );
    return node.runs.nodes;
  };
  const tell = async (event: string, sale: string, secret = SECRET) => {
    const referral = { id: 1, email: buyer.email, uid: buyer.ids.subscriptionAccountNumber };
    const data = { id: 7, commission_type: 'sale', sale_amount: 4990, event_id: sale, plan_id: 'Pro', referral };
    const body = { event_id: event, event_type: 'commission.created', action: 'created', data };
    const headers = { 'content-type': 'application/json', 'x-webhook-secret': secret };
    const answer = await fetch(`${gateway.url}/webhooks/FIRST_PROMOTER`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return answer.status;
  };
  expect(await tell('uuid-0', 'theirs', 'a-wrong-secret-of-webhooks')).toBe(401);
  // Tried again, and a second commission for the same sale.
  for (const event of ['uuid-1', 'uuid-2', 'uuid-1']) expect(await tell(event, 'theirs')).toBe(200);
  await expect.poll(async () => (await runs()).map(({ status }) => status), { timeout: 20_000 }).toEqual(['SUCCEEDED']);
  expect((await runs())[0]?.steps.map(({ action }) => action)).toEqual(['bulkEditSchedules']);
  expect(sent()).toHaveLength(0);
  expect(await underPlan(buyer.ids.usageAccountId)).toHaveLength(1);

  const ours = eventId();
  await ended(await sell({ ...person(), eventId: ours, plan: 'Pro', effectiveFrom: '2027-01-01' }));
  const before = associations().length;
  expect(await tell('uuid-3', ours)).toBe(200);
  await expect.poll(async () => (await runs()).map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
  expect((await runs())[0]?.steps).toEqual([]);
  expect(associations()).toHaveLength(before);
  const { data } = await gateway.query('{ webhookDeliveries(first: 10) { nodes { ids } } }');
  expect(JSON.stringify(data)).not.toContain(buyer.email);
});
