import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const JOB = 'job { jobId status rawStatus failure startedAt }';

let gateway: TestGateway;
let sandbox: RevenueSandbox;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_REVENUE_POLL_MS: '2' },
  });
  sandbox = gateway.sandbox('ZUORA_REVENUE') as RevenueSandbox;
  sandbox.pace({ jobMs: 0, stagingMs: 0 });
});
afterEach(() => {
  sandbox.switchOff(false);
  sandbox.reset();
});
afterAll(() => gateway?.close());

async function ask<T = Record<string, never>>(text: string, variables = {}): Promise<T> {
  const { data, errors } = await gateway.query<T>(text, variables);
  expect(errors).toBeUndefined();
  return data;
}

describe('templates', () => {
  it('are shown with the columns in the order of the file', async () => {
    const { revenueUploadTemplate } = await ask(
      '{ revenueUploadTemplate(name: "Contract Events") { name dateFormat columns { label field type } } }',
    );
    expect(revenueUploadTemplate).toEqual({
      name: 'Contract Events',
      dateFormat: 'YYYY-MM-DD',
      columns: [
        { label: 'Event Name', field: 'EVENT_NAME', type: 'TEXT' },
        { label: 'Doc Line Id', field: 'SO_LINE_ID', type: 'TEXT' },
        { label: 'Event Date', field: 'EVENT_DATE', type: 'DATE' },
        { label: 'Quantity', field: 'PROCESS_QTY', type: 'NUMBER' },
        { label: 'Percent', field: 'PROCESS_PERCENT', type: 'NUMBER' },
      ],
    });
  });

  it('are null where there is none of the name', async () => {
    expect(await ask('{ revenueUploadTemplate(name: "Nothing") { name } }')).toEqual({ revenueUploadTemplate: null });
  });
});

describe('reports', () => {
  it('are listed, found again by id, and opened by an address', async () => {
    const { revenueReports } = await ask<{ revenueReports: { id: string; reportId: number; signedUrl: string }[] }>(
      '{ revenueReports { id reportId name fileName category status signedUrl } }',
    );
    expect(revenueReports.map(({ reportId }) => reportId)).toEqual([7101, 7102]);
    expect(revenueReports[0]?.signedUrl).toContain('/signed/revenue_waterfall_7101.csv?expires=');
    const again = await ask('query ($id: ID!) { node(id: $id) { id ... on RevenueReport { name } } }', {
      id: revenueReports[1]?.id,
    });
    expect(again).toEqual({ node: { id: 'rrp_7102', name: 'Unreleased Revenue' } });
  });

  it('are those of a day', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const { revenueReports } = await ask<{ revenueReports: object[] }>(
      'query ($day: Date) { revenueReports(createdOn: $day) { reportId } }',
      { day },
    );
    expect(revenueReports).toEqual([{ reportId: 7102 }]);
  });
});

