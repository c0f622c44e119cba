import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RevenueSandbox } from '../../src/upstreams/zuora-revenue/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { csvOf, HEADER, invoiceLine, orderLine } from '../support/revenue-files.js';
import { put, uploadsOf } from '../support/revenue-uploads.js';

let gateway: TestGateway;
let sandbox: RevenueSandbox;
let uploads: ReturnType<typeof uploadsOf>;

beforeAll(async () => {
  gateway = await startTestGateway({
    sandbox: { customers: 5, limits: true },
    // A header and four rows.
    environment: { DISCOVERY_INTERVAL_MINUTES: '0', ZUORA_REVENUE_LINES_PER_UPLOAD: '5', ZUORA_REVENUE_POLL_MS: '2' },
  });
  sandbox = gateway.sandbox('ZUORA_REVENUE') as RevenueSandbox;
  uploads = uploadsOf(gateway.query);
});
beforeEach(() => sandbox.pace({ stagingMs: 10, jobMs: 10 }));
afterEach(() => {
  sandbox.clearFaults();
  sandbox.switchOff(false);
});
afterAll(() => gateway?.close());

let orders = 0;
const order = () => `T${++orders}`;
const POST = 'POST /api/integration/v1/csv/upload';
const idsOf = (prefix: string) =>
  sandbox
    .rows()
    .map(({ cells }) => cells.INV_LINE_ID || cells.SO_LINE_ID || '')
    .filter((id) => id.startsWith(prefix))
    .sort();

describe('the first upload of all', () => {
  const lostOne = async () => {
    sandbox.fault(POST, { kind: 'reply-lost' });
    const csv = csvOf([orderLine(order(), 1)]);
    const { upload } = await uploads.create({ csv });
    return await uploads.ended(upload?.id);
  };

  it('is for a person to look for when its answer is lost, because no request before it is known', async () => {
    const lost = await lostOne();
    const [part] = lost.parts;
    expect(lost).toMatchObject({ status: 'FAILED', rowsUploaded: 0 });
    expect(part).toMatchObject({
      status: 'UNCERTAIN',
      message: `The answer was lost, and no earlier request is known to look after. Look in Zuora Revenue whether ${part?.fileName} arrived.`,
    });
    expect((await uploads.retry(lost.id)).userErrors).toMatchObject([{ field: ['input', 'landed'] }]);
    expect((await uploads.retry(lost.id, { part: 1 })).userErrors).toMatchObject([{ field: ['input', 'landed'] }]);
    await uploads.retry(lost.id, { part: 1, landed: true });
    expect(await uploads.ended(lost.id)).toMatchObject({ status: 'STAGED', rowsUploaded: 1 });
    expect(sandbox.uploads()).toHaveLength(1);
  });

  it('is sent again if that person did not find it, and followed if they say which request it is', async () => {
    sandbox.fault(POST, { kind: 'connection-reset' });
    const rows = [order(), order(), order()].flatMap((so) => [1, 2, 3].map((line) => orderLine(so, line)));
    const { upload } = await uploads.create({ csv: csvOf(rows) });
    const lost = await uploads.ended(upload?.id);
    // The first part went alone; after it the second one was the first to be answered.
    expect(lost.parts.map(({ status }) => status)).toEqual(['UNCERTAIN', 'DONE', 'DONE']);
    expect(lost.failure).toMatch(/^1 of 3 parts failed\. Part 1: The answer was lost/);
    await uploads.retry(lost.id, { part: 1, landed: false });
    const ended = await uploads.ended(lost.id);
    expect(ended).toMatchObject({ status: 'STAGED', rowsUploaded: 9 });
    expect(ended.parts[0]?.requestId).toBe(sandbox.uploads().at(-1)?.id);
    expect(sandbox.uploads()).toHaveLength(4);
  });
});

