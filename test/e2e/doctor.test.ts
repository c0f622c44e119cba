import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../src/cli/doctor-report.js';
import type { StartedSandbox } from '../../src/upstreams/contract.js';
import type { FirstPromoterSandbox } from '../../src/upstreams/first-promoter/sandbox/index.js';
import { upstreams } from '../../src/upstreams/registry.js';
import type { ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { type ContractProxies, startContractProxies } from '../support/contract-proxy.js';

const CLI = fileURLToPath(new URL('../../dist/cli/billgraph.js', import.meta.url));
const ENTITIES = ['1a2b7a37-3e7d-4cb3-b0e2-883de9e766cc', '2a2b7a37-3e7d-4cb3-b0e2-883de9e766cc'];

const ended: (() => Promise<unknown>)[] = [];
let violations: string[] = [];
afterAll(async () => {
  for (const end of ended.reverse()) await end();
  expect(violations).toEqual([]);
});

async function sandbox(system: string, options: ZuoraSandboxOptions = {}): Promise<StartedSandbox> {
  const upstream = upstreams.find(({ id }) => id === system);
  if (!upstream) throw new Error(`there is no ${system}`);
  const started = await upstream.startSandbox({ port: 0, customers: 20, ...options });
  ended.push(() => started.sandbox.close());
  return started;
}

/** As a person would call it, with these variables and no others. */
function doctor(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; stdout: string; all: string }> {
  return new Promise((resolve) => {
    // Elsewhere, so that no .env of the project is read.
    execFile(process.execPath, [CLI, 'doctor', ...args], { env: environment, cwd: tmpdir() }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, all: stdout + stderr }),
    );
  });
}
async function findings(environment: Record<string, string>, system = 'ZUORA_BILLING') {
  const { code, stdout } = await doctor(environment, '--json');
  const report = JSON.parse(stdout) as DoctorReport;
  expect(report.ok).toBe(code === 0);
  const own = report.systems.find((each) => each.system === system);
  return { code, report, of: (subject: string) => own?.findings.find((finding) => finding.subject === subject), own };
}

const LOS_ANGELES = { ZUORA_BILLING_TIME_ZONE: 'America/Los_Angeles' };

