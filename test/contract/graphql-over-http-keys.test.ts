import { expect, it } from 'vitest';
import { newKey } from '../../src/domain/access/key-text.js';
import { openApiKeys } from '../../src/store/api-keys.js';
import { openStore } from '../../src/store/open-store.js';
import { startTestGateway } from '../support/gateway.js';
import { complaintsOf } from '../support/http-audit.js';
import { temporaryStore } from '../support/temporary-store.js';

it('follows GraphQL over HTTP with access control on, for a caller with a key, and answers nobody else', async () => {
  const store = await temporaryStore();
  const opened = await openStore({ url: store.url });
  const { id, secretHash, text } = newKey();
  await openApiKeys(opened.db).add({
    ...{ id, secretHash, name: 'audit', scopes: ['read'], systems: null },
    ...{ createdAt: 0, expiresAt: null, lastUsedAt: null, revokedAt: null },
  });
  await opened.close();
  const environment = { DISCOVERY_INTERVAL_MINUTES: '0', ACCESS: 'KEYS', DATABASE_URL: store.url };
  const guarded = await startTestGateway({ sandbox: { customers: 1 }, environment, verified: false });
  const statuses = new Set<number>();
  const withoutKey: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    statuses.add(response.status);
    return response;
  };
  const withKey: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('x-api-key', text);
    return fetch(input, { ...init, headers });
  };
  try {
    expect(await complaintsOf(guarded.url, withKey)).toEqual([]);
    expect(await complaintsOf(guarded.url, withoutKey)).not.toEqual([]);
    expect([...statuses]).toEqual([401]);
  } finally {
    await guarded.close();
    await store.remove();
  }
});
