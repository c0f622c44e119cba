import { z } from 'zod';
import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import { type ListPage, listPage, type TogaiList } from '../lists.js';
import { toCredit, toCreditBalance, toCreditInFull } from '../mapping/credit.js';
import { toWallet, toWalletEntry } from '../mapping/wallet.js';
import type { TogaiCredit, TogaiCreditBalance, TogaiWallet, TogaiWalletEntry } from '../model.js';
import { Credit, CreditBalance, CreditInFull } from '../schemas/credit.js';
import { Wallet, WalletEntry } from '../schemas/wallet.js';
import { isKey, MONEY, type ReaderFactory } from './reader-factory.js';

/** Which page of which list of an account. */
export interface PageKey {
  readonly accountId: string;
  /** Only credits in this state. */
  readonly status?: string | null | undefined;
  readonly token: string | null;
}

export interface CreditReaders {
  /** By account id. */
  readonly creditBalances: EntityReader<TogaiCreditBalance>;
  /** By id, with transactions. */
  readonly credits: EntityReader<TogaiCredit>;
  /** By `pageKey`. */
  readonly creditPages: EntityReader<ListPage<TogaiCredit>>;
  /** By account id. Wrapped, so that it is also remembered which accounts have none. */
  readonly wallets: EntityReader<{ readonly wallet: TogaiWallet | null }>;
  /** By `pageKey`. */
  readonly walletPages: EntityReader<ListPage<TogaiWalletEntry>>;
}

export function pageKey({ accountId, status, token }: PageKey): string {
  return JSON.stringify([accountId, status ?? null, token]);
}

/** What `pageKey` writes. */
export const PageKeyText = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);

export function creditReaders(client: TogaiClient, reader: ReaderFactory): CreditReaders {
  return {
    creditBalances: reader('credit-balance', MONEY, async (accountId, options) => {
      const path = `/accounts/${encodeURIComponent(accountId)}/credit_balance`;
      const row = await client.find({ operation: 'creditBalanceForAccount', path, schema: CreditBalance, ...options });
      return row && toCreditBalance(row);
    }),
    credits: reader('credit', MONEY, async (id, options) => {
      if (!isKey(id)) return null;
      const path = `/credits/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getCreditDetails', path, schema: CreditInFull, ...options });
      return row && toCreditInFull(row);
    }),
    creditPages: reader('credit-page', MONEY, async (key, options) => {
      const [accountId, status, token] = PageKeyText.parse(JSON.parse(key));
      const { rows, next } = await listPage(client, creditList(accountId, status), token, options);
      return { rows: rows.map(toCredit), next };
    }),
    wallets: reader('wallet', MONEY, async (accountId, options) => {
      const path = `/accounts/${encodeURIComponent(accountId)}/wallet`;
      const row = await client.find({ operation: 'walletBalanceForAccount', path, schema: Wallet, ...options });
      return { wallet: row && toWallet(row) };
    }),
    walletPages: reader('wallet-page', MONEY, async (key, options) => {
      const [accountId, , token] = PageKeyText.parse(JSON.parse(key));
      const { rows, next } = await listPage(client, walletEntryList(accountId), token, options);
      return { rows: rows.map(toWalletEntry), next };
    }),
  };
}

export function creditList(accountId: string, status: string | null): TogaiList<Credit> {
  return {
    operation: 'listCredits',
    path: '/credits',
    query: { account_id: accountId, ...(status !== null && { status }) },
    row: Credit,
    pageSize: 50,
  };
}

export function walletEntryList(accountId: string): TogaiList<WalletEntry> {
  return {
    operation: 'walletEntriesForAccount',
    path: `/accounts/${encodeURIComponent(accountId)}/wallet/entries`,
    row: WalletEntry,
    pageSize: 50,
  };
}
