import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';

const ENVIRONMENT = { DISCOVERY_INTERVAL_MINUTES: '0' };
const UNKNOWN = 'a00000000000000000000000000000000';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 8 }, environment: ENVIRONMENT });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

// biome-ignore lint/suspicious/noExplicitAny: rows of two histories
type Row = Record<string, any>;
interface Page {
  readonly nodes: Row[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const CALLOUT =
  'zuoraId failed notification eventCategory attempts createdAt method url responseCode responseContent eventContext';
const EMAIL =
  'zuoraId failed notification eventCategory accountId sentAt subject from to cc bcc replyTo result errorMessage account { id }';

async function history(kind: 'Callout' | 'Email', args: object = {}): Promise<Page> {
  const { data, errors } = await gateway.query<{ page: Page }>(
    `query ($first: Int, $after: String, $filter: Zuora${kind}HistoryFilter) {
      page: zuora${kind}History(first: $first, after: $after, filter: $filter) {
        nodes { ${kind === 'Callout' ? CALLOUT : EMAIL} } pageInfo { hasNextPage endCursor }
      }
    }`,
    { first: 20, ...args },
  );
  expect(errors).toBeUndefined();
  return data.page;
}

interface Resent {
  readonly resent: string[] | null;
  readonly plan: unknown;
  readonly userErrors: { code: string; message: string; field: string[] | null }[];
}

async function resend(ids: string[], more: object = {}) {
  return await gateway.query<{ payload: Resent }>(
    `mutation ($ids: [String!]!, $idempotencyKey: String, $dryRun: Boolean) {
      payload: zuoraCalloutsResend(ids: $ids, idempotencyKey: $idempotencyKey, dryRun: $dryRun) {
        resent plan { action target after } userErrors { code message field }
      }
    }`,
    { ids, ...more },
  );
}

const failedIds = () =>
  sandbox.histories
    .list('callout')
    .filter(({ failed }) => failed)
    .map(({ id }) => id);
const codesOf = ({ nodes }: Page) => nodes.map(({ responseCode }) => responseCode);
const RESEND = 'POST /notifications/callout-histories/resend';

describe('the history of callouts', () => {
  it('tells what failed first, then what came through', async () => {
    const { nodes, pageInfo } = await history('Callout');
    expect(nodes.map(({ responseCode, failed }) => [responseCode, failed])).toEqual([
      [405, true],
      [503, true],
      [200, false],
      [200, false],
    ]);
    expect(pageInfo.hasNextPage).toBe(false);
    const [row] = sandbox.histories.list('callout');
    expect(nodes[0]).toEqual({
      // The reference has no id in it.
      zuoraId: null,
      failed: true,
      notification: 'Tell of new accounts',
      eventCategory: 'user.notification:AccountCreated',
      attempts: 3,
      createdAt: `${new Date(row?.at ?? 0).toISOString().slice(0, 19)}.000Z`,
      method: 'POST',
      url: 'https://billgraph.example.com/webhooks/zuora?token=***',
      responseCode: 405,
      responseContent: null,
      eventContext: { '<Account.ID>': row?.objectId, '<Account.Name>': expect.any(String) },
    });
    expect(codesOf(await history('Callout', { filter: { failedOnly: true } }))).toEqual([405, 503]);
    expect(codesOf(await history('Callout', { filter: { objectId: row?.objectId } }))).toEqual([405]);
    const spoken = await history('Callout', { filter: { includeResponseContent: true } });
    expect(spoken.nodes.map(({ responseContent }) => responseContent)).toContain('{"success":true}');
  });

  it('comes in pages over both parts, and stays on the host', async () => {
    for (let n = 0; n < 60; n += 1)
      sandbox.histories.addCallout({ minutesAgo: 61 + n, code: n % 4 ? 200 : 500, customer: n % 8 });
    const seen: Row[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Page = await history('Callout', { first: 7, after });
      seen.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      pages += 1;
    } while (after !== null);
    expect(seen.map(({ failed }) => failed)).toEqual([...Array(17).fill(true), ...Array(47).fill(false)]);
    expect(new Set(seen.map((row) => JSON.stringify(row))).size).toBe(64);
    expect(pages).toBe(10);
    // Zuora's addresses lead to localhost:8080.
    expect(sandbox.requests('GET /v1/notification-history/callout').every(({ status }) => status === 200)).toBe(true);
  });

  it('says whether there is more where a page ends with the last that failed', async () => {
    const first = await history('Callout', { first: 2 });
    expect([codesOf(first), first.pageInfo.hasNextPage]).toEqual([[405, 503], true]);
    const second = await history('Callout', { first: 2, after: first.pageInfo.endCursor });
    expect([codesOf(second), second.pageInfo.hasNextPage]).toEqual([[200, 200], false]);
    const { errors } = await gateway.query('{ zuoraCalloutHistory(after: "x") { nodes { failed } } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is of the time that is asked for, by the clock of the tenant', async () => {
    const rows = sandbox.histories.list('callout');
    const at = (place: number, plusMs: number) => new Date((rows[place]?.at ?? 0) + plusMs).toISOString();
    const filter = { from: at(2, -1_000), to: at(1, 1_000) };
    expect(codesOf(await history('Callout', { filter }))).toEqual([503, 200]);
    const [asked] = sandbox.requests('GET /v1/notification-history/callout');
    expect(asked?.query.get('startTime')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    const { errors } = await gateway.query(
      'query ($filter: ZuoraCalloutHistoryFilter) { zuoraCalloutHistory(filter: $filter) { nodes { failed } } }',
      { filter: { from: filter.to, to: filter.from } },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the history of emails', () => {
  it('tells what failed first, with the accounts', async () => {
    sandbox.histories.addEmail({ minutesAgo: 5, result: 'Warning', customer: 2 });
    const { nodes } = await history('Email');
    expect(nodes.map(({ result, failed }) => [result, failed])).toEqual([
      ['Failed', true],
      ['Warning', false],
      ['OK', false],
    ]);
    const [row] = sandbox.histories.list('email').filter(({ failed }) => failed);
    expect(nodes[0]).toMatchObject({
      accountId: row?.objectId,
      account: { id: `zac_${row?.objectId}` },
      sentAt: `${new Date(row?.at ?? 0).toISOString().slice(0, 19)}.000Z`,
      errorMessage: 'mailbox unavailable',
      from: 'billing@example.com',
      bcc: null,
    });
    expect((await history('Email', { filter: { accountId: row?.objectId } })).nodes).toHaveLength(1);
    expect((await history('Email', { filter: { eventCategory: 1110 } })).nodes).toEqual([]);
  });

  it('is not asked for more than Zuora gives', async () => {
    for (const filter of [
      { from: '2026-01-01T00:00:00Z', to: '2026-01-04T00:00:01Z' },
      { from: '2026-01-01T00:00:00Z' },
    ]) {
      const { errors } = await gateway.query(
        'query ($filter: ZuoraEmailHistoryFilter) { zuoraEmailHistory(filter: $filter) { nodes { failed } } }',
        { filter },
      );
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
    expect(sandbox.requests('GET /v1/notification-history/email')).toEqual([]);
  });
});

describe('callouts that failed', () => {
  it('are sent again, and the others are named', async () => {
    const ids = failedIds();
    const { data } = await resend([ids[0] ?? '', UNKNOWN, ids[1] ?? '', ids[0] ?? '']);
    expect(data.payload).toEqual({
      resent: ids,
      plan: null,
      userErrors: [{ code: 'NOT_FOUND', message: 'Callout history does not exist.', field: ['ids', '1'] }],
    });
    expect(failedIds()).toEqual([]);
    expect((await history('Callout')).nodes.map(({ attempts }) => attempts).toSorted()).toEqual([1, 1, 4, 4]);
    // With nothing to send again Zuora answers 400.
    expect((await resend([UNKNOWN])).data.payload).toEqual({
      resent: [],
      plan: null,
      userErrors: [{ code: 'NOT_FOUND', message: 'Callout history does not exist.', field: ['ids', '0'] }],
    });
  });

  it.each([{ kind: 'reply-lost' }, { kind: 'cut-off-json' }, { kind: 'connection-reset' }] as const)(
    'are sent again once in spite of %j',
    async (fault) => {
      sandbox.fault(RESEND, fault);
      const { data } = await resend(failedIds());
      expect(data.payload).toMatchObject({ resent: [expect.any(String), expect.any(String)], userErrors: [] });
      expect((await history('Callout')).nodes.map(({ attempts }) => attempts).toSorted()).toEqual([1, 1, 4, 4]);
    },
  );

  it('are sent again once for an idempotency key', async () => {
    const ids = failedIds();
    const first = await resend(ids, { idempotencyKey: 'again' });
    expect(await resend(ids, { idempotencyKey: 'again' })).toEqual(first);
    expect(sandbox.requests(RESEND)).toHaveLength(1);
  });

  it('are left alone when nobody can say whether they went out', async () => {
    sandbox.fault(RESEND, { kind: 'server-error' });
    const { data, errors } = await resend(failedIds());
    expect(data).toBeNull();
    expect(errors?.[0]?.message).toContain('look at the history before you ask again');
    expect(sandbox.requests(RESEND)).toHaveLength(1);
  });

  it('are only named by a dry run, and refused where they cannot be', async () => {
    const ids = failedIds();
    expect((await resend(ids, { dryRun: true })).data.payload).toEqual({
      resent: null,
      plan: [{ action: 'POST_ResendCalloutNotifications', target: null, after: ids }],
      userErrors: [],
    });
    for (const wrong of [[], ['no id'], Array.from({ length: 1_001 }, (_, n) => `id${n}`)]) {
      const { data } = await resend(wrong);
      expect(data.payload.userErrors).toMatchObject([{ code: 'INVALID', field: expect.arrayContaining(['ids']) }]);
    }
    expect(sandbox.requests(RESEND)).toEqual([]);
    expect(failedIds()).toEqual(ids);
  });
});