describe('on whole tenants', () => {
  let zuora: StartedSandbox;
  let environment: Record<string, string>;
  let proxies: ContractProxies | null;
  beforeAll(async () => {
    zuora = await sandbox('ZUORA_BILLING');
    const togai = await sandbox('TOGAI');
    proxies = await startContractProxies({ 'zuora-billing': zuora.sandbox.url, togai: togai.sandbox.url });
    environment = {
      ...zuora.environment,
      ...togai.environment,
      ...(proxies && { ZUORA_BILLING_URL: proxies.urlOf('zuora-billing'), TOGAI_URL: proxies.urlOf('togai') }),
      ...LOS_ANGELES,
      ZUORA_BILLING_LINK_FIELDS: 'TogaiCustomerId__c',
    };
  });
  afterAll(async () => {
    violations = (await proxies?.violations()) ?? [];
  });

  it('says that they are ready, what they can do, and changes nothing', async () => {
    const { code, stdout } = await doctor(environment);
    expect(stdout).toMatch(/^Zuora Billing: your tenant$/m);
    expect(stdout).toMatch(/^ {2}ok {7}Address {13}127\.0\.0\.1:\d+ answers\.$/m);
    expect(stdout).toMatch(/^ {2}ok {7}Credentials +The OAuth client is accepted\.$/m);
    expect(stdout).toMatch(/^ {2}ok {7}API version +Zuora-Version 2025-08-12 is understood\.$/m);
    expect(stdout).toMatch(/^ {2}ok {7}Object Query +Available\.\n +-> The gateway reads in bulk/m);
    expect(stdout).toMatch(/^ {2}ok {7}Link fields +TogaiCustomerId__c exist\.$/m);
    expect(stdout).toMatch(/^ {2}ok {7}Time zone +Billing days are those of America\/Los_Angeles, which fits/m);
    expect(stdout).toMatch(
      /^ {2}ok {7}Limits +Default: \d+ of 40 left at the same time; the gateway uses 30 at most\.$/m,
    );
    expect(stdout).toMatch(/^ {2}ok {7}Limits +Requests: [\d,]+ of 50,000 left until /m);
    expect(stdout).toMatch(/^Togai: your tenant$/m);
    expect(stdout).toMatch(/^ {2}ok {7}API key +The key is accepted\.$/m);
    expect(stdout).toMatch(/\nReady\./);
    expect(code).toBe(0);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const methods = zuora.sandbox.requests().map(({ method, path }) => `${method} ${path}`);
    expect(methods.filter((each) => !each.startsWith('GET '))).toEqual(['POST /oauth/token']);
  });

  it('tells of fields that are not there and of a zone that is not the tenant’s', async () => {
    const { code, of } = await findings({
      ...environment,
      ZUORA_BILLING_LINK_FIELDS: 'Nowhere__c',
      ZUORA_BILLING_TIME_ZONE: 'Asia/Tokyo',
    });
    expect(of('Link fields')).toMatchObject({ state: 'NOTE', found: 'Accounts have no field Nowhere__c.' });
    expect(of('Link fields')?.advice).toContain('TogaiCustomerId__c');
    expect(of('Time zone')).toMatchObject({
      state: 'PROBLEM',
      found: expect.stringMatching(
        /^Zuora writes times with -0[78]:00, but ZUORA_BILLING_TIME_ZONE is Asia\/Tokyo \(\+09:00\)\.$/,
      ),
    });
    expect(code).toBe(1);
  });

  it('notices that an API version is not known', async () => {
    const { code, of } = await findings({ ...environment, ZUORA_BILLING_API_VERSION: '2024-99-99' });
    expect(of('API version')).toMatchObject({ state: 'NOTE', found: expect.stringContaining('before 2024-05-20') });
    expect(code).toBe(0);
  });

  it('stops at credentials that are refused, and prints none', async () => {
    const secret = 'not-the-secret-of-anybody';
    const wrong = { ...environment, ZUORA_BILLING_CLIENT_SECRET: secret, TOGAI_API_KEY: `${secret}-2` };
    const { own, report, code } = await findings(wrong);
    expect(code).toBe(1);
    expect(own?.findings.map(({ subject, state }) => [subject, state])).toEqual([
      ['Address', 'OK'],
      ['Credentials', 'PROBLEM'],
    ]);
    const togai = report.systems.find(({ system }) => system === 'TOGAI');
    expect(togai?.findings.map(({ subject, state }) => [subject, state])).toEqual([
      ['Address', 'OK'],
      ['API key', 'PROBLEM'],
    ]);
    for (const shown of [(await doctor(wrong)).all, (await doctor(wrong, '--json')).all]) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(environment.ZUORA_BILLING_CLIENT_ID);
    }
  });
});

it('says what a small tenant cannot do and what the gateway does about it', async () => {
  const { environment } = await sandbox('ZUORA_BILLING', {
    objectQuery: false,
    orders: false,
    invoiceSettlement: false,
  });
  const { code, of } = await findings({ ...environment, ...LOS_ANGELES });
  expect(of('Object Query')).toMatchObject({
    state: 'NOTE',
    found: 'Not available (Zuora Billing: Object Query is not enabled for this tenant).',
    advice: expect.stringContaining('ZOQL'),
  });
  expect(of('ZOQL')).toMatchObject({ state: 'OK' });
  expect(of('Orders')).toMatchObject({ state: 'NOTE', found: expect.stringContaining('Orders is not enabled') });
  expect(of('Invoice Settlement')).toMatchObject({ state: 'NOTE', found: expect.stringContaining('is not enabled') });
  expect(of('Time zone')).toMatchObject({ state: 'OK' });
  expect(code).toBe(0);

  const insisting = await findings({ ...environment, ...LOS_ANGELES, ZUORA_BILLING_OBJECT_QUERY: 'ON' });
  expect(insisting.of('Object Query')).toMatchObject({ state: 'PROBLEM' });
  expect(insisting.code).toBe(1);
});