describe('rows that are given with the request', () => {
  it('come to staging as CSV', async () => {
    const so = order();
    const csv = csvOf([orderLine(so, 1), invoiceLine(so, 1)]);
    const { upload, userErrors, plan } = await uploads.create({ csv, fileName: 'März 2026.csv' });
    expect([userErrors, plan]).toEqual([[], null]);
    const ended = await uploads.ended(upload?.id);
    expect(ended).toMatchObject({ status: 'STAGED', rows: 2, rowsUploaded: 2, failure: null, putUrl: null });
    expect(ended.parts).toMatchObject([{ number: 1, status: 'DONE', rows: 2, attempt: 1, message: null }]);
    expect(ended.parts[0]?.fileName).toMatch(/^Ma-rz-2026-[0-9a-f]{12}\.csv$/);
    expect(sandbox.uploads().at(-1)?.fileName).toBe(ended.parts[0]?.fileName);
    const row = sandbox.rows().find(({ cells }) => cells.SO_LINE_ID === `SO-${so}-1`);
    expect(row?.cells.CUSTOMER_NAME).toBe('Müller, "Maschinenbau"');
    expect(
      await uploads.ask('query ($id: ID!) { node(id: $id) { ... on RevenueUpload { status } } }', upload ?? {}),
    ).toEqual({
      node: { status: 'STAGED' },
    });
  });

  it('come to staging as objects, by heading or by field', async () => {
    const so = order();
    const { 'Doc Line Id': id, ...rest } = orderLine(so, 1);
    const { upload } = await uploads.create({ rows: [{ ...rest, SO_LINE_ID: id, 'Ord Qty': 3 }] });
    expect((await uploads.ended(upload?.id)).status).toBe('STAGED');
    expect(sandbox.rows().find(({ cells }) => cells.SO_LINE_ID === `SO-${so}-1`)?.cells.ORD_QTY).toBe('3');
  });

  it('are refused with every problem, and nothing is kept or sent', async () => {
    const before = sandbox.requests(POST).length;
    const so = order();
    const wrong = [orderLine(so, 1, { 'Ord Qty': 'x' }), orderLine(so, 2, { Curr: '', 'Doc Date': '2026-01-01' })];
    const { upload, userErrors } = await uploads.create({ csv: csvOf(wrong) });
    expect(upload).toBeNull();
    expect(userErrors).toEqual([
      { code: 'INVALID', message: 'line 2, Ord Qty: "x" is not a number', field: ['input', 'csv'] },
      {
        code: 'INVALID',
        message: 'line 3, Doc Date: "2026-01-01" is not a date of the form DD-MON-YYYY',
        field: ['input', 'csv'],
      },
      { code: 'INVALID', message: 'line 3, Curr: is empty: SO needs it', field: ['input', 'csv'] },
    ]);
    expect((await uploads.create({ rows: wrong })).userErrors.map(({ field }) => field)).toEqual([
      ['input', 'rows', '0'],
      ['input', 'rows', '1'],
      ['input', 'rows', '1'],
    ]);
    expect((await uploads.create({ rows: [{ Colour: 'red' }, 5] })).userErrors).toMatchObject([
      { message: 'Colour is no column of the template Order Lines.', field: ['input', 'rows', '0', 'Colour'] },
      { field: ['input', 'rows', '1'] },
    ]);
    expect((await uploads.create({ template: 'None', csv: 'x' })).userErrors).toEqual([
      { code: 'NOT_FOUND', message: 'There is no upload template None.', field: ['input', 'template'] },
    ]);
    expect(sandbox.requests(POST)).toHaveLength(before);
  });

  it('are planned by a dry run, which sends nothing, and are named alike when they are sent', async () => {
    const before = sandbox.requests(POST).length;
    const rows = [1, 2, 3].flatMap((line) => [orderLine(order(), line), orderLine(order(), line)]);
    const { plan, upload } = await uploads.create({ csv: csvOf(rows) }, { dryRun: true });
    expect(upload).toBeNull();
    expect(plan).toMatchObject([
      { action: 'createUpload', after: { templatename: 'Order Lines', rows: 4 } },
      { action: 'createUpload', after: { templatename: 'Order Lines', rows: 2 } },
    ]);
    expect(sandbox.requests(POST)).toHaveLength(before);
    const sent = await uploads.ended((await uploads.create({ csv: csvOf(rows) })).upload?.id);
    expect(sent.parts.map(({ fileName }) => fileName)).toEqual(plan?.map(({ target }) => target));
  });

  it('are uploaded once for a key, and once without one unless that is wanted', async () => {
    const csv = csvOf([orderLine(order(), 1)]);
    const before = sandbox.requests(POST).length;
    const first = await uploads.create({ csv }, { idempotencyKey: `key-${orders}` });
    const again = await uploads.create({ csv }, { idempotencyKey: `key-${orders}` });
    expect(again.upload?.id).toBe(first.upload?.id);
    const other = await uploads.create(
      { csv: csvOf([orderLine(order(), 1)]) },
      { idempotencyKey: `key-${orders - 1}` },
    );
    expect(other.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['idempotencyKey'] }]);
    await uploads.ended(first.upload?.id);
    const twice = await uploads.create({ csv });
    expect(twice.userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining(`as ${first.upload?.id}: its rows would be there twice`) },
    ]);
    expect(sandbox.requests(POST)).toHaveLength(before + 1);
    const meant = await uploads.create({ csv, again: true });
    // The rows are in staging already, which Zuora Revenue says of each.
    expect((await uploads.ended(meant.upload?.id)).status).toBe('STAGED_WITH_ERRORS');
  });
});

