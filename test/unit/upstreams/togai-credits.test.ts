import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { InvalidCursor } from '../../../src/kernel/errors.js';
import { parseJson } from '../../../src/kernel/json.js';
import { connectionOfTokens } from '../../../src/upstreams/togai/graphql/token-connection.js';
import type { ListPage } from '../../../src/upstreams/togai/lists.js';
import {
  balancesByUnit,
  toCredit,
  toCreditBalance,
  toCreditInFull,
} from '../../../src/upstreams/togai/mapping/credit.js';
import { toWallet, toWalletEntry } from '../../../src/upstreams/togai/mapping/wallet.js';
import { Credit, CreditBalance, CreditInFull } from '../../../src/upstreams/togai/schemas/credit.js';
import { Wallet, WalletEntry } from '../../../src/upstreams/togai/schemas/wallet.js';

const credit = {
  id: 'creds.1',
  accountId: 'ACC001',
  customerId: 'CUST001',
  purpose: 'Prepaid credit',
  effectiveFrom: '2026-07-04',
  effectiveUntil: '2027-07-04',
  status: 'ACTIVE',
  creditAmount: 1000,
  creditUnit: 'USD',
  holdAmount: 0.1,
  consumedAmount: 400.25,
  priority: 1,
  createdAt: '2026-07-04T12:00:00.123456Z',
};

describe('credits', () => {
  it('are shown with what Togai has of them', () => {
    expect(toCredit(Credit.parse(credit))).toEqual({
      id: 'tcr_creds.1',
      togaiId: 'creds.1',
      accountId: 'ACC001',
      status: 'ACTIVE',
      statusText: 'ACTIVE',
      purpose: 'Prepaid credit',
      unit: 'USD',
      creditAmount: '1000',
      consumedAmount: '400.25',
      holdAmount: '0.1',
      priority: 1,
      effectiveFrom: '2026-07-04',
      effectiveUntil: '2027-07-04',
      applicableEntityIds: [],
      grantorId: null,
      createdAt: '2026-07-04T12:00:00.123Z',
      updatedAt: null,
      transactions: null,
    });
  });

  it.each([
    ['ACTIVE', 'ACTIVE'],
    ['CONSUMED', 'CONSUMED'],
    ['EXPIRED', 'EXPIRED'],
    ['VOIDED', 'VOIDED'],
    ['FROZEN', 'UNKNOWN'],
    ['UNKNOWN', 'UNKNOWN'],
    ['active', 'UNKNOWN'],
  ])('in the state %s are %s, with the word beside it', (statusText, status) => {
    expect(toCredit(Credit.parse({ ...credit, status: statusText }))).toMatchObject({ status, statusText });
  });

  it('need no more than ids: an amount that is missing is not nothing', () => {
    const bare = toCredit(Credit.parse({ id: 'c', accountId: 'a' }));
    expect(bare).toMatchObject({ status: 'UNKNOWN', statusText: null, creditAmount: null, unit: null, priority: null });
  });

  it('have their changes where they were read by themselves, and ids that the reference wraps twice', () => {
    const change = { id: 't', creditId: 'creds.1', transactionType: 'DEBITED', amount: 0.3, invoiceId: 'inv' };
    const full = { ...credit, applicableEntityIds: [['um.1', 'ALL_FIXED_FEE_RATE_CARDS']], transactions: [change] };
    expect(toCreditInFull(CreditInFull.parse(full))).toMatchObject({
      applicableEntityIds: ['um.1', 'ALL_FIXED_FEE_RATE_CARDS'],
      transactions: [
        { togaiId: 't', transactionType: 'DEBITED', amount: '0.3', invoiceId: 'inv', entityId: null, createdAt: null },
      ],
    });
    expect(toCreditInFull(CreditInFull.parse(credit)).transactions).toEqual([]);
  });
});

const balance = (unit: string, available: string, at = '2026-07-04T12:00:00Z') =>
  toCreditBalance(
    CreditBalance.parse(
      parseJson(
        `{"activeCredits":${available},"availableBalance":${available},"runningBalance":-${available},` +
          `"inapplicableCredits":0,"unit":"${unit}","lastUpdatedAt":"${at}"}`,
      ),
    ),
  );

