import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { complaintsOf } from '../support/http-audit.js';

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
  expect(await complaintsOf(gateway.url, fetch)).toEqual([]);
});

it('refuses simple requests that a page of another site could send', async () => {
  const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent('{ systems { system } }')}`);
  expect(response.status).toBe(400);
});

it('refuses subscriptions that a page of another site could open where everybody may come in', async () => {
  const query = 'subscription { syncRunProgress(id: "none") { id } }';
  const ask = (origin: string) =>
    fetch(`${gateway.url}/graphql?${new URLSearchParams({ query })}`, {
      headers: { accept: 'text/event-stream', origin },
    });
  expect((await ask('https://elsewhere.example')).status).toBe(403);
  expect((await ask(gateway.url)).status).toBe(200);
  const opened = (origin: string, path = '/graphql') =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(gateway.url.replace('http', 'ws') + path, 'graphql-transport-ws', { origin });
      socket.on('open', () => resolve('open')).on('error', (error) => resolve(error.message));
      socket.on('open', () => socket.close());
    });
  expect(await opened('https://elsewhere.example')).toBe('Unexpected server response: 403');
  expect(await opened(gateway.url, '/elsewhere')).toBe('Unexpected server response: 404');
  expect(await opened(gateway.url)).toBe('open');
});

it('refuses a condition on the field of a subscription as invalid, and not as a failure of its own', async () => {
  const errors = ['"if" has invalid value "x"', '"if" of required type', 'was not provided a runtime value'];
  for (const [n, condition] of ['@include(if: "x")', '@skip', '@include(if: $given)'].entries()) {
    const sent = {
      query: `subscription Named($given: Boolean!) { customerChanged ${condition} { at } }`,
      variables: { given: true },
      operationName: 'Named',
    };
    // Twice, because what was found valid once is not validated again.
    for (const accept of [
      'application/graphql-response+json',
      'application/graphql-response+json',
      'text/event-stream',
    ]) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify(sent),
      });
      expect(response.status, `${condition} ${accept}`).toBe(accept === 'text/event-stream' ? 200 : 400);
      const text = await response.text();
      expect(text.replaceAll('\\"', '"'), condition).toContain(errors[n]);
      expect(text, condition).toContain('"code":"GRAPHQL_VALIDATION_FAILED"');
    }
  }
});