it('asks for an entity where the credentials open several', async () => {
  const { environment } = await sandbox('ZUORA_BILLING', { entityIds: ENTITIES });
  const none = await findings({ ...environment, ...LOS_ANGELES });
  expect(none.of('Entities')).toEqual({
    subject: 'Entities',
    state: 'PROBLEM',
    found: `The credentials open 2 entities: ${ENTITIES.join(', ')}.`,
    advice: 'Set ZUORA_BILLING_ENTITY_ID to one of them; a gateway serves one entity.',
  });
  expect(none.code).toBe(1);
  const wrong = await findings({ ...environment, ...LOS_ANGELES, ZUORA_BILLING_ENTITY_ID: 'e-3' });
  expect(wrong.of('Entities')).toMatchObject({
    state: 'PROBLEM',
    found: expect.stringContaining('do not open the entity e-3'),
  });
  const right = await findings({ ...environment, ...LOS_ANGELES, ZUORA_BILLING_ENTITY_ID: ENTITIES[1] ?? '' });
  expect(right.of('Entities')).toMatchObject({ state: 'OK' });
  expect(right.code).toBe(0);
});

describe('where there is no tenant', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<html>Sign in</html>');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => {
    server.close();
  });
  const credentials = { ZUORA_BILLING_CLIENT_ID: 'id', ZUORA_BILLING_CLIENT_SECRET: 'secret' };

  it('says so of an address that nobody answers at', async () => {
    const { of, code } = await findings({ ...credentials, ZUORA_BILLING_URL: 'http://127.0.0.1:1' });
    expect(of('Address')).toMatchObject({ state: 'PROBLEM', found: expect.stringContaining('ECONNREFUSED') });
    expect(code).toBe(1);
  });

  it('says so of an address where something else answers', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { of, code } = await findings({ ...credentials, ZUORA_BILLING_URL: url });
    expect(of('Address')).toMatchObject({ state: 'PROBLEM', found: expect.stringContaining('not JSON') });
    expect(code).toBe(1);
  });

  it('names every problem of the environment, and no value', async () => {
    const { code, all } = await doctor({ ZUORA_BILLING_URL: 'my secret' });
    expect(code).toBe(1);
    expect(all).toMatch(/^The configuration is not usable:\n {2}PROBLEM {2}ZUORA_BILLING_URL must be an http/);
    expect(all).not.toContain('my secret');
  });

  it('says that sandboxes stand in where nothing is configured', async () => {
    const { code, stdout } = await doctor({});
    expect(stdout).toContain('Zuora Billing: ZUORA_BILLING_URL is not set, the sandbox stands in for it.');
    expect(stdout).toMatch(/No tenant is configured: see \.env\.example\.\n$/);
    expect(code).toBe(0);
  });
});

describe('on a FirstPromoter account', () => {
  it.each(['v2', 'v1'])(
    '%s: says whether the key is taken without recording anything, and what cannot be asked',
    async (version) => {
      const { environment, sandbox: promoter } = await sandbox('FIRST_PROMOTER');
      const { code, own, of } = await findings(
        { ...environment, FIRST_PROMOTER_API_VERSION: version },
        'FIRST_PROMOTER',
      );
      expect(code).toBe(0);
      expect(own?.findings.map(({ subject, state }) => [subject, state])).toEqual([
        ['Address', 'OK'],
        ['API key', 'OK'],
        ...(version === 'v2' ? [['Account id', 'NOTE']] : []),
        ['Currency', 'NOTE'],
        ['Limits', 'OK'],
        ['Referrals', 'NOTE'],
      ]);
      expect(of('API key')?.found).toContain('recorded nothing');
      expect(promoter.requests().map(({ method, path, status }) => [method, path, status])).toEqual([
        ['POST', `/api/${version}/track/signup`, 400],
      ]);
      expect((promoter as FirstPromoterSandbox).events()).toEqual([]);
    },
  );

  it('says what to do about a key that is not taken', async () => {
    const { environment } = await sandbox('FIRST_PROMOTER');
    const { code, of, own } = await findings({ ...environment, FIRST_PROMOTER_API_KEY: 'wrong' }, 'FIRST_PROMOTER');
    expect(code).toBe(1);
    expect(of('API key')).toMatchObject({
      state: 'PROBLEM',
      advice: expect.stringContaining('FIRST_PROMOTER_API_KEY'),
    });
    expect(own?.findings).toHaveLength(2);
  });
});
