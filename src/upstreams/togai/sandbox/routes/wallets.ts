import { FIFTY, pageOf, pageRequest } from '../http/paging.js';
import type { Asked } from '../http/query.js';
import { notFound } from '../http/refusals.js';
import type { Organisation } from '../state/organisation.js';
import type { WalletRecord } from '../wire/documents.js';
import { accountIn } from './accounts.js';
import type { Routes } from './routes.js';

export const walletRoutes: Routes = {
  'GET /accounts/:account_id/wallet': (asked, organisation) => {
    const { entries: _, ...wallet } = walletIn(asked, organisation);
    return wallet;
  },

  'GET /accounts/:account_id/wallet/entries': (asked, organisation) =>
    pageOf(walletIn(asked, organisation).entries, pageRequest(asked, FIFTY), (entry) => entry),
};

function walletIn(asked: Asked, organisation: Organisation): WalletRecord {
  const { id } = accountIn(asked, organisation);
  const wallet = organisation.wallets.find(id);
  if (!wallet) throw notFound('Wallet of account', id);
  return wallet;
}
