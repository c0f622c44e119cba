import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { type Query, signIn, type ZuoraClient } from './client.js';

let sandbox: ZuoraSandbox;
let zuora: ZuoraClient;

beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 300 });
});
beforeEach(async () => {
  sandbox.reset();
  zuora = await signIn(sandbox);
});
afterAll(() => sandbox.close());

const accounts = (query: Query = {}) => zuora.all('accounts', query);
const idOf = async (number: string) => (await zuora.get(`/object-query/accounts/${number}`)).body.id as string;

describe('keys', () => {
  it('are ids or numbers, and a subscription number means its latest version', async () => {
    const byNumber = await zuora.get('/object-query/accounts/A00000001');
    expect((await zuora.get(`/object-query/accounts/${byNumber.body.id}`)).body).toEqual(byNumber.body);
    const old = (await zuora.all('subscriptions')).find(({ isLatestVersion }) => !isLatestVersion);
    const latest = (await zuora.get(`/object-query/subscriptions/${old.name}`)).body;
    expect(latest).toMatchObject({ name: old.name, isLatestVersion: true });
    expect((await zuora.get(`/object-query/subscriptions/${old.id}`)).body.version).toBe(old.version);
    expect((await zuora.get('/object-query/products/SKU-00000001')).body.name).toBe('Platform');
  });

  it('that nobody has are refused as each version does it', async () => {
    const asked = (version: string) => zuora.get('/object-query/accounts/A99999999', {}, { 'zuora-version': version });
    const message = "Cannot find entity by key: 'A99999999'.";
    const newest = await asked('2025-08-12');
    expect(newest.status).toBe(404);
    expect(newest.body).toEqual({ reasons: [{ code: 50000040, message }], requestId: expect.any(String) });
    expect(await asked('2024-05-20')).toMatchObject({
      status: 404,
      body: { success: false, reasons: [{ code: 50000040 }] },
    });
    expect(await asked('341.0')).toMatchObject({
      status: 200,
      body: { success: false, reasons: [{ code: 50000040 }] },
    });
  });

  it('of ids that look like ours but are not are refused', async () => {
    const id = await idOf('A00000001');
    const beyond = `${id.slice(0, 10)}${(999_999).toString(16).padStart(12, '0')}${id.slice(22)}`;
    expect((await zuora.get(`/object-query/accounts/${beyond}`)).status).toBe(404);
    expect((await zuora.get(`/object-query/contacts/${id}`)).status).toBe(404);
  });
});

describe('changes', () => {
  it('show everywhere, move the record to the front, and are forgotten by a reset', async () => {
    const before = await accounts();
    const target = before[200];
    sandbox.updateAccount(target.accountNumber, { name: 'Renamed "Ltd"', updatedDate: '2026-09-01T00:00:00-07:00' });
    const after = await accounts();
    expect(after[0]).toMatchObject({ id: target.id, name: 'Renamed "Ltd"' });
    expect(after.slice(1)).toEqual(before.filter(({ id }) => id !== target.id));
    expect(await accounts({ 'filter[]': `id.IN:[${target.id}]` })).toEqual([after[0]]);
    expect(await accounts({ 'filter[]': 'updateddate.GT:2026-08-31T00:00:00Z' })).toEqual([after[0]]);
    expect(await accounts({ 'filter[]': `name.EQ:${target.name}` })).toEqual([]);
    sandbox.reset();
    expect(await accounts()).toEqual(before);
  });

  it('made while pages are read neither repeat nor hide the other records', async () => {
    const { body } = await zuora.get('/object-query/accounts', { pageSize: 99, 'sort[]': 'id.ASC' });
    const second = await zuora.get('/object-query/accounts', {
      pageSize: 99,
      'sort[]': 'id.ASC',
      cursor: body.nextPage,
    });
    sandbox.updateAccount(body.data[98].id, { name: 'Changed meanwhile' });
    sandbox.remove('account', body.data[0].id);
    const again = await zuora.get('/object-query/accounts', {
      pageSize: 99,
      'sort[]': 'id.ASC',
      cursor: body.nextPage,
    });
    expect(again.body).toEqual(second.body);
    expect((await zuora.get(`/object-query/accounts/${body.data[0].id}`)).status).toBe(404);
  });

  it('add records beside the seeded ones', async () => {
    const accountId = await idOf('A00000001');
    const added = sandbox.add('subscription', {
      accountId,
      name: 'A-S99999999',
      isLatestVersion: true,
      status: 'Active',
      version: 1,
    });
    const found = await zuora.all('subscriptions', { 'filter[]': `accountid.EQ:${accountId}` });
    expect(found[0]).toMatchObject({ id: added.id, name: 'A-S99999999' });
    expect((await zuora.get('/object-query/subscriptions/A-S99999999')).body.id).toBe(added.id);
  });
});
