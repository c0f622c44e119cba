import type { TogaiWallet, TogaiWalletEntry, TogaiWalletStatus } from '../model.js';
import type { Wallet, WalletEntry } from '../schemas/wallet.js';

const STATUSES: ReadonlyMap<string | null, TogaiWalletStatus> = new Map(
  (['ACTIVE', 'INACTIVE'] as const).map((status) => [status, status]),
);

export function toWallet(row: Wallet): TogaiWallet {
  return {
    togaiId: row.id,
    accountId: row.accountId,
    status: STATUSES.get(row.status) ?? 'UNKNOWN',
    statusText: row.status,
    balance: row.balance,
    holdAmount: row.holdAmount,
    creditUnit: row.creditUnit,
    effectiveFrom: row.effectiveFrom,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    metadata: row.metadata ?? null,
  };
}

export function toWalletEntry({ id: togaiId, ...entry }: WalletEntry): TogaiWalletEntry {
  return { togaiId, ...entry };
}
