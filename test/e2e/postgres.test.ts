import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { type FreshDatabase, freshPostgres, postgresUrl } from '../support/store.js';

const PAGE = `{ customers(first: 50) { nodes { id name sources { system state } zuoraAccount { accountNumber }
  togaiCustomer { togaiId accounts { togaiId } } } pageInfo { endCursor } } }`;

if (!postgresUrl) console.warn('SKIPPED: the gateway on PostgreSQL, because TEST_DATABASE_URL is not set');

describe.skipIf(!postgresUrl)('the gateway on PostgreSQL', () => {
  let database: FreshDatabase;
  let gateway: TestGateway;
  const environment = () => ({ DATABASE_URL: database.url, TOGAI_REQUESTS_PER_SECOND: '1000' });
  const sandbox = { customers: 60, limits: false };

  beforeAll(async () => {
    database = await freshPostgres();
    gateway = await startTestGateway({ sandbox, environment: environment() });
    await gateway.discovered();
  });
  afterAll(async () => {
    await gateway?.close();
    await database?.drop();
  });

  it('joins the customers of all systems', async () => {
    const { data, errors } = await gateway.query<{
      customers: { nodes: { zuoraAccount: unknown; togaiCustomer: unknown }[] };
    }>(PAGE);
    expect(errors).toBeUndefined();
    expect(data.customers.nodes).toHaveLength(50);
    expect(data.customers.nodes.filter((node) => node.zuoraAccount && node.togaiCustomer).length).toBeGreaterThan(25);
  });

  it('keeps ids and order over a restart', async () => {
    const before = await gateway.query(PAGE);
    await gateway.close();
    gateway = await startTestGateway({ sandbox, environment: { ...environment(), DISCOVERY_INTERVAL_MINUTES: '0' } });
    expect(await gateway.query(PAGE)).toEqual(before);
  });

  it('says that it is not ready while the database is away', async () => {
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    await database.drop();
    const answer = await fetch(`${gateway.url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([503, { status: 'unavailable' }]);
    const { errors } = await gateway.query(PAGE);
    expect(errors?.[0]).toMatchObject({
      message: "The gateway's own database does not answer: ask again shortly.",
      extensions: { code: 'STORE_UNAVAILABLE', retryable: true },
    });
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
  });
});
