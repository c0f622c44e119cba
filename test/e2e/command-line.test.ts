import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openAuditBook } from '../../src/store/audit.js';
import { openStore } from '../../src/store/open-store.js';
import { temporaryStore } from '../support/temporary-store.js';

const CLI = fileURLToPath(new URL('../../dist/cli/billgraph.js', import.meta.url));
const run = (...args: string[]) => promisify(execFile)(process.execPath, [CLI, ...args]);

it('prints the schema and the environment that are committed', async () => {
  expect((await run('schema')).stdout).toBe(await readFile('schema/schema.graphql', 'utf8'));
  expect((await run('env')).stdout).toBe(await readFile('.env.example', 'utf8'));
});

it('explains itself', async () => {
  const { stdout } = await run('--help');
  for (const command of ['start', 'sandbox', 'schema', 'env', 'doctor', 'keys'])
    expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b.*\\w`, 'm'));
});

it.each([
  [['sandbox', '--port', 'x'], /It must be a whole number/],
  [['sandbox', '--what'], /unknown option/],
  [['nonsense'], /unknown command|too many arguments/],
])('says what is wrong with %j', async (args, message) => {
  await expect(run(...args)).rejects.toMatchObject({ stderr: expect.stringMatching(message) });
});

it('makes and lists keys, and shows a key once', async () => {
  const store = await temporaryStore();
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: store.url };
  const keys = (...args: string[]) => promisify(execFile)(process.execPath, [CLI, 'keys', ...args], { env });

  const { stdout: made } = await keys('create', '--name', 'ops team', '--scopes', 'read,sync', '--expires', '90d');
  const [, text = '', id = ''] = /^(bgk_([0-9a-f]{16})_[\w-]{43})$/m.exec(made) ?? [];
  expect(made).toMatch(/ops team \(read, sync; all systems; expires 20\d\d-\d\d-\d\d\)/);
  const { stdout: listed } = await keys('list');
  expect(listed).toMatch(new RegExp(`^${id} +ops team +good +read,sync +all `, 'm'));
  expect(listed).not.toContain(text.slice(-43));
  // Who made it is written down, and nothing that lets anybody in.
  const opened = await openStore({ url: store.url });
  const { items } = await openAuditBook(opened.db).page({ first: 5, after: null, filter: {} });
  await opened.close();
  expect(items.map(({ node }) => node)).toEqual([
    expect.objectContaining({ action: 'keys create', who: `cli:${userInfo().username}` }),
  ]);
  expect(JSON.stringify(items)).toContain(id);
  expect(JSON.stringify(items)).not.toContain(text.slice(-43));
  const wrong = (...args: string[]) => expect(keys(...args)).rejects;
  await wrong('create', '--name', 'x', '--scopes', 'raed').toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/no scope raed[\s\S]*finance +move money/),
  });
  await wrong('create', '--name', 'x', '--scopes', 'read', '--systems', 'SAP').toMatchObject({
    stderr: expect.stringContaining('no system SAP'),
  });
  await wrong('create', '--name', 'x', '--scopes', 'read', '--expires', 'soon').toMatchObject({
    stderr: expect.stringContaining('days such as 90d'),
  });
  await store.remove();
});

it('explains what a subscription comes to, and refuses a mapping file that is misspelled', async () => {
  const explain = (env: Record<string, string>, ...args: string[]) =>
    promisify(execFile)(process.execPath, [CLI, 'mapping', 'explain', ...args], {
      env: { PATH: process.env.PATH ?? '', SANDBOX_CUSTOMERS: '8', ...env },
    });
  const { stdout } = await explain({}, 'A-S00000001');
  expect(stdout).toMatch(/^Subscription A-S00000001, version 1, JPY, from 2024-01-03 until 2028-01-03$/m);
  expect(stdout).toMatch(/^ {2}fixed fee +Training: 517500 JPY once, IN_ADVANCE$/m);
  expect(stdout).toMatch(/^ {2}usage +API calls: um_call_[0-9a-f]{8} at 1 JPY each$/m);
  await expect(explain({}, 'A-S-nobody')).rejects.toMatchObject({
    code: 1,
    stderr: 'No billing system knows a subscription A-S-nobody.\n',
  });
  const folder = await mkdtemp(join(tmpdir(), 'billgraph-'));
  const file = join(folder, 'mapping.yml');
  await writeFile(file, 'units: { Call: { metre: x } }\ndiscounts: MAYBE\n');
  await expect(explain({ MAPPING_FILE: file }, 'A-S00000001')).rejects.toMatchObject({
    stderr: expect.stringMatching(/mapping\.yml: units\.Call: .*metre[\s\S]*mapping\.yml: discounts: /),
  });
  await writeFile(file, 'units: { Call: { meter: calls } }\ncharges: { Training: { skip: true } }\n');
  const { stdout: other } = await explain({ MAPPING_FILE: file }, 'A-S00000001', '--json');
  expect(JSON.parse(other)).toMatchObject({
    phases: [
      { plan: { usageRates: [{ meter: 'calls' }], fixedFees: [{ displayName: 'Support fee', everyCycles: 3 }] } },
    ],
    problems: [],
  });
  await rm(folder, { recursive: true });
});

it('starts the sandboxes alone, says how to use them, and ends when it is told to', async () => {
  const child = spawn(process.execPath, [CLI, 'sandbox', '--port', '0', '--customers', '7', '--no-limits']);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  while (!printed.includes('ZUORA_REVENUE_BI_CLIENT_ID')) await once(child.stdout, 'data');
  const variables = Object.fromEntries(
    [...printed.matchAll(/^(\w+)=(.+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(Object.keys(variables)).toEqual([
    'ZUORA_BILLING_URL',
    'ZUORA_BILLING_CLIENT_ID',
    'ZUORA_BILLING_CLIENT_SECRET',
    'ZUORA_BILLING_TIME_ZONE',
    'ZUORA_BILLING_CREDIT_CHARGE_ID',
    'ZUORA_BILLING_CREDIT_CHARGE_KIND',
    'ZUORA_BILLING_WEBHOOK_SECRET',
    'TOGAI_URL',
    'TOGAI_API_KEY',
    'FIRST_PROMOTER_URL',
    'FIRST_PROMOTER_API_KEY',
    'FIRST_PROMOTER_ACCOUNT_ID',
    'ZUORA_REVENUE_URL',
    'ZUORA_REVENUE_CLIENT_ID',
    'ZUORA_REVENUE_CLIENT_SECRET',
    'ZUORA_REVENUE_COLLECTION_TEMPLATE',
    'ZUORA_REVENUE_BI_CLIENT_ID',
  ]);
  const headers = { authorization: `Bearer ${variables.TOGAI_API_KEY}` };
  const customers = (await (await fetch(`${variables.TOGAI_URL}/customers`, { headers })).json()) as {
    data: unknown[];
  };
  expect(customers.data.length).toBeGreaterThan(0);
  expect(customers.data.length).toBeLessThanOrEqual(7);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
