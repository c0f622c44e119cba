import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FirstPromoterSandbox } from '../../src/upstreams/first-promoter/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const REST = `outcome
  referral { referralId email uid promoter { name } customer { externalIds { system value } } }
  commissions { amount { amount currency } status } plan { system action target after } userErrors { code message field }`;

interface Payload {
  readonly outcome: string | null;
  readonly referral: { referralId: string; customer: { externalIds: object[] } | null } | null;
  readonly commissions: object[] | null;
  readonly plan: object[] | null;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}
const FAULTS = [
  [{ kind: 'reply-lost' }, 'ALREADY_TRACKED', 2],
  [{ kind: 'cut-off-json' }, 'ALREADY_TRACKED', 2],
  [{ kind: 'connection-reset' }, 'TRACKED', 2],
  [{ kind: 'server-error', status: 503 }, 'TRACKED', 2],
  [{ kind: 'rate-limited', retryAfter: 0 }, 'TRACKED', 2],
] as const;
const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe.each(['v2', 'v1'])('tracking through %s', (version) => {
  let gateway: TestGateway;
  let sandbox: FirstPromoterSandbox;
  let somebody: { email: string; uid: string };

  beforeAll(async () => {
    gateway = await startTestGateway({
      sandbox: { customers: 40 },
      environment: { FIRST_PROMOTER_API_VERSION: version, FIRST_PROMOTER_CURRENCY: 'EUR' },
    });
    await gateway.discovered();
    sandbox = gateway.sandbox('FIRST_PROMOTER') as FirstPromoterSandbox;
  });
  beforeEach(() => {
    sandbox.reset();
    const lead = sandbox.leads().find(({ uid }) => uid?.startsWith('A'));
    somebody = { email: lead?.email ?? '', uid: lead?.uid ?? '' };
  });
  afterEach(() => sandbox.clearFaults());
  afterAll(() => gateway?.close());

  async function tell(name: 'Signup' | 'Sale' | 'Refund' | 'Cancellation', input: object, dryRun = false) {
    const { data, errors } = await gateway.query<{ payload: Payload }>(
      `mutation ($input: Referral${name}TrackInput!, $dryRun: Boolean) {
        payload: referral${name}Track(input: $input, dryRun: $dryRun) { ${REST} }
      }`,
      { input, dryRun },
    );
    expect(errors).toBeUndefined();
    return data.payload;
  }
  const sale = (input: object, dryRun = false) => tell('Sale', { ...somebody, amount: EUR('49.90'), ...input }, dryRun);
  const sent = () => sandbox.requests(`POST /api/${version}/track/*`);
  let events = 0;
  const eventId = () => `${version}-event-${++events}`;

  it('counts a sale for the promoter, and shows it with the customer', async () => {
    const id = eventId();
    const payload = await sale({ eventId: id, plan: 'pro', mrr: EUR('49.9') });
    expect(payload).toMatchObject({
      outcome: 'TRACKED',
      referral: { uid: somebody.uid, email: somebody.email },
      commissions: [{ amount: { amount: '9.98', currency: 'EUR' }, status: 'approved' }],
      plan: null,
      userErrors: [],
    });
    expect(payload.referral?.customer?.externalIds).toContainEqual({ system: 'ZUORA_BILLING', value: somebody.uid });
    expect(sandbox.events()).toMatchObject([{ kind: 'sale', eventId: id, amount: 4990, currency: null, plan: 'pro' }]);

    const { data } = await gateway.query<{ customer: { referral: object; sources: object[] } }>(
      `query ($number: String!) { customer(externalId: { system: ZUORA_BILLING, value: $number }) {
        referral { referralId promoter { name } } sources { system state }
      } }`,
      { number: somebody.uid },
    );
    expect(data.customer.referral).toEqual({
      referralId: payload.referral?.referralId,
      promoter: { name: version === 'v2' ? expect.any(String) : null },
    });
    expect(data.customer.sources).toContainEqual({ system: 'FIRST_PROMOTER', state: 'OK' });
  });

  it('takes a buyer whom nobody referred for what it is: normal', async () => {
    const input = { eventId: eventId(), email: 'stranger@example.com', uid: null };
    expect(await sale(input)).toEqual({
      outcome: 'NOT_REFERRED',
      referral: null,
      commissions: [],
      plan: null,
      userErrors: [],
    });
    expect(sandbox.events()).toEqual([]);
  });

  // What becomes of a fault does not depend on the version, but for its answers.
  it.each(version === 'v2' ? FAULTS : FAULTS.slice(0, 1))(
    'counts a sale once in spite of %j',
    async (fault, outcome, requests) => {
      sandbox.fault(`POST /api/${version}/track/sale`, fault);
      const id = eventId();
      expect(await sale({ eventId: id })).toMatchObject({ outcome, userErrors: [] });
      expect(sandbox.events()).toHaveLength(1);
      expect(sent()).toHaveLength(requests);
      // Told again it is not even sent.
      expect(await sale({ eventId: id })).toMatchObject({ outcome });
      expect(sent()).toHaveLength(requests);
    },
  );

  it('takes a sale that FirstPromoter knows for done, and another sale under its id for a mistake', async () => {
    const id = eventId();
    await sale({ eventId: id });
    const other = await sale({ eventId: id, amount: EUR('50') });
    expect(other).toMatchObject({ outcome: null, userErrors: [{ code: 'CONFLICT', field: ['input', 'eventId'] }] });
    expect(sandbox.events()).toHaveLength(1);
  });

  it('counts in cents, in whole units of currencies without any, and refuses what is finer', async () => {
    await sale({ eventId: eventId(), amount: { amount: '5000', currency: 'JPY' } });
    await sale({ eventId: eventId(), amount: EUR('0.1') });
    expect(sandbox.events()).toMatchObject([
      { amount: 5000, currency: 'JPY' },
      { amount: 10, currency: null },
    ]);
    for (const amount of [EUR('0.001'), { amount: '0.5', currency: 'JPY' }]) {
      expect(await sale({ eventId: eventId(), amount })).toMatchObject({
        outcome: null,
        userErrors: [{ code: 'INVALID', field: ['input', 'amount', 'amount'] }],
      });
    }
    expect(await sale({ eventId: ' ', amount: EUR('-1'), email: 'x', uid: null })).toMatchObject({
      userErrors: expect.arrayContaining([
        expect.objectContaining({ field: ['input', 'eventId'] }),
        expect.objectContaining({ field: ['input', 'amount'] }),
        expect.objectContaining({ field: ['input', 'email'] }),
      ]),
    });
    expect(sent()).toHaveLength(2);
  });

  it('only plans in a dry run', async () => {
    const payload = await sale({ eventId: 'planned' }, true);
    expect(payload.plan).toEqual([
      {
        system: 'FIRST_PROMOTER',
        action: 'sale',
        target: somebody.uid,
        after: { ...somebody, event_id: 'planned', amount: 4990 },
      },
    ]);
    expect(sent()).toEqual([]);
  });

  it('signs a customer up, once', async () => {
    const found = await gateway.query<{ customers: { nodes: { id: string; email: string | null }[] } }>(
      '{ customers(first: 40) { nodes { id email } } }',
    );
    const known = new Set(sandbox.leads().map(({ email }) => email));
    const customer = found.data.customers.nodes.find(({ email }) => email !== null && !known.has(email));
    const input = { customer: customer?.id, promoterRefId: 'grace' };
    sandbox.fault(`POST /api/${version}/track/signup`, { kind: 'reply-lost' });
    expect(await tell('Signup', input)).toMatchObject({ outcome: 'ALREADY_TRACKED' });
    expect(sandbox.leads().filter(({ email }) => email === customer?.email)).toHaveLength(1);

    const bought = await sale({ eventId: eventId(), customer: customer?.id, email: null, uid: null });
    expect(bought).toMatchObject({ outcome: 'TRACKED', referral: { email: customer?.email } });
    const { data } = await gateway.query<{ customer: { referral: object | null } }>(
      'query ($id: ID!) { customer(id: $id) { referral { referralId } } }',
      { id: customer?.id },
    );
    expect(data.customer.referral).toEqual({ referralId: bought.referral?.referralId });
    expect(await tell('Signup', { email: 'new@example.com', visitorId: 'nobody' })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });

  it('takes commissions back, and notes who cancelled', async () => {
    const saleEventId = eventId();
    await sale({ eventId: saleEventId });
    const refund = { ...somebody, eventId: eventId(), saleEventId, amount: EUR('49.90') };
    sandbox.fault(`POST /api/${version}/track/refund`, { kind: 'reply-lost' });
    expect(await tell('Refund', refund)).toMatchObject({ outcome: 'ALREADY_TRACKED' });
    expect(await tell('Refund', { ...refund, eventId: eventId() })).toMatchObject({
      outcome: 'TRACKED',
      commissions: [{ amount: EUR('-9.98') }],
    });
    expect(await tell('Refund', { ...refund, eventId: eventId(), saleEventId: 'unknown' })).toMatchObject({
      outcome: 'NOTHING_TO_DO',
    });
    expect(sandbox.events().map(({ amount }) => amount)).toEqual([4990, -4990, -4990]);
    expect(await tell('Cancellation', somebody)).toMatchObject({ outcome: 'TRACKED', referral: { uid: somebody.uid } });
    expect(await tell('Cancellation', { email: 'stranger@example.com' })).toMatchObject({
      outcome: 'NOT_REFERRED',
    });
  });

  it('is a GraphQL error when nobody can be blamed but us or FirstPromoter', async () => {
    sandbox.fault(`POST /api/${version}/track/sale`, { kind: 'server-error', every: true });
    const { data, errors } = await gateway.query(
      `mutation ($input: ReferralSaleTrackInput!) { referralSaleTrack(input: $input) { outcome } }`,
      { input: { ...somebody, eventId: eventId(), amount: EUR('1') } },
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'FIRST_PROMOTER', retryable: true } },
    ]);
    expect(sandbox.events()).toEqual([]);
  });
});
