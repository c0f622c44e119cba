import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { dumpOf } from '../support/store-dump.js';
import { temporaryStore } from '../support/temporary-store.js';

// Every credential that goes in somewhere; `c4n4ry` marks them.
const SECRETS = {
  ZUORA_BILLING_CLIENT_SECRET: 'c4n4ry-zuora-client-secret',
  TOGAI_API_KEY: 'c4n4ry-togai-api-key',
  FIRST_PROMOTER_API_KEY: 'c4n4ry-first-promoter-key',
  ZUORA_REVENUE_PASSWORD: 'c4n4ry-revenue-password',
};
const TOKEN = 'c4n4ry-token-of-the-system';

let system: Server;
let gateway: TestGateway;
let store: Awaited<ReturnType<typeof temporaryStore>>;
const lines: string[] = [];
let status = 400;

/** A system that says in every error what it was sent, in every way that errors have. */
function indiscreet(): Server {
  return createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('set-cookie', `session=${TOKEN}`);
    if (request.url?.endsWith('/oauth/token')) {
      response.end(JSON.stringify({ access_token: TOKEN, expires_in: 3600, scope: '' }));
      return;
    }
    if (request.url?.endsWith('/authenticate')) {
      response.setHeader('revpro-token', TOKEN);
      response.end(JSON.stringify({ status: 'Success' }));
      return;
    }
    const { authorization, token, 'x-api-key': key } = request.headers;
    const said = `refused: ${JSON.stringify(request.headers)} ${authorization} ${token} ${key}`;
    response.statusCode = status;
    response.end(
      JSON.stringify({ message: said, error: said, success: false, reasons: [{ code: '50000020', message: said }] }),
    );
  });
}

beforeAll(async () => {
  store = await temporaryStore();
  system = indiscreet();
  await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(system.address() as AddressInfo).port}`;
  gateway = await startTestGateway({
    sandbox: { customers: 2 },
    verified: false,
    onLogLine: (line) => lines.push(line),
    environment: {
      ...SECRETS,
      DATABASE_URL: store.url,
      LOG_LEVEL: 'trace',
      DISCOVERY_INTERVAL_MINUTES: '60',
      ZUORA_BILLING_URL: url,
      ZUORA_BILLING_CLIENT_ID: 'client',
      TOGAI_URL: url,
      FIRST_PROMOTER_URL: url,
      ZUORA_REVENUE_URL: url,
      ZUORA_REVENUE_USERNAME: 'user',
      ZUORA_REVENUE_CLIENT_ID: '',
      ZUORA_REVENUE_CLIENT_SECRET: '',
    },
  });
});
afterAll(async () => {
  await gateway?.close();
  system?.close();
  await store?.remove();
});

const OPERATIONS = [
  '{ zuoraAccount(key: "A1") { name } togaiCustomer(id: "x") { name } revenueUploadTemplate(name: "x") { name } }',
  '{ customer(externalId: { system: ZUORA_BILLING, value: "A1" }) { name } }',
  '{ systems { system discovery { state failure } } }',
  `mutation { zuoraAccountUpdate(key: "A1", input: { notes: "x" }) { userErrors { message } } }`,
  `mutation { togaiCustomerUpdate(id: "x", input: { name: "y" }) { userErrors { message } } }`,
  `mutation { referralSignupTrack(input: { email: "a@example.com", promoterRefId: "t" }) { userErrors { message } } }`,
];

it('lets no credential out: not in answers, log lines, numbers or the store, whatever a system repeats', async () => {
  const answers: string[] = [];
  for (status of [400, 401, 403, 404, 409, 422, 500]) {
    for (const query of OPERATIONS) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: 'session=c4n4ry-cookie',
        },
        body: JSON.stringify({ query }),
      });
      answers.push(await response.text(), JSON.stringify([...response.headers]));
    }
  }
  const stranger = { authorization: 'Bearer c4n4ry-of-the-caller-123', 'x-api-key': 'c4n4ry-key-of-the-caller' };
  const turnedAway = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: stranger });
  expect(turnedAway.status).toBe(401);
  answers.push(await turnedAway.text());
  answers.push(await (await fetch(`${gateway.url}/metrics`)).text());
  await gateway.close();
  const outputs = { answers: answers.join('\n'), log: lines.join('\n'), store: await dumpOf(store.url) };
  // It is the systems' own words that are looked through.
  expect(outputs.answers).toContain('refused: ');
  expect(outputs.answers).toContain('[redacted]');
  for (const [name, text] of Object.entries(outputs)) {
    expect(text.length, name).toBeGreaterThan(500);
    const at = text.indexOf('c4n4ry');
    expect(at < 0 ? null : text.slice(Math.max(0, at - 200), at + 60), name).toBeNull();
    expect(text, name).not.toContain(Buffer.from('user:c4n4ry-revenue-password').toString('base64').slice(0, 20));
  }
});
