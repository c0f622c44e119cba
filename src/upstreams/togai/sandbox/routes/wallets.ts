import { knownOnly } from '../http/body.js';
import { FIFTY, pageOf, pageRequest } from '../http/paging.js';
import type { Asked } from '../http/query.js';
import { badRequest, notFound } from '../http/refusals.js';
import { madeId } from '../seed/ids.js';
import type { Organisation } from '../state/organisation.js';
import type { WalletEntryDocument, WalletRecord } from '../wire/documents.js';
import { accountIn } from './accounts.js';
import type { Routes } from './routes.js';

export const walletRoutes: Routes = {
  'GET /accounts/:account_id/wallet': (asked, organisation) => {
    const { entries: _, ...wallet } = walletIn(asked, organisation);
    return wallet;
  },

  'GET /accounts/:account_id/wallet/entries': (asked, organisation) =>
    pageOf(walletIn(asked, organisation).entries, pageRequest(asked, FIFTY), (entry) => entry),

  'POST /accounts/:account_id/wallet_topup': (asked, organisation, now) => {
    const wallet = walletIn(asked, organisation);
    knownOnly(asked.body, ['topupAmount']);
    const { topupAmount: amount } = asked.body;
    if (typeof amount !== 'number' || amount <= 0) throw badRequest('topupAmount must be greater than 0');
    const at = new Date(now).toISOString();
    // In hundredths, so that no balance ends in 0.30000000000000004.
    const balance = Math.round((wallet.balance + amount) * 100) / 100;
    const entry: WalletEntryDocument = {
      id: madeId(organisation.seed, 'wen', organisation.nextIndex()),
      description: 'Top-up',
      walletId: wallet.id,
      transactionType: 'CREDITED',
      status: 'COMPLETED',
      amount,
      createdAt: at,
      closingBalance: balance,
    };
    const { entries, ...changed } = { ...wallet, balance, updatedAt: at };
    organisation.wallets.put({ ...changed, entries: [...entries, entry] });
    return changed;
  },
};

function walletIn(asked: Asked, organisation: Organisation): WalletRecord {
  const { id } = accountIn(asked, organisation);
  const wallet = organisation.wallets.find(id);
  if (!wallet) throw notFound('Wallet of account', id);
  return wallet;
}
