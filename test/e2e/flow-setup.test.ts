import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const SECRET = 'a-signature-key-of-callouts';

let test: TestGateway;
let zuora: ZuoraSandbox;

beforeAll(async () => {
  test = await startTestGateway({
    sandbox: { customers: 5 },
    environment: {
      ...{ ZUORA_BILLING_WEBHOOK_SECRET: SECRET, ZUORA_BILLING_WEBHOOK_BASIC: 'zuora:a-long-password' },
      ...{ PUBLIC_URL: 'https://billgraph.example.com/', DISCOVERY_INTERVAL_MINUTES: '0' },
    },
  });
  zuora = test.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => zuora.reset());
afterAll(() => test?.close());

interface Run {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly steps: readonly { name: string; action: string; target: string | null; status: string; after: unknown }[];
}
interface Payload {
  readonly flow: { readonly id: string } | null;
  readonly setup: Run | null;
  readonly userErrors: readonly { message: string }[];
}
const RUN = 'id status failure steps { name action target status after }';
const ANSWER = `{ flow { id } setup { ${RUN} } userErrors { message } }`;
const CREATE = `mutation ($input: FlowInput!, $dryRun: Boolean = false) { payload: flowCreate(input: $input, dryRun: $dryRun) ${ANSWER} }`;
const UPDATE = `mutation ($id: ID!, $input: FlowInput!) { payload: flowUpdate(id: $id, input: $input) ${ANSWER} }`;
const DELETE = `mutation ($id: ID!) { payload: flowDelete(id: $id) ${ANSWER} }`;

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await test.query<T>(query, variables);
  expect(errors).toBeUndefined();
  return data;
}
/** The answer, with the run as it ended. */
async function change(mutation: string, variables: object): Promise<{ id: string; run: Run }> {
  const { payload } = await ask<{ payload: Payload }>(mutation, variables);
  expect(payload.userErrors).toEqual([]);
  return { id: payload.flow?.id ?? '', run: await ended(payload.setup?.id ?? '') };
}
async function ended(id: string): Promise<Run> {
  const read = async () =>
    (await ask<{ syncRun: Run }>(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, { id })).syncRun;
  await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toMatch(/SUCCEEDED|NEEDS_ATTENTION/);
  return await read();
}

