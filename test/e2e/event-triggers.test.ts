import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 5 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

interface Trigger {
  readonly id: string;
  readonly zuoraId: string;
  readonly condition: string;
  readonly eventType: { readonly name: string };
}
interface Payload {
  readonly eventTrigger: Trigger | null;
  readonly plan: unknown;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}

const TRIGGER =
  'id zuoraId active baseObject condition description eventType { name displayName namespace description }';
const PAYLOAD = `eventTrigger { ${TRIGGER} } plan { action target after } userErrors { code message field }`;
const CONDITION = "changeType == 'UPDATE' && Account.PaymentTerm_old != Account.PaymentTerm";
const TERM_CHANGED = {
  baseObject: 'Account',
  condition: CONDITION,
  eventType: { name: 'AccountTermChanged', displayName: 'Payment term changed' },
};

async function ask<T>(document: string, variables: object = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(document, variables);
  expect(errors).toBeUndefined();
  return data;
}

async function create(over: object = {}, more: object = {}): Promise<Payload> {
  const { payload } = await ask<{ payload: Payload }>(
    `mutation ($input: EventTriggerCreateInput!, $idempotencyKey: String, $dryRun: Boolean) {
      payload: eventTriggerCreate(input: $input, idempotencyKey: $idempotencyKey, dryRun: $dryRun) { ${PAYLOAD} }
    }`,
    { input: { ...TERM_CHANGED, ...over }, ...more },
  );
  return payload;
}

async function update(id: string, input: object, dryRun = false): Promise<Payload> {
  const { payload } = await ask<{ payload: Payload }>(
    `mutation ($id: ID!, $input: EventTriggerUpdateInput!, $dryRun: Boolean) {
      payload: eventTriggerUpdate(id: $id, input: $input, dryRun: $dryRun) { ${PAYLOAD} }
    }`,
    { id, input, dryRun },
  );
  return payload;
}

async function remove(id: string, dryRun = false): Promise<Payload> {
  const { payload } = await ask<{ payload: Payload }>(
    `mutation ($id: ID!, $dryRun: Boolean) { payload: eventTriggerDelete(id: $id, dryRun: $dryRun) { ${PAYLOAD} } }`,
    { id, dryRun },
  );
  return payload;
}