describe('balances', () => {
  it.each([
    ['0.1', '0.2', '0.3'],
    ['12345678901234567890.01', '0.000000000000000001', '12345678901234567890.010000000000000001'],
    ['9007199254740993', '1', '9007199254740994'],
  ])('of one unit are added exactly: %s and %s', (a, b, total) => {
    expect(balancesByUnit([balance('USD', a), balance('USD', b, '2026-08-01T00:00:00+02:00')])).toEqual([
      {
        unit: 'USD',
        activeCredits: total,
        availableBalance: total,
        runningBalance: `-${total}`,
        inapplicableCredits: '0',
        lastUpdatedAt: '2026-07-31T22:00:00.000Z',
      },
    ]);
  });

  it('of different units stay apart', () => {
    const all = [balance('USD', '1'), balance('EUR', '5'), balance('USD', '2')];
    expect(balancesByUnit(all).map(({ unit, availableBalance }) => [unit, availableBalance])).toEqual([
      ['USD', '3'],
      ['EUR', '5'],
    ]);
    expect(balancesByUnit([])).toEqual([]);
  });
});

describe('wallets', () => {
  const wallet = { id: 'w', accountId: 'ACC001', balance: -0.5, creditUnit: 'USD', status: 'ACTIVE' };

  it('are shown with what Togai has of them, however old they are', () => {
    expect(toWallet(Wallet.parse({ ...wallet, holdAmount: 500, metadata: { autoNetOff: false } }))).toEqual({
      togaiId: 'w',
      accountId: 'ACC001',
      status: 'ACTIVE',
      statusText: 'ACTIVE',
      balance: '-0.5',
      holdAmount: '500',
      creditUnit: 'USD',
      effectiveFrom: null,
      createdAt: null,
      updatedAt: null,
      metadata: { autoNetOff: false },
    });
    expect(toWallet(Wallet.parse({ ...wallet, status: 'FROZEN' }))).toMatchObject({
      status: 'UNKNOWN',
      statusText: 'FROZEN',
      holdAmount: null,
    });
  });

  it('have entries with exact amounts', () => {
    const entry = parseJson(
      '{"id":"e","walletId":"w","transactionType":"CREDITED","amount":0.12345678901234567,"closingBalance":1e-7}',
    );
    expect(toWalletEntry(WalletEntry.parse(entry))).toEqual({
      togaiId: 'e',
      transactionType: 'CREDITED',
      status: null,
      amount: '0.12345678901234567',
      closingBalance: '0.0000001',
      description: null,
      entityId: null,
      createdAt: null,
    });
  });
});

describe('a list that Togai hands out by token', () => {
  const rows = (...ids: string[]) => ids.map((togaiId) => ({ togaiId }));
  /** Three pages, of which the last hands out a token, too, that leads to an empty one. */
  const pages = new Map<string | null, ListPage<{ togaiId: string }>>([
    [null, { rows: rows('a', 'b'), next: 't1' }],
    ['t1', { rows: rows('c', 'd'), next: 't2' }],
    ['t2', { rows: rows('e'), next: 't3' }],
    ['t3', { rows: [], next: null }],
  ]);
  const asked: (string | null)[] = [];
  const page = async (first: number, after: string | null = null, list = 'list') => {
    asked.length = 0;
    const { nodes, pageInfo } = await connectionOfTokens(list, { first, after }, async (token) => {
      asked.push(token);
      return pages.get(token) ?? { rows: [], next: null };
    });
    return { ids: nodes.map(({ togaiId }) => togaiId).join(''), ...pageInfo };
  };

  it.each([1, 2, 3, 4, 5, 100])('is gone through completely in steps of %i', async (first) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const step: Awaited<ReturnType<typeof page>> = await page(first, after);
      seen.push(step.ids);
      expect(step.hasPreviousPage).toBe(after !== null);
      if (!step.hasNextPage) break;
      expect(step.ids).toHaveLength(first);
      after = step.endCursor;
    }
    expect(seen.join('')).toBe('abcde');
    expect(seen).toHaveLength(Math.ceil(5 / first));
  });

  it('is read no further than needed', async () => {
    const { endCursor } = await page(1);
    expect(asked).toEqual([null]);
    await page(1, endCursor);
    expect(asked).toEqual([null, 't1']); // whether there is more, only the next page can tell
    await page(0);
    expect(asked).toEqual([null]);
  });

  it('refuses cursors that are malformed, of another list, or of an element that has gone', async () => {
    const { endCursor } = await page(1);
    await expect(page(1, endCursor, 'other')).rejects.toThrow(InvalidCursor);
    await expect(page(1, 'nonsense')).rejects.toThrow(InvalidCursor);
    await expect(page(1, Buffer.from('["list"]').toString('base64url'))).rejects.toThrow(InvalidCursor);
    const gone = Buffer.from(JSON.stringify(['list', 't1', 'a'])).toString('base64url');
    await expect(page(1, gone)).rejects.toThrow(InvalidCursor);
  });
});
