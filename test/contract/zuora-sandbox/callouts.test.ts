import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { virtualClock } from '../../support/virtual-clock.js';
import { signIn, type ZuoraClient } from './client.js';

interface Got {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const clock = virtualClock();
const BETWEEN_TRIES_MS = 30 * 60_000;
let sandbox: ZuoraSandbox;
let zuora: ZuoraClient;
let server: Server;
let address: string;
let got: Got[] = [];
/** Status and headers of the next answers; 200 when there are no more. */
let answers: (readonly [status: number, headers?: Record<string, string>])[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ method: request.method, url: request.url, headers: request.headers, body });
      const [status, headers = {}] = answers.shift() ?? [200];
      response.writeHead(status, headers).end('{"success":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?from=zuora`;
  sandbox = await startZuoraBillingSandbox({ customers: 5, limits: false, clock });
});
beforeEach(async () => {
  sandbox.reset();
  // Tokens do not live as long as the waits are.
  zuora = await signIn(sandbox);
  [got, answers] = [[], []];
});
afterAll(async () => {
  await sandbox?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

const BODY =
  '{"AccountId":"{{DataSource.Account.Id}}","Name":"{{Account.Name}}","At":"<Event.Timestamp>","Gone":"{{Account.Nothing}}"}';
/** Has accounts told of. */
async function told(template: object = {}, condition = "changeType == 'UPDATE'"): Promise<void> {
  const event = { eventTypeName: 'Tested', eventTypeNamespace: 'user.notification' };
  const eventType = { name: 'Tested', displayName: 'Tested' };
  const trigger = await zuora.post('/events/event-triggers', {
    active: true,
    baseObject: 'Account',
    condition,
    eventType,
  });
  expect(trigger.status).toBe(200);
  const made = await zuora.post('/notifications/callout-templates', {
    ...{ ...event, name: 'To the test', calloutBaseurl: address, httpMethod: 'POST', calloutRetry: true },
    ...{ useCustomRequestBody: true, customRequestBody: BODY },
    ...template,
  });
  expect(made.status).toBe(200);
  const definition = { ...event, name: 'Tell the test', calloutActive: true, calloutTemplateIds: [made.body.id] };
  expect((await zuora.post('/notifications/notification-definitions', definition)).status).toBe(200);
}
const change = (name: string) => sandbox.updateAccount('A00000001', { name });
const came = (count: number) => expect.poll(() => got.length, { interval: 5, timeout: 5_000 }).toBe(count);
const lines = () => sandbox.histories.list('callout').filter(({ shown }) => shown.notification === 'Tell the test');
const noted = (...codes: number[]) =>
  expect.poll(() => lines().map(({ shown }) => shown.responseCode), { interval: 5, timeout: 5_000 }).toEqual(codes);

describe('a callout', () => {
  it('carries what its template says, and is signed by its recipe', async () => {
    const hmacData = '{{Request.Headers.Zuora-Notification-Id}}{{Request.Body}}';
    await told({
      ...{ hmacAlgorithm: 'SHA-256', hmacOutputFormat: 'HEX', hmacSecret: 'a-secret', hmacData },
      ...{
        hmacKey: 'X-Signature',
        hmacValue: 'v1={{Request.HMAC.Signed}}',
        calloutHeaders: { 'X-Own': 'of {{Account.Name}}' },
      },
      ...{ requiredAuth: true, calloutAuth: { username: 'u', password: 'p', preemptive: true } },
    });
    const { id } = change('Say "hello"');
    await came(1);
    const [{ method, url, headers, body } = {} as Got] = got;
    expect([method, url]).toEqual(['POST', '/hook?from=zuora']);
    expect(JSON.parse(body)).toEqual({
      ...{ AccountId: id, Name: 'Say "hello"', Gone: '' },
      At: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    const notification = String(headers['zuora-notification-id']);
    const signed = createHmac('sha256', 'a-secret').update(`${notification}${body}`).digest('hex');
    expect(headers).toMatchObject({
      ...{ 'content-type': 'application/json', 'x-signature': `v1=${signed}`, 'x-own': 'of Say "hello"' },
      ...{ authorization: `Basic ${btoa('u:p')}`, 'zuora-notification-id': expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    await noted(200);
    expect(lines()[0]).toMatchObject({ objectId: id, failed: false, shown: { attemptedNum: 1, requestUrl: address } });
  });

  it('waits to be asked for credentials that are not preemptive', async () => {
    await told({ requiredAuth: true, calloutAuth: { username: 'u', password: 'p', preemptive: false } });
    answers = [[401, { 'www-authenticate': 'Basic realm="x"' }]];
    change('one');
    await came(2);
    expect(got.map(({ headers }) => headers.authorization)).toEqual([undefined, `Basic ${btoa('u:p')}`]);
    await noted(200);
  });

  it('is tried three times, half an hour apart, where the receiver may be there later', async () => {
    await told();
    answers = [[503], [429], [500]];
    change('one');
    await came(1);
    await noted(503);
    await clock.pass(BETWEEN_TRIES_MS - 1);
    expect(got).toHaveLength(1);
    await clock.pass(1);
    await came(2);
    await noted(429);
    await clock.pass(BETWEEN_TRIES_MS);
    await came(3);
    await noted(500);
    await clock.pass(BETWEEN_TRIES_MS * 2);
    expect(got).toHaveLength(3);
    expect(lines()[0]).toMatchObject({ failed: true, shown: { attemptedNum: 3 } });
    expect(new Set(got.map(({ headers }) => headers['zuora-notification-id'])).size).toBe(1);
    expect(new Set(got.map(({ headers }) => headers['zuora-request-id'])).size).toBe(3);
    // Sent again by hand it comes once more.
    zuora = await signIn(sandbox);
    const resent = await zuora.post('/notifications/callout-histories/resend', [lines()[0]?.id ?? '']);
    expect(resent.status).toBe(202);
    await came(4);
    await noted(200);
  });

  it.each([404, 201, 302])('is not tried again after %i, and has failed', async (status) => {
    await told();
    answers = [[status, status === 302 ? { location: address } : {}]];
    change('one');
    await noted(status);
    await clock.pass(BETWEEN_TRIES_MS);
    expect([got.length, lines()[0]?.failed]).toEqual([1, true]);
  });

  it('that nobody takes has failed; one that is not retriable is not tried again', async () => {
    await told({ calloutRetry: false, calloutBaseurl: 'http://127.0.0.1:1/hook' });
    change('one');
    await noted(-1);
    expect(lines()[0]?.shown.attemptedNum).toBe(1);
  });

  it('whose own body is no JSON is neither sent nor tried again', async () => {
    await told({ customRequestBody: '{"broken": {{Account.Name}}}' });
    change('no quotes');
    await noted(-2000);
    expect(got).toEqual([]);
  });

  it('never leaves this machine', async () => {
    await told({ calloutBaseurl: 'https://example.com/hook' });
    change('one');
    await somethingIsTold();
    await came(1);
    expect(lines()).toEqual([]);
  });

  it('is given up when the sandbox is reset', async () => {
    await told();
    answers = [[503]];
    change('one');
    await noted(503);
    sandbox.reset();
    await clock.pass(BETWEEN_TRIES_MS);
    expect(got).toHaveLength(1);
  });
});

describe('a trigger', () => {
  it.each([
    ["changeType == 'INSERT'", false],
    ["changeType == 'INSERT' || changeType == 'UPDATE'", true],
    ["changeType eq 'UPDATE' and Account.Name == 'after'", true],
    ["Account.Name_old == 'before' && Account.Name != Account.Name_old", true],
    ["!(Account.Name == 'after')", false],
    ['Account.Mrr >= 0.0', true],
    ['Account.Mrr > 1000000000', false],
    ['Account.Balance == null && Account.Nothing == null', true],
    ["Invoice.Amount > 0 || Account.Name == 'before'", false],
    ["Account.Name =~ '.*'", false],
  ])('with the condition %s fires for a change of the name: %s', async (condition, fires) => {
    change('before');
    // What was before the trigger was made is of no interest to it.
    await new Promise((resolve) => setImmediate(resolve));
    await told({}, condition);
    sandbox.updateAccount('A00000001', { name: 'after', mrr: 12.5, balance: null });
    await somethingIsTold();
    await came(fires ? 2 : 1);
  });
});

/** Something that surely is told of, so that what was told of before has come. */
async function somethingIsTold(): Promise<void> {
  const trigger = { baseObject: 'Contact', condition: "changeType == 'INSERT'", active: true };
  const event = { eventTypeName: 'Last', eventTypeNamespace: 'user.notification' };
  await zuora.post('/events/event-triggers', { ...trigger, eventType: { name: 'Last', displayName: 'Last' } });
  const template = { ...event, name: 'Last', calloutBaseurl: address, httpMethod: 'POST' };
  const { body } = await zuora.post('/notifications/callout-templates', template);
  const definition = { ...event, name: 'Last', calloutActive: true, calloutTemplateIds: [body.id] };
  await zuora.post('/notifications/notification-definitions', definition);
  sandbox.add('contact', { firstName: 'A', lastName: 'B' });
}
