import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const PATH = 'POST /notifications/email-histories/resend';
const UNKNOWN = 'a00000000000000000000000000000000';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  // Zuora's reference has this operation, the OpenAPI document that traffic is held against has not.
  gateway = await startTestGateway({
    sandbox: { customers: 3 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    verified: false,
  });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
afterAll(() => gateway?.close());

it('sends emails that failed again, once, and names those that there are not', async () => {
  const failed = sandbox.histories.list('email').filter((row) => row.failed);
  const ids = failed.map(({ id }) => id);
  sandbox.fault(PATH, { kind: 'reply-lost' });
  const { data } = await gateway.query(
    'mutation ($ids: [String!]!) { zuoraEmailsResend(ids: $ids) { resent userErrors { code message field } } }',
    { ids: [...ids, UNKNOWN] },
  );
  expect(data).toEqual({
    zuoraEmailsResend: {
      resent: ids,
      userErrors: [{ code: 'NOT_FOUND', message: 'Email history does not exist.', field: ['ids', '1'] }],
    },
  });
  const keys = sandbox.requests(PATH).map(({ headers }) => headers['idempotency-key']);
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  expect(sandbox.histories.list('email').filter((row) => row.failed)).toEqual([]);
});