interface Page {
  readonly nodes: Trigger[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function list(args: object = {}): Promise<Page> {
  const { page } = await ask<{ page: Page }>(
    `query ($first: Int, $after: String, $baseObject: String, $eventTypeName: String, $active: Boolean) {
      page: eventTriggers(first: $first, after: $after, baseObject: $baseObject, eventTypeName: $eventTypeName, active: $active) {
        nodes { ${TRIGGER} } pageInfo { hasNextPage endCursor }
      }
    }`,
    { first: 20, ...args },
  );
  return page;
}

const namesOf = ({ nodes }: Page) => nodes.map(({ eventType }) => eventType.name);
const calls = (method: string) => sandbox.requests(`${method} /events/event-triggers${method === 'POST' ? '' : '/*'}`);
const many = async (count: number) => {
  for (let n = 1; n <= count; n += 1) {
    const { userErrors } = await create({
      condition: `changeType == 'UPDATE' && Account.Balance > ${n}`,
      eventType: { name: `Over${n}`, displayName: `Over ${n}` },
    });
    expect(userErrors).toEqual([]);
  }
};

describe('an event trigger', () => {
  it('is made as it was given, shown, changed and removed', async () => {
    const made = await create({ description: 'For the CRM' });
    expect(made).toEqual({
      eventTrigger: {
        id: expect.stringMatching(/^zet_[0-9a-f]{32}$/),
        zuoraId: expect.stringMatching(/^[0-9a-f]{32}$/),
        active: true,
        baseObject: 'Account',
        condition: CONDITION,
        description: 'For the CRM',
        eventType: {
          name: 'AccountTermChanged',
          displayName: 'Payment term changed',
          namespace: 'user.notification',
          description: null,
        },
      },
      plan: null,
      userErrors: [],
    });
    const { id, zuoraId } = made.eventTrigger as Trigger;
    const shown = await ask<Record<string, unknown>>(
      `query ($id: ID!, $zuoraId: ID!) {
        node(id: $id) { ... on EventTrigger { ${TRIGGER} } }
        global: eventTrigger(id: $id) { id }
        theirs: eventTrigger(id: $zuoraId) { id }
        none: eventTrigger(id: "zet_00000000000000000000000000000000") { id }
        other: eventTrigger(id: "zac_${zuoraId}") { id }
        odd: eventTrigger(id: "../accounts") { id }
      }`,
      { id, zuoraId },
    );
    expect(shown).toEqual({
      node: made.eventTrigger,
      global: { id },
      theirs: { id },
      none: null,
      other: null,
      odd: null,
    });
    const changed = await update(id, { active: false, description: null, eventType: { displayName: 'Terms' } });
    expect(changed.eventTrigger).toMatchObject({ active: false, description: null, condition: CONDITION });
    expect(changed.eventTrigger).toMatchObject({ eventType: { name: 'AccountTermChanged', displayName: 'Terms' } });
    // What was read before is not shown again.
    const again = await ask<{ eventTrigger: unknown }>(`{ eventTrigger(id: "${id}") { active } }`);
    expect(again.eventTrigger).toEqual({ active: false });
    expect(await remove(id)).toEqual({ eventTrigger: null, plan: null, userErrors: [] });
    expect(await ask(`{ eventTrigger(id: "${id}") { id } }`)).toEqual({ eventTrigger: null });
    expect((await remove(id)).userErrors).toEqual([
      { code: 'NOT_FOUND', message: `There is no event trigger ${id}.`, field: ['id'] },
    ]);
    expect((await update(id, { active: true })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
  });

  it.each([
    { kind: 'reply-lost' },
    { kind: 'cut-off-json' },
    { kind: 'server-error' },
    { kind: 'connection-reset' },
    { kind: 'expired-token' },
  ] as const)('is made once in spite of %j', async (fault) => {
    sandbox.fault('POST /events/event-triggers', fault);
    const { eventTrigger, userErrors } = await create();
    expect(userErrors).toEqual([]);
    const { nodes } = await list({ eventTypeName: 'AccountTermChanged' });
    expect(nodes.map(({ id }) => id)).toEqual([eventTrigger?.id]);
  });

  it('is found again when Zuora replays an error to the key', async () => {
    sandbox.fault('POST /events/event-triggers', { kind: 'reply-lost' });
    sandbox.fault('POST /events/event-triggers', { kind: 'server-error' });
    const { eventTrigger } = await create();
    expect(calls('POST')).toHaveLength(2);
    expect((await list({ eventTypeName: 'AccountTermChanged' })).nodes.map(({ id }) => id)).toEqual([eventTrigger?.id]);
  });

  it('is made once for an idempotency key', async () => {
    const first = await create({}, { idempotencyKey: 'terms' });
    expect(await create({}, { idempotencyKey: 'terms' })).toEqual(first);
    expect(calls('POST')).toHaveLength(1);
    const other = await create({ description: 'another' }, { idempotencyKey: 'terms' });
    expect(other.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
  });

  it('is changed and removed once although answers are lost', async () => {
    const { id } = (await create()).eventTrigger as Trigger;
    sandbox.fault('PUT /events/event-triggers/*', { kind: 'reply-lost' });
    expect((await update(id, { active: false })).eventTrigger).toMatchObject({ active: false });
    sandbox.fault('DELETE /events/event-triggers/*', { kind: 'reply-lost' });
    expect(await remove(id)).toMatchObject({ eventTrigger: null, userErrors: [] });
    expect(calls('DELETE')).toHaveLength(1);
    expect(namesOf(await list())).toEqual(['AccountCreated', 'LargeInvoicePosted']);
  });

  it('is only planned by a dry run', async () => {
    const planned = await create({}, { dryRun: true });
    expect(planned).toEqual({
      eventTrigger: null,
      plan: [{ action: 'POST_EventTrigger', target: null, after: { active: true, ...TERM_CHANGED } }],
      userErrors: [],
    });
    const { id, zuoraId } = (await create()).eventTrigger as Trigger;
    expect((await update(id, { active: false }, true)).plan).toEqual([
      { action: 'PUT_EventTrigger', target: zuoraId, after: { active: false } },
    ]);
    expect(await remove(id, true)).toMatchObject({
      eventTrigger: { id },
      plan: [{ action: 'DELETE_EventTrigger', target: zuoraId, after: null }],
    });
    expect([calls('POST').length, calls('PUT').length, calls('DELETE').length]).toEqual([1, 0, 0]);
  });
});

describe('what Zuora would refuse, or take for something else', () => {
  it('is refused before anything is sent', async () => {
    const wrong = await create({
      baseObject: 'account',
      condition: 'x'.repeat(5_001),
      eventType: { name: '1st', displayName: ' ', description: 'y'.repeat(1_001) },
    });
    expect(wrong.userErrors).toEqual([
      { code: 'INVALID', message: 'Zuora minds the case: Account', field: ['input', 'baseObject'] },
      { code: 'INVALID', message: 'must not be longer than 5,000 characters', field: ['input', 'condition'] },
      {
        code: 'INVALID',
        message: 'must begin with a letter and have letters, digits, _ and - only',
        field: ['input', 'eventType', 'name'],
      },
      { code: 'INVALID', message: 'must not be empty', field: ['input', 'eventType', 'displayName'] },
      {
        code: 'INVALID',
        message: 'must not be longer than 1,000 characters',
        field: ['input', 'eventType', 'description'],
      },
    ]);
    expect((await create({ baseObject: 'Quote' })).userErrors).toMatchObject([{ field: ['input', 'baseObject'] }]);
    expect((await create({ baseObject: 'RatePlan', condition: "changeType == 'INSERT'" })).userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'The condition waits for INSERT, and Zuora tells nothing of a new RatePlan.',
        field: ['input', 'condition'],
      },
    ]);
    const { id } = (await list({ baseObject: 'Account' })).nodes[0] as Trigger;
    expect((await update(id, { condition: 'Account.Nmae == null' })).userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'The condition reads Account.Nmae, and Account has no such field in this tenant.',
        field: ['input', 'condition'],
      },
    ]);
    expect((await update(id, {})).userErrors).toMatchObject([
      { code: 'INVALID', message: 'There is nothing to change.' },
    ]);
    expect([...calls('POST'), ...calls('PUT')]).toEqual([]);
  });

  it('is a field that is not described, custom ones included', async () => {
    const condition = "changeType == 'INSERT' && Account.TogaiCustomerId__c != null";
    expect((await create({ condition })).userErrors).toEqual([]);
    const unknown = await create({ condition: "changeType == 'INSERT' && Account.Togai__c != null" });
    expect(unknown.userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'condition'] }]);
  });

  it('is not what the vendor shows as examples', async () => {
    for (const [baseObject, condition] of [
      [
        'Invoice',
        "changeType == 'UPDATE' && Invoice.Status == 'Posted' && Invoice.Status_old != 'Posted' && Invoice.Amount > 500.0",
      ],
      ['BillingRun', "changeType == 'UPDATE' && BillingRun.Status == 'Posted' && BillingRun.Status_old != 'Posted'"],
      ['Account', "changeType == 'UPDATE' && Account.PaymentTerm_old != Account.PaymentTerm"],
      [
        'default__entitlement',
        "changeType == 'UPDATE' && default__entitlement.Usage__c >= default__entitlement.Entitled__c",
      ],
      ['Subscription', "changeType == 'INSERT' || changeType == 'UPDATE' && Subscription.Status == 'Cancelled'"],
    ]) {
      const eventType = { name: `Example-${baseObject}`, displayName: 'Example' };
      expect((await create({ baseObject, condition, eventType })).userErrors).toEqual([]);
    }
  });

  it('is a condition that another trigger of the object has, in whatever spelling', async () => {
    const twin = await create({ condition: '( "INSERT" eq changeType )' });
    const conflict = {
      code: 'CONFLICT',
      message:
        'The event trigger AccountCreated of Account has the same condition: Zuora would merge the two or delete one.',
      field: ['input', 'condition'],
    };
    expect(twin.userErrors).toEqual([conflict]);
    expect((await create({ condition: "changeType=='INSERT'" }, { dryRun: true })).userErrors).toEqual([conflict]);
    expect((await create({ condition: "changeType=='INSERT'" }, { idempotencyKey: 'a' })).userErrors).toEqual([
      conflict,
    ]);
    expect(calls('POST')).toEqual([]);
    // Of another object it is another condition.
    const eventType = { name: 'InvoiceMade', displayName: 'Invoice made' };
    const invoice = { baseObject: 'Invoice', condition: "changeType == 'INSERT'", eventType };
    const { id } = (await create(invoice)).eventTrigger as Trigger;
    expect((await update(id, { condition: 'changeType eq "INSERT"' })).userErrors).toEqual([]);
    await create();
    const { nodes } = await list({ baseObject: 'Account' });
    const created = nodes.find(({ eventType }) => eventType.name === 'AccountCreated') as Trigger;
    expect((await update(created.id, { condition: CONDITION })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['input', 'condition'] },
    ]);
    expect(namesOf(await list())).toEqual([
      'AccountCreated',
      'LargeInvoicePosted',
      'InvoiceMade',
      'AccountTermChanged',
    ]);
    expect(calls('PUT')).toHaveLength(1);
  });

  it('is what Zuora says of a name that is taken', async () => {
    const { userErrors } = await create({ eventType: { name: 'AccountCreated', displayName: 'Again' } });
    expect(userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Zuora Billing: The event type AccountCreated exists already.',
        field: null,
      },
    ]);
  });
});