describe('a file that is sent to the address', () => {
  it('is split so that orders stay together, two parts at a time', async () => {
    sandbox.pace({ stagingMs: 60 });
    const names = [order(), order(), order(), order()];
    const rows = [1, 2, 3].flatMap((line) => names.map((so) => orderLine(so, line)));
    const { upload } = await uploads.create({ fileName: 'big.csv' });
    expect(upload).toMatchObject({ status: 'WAITING_FOR_FILE', rows: 0, parts: [] });
    const before = sandbox.uploads().length;
    const sent = await put(upload?.putUrl, csvOf(rows));
    expect(sent).toMatchObject({ status: 200, body: { id: upload?.id, status: 'UPLOADING', rows: 12, parts: 4 } });
    const ended = await uploads.ended(upload?.id);
    expect(ended).toMatchObject({ status: 'STAGED', rows: 12, rowsUploaded: 12, putUrl: null });
    const arrived = sandbox.uploads().slice(before);
    expect(
      arrived.map(({ outcome }) => ('rows' in outcome ? new Set(outcome.rows.map((row) => row.SO_NUM)) : null)),
    ).toEqual(expect.arrayContaining(names.map((so) => new Set([`SO-${so}`]))));
    // A third one at a time is refused by the sandbox.
    expect(
      sandbox
        .requests(POST)
        .slice(-4)
        .map(({ status }) => status),
    ).toEqual([200, 200, 200, 200]);
    expect((await put(upload?.putUrl, csvOf(rows))).status).toBe(404);
  });

  it('is refused with its problems', async () => {
    const { upload } = await uploads.create({});
    const answer = await put(
      upload?.putUrl,
      Buffer.from(csvOf([orderLine(order(), 1, { 'Cstmr Nm': 'ü' })]), 'latin1'),
    );
    expect(answer).toMatchObject({ status: 422, body: { status: 'FAILED', problemCount: 1 } });
    expect(await uploads.upload(upload?.id ?? '')).toMatchObject({
      status: 'FAILED',
      failure: 'The file has 1 problem; nothing of it was sent.',
      problems: [
        { line: 2, column: null, reason: expect.stringMatching(/^byte \d+ of the file \(0xFC\) is not UTF-8/) },
      ],
    });
    const retried = await uploads.retry(upload?.id ?? '');
    expect(retried.userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('make a new upload') },
    ]);
  });

  it('may break off, and is taken the next time', async () => {
    const { upload } = await uploads.create({});
    const cut = new AbortController();
    const body = new ReadableStream({
      async pull(stream) {
        stream.enqueue(new TextEncoder().encode(csvOf([orderLine(order(), 1)])));
        await uploads.until(upload?.id ?? '', ({ status }) => status === 'VALIDATING');
        cut.abort();
      },
    });
    const options = { method: 'PUT', body, duplex: 'half', signal: cut.signal } as RequestInit;
    await expect(fetch(upload?.putUrl ?? '', options)).rejects.toThrow();
    await uploads.until(upload?.id ?? '', ({ status }) => status === 'WAITING_FOR_FILE');
    expect((await put(upload?.putUrl, csvOf([orderLine(order(), 1)]))).status).toBe(200);
    expect((await uploads.ended(upload?.id)).status).toBe('STAGED');
  });
});

