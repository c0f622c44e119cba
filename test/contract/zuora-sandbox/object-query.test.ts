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
const refusal = async (query: Query, object = 'accounts') => {
  const { status, body } = await zuora.get(`/object-query/${object}`, query);
  return { status, code: body.reasons?.[0]?.code, message: body.reasons?.[0]?.message };
};

describe('pages', () => {
  it('cover every record once, latest changes first, whatever their size', async () => {
    const whole = await accounts();
    expect(whole).toHaveLength(264);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(264);
    const times = whole.map(({ updatedDate }) => Date.parse(updatedDate));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((await accounts({ pageSize: 7 })).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    const charges = await zuora.all('rate-plan-charges');
    expect(new Set(charges.map(({ id }) => id)).size).toBe(charges.length);
    expect(await zuora.all('rate-plan-charges', { pageSize: 13 })).toEqual(charges);
    for (const sort of ['id.DESC', 'id.ASC', 'updateddate.ASC', 'chargenumber.ASC']) {
      const sorted = await zuora.all('rate-plan-charges', { pageSize: 37, 'sort[]': sort });
      expect(sorted).toHaveLength(charges.length);
      expect(new Set(sorted.map(({ id }) => id)).size, sort).toBe(charges.length);
    }
  });

  it('hold 10 records by default and name the next page by a cursor like those of Zuora', async () => {
    const { body } = await zuora.get('/object-query/accounts');
    expect(body.data).toHaveLength(10);
    const last = body.data[9];
    expect(JSON.parse(Buffer.from(body.nextPage, 'base64').toString())).toEqual([
      { value: last.updatedDate, orderBy: { field: 'UpdatedDate', order: 'DESC' } },
      { value: last.id, orderBy: { field: 'Id', order: 'DESC' } },
    ]);
    const lastPage = await zuora.get('/object-query/accounts', { 'filter[]': 'accountnumber.EQ:A00000001' });
    expect(lastPage.body.data).toHaveLength(1);
    expect(lastPage.body).not.toHaveProperty('nextPage');
  });

  it.each(['0', '100', '-1', 'ten', '1.5', ''])('of size %j are refused', async (pageSize) => {
    expect(await refusal({ pageSize })).toMatchObject({
      status: 400,
      code: 50000027,
      message: 'pageSize must be between 1 and 99',
    });
  });

  it('refuse a cursor that is none or belongs to another order', async () => {
    const { body } = await zuora.get('/object-query/accounts', { 'sort[]': 'name.ASC' });
    expect((await refusal({ cursor: body.nextPage })).status).toBe(400);
    expect((await refusal({ cursor: 'nonsense' })).status).toBe(400);
    expect((await zuora.get('/object-query/accounts', { 'sort[]': 'NAME.asc', cursor: body.nextPage })).status).toBe(
      200,
    );
  });

  it.each(['name.ASC', 'balance.DESC', 'lastinvoicedate.ASC', 'id.ASC', 'updateddate.ASC', 'id.DESC'])(
    'sorted by %s keep their order over all pages',
    async (sort) => {
      const field = { n: 'name', b: 'balance', l: 'lastInvoiceDate', i: 'id', u: 'updatedDate' }[sort.charAt(0)] ?? '';
      const rows = await accounts({ 'sort[]': sort, pageSize: 40 });
      expect(new Set(rows.map(({ id }) => id)).size).toBe(264);
      const keys = rows.map((row) => (field === 'updatedDate' ? Date.parse(row[field]) : (row[field] ?? '')));
      const comparable = keys.map((key) => (typeof key === 'string' ? key.toLowerCase() : key));
      const sorted = comparable.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(comparable).toEqual(sort.endsWith('DESC') ? sorted.reverse() : sorted);
    },
  );

  it('take one sort field, and only a sortable one', async () => {
    expect((await refusal({ 'sort[]': ['name.ASC', 'id.ASC'] })).status).toBe(400);
    expect((await refusal({ 'sort[]': 'mrr.ASC' })).status).toBe(400);
    expect((await refusal({ 'sort[]': 'name.UP' })).status).toBe(400);
  });
});

describe('filters', () => {
  it('compare by every operator like the records themselves', async () => {
    const whole = await accounts();
    const check = async (filter: string, keep: (row: (typeof whole)[number]) => boolean) => {
      const expected = whole.filter(keep).map(({ id }) => id);
      expect(expected.length, filter).toBeGreaterThan(0);
      expect(expected.length, filter).toBeLessThan(whole.length);
      expect(
        (await accounts({ 'filter[]': filter })).map(({ id }) => id),
        filter,
      ).toEqual(expected);
    };
    await check('currency.EQ:JPY', ({ currency }) => currency === 'JPY');
    await check('CURRENCY.eq:jpy', ({ currency }) => currency === 'JPY');
    await check('currency.NE:JPY', ({ currency }) => currency !== 'JPY');
    await check('balance.GT:0', ({ balance }) => balance > 0);
    await check('balance.LE:0', ({ balance }) => balance <= 0);
    await check('billcycleday.LT:10', ({ billCycleDay }) => billCycleDay < 10);
    await check('billcycleday.GE:10', ({ billCycleDay }) => billCycleDay >= 10);
    await check('name.SW:acme', ({ name }) => name.startsWith('Acme'));
    await check('status.IN:[Draft, Canceled]', ({ status }) => status === 'Draft' || status === 'Canceled');
    await check('lastinvoicedate.GE:2022-01-01', ({ lastInvoiceDate }) => lastInvoiceDate >= '2022-01-01');
    await check('crmid.EQ:null', ({ crmId }) => crmId === undefined);
    await check('crmid.NE:null', ({ crmId }) => crmId !== undefined);
    await check('togaicustomerid__c.NE:null', (row) => row.TogaiCustomerId__c !== undefined);
    const middle = whole[100];
    const at = Date.parse(middle.updatedDate);
    await check(`updateddate.GT:${middle.updatedDate}`, ({ updatedDate }) => Date.parse(updatedDate) > at);
    await check(`updateddate.LE:${new Date(at).toISOString()}`, ({ updatedDate }) => Date.parse(updatedDate) <= at);
  });

  it('find many ids and foreign keys in one request', async () => {
    const ids = (await accounts()).slice(20, 119).map(({ id }) => id);
    const { body } = await zuora.get('/object-query/accounts', { pageSize: 99, 'filter[]': `id.IN:[${ids}]` });
    expect(body.data.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(body).not.toHaveProperty('nextPage');
    const latest = ['islatestversion.EQ:true', `accountid.IN:[${ids.slice(0, 40)}]`];
    const subscriptions = await zuora.all('subscriptions', { 'filter[]': latest });
    const every = await zuora.all('subscriptions');
    expect(subscriptions.map(({ id }) => id)).toEqual(
      every
        .filter(({ isLatestVersion, accountId }) => isLatestVersion && ids.slice(0, 40).includes(accountId))
        .map(({ id }) => id),
    );
  });

  it('are ANDed, and know an empty text', async () => {
    const both = await accounts({ 'filter[]': ['currency.EQ:USD', 'status.EQ:Draft'] });
    expect(both.length).toBeGreaterThan(0);
    expect(both.every(({ currency, status }) => currency === 'USD' && status === 'Draft')).toBe(true);
    sandbox.updateAccount('A00000001', { crmId: '' });
    const [emptied, ...others] = await accounts({ 'filter[]': 'crmid.EQ:\u0002\u0003' });
    expect(emptied).toMatchObject({ accountNumber: 'A00000001', crmId: '' });
    expect(others).toEqual([]);
  });

  it.each([
    ['mrr.EQ:1', 'accounts'],
    ['id.EQ:1', 'rate-plan-charge-tiers'],
    ['subscriptionnumber.EQ:A-S1', 'subscriptions'],
    ['name.LIKE:a', 'accounts'],
    ['name', 'accounts'],
    ['id.IN:a,b', 'accounts'],
    ['id.IN:[]', 'accounts'],
    ['balance.GT:much', 'accounts'],
    ['balance.SW:1', 'accounts'],
    ['islatestversion.EQ:yes', 'subscriptions'],
    ['termenddate.GT:yesterday', 'subscriptions'],
    ['updateddate.GT:soon', 'subscriptions'],
  ])('%s on %s is refused', async (filter, object) => {
    expect(await refusal({ 'filter[]': filter }, object)).toMatchObject({ status: 400, code: 50000027 });
  });
});

describe('fields', () => {
  it('leave out nulls unless asked, and then show every field of the object', async () => {
    const plain = (await zuora.get('/object-query/accounts/A00000003')).body;
    expect(Object.values(plain)).not.toContain(null);
    const full = (await zuora.get('/object-query/accounts/A00000003', { includeNullFields: 'true' })).body;
    expect(full).toMatchObject(plain);
    expect(full).toMatchObject({ parentId: null, taxExemptEntityUseCode: null });
    expect(full).not.toHaveProperty('billTo');
  });

  it('can be chosen for each object, in any case', async () => {
    const { body } = await zuora.get('/object-query/accounts/A00000008', {
      'fields[]': 'ID,accountnumber',
      'billto.fields[]': 'workEmail',
      'subscription.fields[]': 'name',
      'expand[]': ['BillTo', 'subscriptions'],
    });
    expect(body).toEqual({
      id: expect.any(String),
      accountNumber: 'A00000008',
      billTo: { workEmail: 'billing+8@customer-8.example' },
      subscriptions: [{ name: 'A-S00000112' }, ...body.subscriptions.slice(1)],
    });
    expect((await refusal({ 'fields[]': 'id,secret' })).status).toBe(400);
  });
});

describe('expansions', () => {
  it('nest to three levels and are cut at the page size without a word', async () => {
    const id = await idOf('A00000008');
    const of = async (pageSize: number) => {
      const { body } = await zuora.get('/object-query/subscriptions', {
        pageSize,
        'filter[]': [`accountid.EQ:${id}`, 'islatestversion.EQ:true'],
        'expand[]': 'rateplans.rateplancharges.rateplanchargetiers',
      });
      return body.data[0].ratePlans.find(({ name }: { name: string }) => name === 'Everything, by feature');
    };
    const plan = await of(99);
    expect(plan.ratePlanCharges).toHaveLength(99);
    expect(plan).not.toHaveProperty('nextPage');
    expect(plan.ratePlanCharges[0].ratePlanChargeTiers).toMatchObject([{ tier: 1, priceFormat: 'PerUnit' }]);
    expect((await of(40)).ratePlanCharges).toHaveLength(40);
    expect(await zuora.all('rate-plan-charges', { 'filter[]': `rateplanid.EQ:${plan.id}` })).toHaveLength(120);
  });

  it('give what a query of its own gives', async () => {
    const { body } = await zuora.get('/object-query/accounts/A00000012', {
      'expand[]': ['billto', 'soldto', 'subscriptions'],
    });
    expect(body.billTo).toEqual((await zuora.get(`/object-query/contacts/${body.billToId}`)).body);
    expect(body.soldTo.id).toBe(body.soldToId);
    expect(body.subscriptions).toEqual(await zuora.all('subscriptions', { 'filter[]': `accountid.EQ:${body.id}` }));
    expect(body.subscriptions.some(({ isLatestVersion }: { isLatestVersion: boolean }) => !isLatestVersion)).toBe(true);
  });

  it('take only the listed names', async () => {
    expect((await refusal({ 'expand[]': 'rateplans' })).status).toBe(400);
    expect((await refusal({ 'expand[]': 'billto,soldto' })).status).toBe(400);
    expect((await refusal({ 'expand[]': 'account.subscriptions' }, 'subscriptions')).status).toBe(400);
    const { body } = await zuora.get('/object-query/accounts/A00000001', {
      'expand[]': ['refunds', 'shipto'],
    });
    expect(body.refunds).toEqual([]);
    expect(body).not.toHaveProperty('shipTo');
  });
});