describe('the list of event triggers', () => {
  it('is filtered', async () => {
    await create({ active: false });
    expect(namesOf(await list())).toEqual(['AccountCreated', 'LargeInvoicePosted', 'AccountTermChanged']);
    expect(namesOf(await list({ baseObject: 'Account' }))).toEqual(['AccountCreated', 'AccountTermChanged']);
    expect(namesOf(await list({ baseObject: 'Account', active: true }))).toEqual(['AccountCreated']);
    expect(namesOf(await list({ eventTypeName: 'LargeInvoicePosted' }))).toEqual(['LargeInvoicePosted']);
    expect(namesOf(await list({ eventTypeName: 'Nothing' }))).toEqual([]);
    const { errors } = await gateway.query('{ eventTriggers(eventTypeName: "no name") { nodes { id } } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('comes in pages that neither repeat nor miss one when others come and go', async () => {
    await many(7);
    const first = await list({ first: 4 });
    expect(namesOf(first)).toEqual(['AccountCreated', 'LargeInvoicePosted', 'Over1', 'Over2']);
    const before = sandbox.requests('GET /events/event-triggers').length;
    await remove(first.nodes[0]?.id as string);
    const second = await list({ first: 4, after: first.pageInfo.endCursor });
    expect(namesOf(second)).toEqual(['Over3', 'Over4', 'Over5', 'Over6']);
    expect(second.pageInfo.hasNextPage).toBe(true);
    await create();
    const third = await list({ first: 4, after: second.pageInfo.endCursor });
    expect(namesOf(third)).toEqual(['Over7', 'AccountTermChanged']);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false });
    const starts = sandbox
      .requests('GET /events/event-triggers')
      .slice(before)
      .map(({ query }) => query.toString());
    expect(starts).toEqual([
      'start=3&limit=5',
      'start=0&limit=100',
      'baseObject=Account&start=0&limit=100',
      'start=6&limit=5',
    ]);
  });

  it('says so when the place of a cursor is gone, or belongs to another list', async () => {
    await many(1);
    const { nodes, pageInfo } = await list({ first: 2 });
    await remove(nodes[1]?.id as string);
    for (const args of [{ after: pageInfo.endCursor }, { after: pageInfo.endCursor, active: true }, { after: 'bm8' }]) {
      const { errors } = await gateway.query(
        'query ($after: String, $active: Boolean) { eventTriggers(after: $after, active: $active) { nodes { id } } }',
        args,
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});
