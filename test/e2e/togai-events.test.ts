import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 40 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('TOGAI') as TogaiSandbox;
  togai = callerOf(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Correction {
  readonly corrected: readonly object[] | null;
  readonly plan: readonly object[] | null;
  readonly userErrors: readonly { code: string; message: string; field: readonly string[] | null }[];
}
async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
const page = async (variables: object, fields = 'togaiId') =>
  (
    await ask<{ togaiEvents: Page }>(
      `query ($accountId: String, $schemaName: String, $status: String, $from: DateTime, $to: DateTime, $first: Int!, $after: String) {
        togaiEvents(accountId: $accountId, schemaName: $schemaName, status: $status, from: $from, to: $to, first: $first, after: $after) {
          nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`,
      { first: 100, ...variables },
    )
  ).togaiEvents;
const CORRECT = `mutation ($corrections: [TogaiEventCorrectionInput!]!, $key: String, $dryRun: Boolean!) {
  payload: togaiEventsCorrect(corrections: $corrections, idempotencyKey: $key, dryRun: $dryRun) {
    corrected { eventId status reason } plan { action target after } userErrors { code message field } } }`;
const correct = async (corrections: object[], { key, dryRun = false }: { key?: string; dryRun?: boolean } = {}) =>
  (await ask<{ payload: Correction }>(CORRECT, { corrections, key: key ?? null, dryRun })).payload;
const ingest = (events: object[]) =>
  ask('mutation ($events: [TogaiUsageEventInput!]!) { togaiUsageIngest(events: $events) { userErrors { message } } }', {
    events,
  });
const entriesOf = async (id: string) =>
  (
    await ask<{ togaiEvent: { entries: readonly object[] } | null }>(
      'query ($id: String!) { togaiEvent(id: $id) { entries { status attributes { value } } } }',
      { id },
    )
  ).togaiEvent?.entries;
const minutes = (id: string, accountId: string, value: string) => ({
  ...{ id, accountId, schemaName: 'compute-event', timestamp: '2026-03-02T08:00:00Z' },
  attributes: [{ name: 'minutes', value, unit: 'Minutes' }],
});

let made = 0;
/** An account of our own, for the cache outlives the reset of the sandbox. */
async function ownAccount(): Promise<string> {
  made += 1;
  const id = `own-${made}`;
  await ask(
    'mutation ($input: TogaiCustomerCreateInput!) { togaiCustomerCreate(input: $input) { userErrors { message } } }',
    {
      input: {
        ...{ id: `${id}-customer`, name: 'Ada Ltd', primaryEmail: 'ada@example.com' },
        account: { id, name: 'Main', invoiceCurrency: 'GBP', aliases: [`${id}-alias`] },
      },
    },
  );
  return id;
}

describe('the log of events', () => {
  it('is what Togai has, page by page, however old the entries are', async () => {
    const said: Reply['body'][] = (await togai.pages('/events')).flatMap(({ events = [] }) => events);
    expect(said.length).toBeGreaterThan(100);
    const FIELDS = `togaiId eventId schemaName accountId customerId timestamp attributes { name value unit } dimensions status
      source createdAt`;
    const found: Record<string, unknown>[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: Page = await page({ first: 60, after }, FIELDS);
      found.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual(
      said.map(({ eventPayload, referenceId, ingestionStatus, customerId = null, source, createdAt }) => ({
        togaiId: referenceId ?? eventPayload.referenceId,
        eventId: eventPayload.id,
        ...{ schemaName: eventPayload.schemaName, accountId: eventPayload.accountId, customerId },
        timestamp: eventPayload.timestamp,
        attributes: eventPayload.attributes.map((one: object) => ({ unit: null, ...one })),
        ...{
          dimensions: eventPayload.dimensions,
          status: ingestionStatus.status,
          source: source?.type ?? null,
          createdAt,
        },
      })),
    );
    // Each of Togai's pages once, and what its last token leads to; all that came before is served from memory.
    expect(sandbox.requests('GET /events').length).toBeLessThanOrEqual(2 * (Math.ceil(said.length / 50) + 1));
  });

  it('can be asked for by account, schema, status and time', async () => {
    const accountId = await ownAccount();
    expect(await page({ accountId })).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
    const other = await ownAccount();
    await ingest([
      minutes('m1', other, '5'),
      { ...minutes('m2', `${other}-alias`, '6'), timestamp: '2026-03-04T08:00:00+02:00' },
      { ...minutes('m3', other, '7'), schemaName: 'nothing-event' },
    ]);
    const ids = async (filter: object) =>
      (await page({ accountId: other, ...filter }, 'eventId')).nodes.map(({ eventId }) => eventId);
    expect(await ids({})).toEqual(['m1', 'm2', 'm3']);
    expect(await ids({ schemaName: 'nothing-event' })).toEqual(['m3']);
    expect(await ids({ status: 'INGESTION_COMPLETED_EVENT_METERED' })).toEqual(['m1', 'm2']);
    const before = sandbox.requests('GET /events').length;
    expect(await ids({ from: '2026-03-04T06:00:00Z', to: '2026-03-04T06:00:01Z' })).toEqual(['m2']);
    expect(await ids({ to: '2026-03-04T06:00:00Z' })).toEqual(['m1', 'm3']);
    // The time is no filter of Togai's: what was read just now is looked through.
    expect(sandbox.requests('GET /events')).toHaveLength(before);
    const { errors } = await gateway.query(
      '{ togaiEvents(from: "2026-03-04T06:00:00Z", to: "2026-03-04T06:00:00Z") { nodes { togaiId } } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['to'] }] });
  });

  it('says of one event what meters made of it', async () => {
    const accountId = await ownAccount();
    await ingest([minutes('one', accountId, '1000.25')]);
    const query = `query ($id: String!) { togaiEvent(id: $id) { eventId customerId status statusDescription
      attributes { name value unit } processing { meters { name units revenue { amount currency } invoicedRevenue { amount currency } }
      pricePlanIds } entries { togaiId } } }`;
    expect(await ask(query, { id: 'one' })).toEqual({
      togaiEvent: {
        ...{ eventId: 'one', customerId: `${accountId}-customer`, status: 'INGESTION_COMPLETED_EVENT_METERED' },
        statusDescription: expect.any(String),
        attributes: [{ name: 'minutes', value: '1000.25', unit: 'Minutes' }],
        processing: {
          meters: [
            {
              ...{ name: 'compute', units: '1000.25', revenue: { amount: '10', currency: 'USD' } },
              invoicedRevenue: { amount: '8', currency: 'GBP' },
            },
          ],
          pricePlanIds: [],
        },
        entries: [{ togaiId: expect.stringMatching(/^event\./) }],
      },
    });
    expect(sandbox.requests('GET /events/*')).toHaveLength(1);
    expect(await ask(query, { id: 'none' })).toEqual({ togaiEvent: null });
    const { errors } = await gateway.query(query, { id: 'x'.repeat(51) });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNSUPPORTED', system: 'TOGAI' });
  });
});

describe('a correction', () => {
  it('takes events back, rates them anew or brings others, each with its own answer', async () => {
    const accountId = await ownAccount();
    await ingest([minutes('u', accountId, '5'), minutes('r', accountId, '6'), minutes('e', accountId, '7')]);
    const event = {
      ...{ accountId, schemaName: 'compute-event', timestamp: '2026-03-02T09:00:00Z' },
      attributes: [{ name: 'minutes', value: '70.5' }],
    };
    const corrections = [
      { eventId: 'u', action: 'UNDO' },
      { eventId: 'r', action: 'REDO' },
      { eventId: 'nobody', action: 'UNDO' },
      { eventId: 'e', action: 'REDO_EVENT', event },
    ];
    const planned = await correct(corrections, { dryRun: true });
    expect(planned.plan).toMatchObject([
      { action: 'eventCorrection', target: 'u', after: { action: 'UNDO', event: { id: 'u', accountId } } },
      {
        target: 'r',
        after: { action: 'REDO', event: { attributes: [{ name: 'minutes', value: '6', unit: 'Minutes' }] } },
      },
      { target: 'e', after: { action: 'REDO_EVENT', event: { id: 'e', attributes: [{ value: '70.5' }] } } },
    ]);
    const missing = [
      { code: 'NOT_FOUND', message: 'There is no event nobody.', field: ['corrections', '2', 'eventId'] },
    ];
    expect(planned.userErrors).toEqual(missing);
    expect(sandbox.requests('POST /events/correction')).toEqual([]);

    const { corrected, userErrors } = await correct(corrections);
    expect(corrected).toMatchObject([
      { eventId: 'u', status: 'REVERTED' },
      { eventId: 'r', status: 'REVERTED_AND_REINGESTED' },
      { eventId: 'e', status: 'REVERTED_AND_REINGESTED' },
    ]);
    expect(userErrors).toEqual(missing);
    const METERED = 'INGESTION_COMPLETED_EVENT_METERED';
    expect(await entriesOf('u')).toEqual([{ status: 'REVERTED', attributes: [{ value: '5' }] }]);
    expect(await entriesOf('e')).toEqual([
      { status: METERED, attributes: [{ value: '70.5' }] },
      { status: 'REVERTED', attributes: [{ value: '7' }] },
    ]);
    const { togaiAccount } = await ask<{ togaiAccount: { usage: { meter: string; quantity: string }[] } }>(
      `query ($id: String!) { togaiAccount(id: $id) { usage(from: "2026-03-02T00:00:00Z", to: "2026-03-03T00:00:00Z") {
        meter quantity } } }`,
      { id: accountId },
    );
    expect(togaiAccount.usage.find(({ meter }) => meter === 'compute')).toEqual({ meter: 'compute', quantity: '76.5' });
    expect((await correct([{ eventId: 'u', action: 'UNDO' }])).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it.each(['reply-lost', 'server-error', 'connection-reset', 'cut-off-json'] as const)(
    'is made once in spite of %s',
    async (kind) => {
      const accountId = await ownAccount();
      await ingest([minutes(`u-${kind}`, accountId, '5'), minutes(`r-${kind}`, accountId, '6')]);
      for (const [eventId, action, entries] of [
        [`u-${kind}`, 'UNDO', 1],
        [`r-${kind}`, 'REDO', 2],
      ] as const) {
        const before = sandbox.requests('POST /events/correction').length;
        sandbox.fault('POST /events/correction', { kind });
        const { corrected, userErrors } = await correct([{ eventId, action }]);
        expect(userErrors).toEqual([]);
        expect(corrected).toMatchObject([
          { eventId, status: action === 'UNDO' ? 'REVERTED' : 'REVERTED_AND_REINGESTED' },
        ]);
        expect(await entriesOf(eventId)).toHaveLength(entries);
        const applied = kind === 'reply-lost' || kind === 'cut-off-json';
        expect(sandbox.requests('POST /events/correction').length - before).toBe(applied ? 1 : 2);
      }
    },
  );

  it('is made once for a key, and told when it fails', async () => {
    const accountId = await ownAccount();
    await ingest([minutes('k', accountId, '5'), minutes('f', accountId, '6')]);
    const redo = [{ eventId: 'k', action: 'REDO' }];
    const first = await correct(redo, { key: 'march' });
    expect(await correct(redo, { key: 'march' })).toEqual(first);
    expect(await entriesOf('k')).toHaveLength(2);
    const event = { ...minutes('', 'nobody', '1'), id: undefined };
    expect((await correct([{ eventId: 'f', action: 'REDO_EVENT', event }])).userErrors).toEqual([
      { code: 'REJECTED_BY_UPSTREAM', message: 'Togai: Account not found', field: ['corrections', '0', 'eventId'] },
    ]);
    const wrong = await correct([
      { eventId: 'f', action: 'REDO_EVENT' },
      { eventId: 'f', action: 'UNDO', event },
    ]);
    expect(wrong.userErrors.map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['INVALID', 'corrections.0.event'],
      ['INVALID', 'corrections.1.event'],
    ]);
  });
});

describe('draft schedules', () => {
  it('are shown beside those in force, and go when they are finalized', async () => {
    const accountId = await ownAccount();
    const plans: Reply['body'][] = (await togai.get('/v2/price_plans?pageSize=100')).body.data;
    const plan = plans.find(({ status }) => status === 'ACTIVE');
    const query = `query ($id: String!) { togaiAccount(id: $id) { pricePlans { effectiveFrom }
      draftPricePlans { effectiveFrom effectiveUntil pricePlan { togaiId } } } }`;
    const days = { effectiveFrom: '2027-01-01', effectiveUntil: '2028-01-01' };
    const edits = [{ mode: 'ASSOCIATE', ...days, associationConfig: { pricePlanId: plan.id } }];
    await togai.send(`/v2/accounts/${accountId}/edit_schedules`, { edits });
    expect(await ask(query, { id: accountId })).toEqual({
      togaiAccount: { pricePlans: [], draftPricePlans: [{ ...days, pricePlan: { togaiId: plan.id } }] },
    });
    const associate = `mutation ($input: TogaiPricePlanAssociateInput!) { togaiPricePlanAssociate(input: $input) {
      userErrors { message } } }`;
    expect(await ask(associate, { input: { accountId, pricePlanId: plan.id, ...days } })).toEqual({
      togaiPricePlanAssociate: { userErrors: [] },
    });
    expect(await ask(query, { id: accountId })).toEqual({
      togaiAccount: { pricePlans: [{ effectiveFrom: '2027-01-01' }], draftPricePlans: [] },
    });
  });
});
