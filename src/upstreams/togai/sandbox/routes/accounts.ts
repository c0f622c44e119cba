import { pageOf, pageRequest, WITH_CONTEXT } from '../http/paging.js';
import { type Asked, flag, idOf, instant } from '../http/query.js';
import { notFound } from '../http/refusals.js';
import type { Organisation } from '../state/organisation.js';
import type { AccountDocument } from '../wire/documents.js';
import type { Routes } from './routes.js';

export const accountRoutes: Routes = {
  'GET /accounts': (asked, organisation, now) =>
    pageOf(organisation.accounts, pageRequest(asked, { ...WITH_CONTEXT, tokenAtEnd: true }), (account) =>
      shownAccount(organisation, account, now),
    ),

  'GET /accounts/:account_id': (asked, organisation, now) => {
    const account = accountIn(asked, organisation);
    const at = instant(asked.query, 'effectiveOn') ?? now;
    // No account of the sandbox is in an invoice group, so the details add nothing.
    flag(asked.query, 'includeGroupDetails');
    return shownAccount(organisation, account, at);
  },

  'GET /accounts/:account_id/account_aliases': (asked, organisation) => {
    const { id: accountId } = accountIn(asked, organisation);
    return { data: organisation.aliasesOf(accountId).map(({ accountId: _, ...alias }) => alias) };
  },
};

/** The account that the path names, or a 404. */
export function accountIn(asked: Asked, { accounts }: Organisation): AccountDocument {
  const id = idOf(asked, 'account_id');
  const account = accounts.find(id);
  if (!account) throw notFound('Account', id);
  return account;
}

/** With the aliases in force at `at`; settings are there only where the account has some. */
export function shownAccount(organisation: Organisation, account: AccountDocument, at: number) {
  const aliases = organisation
    .aliasesOf(account.id)
    .filter(({ effectiveFrom, effectiveUntil }) => Date.parse(effectiveFrom) <= at && at < Date.parse(effectiveUntil))
    .map(({ value }) => ({ alias: value }));
  const settings = organisation
    .settingsOn(account.id)
    .map(({ entityType: _type, entityId: _id, ...setting }) => setting);
  return { ...account, ...(aliases.length > 0 && { aliases }), ...(settings.length > 0 && { settings }) };
}
