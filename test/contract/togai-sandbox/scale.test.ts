import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTogaiSandbox, type TogaiSandbox } from '../../../src/upstreams/togai/sandbox/index.js';
import { callerOf } from './support.js';

const CUSTOMERS = 100_000;
const MB = 1024 * 1024;

let sandbox: TogaiSandbox;
let startedMs: number;
let grown: number;

beforeAll(async () => {
  const [from, heapUsed] = [performance.now(), process.memoryUsage().heapUsed];
  sandbox = await startTogaiSandbox({ customers: CUSTOMERS, limits: false });
  startedMs = performance.now() - from;
  grown = process.memoryUsage().heapUsed - heapUsed;
});
afterAll(() => sandbox.close());

it('starts with 100,000 customers without making them', () => {
  expect(startedMs).toBeLessThan(10_000);
  expect(grown).toBeLessThan(50 * MB);
});

it('finds any of them by what its id says', async () => {
  const { get } = callerOf(sandbox);
  expect((await get('/customers/customer-00099999')).status).toBe(200);
  expect((await get('/accounts/account-00099999')).body).toMatchObject({ customerId: 'customer-00099999' });
  expect((await get('/customers/customer-00100001')).status).toBe(404);
});

it('walks over thousands and keeps none', async () => {
  const { get } = callerOf(sandbox);
  let [count, token] = [0, ''];
  for (let page = 0; page < 100; page += 1) {
    const query = token ? `nextToken=${encodeURIComponent(token)}` : 'pageSize=100';
    const { data, nextToken } = (await get(`/customers?${query}`)).body;
    count += data.length;
    token = nextToken;
  }
  expect(count).toBe(10_000);
  expect(process.memoryUsage().rss).toBeLessThan(500 * MB);
});

it.each(['/settings?namespace=NONE', '/settings?entity_type=ORGANIZATION', '/credits?status=NONE'])(
  'answers %s without a walk over all',
  async (path) => {
    const from = performance.now();
    expect((await callerOf(sandbox).get(path)).status).toBe(200);
    expect(performance.now() - from).toBeLessThan(500);
  },
);
