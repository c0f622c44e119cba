import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from './support.js';

// Of 250 customers of the story, 82 in every hundred use metered products.
const CUSTOMERS = 205;

let sandbox: TogaiSandbox;
let togai: ReturnType<typeof callerOf>;

beforeAll(async () => {
  sandbox = await startTogaiSandbox({ customers: 250, limits: false });
  togai = callerOf(sandbox);
});
afterAll(() => sandbox.close());

const sizes = (pages: readonly { data: readonly unknown[] }[]) => pages.map(({ data }) => data.length);

describe('customers and accounts', () => {
  it('hands out every customer once, and a token with the last page as well', async () => {
    const pages = await togai.pages('/customers?pageSize=100');
    expect(sizes(pages)).toEqual([100, 100, 5, 0]);
    const ids = pages.flatMap(({ data }) => data.map(({ id }: { id: string }) => id));
    expect(new Set(ids).size).toBe(CUSTOMERS);
    expect(ids).toEqual(ids.toSorted());
    expect(pages.map(({ context }) => context)).toEqual(Array(4).fill({ pageSize: 100, sortOrder: 'ASC' }));
  });

  it('hands out every account once, those of one customer across pages too', async () => {
    const pages = await togai.pages('/accounts?pageSize=1');
    const ids = pages.flatMap(({ data }) => data.map(({ id }: { id: string }) => id));
    expect(ids.slice(0, 3)).toEqual(['account-00000001', 'account-00000001-2', 'account-00000002']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.filter((id) => !id.endsWith('-2'))).size).toBe(CUSTOMERS);
    expect(pages).toHaveLength(ids.length + 1);
  });

  it('has pages of 20 unless asked otherwise', async () => {
    const { body } = await togai.get('/accounts');
    expect(body.data).toHaveLength(20);
    expect(body.context).toEqual({ pageSize: 20, sortOrder: 'ASC' });
  });

  it('keeps the place in the list while records come and go', async () => {
    const { body: first } = await togai.get('/customers?pageSize=2');
    sandbox.createCustomer({ id: 'acme', name: 'Acme', primaryEmail: 'acme@example.com' });
    const rest = await togai.pages(`/customers?nextToken=${encodeURIComponent(first.nextToken)}`);
    const ids = [first, ...rest].flatMap(({ data }) => data.map(({ id }: { id: string }) => id));
    expect(ids).toHaveLength(CUSTOMERS + 1);
    expect(new Set(ids).size).toBe(CUSTOMERS + 1);
    expect(ids.at(-1)).toBe('acme');
    sandbox.reset();
    expect((await togai.get('/customers/acme')).status).toBe(404);
  });
});

it('skips and repeats nothing when a record of a page that was read is deleted', async () => {
  const all = (await togai.pages('/aliases?pageSize=100')).flatMap(({ data }) => data);
  const { body: first } = await togai.get('/aliases?pageSize=3');
  sandbox.removeAlias(first.data[1].value);
  const rest = await togai.pages(`/aliases?nextToken=${encodeURIComponent(first.nextToken)}`);
  expect([first, ...rest].flatMap(({ data }) => data)).toEqual(all);
  sandbox.reset();
});

describe('the other lists', () => {
  it.each(['/aliases', '/settings', '/credits', '/price_plans', '/v2/price_plans', '/addons', '/usage_meters'])(
    '%s ends without a token and repeats nothing',
    async (path) => {
      const pages = await togai.pages(`${path}?pageSize=3`);
      const rows = pages.flatMap(({ data }) => data.map((row: unknown) => JSON.stringify(row)));
      expect(new Set(rows).size).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(3);
      expect(pages).toHaveLength(Math.ceil(rows.length / 3));
    },
  );

  it.each([
    ['/settings', true],
    ['/price_plans', true],
    ['/addons', true],
    ['/usage_meters', true],
    ['/features', true],
    ['/aliases', false],
    ['/v2/price_plans', false],
    ['/credits', false],
  ])('%s says its page size: %s', async (path, says) => {
    const { body } = await togai.get(path);
    expect(body.context).toEqual(says ? { pageSize: 20, sortOrder: 'ASC' } : undefined);
  });

  it('carries filters in the token', async () => {
    const pages = await togai.pages('/settings?namespace=ZUORA&pageSize=7');
    const rows = pages.flatMap(({ data }) => data);
    expect(rows.length).toBeGreaterThan(14);
    expect(new Set(rows.map(({ namespace }: { namespace: string }) => namespace))).toEqual(new Set(['ZUORA']));
    expect(pages[1].data).toHaveLength(7);
  });

  it('lists 50 credits at most, and as many by default', async () => {
    expect((await togai.get('/credits')).body.data).toHaveLength(50);
    expect((await togai.get('/credits?pageSize=51')).status).toBe(400);
  });
});

describe('what is no page', () => {
  it.each(['0', '-1', '101', '1.5', 'ten', ''])('refuses a page size of "%s"', async (size) => {
    expect(await togai.get(`/customers?pageSize=${size}`)).toMatchObject({
      status: 400,
      body: { message: 'pageSize must be a whole number from 1 to 100' },
    });
  });

  it('refuses a token that is malformed, changed or of another list', async () => {
    const { nextToken } = (await togai.get('/customers?pageSize=2')).body;
    const token = JSON.parse(Buffer.from(nextToken, 'base64').toString());
    const changed = (change: object) => Buffer.from(JSON.stringify({ ...token, ...change })).toString('base64');
    const refused = async (path: string, text: string) => {
      const reply = await togai.get(`${path}?nextToken=${encodeURIComponent(text)}`);
      expect(reply).toMatchObject({ status: 400, body: { message: 'nextToken is invalid' } });
    };
    await refused('/customers', 'nonsense');
    await refused('/customers', '');
    await refused('/accounts', nextToken);
    await refused('/customers', changed({ slot: -1 }));
    await refused('/customers', changed({ pageSize: 1_000 }));
    expect((await togai.get(`/customers?nextToken=${encodeURIComponent(changed({}))}`)).status).toBe(200);
  });
});
