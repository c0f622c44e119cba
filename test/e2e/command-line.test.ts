import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli/billgraph.js', import.meta.url));
const run = (...args: string[]) => promisify(execFile)(process.execPath, [CLI, ...args]);

it('prints the schema and the environment that are committed', async () => {
  expect((await run('schema')).stdout).toBe(await readFile('schema/schema.graphql', 'utf8'));
  expect((await run('env')).stdout).toBe(await readFile('.env.example', 'utf8'));
});

it('explains itself', async () => {
  const { stdout } = await run('--help');
  for (const command of ['start', 'sandbox', 'schema', 'env', 'doctor'])
    expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b.*\\w`, 'm'));
});

it.each([
  [['sandbox', '--port', 'x'], /It must be a whole number/],
  [['sandbox', '--what'], /unknown option/],
  [['nonsense'], /unknown command|too many arguments/],
])('says what is wrong with %j', async (args, message) => {
  await expect(run(...args)).rejects.toMatchObject({ stderr: expect.stringMatching(message) });
});

it('starts the sandboxes alone, says how to use them, and ends when it is told to', async () => {
  const child = spawn(process.execPath, [CLI, 'sandbox', '--port', '0', '--customers', '7', '--no-limits']);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  while (!printed.includes('ZUORA_REVENUE_COLLECTION_TEMPLATE')) await once(child.stdout, 'data');
  const variables = Object.fromEntries(
    [...printed.matchAll(/^(\w+)=(.+)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  expect(Object.keys(variables)).toEqual([
    'ZUORA_BILLING_URL',
    'ZUORA_BILLING_CLIENT_ID',
    'ZUORA_BILLING_CLIENT_SECRET',
    'TOGAI_URL',
    'TOGAI_API_KEY',
    'FIRST_PROMOTER_URL',
    'FIRST_PROMOTER_API_KEY',
    'FIRST_PROMOTER_ACCOUNT_ID',
    'ZUORA_REVENUE_URL',
    'ZUORA_REVENUE_CLIENT_ID',
    'ZUORA_REVENUE_CLIENT_SECRET',
    'ZUORA_REVENUE_COLLECTION_TEMPLATE',
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