describe('what became of the rows', () => {
  it('is told by line, and can be downloaded to be put right and uploaded again', async () => {
    const so = order();
    const rows = [
      orderLine(so, 1),
      orderLine(so, 2, { 'Cstmr Nm': '' }),
      invoiceLine(so, 1),
      orderLine(order(), 1, { 'Item Num': '' }),
    ];
    const { upload } = await uploads.create({ csv: csvOf(rows) });
    const ended = await uploads.ended(upload?.id);
    expect(ended).toMatchObject({ status: 'STAGED_WITH_ERRORS', rowsUploaded: 4, stageErrorCount: 2 });
    expect(ended.stageErrors.nodes).toMatchObject([
      { line: 3, part: 1, soLineId: `SO-${so}-2`, message: expect.stringContaining('RPRO-00003'), row: rows[1] },
      { line: 5, part: 1, message: expect.stringContaining('RPRO-00006') },
    ]);
    const repair = await (await fetch(ended.stageErrorsUrl)).text();
    expect(repair).toBe(csvOf([rows[1] ?? {}, rows[3] ?? {}]));
    const reasons = await (await fetch(`${ended.stageErrorsUrl}?reasons=1`)).text();
    expect(reasons.split('\n')[1]).toMatch(/,"3","RPRO-00003: .*"$/);

    const live = await uploads.ask<{ revenueStageErrors: { nodes: object[] } }>(
      'query ($id: ID) { revenueStageErrors(type: TRANSACTION, uploadId: $id, first: 1) { nodes { line } pageInfo { hasNextPage } } }',
      { id: upload?.id },
    );
    expect(live.revenueStageErrors).toEqual({ nodes: [{ line: 3 }], pageInfo: { hasNextPage: true } });

    const repaired = repair.replaceAll('"SO","SO', '"SO","SO').split('\n');
    const fixed = csvOf([
      { ...rows[1], 'Cstmr Nm': 'Contoso' },
      { ...rows[3], 'Item Num': 'PRO' },
    ]);
    expect(repaired).toHaveLength(4);
    expect((await uploads.ended((await uploads.create({ csv: fixed })).upload?.id)).status).toBe('STAGED');
    expect(idsOf(`SO-${so}`)).toEqual([`SO-${so}-1`, `SO-${so}-2`]);
  });

  it('may be nothing: a part that is refused fails alone, and is put right alone', async () => {
    // A formula is what the check would find; the tenant refuses what it does not know of.
    sandbox.refuseUploadsWith('SO-BAD', 'Line 2: Cstmr Nm: ORA-12899: value too large for column');
    const [good, bad] = [order(), 'BAD'];
    const rows = [1, 2, 3].map((line) => orderLine(good, line)).concat([1, 2, 3].map((line) => orderLine(bad, line)));
    const { upload } = await uploads.create({ csv: csvOf(rows) });
    const failed = await uploads.ended(upload?.id);
    expect(failed).toMatchObject({ status: 'FAILED', rowsUploaded: 3 });
    expect(failed.failure).toBe(
      '1 of 2 parts failed. Part 2: Failed: Line 2: Cstmr Nm: ORA-12899: value too large for column',
    );
    expect(failed.parts).toMatchObject([{ status: 'DONE' }, { status: 'FAILED', attempt: 1 }]);
    expect(await (await fetch(failed.parts[1]?.csvUrl ?? '')).text()).toBe(csvOf(rows.slice(3)));

    expect((await uploads.retry(failed.id, { part: 1 })).userErrors).toMatchObject([
      { code: 'CONFLICT', message: 'Part 1 has not failed: it is DONE.', field: ['input', 'part'] },
    ]);
    expect(
      (await uploads.retry(failed.id, { part: 2, csv: csvOf([orderLine(bad, 1, { Curr: '' })]) })).userErrors,
    ).toMatchObject([{ code: 'INVALID', message: 'line 2, Curr: is empty: SO needs it', field: ['input', 'csv'] }]);
    sandbox.refuseUploadsWith(null, '');
    const waiting = await uploads.retry(failed.id, { part: 2, byFile: true });
    const corrected = [1, 2].map((line) => orderLine(bad, line, { 'Cstmr Nm': 'Short' }));
    expect(await put(waiting.upload?.putUrl, csvOf(corrected))).toMatchObject({ status: 200 });
    const ended = await uploads.ended(failed.id);
    expect(ended).toMatchObject({ status: 'STAGED', rows: 5, rowsUploaded: 5, failure: null, putUrl: null });
    expect(ended.parts).toMatchObject([{ attempt: 1 }, { attempt: 2, rows: 2, status: 'DONE' }]);
    expect(ended.parts[1]?.fileName).not.toBe(failed.parts[1]?.fileName);
    expect(idsOf('SO-BAD')).toEqual(['SO-BAD-1', 'SO-BAD-2']);
    expect(idsOf(`SO-${good}`)).toHaveLength(3);
  });

  it('may be nothing at all: then the same file may come again, under other names', async () => {
    sandbox.refuseUploadsWith('SO-', 'ORA-12899: value too large for column');
    const csv = csvOf([orderLine(order(), 1)]);
    const failed = await uploads.ended((await uploads.create({ csv })).upload?.id);
    expect(failed).toMatchObject({ status: 'FAILED', rowsUploaded: 0 });
    sandbox.refuseUploadsWith(null, '');
    const again = await uploads.ended((await uploads.create({ csv })).upload?.id);
    expect(again).toMatchObject({ status: 'STAGED', rowsUploaded: 1 });
    expect(again.parts[0]?.fileName).not.toBe(failed.parts[0]?.fileName);
    expect((await uploads.create({ csv })).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('is collected if that is asked for, and a job that ends in an error is a failure', async () => {
    const collected = await uploads.ended(
      (await uploads.create({ csv: csvOf([orderLine(order(), 1)]), collect: {} })).upload?.id,
    );
    expect(collected).toMatchObject({ status: 'COLLECTED', failure: null });
    expect(collected.collectionJobId).toBe(String(sandbox.jobs().at(-1)?.id));
    sandbox.endNextJobWith('Error');
    const { upload } = await uploads.create({
      csv: csvOf([orderLine(order(), 1)]),
      collect: { rcTemplate: 'Standard' },
    });
    const failed = await uploads.ended(upload?.id);
    expect(failed).toMatchObject({ status: 'FAILED', rowsUploaded: 1 });
    expect(failed.failure).toMatch(/^The rows are in staging\. Data collection \(job \d+\) ended as Error/);
    const before = sandbox.requests(POST).length;
    await uploads.retry(failed.id);
    expect((await uploads.ended(failed.id)).status).toBe('COLLECTED');
    expect(sandbox.requests(POST)).toHaveLength(before);
    const unknown = await uploads.create({ csv: csvOf([orderLine(order(), 1)]), collect: { rcTemplate: 'None' } });
    expect((await uploads.ended(unknown.upload?.id)).failure).toBe(
      'The rows are in staging. Data collection: Zuora Revenue: Invalid RC template name',
    );
  });
});

describe('what is lost on the way', () => {
  const three = () => [order(), order(), order()].flatMap((so) => [1, 2, 3].map((line) => orderLine(so, line)));

  it.each([
    ['reply-lost', [200, 200]],
    ['cut-off-json', [200, 200]],
    ['connection-reset', [200, 200, 200]],
    ['expired-token', [200, 200, 200]],
  ] as const)('%s: every row is there once', async (kind, answered) => {
    const before = sandbox.requests(POST).length;
    const rows = three();
    sandbox.fault(POST, { kind });
    const { upload } = await uploads.create({ csv: csvOf(rows) });
    const ended = await uploads.ended(upload?.id);
    expect(ended).toMatchObject({ status: 'STAGED', rowsUploaded: 9, failure: null });
    const statuses = sandbox.requests(POST).map(({ status }) => status);
    expect(statuses.slice(before).filter((status) => status === 200)).toEqual(answered);
    expect(rows.flatMap((row) => idsOf(row['Doc Line Id'] ?? '')).sort()).toEqual(
      rows.map((row) => row['Doc Line Id']).sort(),
    );
    const ids = ended.parts.map(({ requestId }) => requestId);
    expect(new Set(ids)).toEqual(
      new Set(
        sandbox
          .uploads()
          .slice(-3)
          .map(({ id }) => id),
      ),
    );
  });

  it.each([
    ['rate-limited', { kind: 'rate-limited', retryAfter: 0, times: 2 }],
    ['server-error', { kind: 'server-error', status: 503 }],
  ] as const)('%s: it is sent when it can be', async (_kind, fault) => {
    sandbox.fault(POST, fault);
    const { upload } = await uploads.create({ csv: csvOf(three()) });
    expect(await uploads.ended(upload?.id)).toMatchObject({ status: 'STAGED', rowsUploaded: 9 });
  });

  it('the status of a part may be late', async () => {
    sandbox.fault('GET /api/integration/v1/csv/upload/status', { kind: 'server-error', status: 503, times: 5 });
    const { upload } = await uploads.create({ csv: csvOf([orderLine(order(), 1)]) });
    expect((await uploads.ended(upload?.id)).status).toBe('STAGED');
  });

  it('a tenant that is switched off fails the upload, which goes on where it was', async () => {
    sandbox.pace({ stagingMs: 60_000, jobMs: 60_000 });
    const before = sandbox.uploads().length;
    const { upload } = await uploads.create({ csv: csvOf(three()), collect: {} });
    await uploads.until(upload?.id ?? '', ({ parts }) => parts.filter(({ status }) => status === 'SENT').length === 2);
    sandbox.switchOff(true);
    const failed = await uploads.ended(upload?.id);
    expect(failed).toMatchObject({ status: 'FAILED', rowsUploaded: 0 });
    expect(failed.failure).toContain('the API service is not enabled for this tenant');
    expect(failed.parts.map(({ status }) => status).sort()).toEqual(['READY', 'SENT', 'SENT']);
    sandbox.switchOff(false);
    sandbox.hurry();
    sandbox.pace({ stagingMs: 5 });
    const { plan } = await uploads.retry(failed.id, {}, true);
    expect(plan).toMatchObject([{ action: 'createUpload', after: { part: 3, rows: 3 } }]);
    const jobs = sandbox.jobs().length;
    await uploads.retry(failed.id);
    await uploads.until(failed.id, ({ collectionJobId }) => collectionJobId !== null);
    sandbox.switchOff(true);
    expect((await uploads.ended(failed.id)).failure).toContain('the API service is not enabled');
    sandbox.switchOff(false);
    sandbox.hurry();
    await uploads.retry(failed.id);
    expect(await uploads.ended(failed.id)).toMatchObject({ status: 'COLLECTED', rowsUploaded: 9, failure: null });
    expect(sandbox.jobs()).toHaveLength(jobs + 1);
    expect(sandbox.uploads()).toHaveLength(before + 3);
  });

  it('lines are counted as the tenant counts them, breaks inside values included', async () => {
    const rows = [order(), order(), order()].map((so) => orderLine(so, 1, { 'Cstmr Nm': 'two\r\nlines' }));
    const { plan } = await uploads.create({ csv: csvOf(rows) }, { dryRun: true });
    expect(plan).toMatchObject([{ after: { rows: 2 } }, { after: { rows: 1 } }]);
  });
});

it('lists uploads, newest first', async () => {
  const { revenueUploads } = await uploads.ask<{
    revenueUploads: {
      nodes: { id: string; createdAt: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  }>(
    '{ revenueUploads(first: 3, status: STAGED) { nodes { id createdAt status } pageInfo { endCursor hasNextPage } } }',
    {},
  );
  const times = revenueUploads.nodes.map(({ createdAt }) => createdAt);
  expect(times).toEqual([...times].sort().reverse());
  expect(revenueUploads.pageInfo.hasNextPage).toBe(true);
  const next = await uploads.ask<
    typeof revenueUploads extends object ? { revenueUploads: { nodes: { id: string }[] } } : never
  >('query ($after: String) { revenueUploads(first: 3, status: STAGED, after: $after) { nodes { id } } }', {
    after: revenueUploads.pageInfo.endCursor,
  });
  const ids = [...revenueUploads.nodes, ...next.revenueUploads.nodes].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(HEADER).toHaveLength(21);
});