async function call(method: string, path: string, body?: object) {
  const { apiAccessKeyId, apiSecretAccessKey } = zuora.legacyCredentials;
  const answer = await fetch(`${zuora.url}${path}`, {
    method,
    headers: { apiAccessKeyId, apiSecretAccessKey, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.status === 204 ? null : await answer.json();
}
type Row = { readonly id: string; readonly name: string; readonly [field: string]: unknown };
const list = async (path: string) => ((await call('GET', `${path}?start=0&limit=100`)) as { data: Row[] }).data;
/** All that the tenant has, by what its people see of it. */
async function tenant() {
  const [triggers, templates, definitions] = await Promise.all([
    list('/events/event-triggers'),
    list('/notifications/callout-templates'),
    list('/notifications/notification-definitions'),
  ]);
  return { triggers, templates, definitions };
}
const names = (rows: readonly Row[]) => rows.map(({ name, eventType }) => name ?? (eventType as { name: string }).name);
const writes = () => zuora.requests().filter(({ method, path }) => method !== 'GET' && !path.includes('oauth'));

describe('a flow that waits for Zuora', () => {
  it('has Zuora tell of what it waits for, as its dry run says, and of it no more when it is off', async () => {
    const before = await tenant();
    const input = { template: 'SUBSCRIPTIONS_IN' };
    const { payload: planned } = await ask<{ payload: Payload }>(CREATE, { input, dryRun: true });
    expect(planned.setup).toMatchObject({ status: 'PLANNED', failure: null });
    expect(writes()).toEqual([]);
    const { id, run } = await change(CREATE, { input });
    expect(run).toMatchObject({ status: 'SUCCEEDED', failure: null });
    const actions = ['POST_EventTrigger', 'createCalloutTemplate', 'POST_Create_Notification_Definition'];
    expect(planned.setup?.steps.map(({ action }) => action)).toEqual(actions);
    expect(run.steps.map(({ action, status }) => [action, status])).toEqual(actions.map((action) => [action, 'DONE']));
    expect(JSON.stringify(run.steps)).not.toMatch(new RegExp(`${SECRET}|a-long-password`));

    const made = await tenant();
    const trigger = made.triggers.at(-1);
    expect(trigger).toMatchObject({
      ...{ baseObject: 'Subscription', condition: "changeType == 'INSERT' || changeType == 'UPDATE'", active: true },
      eventType: { name: 'BillgraphSubscriptionChanged' },
    });
    const template = made.templates.at(-1);
    expect(template).toMatchObject({
      ...{
        name: expect.stringMatching(/^Billgraph SUBSCRIPTION_CHANGED [0-9a-f]{8}$/),
        description: expect.stringContaining(id),
      },
      ...{
        calloutBaseurl: 'https://billgraph.example.com/webhooks/ZUORA_BILLING',
        httpMethod: 'POST',
        calloutRetry: true,
      },
      ...{ eventTypeName: 'BillgraphSubscriptionChanged', useCustomRequestBody: true, active: true },
      ...{ hmacAlgorithm: 'SHA-256', hmacOutputFormat: 'HEX', hmacSecret: SECRET, hmacKey: 'x-billgraph-signature' },
      ...{
        hmacData: '{{Request.Headers.Zuora-Notification-Id}}{{Request.Body}}',
        hmacValue: '{{Request.HMAC.Signed}}',
      },
      ...{ requiredAuth: true, calloutAuth: { username: 'zuora', password: 'a-long-password', preemptive: true } },
    });
    expect(JSON.parse(String(template?.customRequestBody))).toEqual({
      SubscriptionId: '{{DataSource.Subscription.Id}}',
      SubscriptionNumber: '{{DataSource.Subscription.Name}}',
      AccountId: '{{DataSource.Subscription.AccountId}}',
      EventType: 'SUBSCRIPTION_CHANGED',
      Timestamp: '<Event.Timestamp>',
    });
    expect(made.definitions.at(-1)).toMatchObject({
      ...{ name: template?.name, eventTypeName: 'BillgraphSubscriptionChanged', active: true, calloutActive: true },
      calloutTemplateIds: [template?.id],
    });

    // Another name changes nothing in Zuora.
    const sent = writes().length;
    expect((await change(UPDATE, { id, input: { name: 'Another name' } })).run.steps).toEqual([]);
    expect(writes()).toHaveLength(sent);

    const off = await change(UPDATE, { id, input: { enabled: false } });
    expect(off.run.steps.map(({ action }) => action)).toEqual([
      'DELETE_Delete_Notification_Definition',
      'deleteCalloutTemplate',
      'DELETE_EventTrigger',
    ]);
    expect(await tenant()).toEqual(before);
    await change(DELETE, { id });
    expect(await tenant()).toEqual(before);
  });

  it('shares what it needs with others: the last one takes it down, and what somebody else made stays', async () => {
    const before = await tenant();
    const first = await change(CREATE, { input: { template: 'CUSTOMERS_IN', name: 'First' } });
    // The tenant has a trigger of this condition: a second one would be merged with it.
    expect(first.run.steps.map(({ action }) => action)).toEqual([
      'createCalloutTemplate',
      'POST_Create_Notification_Definition',
    ]);
    const second = await change(CREATE, { input: { template: 'CUSTOMERS_IN', name: 'Second' } });
    expect(second.run.steps.map(({ action }) => action)).toEqual([
      'updateCalloutTemplate',
      'PUT_Update_Notification_Definition',
    ]);
    const both = await tenant();
    expect(both.triggers).toEqual(before.triggers);
    expect(both.templates.at(-1)?.eventTypeName).toBe('AccountCreated');
    expect(both.templates.at(-1)?.description).toBe(`Made by Billgraph for flows ${first.id}, ${second.id}`);

    await change(DELETE, { id: first.id });
    const one = await tenant();
    expect(names(one.definitions)).toEqual(names(both.definitions));
    expect(one.templates.at(-1)?.description).toBe(`Made by Billgraph for flows ${second.id}`);
    await change(DELETE, { id: second.id });
    expect(await tenant()).toEqual(before);
  });

  it('leaves its trigger to whoever uses it by now', async () => {
    const { id } = await change(CREATE, { input: { template: 'SUBSCRIPTIONS_IN' } });
    await call('POST', '/notifications/callout-templates', {
      ...{ name: 'Of somebody else', calloutBaseurl: 'https://example.com', httpMethod: 'POST' },
      eventTypeName: 'BillgraphSubscriptionChanged',
    });
    const gone = await change(DELETE, { id });
    expect(gone.run.steps.map(({ action }) => action)).toEqual([
      'DELETE_Delete_Notification_Definition',
      'deleteCalloutTemplate',
    ]);
    const { triggers, templates } = await tenant();
    expect(names(triggers)).toContain('BillgraphSubscriptionChanged');
    expect(names(templates)).toContain('Of somebody else');
  });

  it('puts right what somebody changed in Zuora, when it is changed or tried again', async () => {
    const { id } = await change(CREATE, { input: { template: 'SUBSCRIPTIONS_IN' } });
    const whole = await tenant();
    const [template, trigger] = [whole.templates.at(-1), whole.triggers.at(-1)];
    await call('PUT', `/notifications/callout-templates/${template?.id}`, { ...template, active: false });
    await call('PUT', `/events/event-triggers/${trigger?.id}`, { active: false });
    const again = await change(UPDATE, { id, input: { description: 'Once more' } });
    expect(again.run.steps.map(({ action }) => action)).toEqual(['PUT_EventTrigger', 'updateCalloutTemplate']);
    const { templates, triggers } = await tenant();
    expect([templates.at(-1)?.active, triggers.at(-1)?.active]).toEqual([true, true]);
    await change(DELETE, { id });
  });

  it('waits for a person where somebody else has switched the trigger off, and goes on when it is tried again', async () => {
    const { triggers } = await tenant();
    const theirs = `/events/event-triggers/${triggers[0]?.id}`;
    await call('PUT', theirs, { active: false });
    const { id, run } = await change(CREATE, { input: { template: 'CUSTOMERS_IN' } });
    expect(run).toMatchObject({
      status: 'NEEDS_ATTENTION',
      failure: expect.stringContaining(
        'The event trigger AccountCreated has the condition that is needed, and is switched off',
      ),
    });
    expect((await tenant()).templates.some(({ name }) => name.startsWith('Billgraph'))).toBe(false);
    await call('PUT', theirs, { active: true });
    await ask('mutation ($id: ID!) { syncRunRetry(id: $id) { userErrors { message } } }', { id: run.id });
    expect((await ended(run.id)).status).toBe('SUCCEEDED');
    await change(DELETE, { id });
  });

  it('waits for a person where the tenant has as many triggers as it may, and goes on when there is room', async () => {
    const trigger = (n: number) => ({
      ...{ active: true, baseObject: 'Account', condition: `Account.Name == 'no. ${n}'` },
      eventType: { name: `Number${n}`, displayName: `Number ${n}` },
    });
    const had = (await tenant()).triggers.length;
    for (let n = had; n < 20; n += 1) await call('POST', '/events/event-triggers', trigger(n));
    const { id, run } = await change(CREATE, { input: { template: 'SUBSCRIPTIONS_IN' } });
    expect(run).toMatchObject({
      status: 'NEEDS_ATTENTION',
      failure: expect.stringContaining('A tenant has 20 event triggers at most.'),
    });
    const { triggers, templates } = await tenant();
    expect([triggers.length, templates.some(({ name }) => name.startsWith('Billgraph'))]).toEqual([20, false]);
    await call('DELETE', `/events/event-triggers/${triggers.at(-1)?.id}`);
    await ask('mutation ($id: ID!) { syncRunRetry(id: $id) { userErrors { message } } }', { id: run.id });
    expect(await ended(run.id)).toMatchObject({ status: 'SUCCEEDED', failure: null });
    await change(DELETE, { id });
  });

  it('makes nothing twice when answers are lost', async () => {
    for (const call of [
      'POST /events/event-triggers',
      'POST /notifications/callout-templates',
      'POST /notifications/notification-definitions',
    ])
      zuora.fault(call, { kind: 'reply-lost' });
    const { id, run } = await change(CREATE, { input: { template: 'SUBSCRIPTIONS_IN' } });
    expect(run.status).toBe('SUCCEEDED');
    const { triggers, templates, definitions } = await tenant();
    const ours = [triggers, templates, definitions].map((rows) =>
      names(rows).filter((name) => name.startsWith('Billgraph')),
    );
    expect(ours.map(({ length }) => length)).toEqual([1, 1, 1]);
    await change(DELETE, { id });
  });
});