describe('jobs', () => {
  const submit = (input: object, dryRun = false) =>
    ask<{ revenueJobSubmit: Record<string, unknown> }>(
      `mutation ($input: RevenueJobSubmitInput!, $dryRun: Boolean!) { revenueJobSubmit(input: $input, dryRun: $dryRun) {
        ${JOB} plan { system action target after } userErrors { code message field } } }`,
      { input, dryRun },
    ).then(({ revenueJobSubmit }) => revenueJobSubmit);

  it('are submitted with every parameter of the program, and followed', async () => {
    const input = { orgId: 1, programId: '149', parameters: [{ name: 'exclude flag', value: 'N' }] };
    const parameters = [
      { parameter_id: 228, sequence: 1, parameter_value: '' },
      { parameter_id: 229, sequence: 2, parameter_value: '' },
      { parameter_id: 230, sequence: 3, parameter_value: 'N' },
    ];
    expect(await submit(input, true)).toEqual({
      job: null,
      plan: [{ system: 'ZUORA_REVENUE', action: 'submitProgram', target: '1/149', after: { parameters } }],
      userErrors: [],
    });
    expect(sandbox.jobs()).toEqual([]);
    expect(await submit(input)).toMatchObject({
      job: { jobId: '26570', status: 'COMPLETED', rawStatus: 'Completed', failure: null },
      plan: null,
      userErrors: [],
    });
    expect(await ask('{ revenueJob(orgId: 1, jobId: "26570") { status } }')).toEqual({
      revenueJob: { status: 'COMPLETED' },
    });
  });

  it('have failed where their status says so, although the call succeeds', async () => {
    expect(await submit({ orgId: 2, programId: '149' })).toMatchObject({
      job: {
        status: 'ERROR',
        failure: 'No Period Status Found for ORG_ID:2,this job cannot be submitted',
        startedAt: null,
      },
    });
  });

  it('are refused with what is wrong, before anything is sent', async () => {
    const nobody = { name: 'X', value: '' };
    expect((await submit({ orgId: 9, programId: '149' })).userErrors).toEqual([
      { code: 'NOT_FOUND', message: 'There is no organisation 9.', field: ['input', 'orgId'] },
    ]);
    expect((await submit({ orgId: 1, programId: '1' })).userErrors).toMatchObject([{ field: ['input', 'programId'] }]);
    expect((await submit({ orgId: 1, programId: '149', parameters: [nobody] })).userErrors).toEqual([
      {
        code: 'INVALID',
        message: 'Revpro3.0 Accounting Transfer Master has no parameter X.',
        field: ['input', 'parameters', '0', 'name'],
      },
    ]);
    expect(sandbox.jobs()).toEqual([]);
  });

  it('are never sent twice: a lost answer is said to be one', async () => {
    sandbox.fault('POST /api/integration/v1/*/programs/*/submit', { kind: 'reply-lost' });
    const { errors } = await gateway.query(
      'mutation { revenueJobSubmit(input: { orgId: 1, programId: "149" }) { job { jobId } userErrors { message } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', system: 'ZUORA_REVENUE' } }]);
    expect(sandbox.jobs()).toHaveLength(1);
  });

  it('of data collection take the configured RC template, and are refused for one that does not exist', async () => {
    const start = (input: string) =>
      ask<{ revenueCollectionStart: object }>(
        `mutation { revenueCollectionStart(input: ${input}) { ${JOB} userErrors { code message } } }`,
      ).then(({ revenueCollectionStart }) => revenueCollectionStart);
    // There is nothing in staging.
    expect(await start('{}')).toMatchObject({ job: { jobId: '26570', status: 'WARNING' }, userErrors: [] });
    expect(await start('{ rcTemplate: "None" }')).toEqual({
      job: null,
      userErrors: [{ code: 'REJECTED_BY_UPSTREAM', message: 'Zuora Revenue: Invalid RC template name' }],
    });
  });
});

describe('transfer batches', () => {
  const list = async () =>
    (await ask<{ revenueTransferBatches: object[] }>('{ revenueTransferBatches { batchId name status } }'))
      .revenueTransferBatches;
  const confirm = (dryRun = false) =>
    ask<{ revenueTransferBatchConfirm: object }>(
      `mutation ($dryRun: Boolean!) { revenueTransferBatchConfirm(batchId: 10043, dryRun: $dryRun) {
        batchId plan { action target } userErrors { code message field } } }`,
      { dryRun },
    ).then(({ revenueTransferBatchConfirm }) => revenueTransferBatchConfirm);
  const PUT = 'PUT /api/integration/v1/journal/batch/status/*';

  it('are listed, read page by page, and confirmed once', async () => {
    expect(await list()).toEqual([
      { batchId: 10043, name: 'FEB-26 Transfer', status: 'Ready to Transfer' },
      { batchId: 10044, name: 'MAR-26 Transfer', status: 'Ready to Transfer' },
    ]);
    const { revenueTransferBatchPage } = await ask<{ revenueTransferBatchPage: { rows: object[]; hasMore: boolean } }>(
      '{ revenueTransferBatchPage(batchId: 10043, page: 3) { rows hasMore } }',
    );
    expect([revenueTransferBatchPage.rows.length, revenueTransferBatchPage.hasMore]).toEqual([500, false]);
    expect(revenueTransferBatchPage.rows[0]).toEqual({ BATCH_ID: 10043, ENTRY: 2001, DEBIT: '10.00' });
    expect(await confirm(true)).toMatchObject({
      batchId: null,
      plan: [{ action: 'updateTransferBatchStatus', target: '10043' }],
    });
    expect(sandbox.requests(PUT)).toEqual([]);
    expect(await confirm()).toEqual({ batchId: 10043, plan: null, userErrors: [] });
    expect(await confirm()).toMatchObject({
      batchId: null,
      userErrors: [{ code: 'NOT_FOUND', message: 'No batch 10043 is ready to be transferred.', field: ['batchId'] }],
    });
    expect(await list()).toHaveLength(1);
    expect(sandbox.requests(PUT)).toHaveLength(1);
  });

  it('are known to be confirmed although the answer is lost', async () => {
    sandbox.fault(PUT, { kind: 'reply-lost' });
    expect(await confirm()).toMatchObject({ batchId: 10043, userErrors: [] });
    expect(sandbox.requests(PUT)).toHaveLength(1);
    sandbox.reset();
    sandbox.fault(PUT, { kind: 'connection-reset' });
    const { errors } = await gateway.query('mutation { revenueTransferBatchConfirm(batchId: 10043) { batchId } }');
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(await list()).toHaveLength(2);
  });
});

