import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox, ZuoraSandboxOptions } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const options: ZuoraSandboxOptions = { customers: 5, jobPolls: 4 };

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  // The contract wants an id of 64 characters in a job and in the path that cancels it, and one of 36 in the path that reads it.
  gateway = await startTestGateway({
    sandbox: options,
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    // The document wants UUIDs of 64 characters; they have 36.
    contradicted: /DataQueryJob.*must NOT have fewer than 64 characters/,
  });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.clearFaults());
afterAll(() => gateway?.close());

interface DataQuery {
  readonly zuoraId: string;
  readonly query: string;
  readonly status: string;
  readonly rows: number | null;
  readonly fileUrl: string | null;
}
interface Payload {
  readonly dataQuery: DataQuery | null;
  readonly plan: object[] | null;
  readonly userErrors: { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}
const FIELDS = 'zuoraId query status rows fileUrl';
const SQL = 'SELECT accountNumber, name FROM Account LIMIT 2';

async function change(field: string, parameters: string, variables: object): Promise<Payload> {
  const passed = [...parameters.matchAll(/\$(\w+)/g)].map(([, name]) => `${name}: $${name}`).join(', ');
  const { data, errors } = await gateway.query<{ payload: Payload }>(
    `mutation (${parameters}) { payload: ${field}(${passed}) {
      dataQuery { ${FIELDS} } plan { action target after } userErrors { code message field } } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data.payload;
}
const submit = (input: object = {}, more: object = {}) =>
  change('zuoraDataQueryCreate', '$input: ZuoraDataQueryInput!, $idempotencyKey: String, $dryRun: Boolean', {
    input: { query: SQL, ...input },
    ...more,
  });
const cancel = (id: string, dryRun = false) =>
  change('zuoraDataQueryCancel', '$id: String!, $dryRun: Boolean', { id, dryRun });
async function read(id: string): Promise<DataQuery | null> {
  const { data } = await gateway.query<{ zuoraDataQuery: DataQuery | null }>(
    `query ($id: String!) { zuoraDataQuery(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return data.zuoraDataQuery;
}
/** Asks until it is answered or given up. */
async function finished(id: string): Promise<DataQuery | null> {
  const now = await read(id);
  return now?.status === 'IN_PROGRESS' ? await finished(id) : now;
}
const posts = () => sandbox.requests('POST /query/jobs');

describe('a data query', () => {
  it('is submitted once although the answer is lost, and followed to its file', async () => {
    sandbox.fault('POST /query/jobs', { kind: 'reply-lost' });
    const { dataQuery, userErrors } = await submit({ format: 'CSV' });
    expect(userErrors).toEqual([]);
    expect(dataQuery).toMatchObject({ query: SQL, status: 'IN_PROGRESS', rows: null, fileUrl: null });
    const done = await finished(dataQuery?.zuoraId ?? '');
    expect(done).toMatchObject({ status: 'COMPLETED', rows: 2 });
    const { apiAccessKeyId, apiSecretAccessKey } = sandbox.legacyCredentials;
    const file = await fetch(new URL(new URL(done?.fileUrl ?? '').pathname, sandbox.url), {
      headers: { apiAccessKeyId, apiSecretAccessKey },
    });
    expect((await file.text()).split('\n')).toEqual([
      'accountNumber,name',
      expect.stringMatching(/^A\d{8},/),
      expect.stringMatching(/^A\d{8},/),
      '',
    ]);
    expect(posts()).toHaveLength(2);
    const { data } = await gateway.query<{ zuoraDataQueries: DataQuery[] }>(
      '{ zuoraDataQueries(status: COMPLETED) { zuoraId } }',
    );
    expect(data.zuoraDataQueries).toEqual([{ zuoraId: done?.zuoraId }]);
  });

  it('is found by its words where the second attempt fails, and kept under the key', async () => {
    sandbox.fault('POST /query/jobs', { kind: 'reply-lost' });
    sandbox.fault('POST /query/jobs', { kind: 'server-error' });
    const first = await submit({}, { idempotencyKey: 'nightly' });
    expect((await submit({}, { idempotencyKey: 'nightly' })).dataQuery?.zuoraId).toBe(first.dataQuery?.zuoraId);
    expect((await submit({ format: 'TSV' }, { idempotencyKey: 'nightly' })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['idempotencyKey'] },
    ]);
    const { data } = await gateway.query<{ zuoraDataQueries: DataQuery[] }>('{ zuoraDataQueries { zuoraId } }');
    expect(data.zuoraDataQueries).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  it('is only planned by a dry run, and refused without words', async () => {
    expect((await submit({ deletedOnly: true, compression: 'GZIP' }, { dryRun: true })).plan).toEqual([
      {
        action: 'POST_DataQueryJob',
        target: null,
        after: {
          query: SQL,
          outputFormat: 'JSON',
          compression: 'GZIP',
          output: { target: 'S3' },
          sourceData: 'LIVE',
          readDeleted: true,
        },
      },
    ]);
    expect((await submit({ query: '  ' })).userErrors).toMatchObject([{ code: 'INVALID', field: ['input', 'query'] }]);
    expect(posts()).toEqual([]);
  });

  it('that Zuora cannot answer says so', async () => {
    const { dataQuery } = await submit({ query: 'SELECT x FROM nowhere' });
    expect(await finished(dataQuery?.zuoraId ?? '')).toMatchObject({ status: 'FAILED', rows: null, fileUrl: null });
  });

  it('that there is not is null, and nothing but ids gets into a path', async () => {
    expect(await read('4a6e2a3c-0000-4000-8000-000000000000')).toBeNull();
    expect(await read('../v1/accounts/A00000001')).toBeNull();
    expect(sandbox.requests('GET /v1/accounts/A00000001')).toEqual([]);
    expect((await cancel('nobody')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
  });

  it('is stopped while it is not answered', async () => {
    const { dataQuery } = await submit();
    const id = dataQuery?.zuoraId ?? '';
    expect((await cancel(id, true)).plan).toMatchObject([{ action: 'DELETE_DataQueryJob', target: id }]);
    expect(sandbox.requests('DELETE /query/jobs/*')).toEqual([]);
    sandbox.fault('DELETE /query/jobs/*', { kind: 'reply-lost' });
    expect(await cancel(dataQuery?.zuoraId ?? '')).toMatchObject({
      dataQuery: { status: 'CANCELLED' },
      userErrors: [],
    });
    expect(sandbox.requests('DELETE /query/jobs/*')).toHaveLength(1);
    expect((await cancel(id)).userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Zuora Billing: A job that is cancelled cannot be cancelled.',
        field: null,
      },
    ]);
  });
});
