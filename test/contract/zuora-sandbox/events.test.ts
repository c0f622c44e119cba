import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { signIn, type ZuoraClient } from './client.js';

let sandbox: ZuoraSandbox;
let zuora: ZuoraClient;
beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 3 });
  zuora = await signIn(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox?.close());

const TRIGGERS = '/events/event-triggers';
const TEMPLATES = '/notifications/callout-templates';
const OLD_VERSION = { 'zuora-version': '186.0' };
const trigger = (over: object = {}) => ({
  active: true,
  baseObject: 'Invoice',
  condition: "changeType == 'INSERT'",
  eventType: { name: 'InvoiceMade', displayName: 'Invoice made' },
  ...over,
});
const refused = (code: string, message: unknown) => ({ reasons: [{ code, message }] });

describe('event triggers', () => {
  it('are refused in words and with real statuses, whatever the version', async () => {
    const nothing = await zuora.post(TRIGGERS, { active: true, baseObject: 'Account', condition: 'true' }, OLD_VERSION);
    expect([nothing.status, nothing.body]).toEqual([400, refused('MissingRequiredField', 'eventType is missing')]);
    for (const [over, code] of [
      [{ baseObject: 'Quote' }, 'InvalidValue'],
      [{ condition: "(changeType == 'INSERT'" }, 'InvalidValue'],
      [{ condition: 'x'.repeat(5_001) }, 'InvalidValue'],
      [{ baseObject: 'RatePlan' }, 'InvalidValue'],
      [{ eventType: { name: 'AccountCreated', displayName: 'Again' } }, 'DuplicateName'],
      [{ eventType: { name: 'no name', displayName: 'x' } }, 'InvalidValue'],
      [{ eventType: { name: 'x' } }, 'MissingRequiredField'],
    ] as const) {
      const { status, body } = await zuora.post(TRIGGERS, trigger(over));
      expect([status, body]).toEqual([400, refused(code, expect.any(String))]);
    }
    const gone = await zuora.get(`${TRIGGERS}/00000000000000000000000000000000`, {}, OLD_VERSION);
    expect([gone.status, gone.body]).toEqual([404, refused('ObjectNotFound', expect.any(String))]);
  });

  it('take the place of one with the same condition', async () => {
    const first = await zuora.post(TRIGGERS, trigger());
    const eventType = { name: 'InvoiceAdded', displayName: 'Invoice added' };
    const second = await zuora.post(TRIGGERS, trigger({ condition: "changeType=='INSERT'", eventType }));
    const { body } = await zuora.get(TRIGGERS, { baseObject: 'Invoice' });
    expect(body.data.map(({ id }: { id: string }) => id)).toContain(second.body.id);
    expect(body.data.map(({ id }: { id: string }) => id)).not.toContain(first.body.id);
  });

  it('come in pages whose next page is on another host', async () => {
    const { body } = await zuora.get(TRIGGERS, { start: 0, limit: 1 });
    expect(body.data).toHaveLength(1);
    expect(body.next).toBe('https://api.zuora.com/events/event-triggers?start=1&limit=1');
    const rest = await zuora.get(TRIGGERS, { start: 1, limit: 1 });
    expect(rest.body).toEqual({ data: [expect.objectContaining({ baseObject: 'Invoice' })] });
    expect((await zuora.get(TRIGGERS, { start: -1 })).status).toBe(400);
    expect((await zuora.get(TRIGGERS, { limit: 0 })).status).toBe(400);
  });
});

describe('notifications', () => {
  it('are listed from the second on unless told where to start', async () => {
    expect((await zuora.get(TEMPLATES)).body).toEqual({ data: [] });
    expect((await zuora.get(TEMPLATES, { start: 0 })).body.data).toHaveLength(1);
  });

  it('are refused without what they need', async () => {
    const template = { name: 'x', calloutBaseurl: 'https://example.com/x', httpMethod: 'POST' };
    for (const [body, code] of [
      [template, 'MissingRequiredField'],
      [{ ...template, eventTypeName: 'A', eventCategory: 1110 }, 'InvalidValue'],
      [{ ...template, eventTypeName: 'A', calloutBaseurl: 'http://example.com' }, 'InvalidValue'],
      [{ ...template, eventTypeName: 'A', requiredAuth: true }, 'MissingRequiredField'],
      [{ ...template, eventTypeName: 'A', name: 'Account created' }, 'DuplicateName'],
    ] as const) {
      const answer = await zuora.post(TEMPLATES, body);
      expect([answer.status, answer.body]).toEqual([400, refused(code, expect.any(String))]);
    }
    const { id } = (await zuora.get(TEMPLATES, { start: 0 })).body.data[0];
    const change = await zuora.put(`${TEMPLATES}/${id}`, { description: 'x' });
    expect(change.body).toEqual(refused('MissingRequiredField', 'calloutBaseurl is missing'));
    const definition = { name: 'x', eventTypeName: 'Other', emailActive: true };
    const path = '/notifications/notification-definitions';
    expect((await zuora.post(path, definition)).body).toEqual(
      refused('MissingRequiredField', 'emailTemplateId is missing'),
    );
    const mismatch = { name: 'x', eventTypeName: 'Other', calloutActive: true, calloutTemplateIds: [id] };
    expect((await zuora.post(path, mismatch)).body).toEqual(refused('InvalidValue', expect.stringContaining('Other')));
  });
});

describe('histories', () => {
  const PATH = '/v1/notification-history/callout';

  it('tell of what failed, without ids, unless asked for all', async () => {
    const failed = await zuora.get(PATH);
    expect(failed.body.calloutHistories.map(({ responseCode }: { responseCode: number }) => responseCode)).toEqual([
      405, 503,
    ]);
    expect(failed.body.calloutHistories[0]).not.toHaveProperty('id');
    expect((await zuora.get(PATH, { failedOnly: 'false' })).body.calloutHistories).toHaveLength(4);
    const page = await zuora.get(PATH, { failedOnly: 'false', pageSize: 3 });
    expect(new URL(page.body.nextPage).host).toBe('localhost:8080');
    const email = await zuora.get('/v1/notification-history/email', { startTime: '2026-01-01T00:00:00' });
    expect([email.status, email.body.success]).toEqual([400, false]);
  });

  it('are sent again, each known one', async () => {
    const resend = '/notifications/callout-histories/resend';
    const [{ id }] = sandbox.histories.list('callout') as unknown as [{ id: string }];
    const some = await zuora.post(resend, [id, 'none']);
    const missing = { none: { code: 'ObjectNotFound', message: 'Callout history does not exist.' } };
    expect([some.status, some.body]).toEqual([202, missing]);
    const none = await zuora.post(resend, ['none']);
    expect([none.status, none.body]).toEqual([400, missing]);
    expect(
      (
        await zuora.post(
          resend,
          Array.from({ length: 1_001 }, (_, n) => `id${n}`),
        )
      ).status,
    ).toBe(400);
  });
});
