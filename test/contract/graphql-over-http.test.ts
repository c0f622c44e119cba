import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 1 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    verified: false,
  });
});
afterAll(() => gateway?.close());

it('follows GraphQL over HTTP without an error or a warning', async () => {
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: fetch });
  expect(audits.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status !== 'ok' && result.status !== 'notice')
      found.push(`${result.status}: ${result.name}: ${result.reason}`);
  }
  expect(found).toEqual([]);
});

it('refuses simple requests that a page of another site could send', async () => {
  const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent('{ systems { system } }')}`);
  expect(response.status).toBe(400);
});
