import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../../src/upstreams/zuora-billing/sandbox/index.js';
import { type Reply, send, tokenOf } from './client.js';

let now = Date.parse('2026-11-21T12:00:00Z');
let sandbox: ZuoraSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startZuoraBillingSandbox({ customers: 40, clock: { now: () => now, wait: async () => {} } });
});
beforeEach(async () => {
  sandbox.reset();
  token = await tokenOf(sandbox);
});
afterAll(() => sandbox.close());

const post = (path: string, body: object): Promise<Reply> =>
  send(`${sandbox.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const query = (queryString: string, batchSize?: number) =>
  post('/v1/action/query', { queryString, ...(batchSize !== undefined && { conf: { batchSize } }) });
const numbersOf = async (queryString: string): Promise<string[]> => {
  const { body } = await query(queryString);
  return body.records.map((record: { AccountNumber: string }) => record.AccountNumber).sort();
};

describe('a query', () => {
  it('gives the fields that were asked for under their SOAP names, without those that are null', async () => {
    const { body, status } = await query(
      "select Id, AccountNumber, Name, ParentId from Account where AccountNumber = 'A00000001'",
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      size: 1,
      done: true,
      records: [{ Id: expect.stringMatching(/^[0-9a-f]{32}$/), AccountNumber: 'A00000001', Name: expect.any(String) }],
    });
  });

  it('gives an empty list where nothing fits', async () => {
    const { body, status } = await query("select Id from Account where AccountNumber = 'A99999999'");
    expect([status, body]).toEqual([200, { size: 0, done: true, records: [] }]);
  });

  it('lets "and" bind before "or"', async () => {
    const select = 'select AccountNumber from Account where';
    expect(
      await numbersOf(`${select} AccountNumber = 'A00000001' or AccountNumber = 'A00000002' and Name = 'nobody'`),
    ).toEqual(['A00000001']);
    expect(
      await numbersOf(`${select} AccountNumber = 'A00000001' and Name = 'nobody' or AccountNumber = 'A00000002'`),
    ).toEqual(['A00000002']);
  });

  it('compares text with its case, and numbers, dates and nulls as such', async () => {
    const one = "and AccountNumber = 'A00000001'";
    const { body } = await query(
      "select Balance, BillCycleDay, CreatedDate from Account where AccountNumber = 'A00000001'",
    );
    const [{ Balance: balance, BillCycleDay: day }] = body.records;
    const fits = async (condition: string) =>
      (await numbersOf(`select AccountNumber from Account where ${condition} ${one}`)).length;
    expect(await fits("AccountNumber != 'a00000001'")).toBe(1);
    expect(await fits(`Balance = ${balance}`)).toBe(1);
    expect(await fits(`BillCycleDay >= ${day}`)).toBe(1);
    expect(await fits(`BillCycleDay > ${day}`)).toBe(0);
    expect(await fits("CreatedDate > '2001-01-01T00:00:00+00:00'")).toBe(1);
    expect(await fits('ParentId = null')).toBe(1);
    expect(await fits("Name like '%'")).toBe(1);
    expect(await numbersOf("select AccountNumber from Account where AccountNumber = 'a00000001'")).toEqual([]);
  });

  it.each([
    ["O'Hara & Sons", "'O\\'Hara & Sons'"],
    ['back\\slash', "'back\\\\slash'"],
    ["x' or Name like '%", "'x\\' or Name like \\'%'"],
  ])('reads the escaped text of %s', async (name, literal) => {
    sandbox.updateAccount('A00000003', { name });
    expect(await numbersOf(`select AccountNumber from Account where Name = ${literal}`)).toEqual(['A00000003']);
  });

  it('hides removed products unless a condition speaks of them', async () => {
    const [plan] = (await query('select Id, SubscriptionId from RatePlan')).body.records;
    sandbox.update('ratePlan', plan.Id, { amendmentType: 'RemoveProduct' });
    const ofSubscription = `select Id from RatePlan where SubscriptionId = '${plan.SubscriptionId}'`;
    const ids = async (text: string) => (await query(text)).body.records.map(({ Id }: { Id: string }) => Id);
    expect(await ids(ofSubscription)).not.toContain(plan.Id);
    expect(await ids(`${ofSubscription} and AmendmentType = 'RemoveProduct'`)).toEqual([plan.Id]);
  });

  it('takes 200 conditions and not one more', async () => {
    const conditions = (count: number) => Array.from({ length: count }, () => "Id = 'x'").join(' or ');
    expect((await query(`select Id from Account where ${conditions(200)}`)).status).toBe(200);
    expect(await query(`select Id from Account where ${conditions(201)}`)).toMatchObject({
      status: 400,
      body: { Success: false, Errors: [{ Code: 'MALFORMED_QUERY' }] },
    });
  });

  it.each([
    ['SELECT Id FROM Account', 'MALFORMED_QUERY'],
    ['select * from Account', 'MALFORMED_QUERY'],
    ["select Id from Account where Id in ('a')", 'MALFORMED_QUERY'],
    ["select Id from Account where (Id = 'a')", 'MALFORMED_QUERY'],
    ['select Id from Account order by Id', 'MALFORMED_QUERY'],
    ["select Id from Account where Name = 'O'Hara'", 'MALFORMED_QUERY'],
    ['select Id from CreditMemo', 'INVALID_TYPE'],
    ['select Id from Order', 'INVALID_TYPE'],
    ['select Id, UnappliedBalance from Account', 'INVALID_FIELD'],
    ['select Id from Subscription where IsLatestVersion = true', 'INVALID_FIELD'],
    ['select Price, DiscountAmount from RatePlanCharge', 'INVALID_VALUE'],
  ])('refuses %s', async (text, code) => {
    expect(await query(text)).toMatchObject({ status: 400, body: { Success: false, Errors: [{ Code: code }] } });
  });
});

describe('a long result', () => {
  const all = 'select AccountNumber from Account';

  it('goes on where it stopped, each record once', async () => {
    const first = (await query(all, 15)).body;
    expect([first.records.length, first.done]).toEqual([15, false]);
    const second = (await post('/v1/action/queryMore', { queryLocator: first.queryLocator, conf: { batchSize: 15 } }))
      .body;
    const third = (await post('/v1/action/queryMore', { queryLocator: second.queryLocator })).body;
    expect(third.done).toBe(true);
    expect(third).not.toHaveProperty('queryLocator');
    const numbers = [first, second, third].flatMap(({ records }) =>
      records.map((one: { AccountNumber: string }) => one.AccountNumber),
    );
    expect(numbers.toSorted()).toEqual(await numbersOf(all));
    expect(new Set(numbers).size).toBe(first.size);
  });

  it('is forgotten after 15 minutes', async () => {
    const { queryLocator } = (await query(all, 10)).body;
    now += 15 * 60_000;
    expect(await post('/v1/action/queryMore', { queryLocator })).toMatchObject({
      status: 400,
      body: { Success: false, Errors: [{ Code: 'INVALID_QUERY_LOCATOR' }] },
    });
  });
});

describe('a description', () => {
  const describeObject = async (object: string) => {
    const answer = await fetch(`${sandbox.url}/v1/describe/${object}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };

  it('names every field, custom ones too, in XML', async () => {
    const { status, type, text } = await describeObject('Account');
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    const fields = new Map(
      [...text.matchAll(/<field><name>(\w+)<\/name>(.*?)<\/field>/g)].map(([, name = '', rest = '']) => [name, rest]),
    );
    expect(fields.get('AccountNumber')).toMatch(
      /^<label>Account Number<\/label><selectable>true<\/selectable>.*<custom>false<\/custom>.*<type>text<\/type>/,
    );
    expect(fields.get('TogaiCustomerId__c')).toContain('<custom>true</custom>');
    expect(fields.get('Balance')).toContain('<createable>false</createable><updateable>false</updateable>');
  });

  it('is XML also where there is no such object', async () => {
    expect(await describeObject('Nonsense')).toMatchObject({ status: 404, type: 'text/xml; charset=utf-8' });
  });
});
