import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

const ACCOUNT = 'A00000001';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  // The contract names the path of an import's status in an answer, and not among its operations.
  gateway = await startTestGateway({
    sandbox: { customers: 5 },
    environment: { DISCOVERY_INTERVAL_MINUTES: '0' },
    verified: false,
  });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterEach(() => sandbox.clearFaults());
afterAll(() => gateway?.close());

const terabytes = () => tenantRows(sandbox)('usages', 'uom.EQ:TB');

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly field: string[] | null;
}

describe('a usage file', () => {
  interface Payload {
    readonly usageImport: { readonly id: string; readonly zuoraId: string; readonly status: string } | null;
    readonly rows: number | null;
    readonly plan: object[] | null;
    readonly userErrors: Problem[];
  }
  const CSV = `ACCOUNT_ID,UOM,QTY,STARTDATE,DESCRIPTION,UNIQUE_KEY\n${ACCOUNT},TB,0.30,2026-06-01,"June, ""all""",f-1\n${ACCOUNT},TB,2,06/02/2026,,f-2\n`;
  const MUTATION = `mutation ($input: ZuoraUsageImportInput!, $idempotencyKey: String, $dryRun: Boolean) {
    payload: zuoraUsageImport(input: $input, idempotencyKey: $idempotencyKey, dryRun: $dryRun) {
      usageImport { id zuoraId status } rows plan { action target after } userErrors { code message field }
    }
  }`;
  const send = async (csv: string, more: object = {}): Promise<Payload> => {
    const { data, errors } = await gateway.query<{ payload: Payload }>(MUTATION, { input: { csv }, ...more });
    expect(errors).toBeUndefined();
    return data.payload;
  };
  const status = async (id: string) => {
    const { data } = await gateway.query<{ zuoraUsageImport: { status: string; message: string | null } | null }>(
      'query ($id: String!) { zuoraUsageImport(id: $id) { status message } }',
      { id },
    );
    return data.zuoraUsageImport;
  };
  const posts = () => sandbox.requests('POST /v1/usage');

  it('is imported as a whole, once although the answer is lost, and followed to its end', async () => {
    sandbox.fault('POST /v1/usage', { kind: 'reply-lost' });
    const { usageImport, rows, userErrors } = await send(CSV);
    expect(userErrors).toEqual([]);
    expect(rows).toBe(2);
    expect(usageImport).toEqual({
      id: `zui_${usageImport?.zuoraId}`,
      zuoraId: expect.stringMatching(/^[0-9a-f]{32}$/),
      status: 'PENDING',
    });
    const id = usageImport?.id ?? '';
    expect(await status(id)).toEqual({ status: 'PENDING', message: null });
    expect(await status(usageImport?.zuoraId ?? '')).toEqual({ status: 'PROCESSING', message: null });
    expect(await status(id)).toEqual({ status: 'COMPLETED', message: '2 records were imported.' });
    const { data } = await gateway.query<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { id ... on ZuoraUsageImport { status } } }',
      { id },
    );
    expect(data.node).toEqual({ id, status: 'COMPLETED' });
    const made = await terabytes();
    expect(
      made.map(({ quantity, description, uniqueKey }) => [quantity, description ?? null, uniqueKey]).sort(),
    ).toEqual([
      [0.3, 'June, "all"', 'f-1'],
      [2, null, 'f-2'],
    ]);
    expect(made[0]?.fileName).toMatch(/^usage-[0-9a-f]{16}\.csv$/);
    expect(posts()).toHaveLength(2);
  });

  it('is sent once for an idempotency key', async () => {
    const first = await send(CSV, { idempotencyKey: 'june' });
    expect((await send(CSV, { idempotencyKey: 'june' })).usageImport).toEqual(first.usageImport);
    expect((await send(`${CSV}${ACCOUNT},TB,1,2026-06-03,,f-3`, { idempotencyKey: 'june' })).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['idempotencyKey'] },
    ]);
    expect(posts()).toHaveLength(1);
  });

  it('is not sent again where nobody can tell whether it was taken', async () => {
    sandbox.fault('POST /v1/usage', { kind: 'server-error' });
    const { data, errors } = await gateway.query(MUTATION, { input: { csv: CSV } });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('look there'), extensions: { code: 'UPSTREAM_CONFLICT', retryable: false } },
    ]);
    expect(posts()).toHaveLength(1);
  });

  it('that Zuora refuses leaves nothing of it behind, and says why', async () => {
    const { usageImport } = await send(`${CSV}A-nobody,TB,1,2026-06-03,,f-3`);
    const id = usageImport?.id ?? '';
    await status(id);
    await status(id);
    expect(await status(id)).toEqual({ status: 'FAILED', message: 'Row 4: The account A-nobody is invalid.' });
    expect(await terabytes()).toEqual([]);
  });

  it('is checked row by row before anything is sent, and planned without being sent', async () => {
    const wrong = await send(`ACCOUNT_ID,UOM,QTY,STARTDATE\n${ACCOUNT},,x,2026-02-30\n`);
    expect(wrong).toMatchObject({ usageImport: null, rows: null });
    expect(wrong.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`)).toEqual([
      'INVALID input.csv.2.UOM',
      'INVALID input.csv.2.QTY',
      'INVALID input.csv.2.STARTDATE',
    ]);
    const { plan, rows } = await send(CSV, { dryRun: true });
    expect(rows).toBe(2);
    expect(plan).toMatchObject([{ action: 'POST_Usage', target: null, after: { rows: 2 } }]);
    expect(posts()).toEqual([]);
  });

  it('that there is not has no status', async () => {
    expect(await status('8ad0000000000000000000000000dead')).toBeNull();
    expect(await status('../../v1/accounts/A00000001')).toBeNull();
    expect(sandbox.requests('GET /v1/accounts/A00000001')).toEqual([]);
  });
});

describe('many usage records', () => {
  interface Payload {
    readonly deletedIds: string[] | null;
    readonly plan: object[] | null;
    readonly userErrors: Problem[];
  }
  const remove = async (ids: string[], dryRun = false): Promise<Payload> => {
    const { data, errors } = await gateway.query<{ payload: Payload }>(
      `mutation ($ids: [String!]!, $dryRun: Boolean!) { payload: zuoraUsagesDelete(ids: $ids, dryRun: $dryRun) {
        deletedIds plan { action after } userErrors { code message field } } }`,
      { ids, dryRun },
    );
    expect(errors).toBeUndefined();
    return data.payload;
  };
  const made = async (count: number): Promise<string[]> => {
    const [account] = await tenantRows(sandbox)('accounts', `accountnumber.EQ:${ACCOUNT}`);
    const common = {
      accountId: String(account?.id),
      accountNumber: ACCOUNT,
      uOM: 'TB',
      quantity: 1,
      rbeStatus: 'Pending',
    };
    return Array.from(
      { length: count },
      (_, n) => sandbox.add('usage', { ...common, startDateTime: '2026-06-01T00:00:00Z', uniqueKey: `d-${n}` }).id,
    );
  };
  const calls = () => sandbox.requests('POST /v1/action/delete');

  it('are removed fifty a call, whatever is lost', async () => {
    const ids = await made(60);
    sandbox.fault('POST /v1/action/delete', { kind: 'reply-lost' });
    expect(await remove(ids)).toEqual({ deletedIds: ids, plan: null, userErrors: [] });
    expect(calls()).toHaveLength(3);
    expect(await terabytes()).toEqual([]);
  });

  it('that were billed stay, and do not keep the others', async () => {
    const [one = '', billed = '', other = ''] = await made(3);
    sandbox.update('usage', billed, { rbeStatus: 'Processed' });
    const { deletedIds, userErrors } = await remove([one, billed, other]);
    expect(deletedIds).toEqual([one, other]);
    expect(userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Usage that has been processed cannot be deleted.',
        field: ['ids', '1'],
      },
    ]);
    expect((await terabytes()).map(({ id }) => id)).toEqual([billed]);
  });

  it('are checked before the first is removed', async () => {
    const [one = ''] = await made(1);
    expect((await remove([one, '8ad0000000000000000000000000dead'])).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['ids', '1'] },
    ]);
    expect((await remove([one, one])).userErrors).toMatchObject([{ code: 'INVALID', field: ['ids', '1'] }]);
    expect((await remove([one], true)).plan).toEqual([
      { action: 'Action_POSTdelete', after: { type: 'Usage', ids: [one] } },
    ]);
    expect(calls()).toEqual([]);
    expect(await terabytes()).toHaveLength(1);
  });

  it('are removed although Zuora fails, as far as they are not gone', async () => {
    const ids = await made(3);
    sandbox.fault('POST /v1/action/delete', { kind: 'server-error' });
    expect(await remove(ids)).toMatchObject({ deletedIds: ids, userErrors: [] });
    const others = await made(3);
    sandbox.fault('POST /v1/action/delete', { kind: 'reply-lost' });
    sandbox.fault('POST /v1/action/delete', { kind: 'server-error' });
    expect(await remove(others)).toMatchObject({ deletedIds: others, userErrors: [] });
    expect(await terabytes()).toEqual([]);
  });

  interface Changed {
    readonly usages: { readonly zuoraId: string; readonly quantity: string }[] | null;
    readonly plan: object[] | null;
    readonly userErrors: Problem[];
  }
  const update = async (changes: object[], dryRun = false): Promise<Changed> => {
    const { data, errors } = await gateway.query<{ payload: Changed }>(
      `mutation ($changes: [ZuoraUsageChangeInput!]!, $dryRun: Boolean!) {
        payload: zuoraUsagesUpdate(changes: $changes, dryRun: $dryRun) {
          usages { zuoraId quantity } plan { action after } userErrors { code message field } } }`,
      { changes, dryRun },
    );
    expect(errors).toBeUndefined();
    return data.payload;
  };
  const updates = () => sandbox.requests('POST /v1/action/update');

  it('are changed fifty a call, again where the answer is lost, and those that were billed are named', async () => {
    const ids = await made(60);
    sandbox.update('usage', ids[1] ?? '', { rbeStatus: 'Processed' });
    sandbox.fault('POST /v1/action/update', { kind: 'reply-lost' });
    const { usages, userErrors } = await update(ids.map((id) => ({ id, quantity: '2.50' })));
    expect(usages).toEqual(ids.toSpliced(1, 1).map((zuoraId) => ({ zuoraId, quantity: '2.5' })));
    expect(userErrors).toEqual([
      {
        code: 'REJECTED_BY_UPSTREAM',
        message: 'Usage that has been processed cannot be changed.',
        field: ['changes', '1'],
      },
    ]);
    expect(updates()).toHaveLength(3);
    expect(sandbox.record('usage', ids[1] ?? '')).toMatchObject({ quantity: 1 });
  });

  it('are checked before the first is changed', async () => {
    const [one = ''] = await made(1);
    const wrong = await update([{ id: one }, { id: one, quantity: '-1' }]);
    expect(wrong.userErrors.map(({ code, field }) => `${code} ${field?.join('.')}`).sort()).toEqual([
      'INVALID changes.0',
      'INVALID changes.1.id',
      'INVALID changes.1.quantity',
    ]);
    const twice = await update([
      { id: one, quantity: '1' },
      { id: one, quantity: '2' },
    ]);
    expect(twice.userErrors).toMatchObject([{ code: 'INVALID', field: ['changes', '1', 'id'] }]);
    expect((await update([{ id: '8ad0000000000000000000000000dead', quantity: '1' }])).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['changes', '0', 'id'] },
    ]);
    expect((await update([{ id: one, quantity: '2.50' }], true)).plan).toEqual([
      { action: 'Action_POSTupdate', after: { type: 'Usage', objects: [{ Id: one, Quantity: 2.5 }] } },
    ]);
    expect(updates()).toEqual([]);
  });
});