describe('BI views', () => {
  const query = (name: string) =>
    ask<{ revenueBiView: { rowCount: number; columns: object[]; csvUrl: string } | null }>(
      `query ($name: String!) { revenueBiView(name: $name, from: "2026-02-01T00:00:00+01:00", to: "2026-03-01T00:00:00Z") {
        name rowCount columns { name type } csvUrl } }`,
      { name },
    ).then(({ revenueBiView }) => revenueBiView);

  it('are streamed as one CSV over all pages', async () => {
    const view = await query('RPRO_BI3_RC_LNS_V');
    expect(view).toMatchObject({ rowCount: 12_345, columns: [{ name: 'RC_ID', type: 'NUMBER' }, {}, {}] });
    const response = await fetch(view?.csvUrl ?? '');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="RPRO_BI3_RC_LNS_V.csv"');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(12_346);
    expect([lines[0], lines[1], lines.at(-1)]).toEqual([
      'RC_ID,SO_LINE_ID,EXT_SLL_PRC',
      '1,SO-0,10',
      '12345,SO-12344,10',
    ]);
    const pages = sandbox.requests('GET /api/integration/v2/biviews/*');
    // The second page was asked for before it was there.
    expect(pages.map(({ query: asked }) => asked.get('pagenum'))).toEqual(['1', '2', '2', '3']);
    expect(pages[0]?.query.get('fromDate')).toBe('2026-01-31T23:00:00');
    expect(pages[1]?.headers['continuation-token']).toBe('bi-RPRO_BI3_RC_LNS_V');
  });

  it('are null where there is none, and their addresses cannot be made up', async () => {
    expect(await query('NOTHING')).toBeNull();
    const view = await query('RPRO_BI3_RC_LNS_V');
    const forged = await fetch(`${view?.csvUrl}x`);
    expect([forged.status, await forged.json()]).toEqual([
      404,
      { error: 'This address is not valid any more: ask for a new one.' },
    ]);
  });
});

describe('the tenant', () => {
  const reports = () => gateway.query<{ revenueReports: object[] }>('{ revenueReports { reportId } }');

  it('is asked for a new token when the old one has expired, once', async () => {
    await reports();
    const before = sandbox.requests('POST /oauth2/token').length;
    sandbox.expireTokens();
    const { data } = await reports();
    expect(data.revenueReports).toHaveLength(2);
    expect(sandbox.requests('POST /oauth2/token')).toHaveLength(before + 1);
  });

  it('without the API service is named as such', async () => {
    sandbox.switchOff(true);
    const { errors } = await reports();
    expect(errors).toMatchObject([
      {
        message: 'Zuora Revenue: the API service is not enabled for this tenant. Zuora Support can switch it on.',
        extensions: { code: 'UPSTREAM_UNSUPPORTED', retryable: false },
      },
    ]);
  });
});

it('takes tenants of the older generation: Basic once, then a JWT from a response header', async () => {
  const { username, password } = sandbox.credentials;
  // One gateway a process.
  await gateway.close();
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: {
      DISCOVERY_INTERVAL_MINUTES: '0',
      ZUORA_REVENUE_CLIENT_ID: '',
      ZUORA_REVENUE_CLIENT_SECRET: '',
      ZUORA_REVENUE_USERNAME: username,
      ZUORA_REVENUE_PASSWORD: password,
    },
  });
  const tenant = gateway.sandbox('ZUORA_REVENUE');
  for (const _ of [1, 2]) {
    expect((await gateway.query('{ revenueReports { reportId } }')).errors).toBeUndefined();
  }
  expect(tenant.requests('POST /api/integration/v1/authenticate')).toMatchObject([
    { headers: { role: 'API Role', clientname: 'Default' }, status: 200 },
  ]);
  expect(tenant.requests('GET /api/integration/v1/reports/list').map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    undefined,
  ]);
});
