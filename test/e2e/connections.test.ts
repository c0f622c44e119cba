import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway } from '../../src/app.js';
import { loadConfig } from '../../src/config/load.js';
import { silentLogger } from '../../src/kernel/logger.js';
import { openStore } from '../../src/store/open-store.js';
import { upstreams } from '../../src/upstreams/registry.js';
import { startZuoraBillingSandbox, type ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { temporaryStore } from '../support/temporary-store.js';

const ENTITY = '2c92c0f8-aaaa-4bbb-8ccc-0123456789ab';
const OTHER_ENTITY = '2c92c0f8-dddd-4eee-8fff-0123456789ab';
const CLI = new URL('../../dist/cli/billgraph.js', import.meta.url).pathname;
const NUMBER = 'A00000001';
const keyText = (name: string) => `${name}:${randomBytes(32).toString('base64')}`;
const sealingKey = keyText('first');

let store: Awaited<ReturnType<typeof temporaryStore>>;
let eu: ZuoraSandbox;
let test: TestGateway;

beforeAll(async () => {
  store = await temporaryStore();
  eu = await startZuoraBillingSandbox({
    port: 0,
    seed: 'europe',
    customers: 12,
    limits: false,
    entityIds: [ENTITY, OTHER_ENTITY],
  });
  test = await startTestGateway({
    sandbox: { customers: 12 },
    environment: {
      DATABASE_URL: store.url,
      CONNECTION_KEYS: sealingKey,
      CONNECTION_HOSTS: new URL(eu.url).host,
    },
  });
  await test.discovered();
});

afterAll(async () => {
  await eu?.close();
  await store?.remove();
});

const CREATE = `mutation ($input: ConnectionInput!) {
  connectionCreate(input: $input) {
    connection { id system name endpoint builtIn status secrets settings { name value } chargeId chargeKind }
    userErrors { code message field }
  }
}`;

const euInput = (changes: object = {}) => ({
  system: 'ZUORA_BILLING',
  name: 'EU Entity',
  endpoint: eu.url,
  settings: [
    { name: 'CLIENT_ID', value: eu.credentials.clientId },
    { name: 'CLIENT_SECRET', value: eu.credentials.clientSecret },
    { name: 'ENTITY_ID', value: ENTITY },
  ],
  ...changes,
});

const UPDATE = `mutation ($id: ID!, $input: ConnectionInput!) { connectionUpdate(id: $id, input: $input) {
    connection { id name endpoint settings { name value } secrets } userErrors { code message field } } }`;

interface CustomersPage {
  customers: {
    nodes: {
      zuoraAccount: { id: string } | null;
      eu: { id: string; subscriptions: { nodes: { id: string }[] } } | null;
      invoices?: { rows: { id: string; system: string; native: { id: string } }[] } | null;
      externalIds: { system: string; kind: string; connectionId: string | null; value: string }[];
    }[];
  };
}

interface Created {
  connectionCreate: {
    connection: { id: string } | null;
    userErrors: { code: string; message: string; field: string[] | null }[];
  };
}

async function refused(input: object) {
  const { data, errors } = await test.query<Created>(CREATE, { input });
  expect(errors).toBeUndefined();
  expect(data.connectionCreate.connection).toBeNull();
  return data.connectionCreate.userErrors;
}

describe('a connection that cannot be made', () => {
  it.each([
    ['a host of somebody else', { endpoint: 'https://attacker.example.com' }, 'none of the vendor'],
    ['the metadata service', { endpoint: 'http://169.254.169.254' }, 'none of the vendor'],
    ['another port of the allowed host', { endpoint: 'http://127.0.0.1:1' }, 'none of the vendor'],
    ['a vendor host without TLS', { endpoint: 'http://rest.zuora.com' }, 'must be https'],
    ['a host that only ends like one', { endpoint: 'https://evilzuora.com' }, 'none of the vendor'],
    ['credentials in the address', { endpoint: 'https://me:pw@rest.zuora.com' }, 'Credentials do not belong'],
    ['no endpoint', { endpoint: undefined }, 'no http(s) address'],
  ])('%s', async (_, changes, said) => {
    expect(await refused(euInput(changes))).toEqual([
      { code: 'INVALID', message: expect.stringContaining(said), field: ['input', 'endpoint'] },
    ]);
  });

  it('names what is missing or unknown, in the words of settings', async () => {
    expect(await refused(euInput({ settings: [] }))).toEqual([
      {
        code: 'INVALID',
        message: expect.stringMatching(/^CLIENT_ID and CLIENT_SECRET .* must be set/),
        field: ['input', 'settings'],
      },
    ]);
    const [unknown] = await refused(euInput({ settings: [{ name: 'COLOUR', value: 'red' }] }));
    expect(unknown).toMatchObject({ code: 'INVALID', field: ['input', 'settings', 'COLOUR'] });
    const zone = [...euInput().settings, { name: 'TIME_ZONE', value: 'Mars/Base' }];
    expect(await refused(euInput({ settings: zone }))).toEqual([
      {
        code: 'INVALID',
        message: expect.stringContaining('IANA time zone'),
        field: ['input', 'settings', 'TIME_ZONE'],
      },
    ]);
    expect(await refused(euInput({ chargeId: '402881' }))).toEqual([
      { code: 'INVALID', message: 'Say what the charge id is the id of.', field: ['input', 'chargeKind'] },
    ]);
    expect(await refused(euInput({ name: '???' }))).toMatchObject([{ field: ['input', 'name'] }]);
    expect(await refused(euInput({ system: null }))).toMatchObject([{ field: ['input', 'system'] }]);
  });
});

describe('a second entity', () => {
  let id: string;
  /** How many there are in the second entity. */
  let accounts: number;

  beforeAll(async () => {
    const { data, errors } = await test.query<Created>(CREATE, {
      input: euInput({ chargeId: '4028', chargeKind: 'PRODUCT_RATE_PLAN_CHARGE' }),
    });
    expect(errors).toBeUndefined();
    expect(data.connectionCreate).toEqual({
      connection: {
        id: 'con_ZUORA_BILLING/eu-entity',
        system: 'ZUORA_BILLING',
        name: 'EU Entity',
        endpoint: eu.url,
        builtIn: false,
        status: 'UNCHECKED',
        secrets: ['CLIENT_SECRET'],
        settings: [
          { name: 'CLIENT_ID', value: eu.credentials.clientId },
          { name: 'ENTITY_ID', value: ENTITY },
        ],
        chargeId: '4028',
        chargeKind: 'PRODUCT_RATE_PLAN_CHARGE',
      },
      userErrors: [],
    });
    id = data.connectionCreate.connection?.id ?? '';
  });

  it('is listed beside those of the environment, and none shows a secret', async () => {
    const answer = await test.query<{ connections: { id: string; builtIn: boolean }[] }>(
      '{ connections { id system name endpoint builtIn secrets settings { name value } } }',
    );
    expect(answer.data.connections.map((one) => [one.id, one.builtIn])).toEqual([
      ['con_ZUORA_BILLING', true],
      ['con_TOGAI', true],
      ['con_FIRST_PROMOTER', true],
      ['con_ZUORA_REVENUE', true],
      [id, false],
    ]);
    expect(JSON.stringify(answer)).not.toContain(eu.credentials.clientSecret);
  });

  it('is not made twice', async () => {
    expect(await refused(euInput())).toMatchObject([{ code: 'CONFLICT', field: ['input', 'name'] }]);
  });

  it('is tested, and says what has to be done until it is', async () => {
    const look = async () => {
      const { data } = await test.query<{
        connectionTest: { connection: { status: string; findings: { subject: string; state: string }[] } };
      }>(
        `mutation ($id: ID!) { connectionTest(id: $id) {
          connection { status lastCheckedAt findings { subject state found } } userErrors { message } } }`,
        { id },
      );
      return data.connectionTest.connection;
    };
    const before = await look();
    expect(before.status).toBe('FAILING');
    expect(before.findings.filter(({ state }) => state === 'PROBLEM').map(({ subject }) => subject)).toEqual([
      'Time zone',
    ]);
    const { data } = await test.query(UPDATE, {
      id,
      input: { settings: [{ name: 'TIME_ZONE', value: 'America/Los_Angeles' }] },
    });
    expect(data).toMatchObject({ connectionUpdate: { userErrors: [] } });
    const after = await look();
    expect(after.status).toBe('OK');
    expect(after.findings).toContainEqual(expect.objectContaining({ subject: 'Credentials', state: 'OK' }));
  });

  it('is read by the argument `connection`, with its own entity, and everything below follows', async () => {
    const before = test.sandbox('ZUORA_BILLING').requests().length;
    const { data, errors } = await test.query<{
      eu: { id: string; zuoraId: string; subscriptions: { nodes: { id: string; subscriptionNumber: string }[] } };
    }>(
      `query ($key: String!, $id: ID!) {
        eu: zuoraAccount(key: $key, connection: $id) {
          id zuoraId accountNumber
          subscriptions { nodes { id subscriptionNumber account { id } } }
          invoices(first: 2) { nodes { id } }
          customer { id zuoraAccount { id } sources { system connectionId state } externalIds { system connectionId kind } }
        }
      }`,
      { key: NUMBER, id },
    );
    expect(errors).toBeUndefined();
    expect(data.eu).toMatchObject({
      id: `zac@eu-entity_${data.eu.zuoraId}`,
      customer: {
        zuoraAccount: { id: data.eu.id },
        sources: expect.arrayContaining([{ system: 'ZUORA_BILLING', connectionId: id, state: 'OK' }]),
        externalIds: expect.arrayContaining([{ system: 'ZUORA_BILLING', connectionId: id, kind: 'account' }]),
      },
    });
    expect(data.eu.subscriptions.nodes.length).toBeGreaterThan(0);
    for (const node of data.eu.subscriptions.nodes) {
      expect(node).toMatchObject({ id: `zsu@eu-entity_${node.subscriptionNumber}`, account: { id: data.eu.id } });
    }
    expect(test.sandbox('ZUORA_BILLING').requests()).toHaveLength(before);
    const asked = eu.requests().filter(({ path }) => path !== '/oauth/token' && !path.startsWith('/__'));
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked.map(({ headers }) => headers['zuora-entity-ids']))).toEqual(new Set([ENTITY]));
  });

  it('is found again by the ids of its objects', async () => {
    const first = await test.query<{ zuoraAccount: { id: string } }>(
      'query ($key: String!, $id: ID!) { zuoraAccount(key: $key, connection: $id) { id } }',
      { key: NUMBER, id },
    );
    const { data } = await test.query(
      'query ($id: ID!) { node(id: $id) { id ... on ZuoraAccount { accountNumber subscriptions { nodes { account { id } } } } } }',
      { id: first.data.zuoraAccount.id },
    );
    expect(data).toMatchObject({ node: { id: first.data.zuoraAccount.id, accountNumber: NUMBER } });
    const unknown = await test.query('{ node(id: "zac@nowhere_1") { id } }');
    expect(unknown.data).toEqual({ node: null });
  });

  it('is discovered, and its customers stand beside the others', async () => {
    const both = test.gateway.systems.filter(({ upstream }) => upstream.id === 'ZUORA_BILLING');
    expect(both.map(({ key }) => key)).toEqual(['ZUORA_BILLING', 'ZUORA_BILLING/eu-entity']);
    await test.query(
      'mutation ($id: ID!) { discoveryStart(system: ZUORA_BILLING, connection: $id) { userErrors { message } } }',
      { id },
    );
    const discovery = async () => {
      const { data } = await test.query<{
        systems: { connectionId: string | null; discovery: { state: string; records: number } }[];
      }>('{ systems { connectionId discovery { state records } } }');
      return data.systems.find(({ connectionId }) => connectionId === id)?.discovery;
    };
    await expect.poll(async () => (await discovery())?.state).toBe('SUCCEEDED');
    accounts = (await discovery())?.records ?? 0;
    expect(accounts).toBeGreaterThan(8);
    const { data, errors } = await test.query<CustomersPage>(
      `query ($id: ID!) { customers(first: 100, filter: { system: ZUORA_BILLING }) { nodes {
        zuoraAccount { id } eu: zuoraAccount(connection: $id) { id subscriptions { nodes { id } } }
        externalIds { system kind connectionId value } balance { amount }
        invoices(first: 3) { rows: nodes { id system native { ... on ZuoraInvoice { id } } } } } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    let known = 0;
    const invoices = data.customers.nodes.flatMap((node) => node.invoices?.rows ?? []);
    expect(invoices.some((one) => one.id.startsWith('zin@eu-entity_'))).toBe(true);
    for (const { system, id: own, native } of invoices) if (system === 'ZUORA_BILLING') expect(native.id).toBe(own);
    for (const { zuoraAccount, eu: own, externalIds } of data.customers.nodes) {
      const held = externalIds.filter(({ system, kind }) => system === 'ZUORA_BILLING' && kind === 'account');
      const european = held.filter(({ connectionId }) => connectionId === id);
      known += european.length;
      expect(own?.id ?? null).toBe(european[0] ? `zac@eu-entity_${european[0].value}` : null);
      for (const node of own?.subscriptions.nodes ?? []) expect(node.id).toMatch(/^zsu@eu-entity_/);
      const first = held.find(({ connectionId }) => connectionId === null);
      expect(zuoraAccount?.id).toBe(first ? `zac_${first.value}` : own?.id);
    }
    expect(known).toBe(accounts);
  });

  it('is changed alone', async () => {
    const { data, errors } = await test.query<{ zuoraAccountUpdate: { account: { notes: string } } }>(
      `mutation ($key: String!, $id: ID!) { zuoraAccountUpdate(key: $key, connection: $id, input: { notes: "from the EU" }) {
        account { id notes } userErrors { message } } }`,
      { key: NUMBER, id },
    );
    expect(errors).toBeUndefined();
    expect(data.zuoraAccountUpdate).toMatchObject({ account: { notes: 'from the EU' }, userErrors: [] });
    const changes = test.sandbox('ZUORA_BILLING').requests('PUT /v1/accounts/*');
    expect(changes).toEqual([]);
    expect(eu.requests('PUT /v1/accounts/*')).toHaveLength(1);
  });

  it('is refused under the name of another system, and unknown ones are', async () => {
    const wrong = await test.query('query ($id: ID!) { togaiPricePlans(connection: $id) { nodes { id } } }', { id });
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const unknown = await test.query('{ zuoraProducts(connection: "ZUORA_BILLING/us") { nodes { id } } }');
    expect(unknown.errors?.[0]).toMatchObject({ message: expect.stringContaining('There is no connection') });
  });

  it('keeps what a change leaves out', async () => {
    const { data } = await test.query(UPDATE, {
      id,
      input: { name: 'Europe', settings: [{ name: 'TIME_ZONE', value: 'Europe/Berlin' }] },
    });
    expect(data).toMatchObject({
      connectionUpdate: {
        connection: { id, name: 'Europe', secrets: ['CLIENT_SECRET'], endpoint: eu.url },
        userErrors: [],
      },
    });
    const read = await test.query(
      'query ($key: String!, $id: ID!) { zuoraAccount(key: $key, connection: $id) { name } }',
      { key: NUMBER, id },
    );
    expect(read.errors).toBeUndefined();
  });

  it('does not take its secrets along to another endpoint', async () => {
    const { data } = await test.query(UPDATE, { id, input: { endpoint: 'https://rest.na.zuora.com' } });
    expect(data).toMatchObject({
      connectionUpdate: {
        connection: null,
        userErrors: [{ code: 'INVALID', message: expect.stringContaining('CLIENT_SECRET') }],
      },
    });
  });

  it('of the environment is not changed here', async () => {
    const { data } = await test.query(UPDATE, { id: 'con_TOGAI', input: { name: 'Mine' } });
    expect(data).toMatchObject({ connectionUpdate: { userErrors: [{ code: 'UNSUPPORTED' }] } });
  });

  it('is gone when it is deleted, with its name; what is known of its customers stays', async () => {
    const { data } = await test.query(
      'mutation ($id: ID!) { connectionDelete(id: $id) { connection { id } userErrors { message } } }',
      { id },
    );
    expect(data).toMatchObject({ connectionDelete: { connection: { id }, userErrors: [] } });
    const read = await test.query('query ($id: ID!) { zuoraProducts(connection: $id) { nodes { id } } }', { id });
    expect(read.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const { data: page, errors } = await test.query<CustomersPage>(
      `{ customers(first: 100, filter: { system: ZUORA_BILLING }) { nodes {
        zuoraAccount { id } sources { connectionId } externalIds { system kind connectionId value } } } }`,
    );
    expect(errors).toBeUndefined();
    const ids = page.customers.nodes.flatMap(({ externalIds }) => externalIds);
    expect(ids.filter(({ kind, connectionId }) => kind === 'account' && connectionId === id)).toHaveLength(accounts);
    expect(JSON.stringify(page.customers.nodes.map(({ zuoraAccount }) => zuoraAccount))).not.toContain('@eu-entity');
    expect(await refused(euInput())).toMatchObject([{ code: 'CONFLICT' }]);
  });
});

describe('secrets', () => {
  it('are kept under a seal, outlive a restart, and are sealed again under a new key', async () => {
    const { data } = await test.query<Created>(CREATE, { input: euInput({ name: 'Sealed' }) });
    const id = data.connectionCreate.connection?.id ?? '';
    await test.close();
    expect(await sealsIn(store.url)).toEqual(['', expect.stringMatching(/^v1\.first\./)]);

    const environment = { DATABASE_URL: store.url, CONNECTION_HOSTS: new URL(eu.url).host };
    const newKey = keyText('second');
    const lost = await startTestGateway({ environment: { ...environment, CONNECTION_KEYS: newKey } });
    const broken = await lost.query(
      'mutation ($id: ID!) { connectionTest(id: $id) { connection { status findings { found } } } }',
      { id },
    );
    expect(broken.data).toEqual({
      connectionTest: {
        connection: {
          status: 'FAILING',
          findings: [{ found: 'the key "first" is not among those that are configured' }],
        },
      },
    });
    await lost.close();

    await promisify(execFile)(process.execPath, [CLI, 'connections', 'reseal'], {
      env: { ...environment, CONNECTION_KEYS: `${newKey},${sealingKey}` },
    });
    expect(await sealsIn(store.url)).toEqual(['', expect.stringMatching(/^v1\.second\./)]);
    test = await startTestGateway({ environment: { ...environment, CONNECTION_KEYS: newKey } });
    const read = await test.query(
      'query ($id: ID!) { zuoraAccount(key: "A00000001", connection: $id) { accountNumber } }',
      {
        id,
      },
    );
    expect(read).toEqual({ data: { zuoraAccount: { accountNumber: NUMBER } } });
  }, 120_000);
});

describe('a gateway that is open for its sandboxes', () => {
  it('takes no tenant in', async () => {
    // There is one durable engine in a process.
    await test.close();
    const own = await temporaryStore();
    const config = loadConfig(
      {
        PORT: '0',
        SANDBOX_PORT: '0',
        SANDBOX_CUSTOMERS: '3',
        DISCOVERY_INTERVAL_MINUTES: '0',
        DATABASE_URL: own.url,
        CONNECTION_KEYS: sealingKey,
      },
      upstreams,
    );
    const gateway = await startGateway(config, { log: silentLogger });
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: CREATE, variables: { input: euInput({ endpoint: 'https://rest.zuora.com' }) } }),
    });
    expect(await response.json()).toMatchObject({
      data: { connectionCreate: { connection: null, userErrors: [{ code: 'UNSUPPORTED' }] } },
    });
    await gateway.close();
    await own.remove();
  });
});

async function sealsIn(url: string): Promise<string[]> {
  const opened = await openStore({ url });
  try {
    const rows = await opened.db.selectFrom('connection').select('sealed').orderBy('key').execute();
    expect(JSON.stringify(await opened.db.selectFrom('connection').selectAll().execute())).not.toContain(
      eu.credentials.clientSecret,
    );
    return rows.map(({ sealed }) => sealed);
  } finally {
    await opened.close();
  }
}
