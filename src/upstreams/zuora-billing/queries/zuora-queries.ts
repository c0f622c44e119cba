import type { QueryOptions } from '../object-query.js';
import type { Account } from '../schemas/account.js';
import type { Contact } from '../schemas/contact.js';
import type { Subscription } from '../schemas/subscription.js';

/** What the directory and the loaders need to find in Zuora, whatever way the tenant lets it be asked. */
export interface ZuoraQueries {
  /** Accounts with their contacts. A key without an account is left out. */
  accounts(by: 'id' | 'accountNumber', keys: readonly string[], options: QueryOptions): Promise<Account[]>;
  /** Accounts of that name, and contacts of that account, which were made or changed since then; an ISO instant. */
  accountsNamed(name: string, since: string, options: QueryOptions): Promise<Account[]>;
  contactsOf(accountId: string, since: string, options: QueryOptions): Promise<Contact[]>;
  /** All contacts of the accounts. */
  contactsOfAccounts(accountIds: readonly string[], options: QueryOptions): Promise<Contact[]>;
  /** One page of all accounts of the tenant; `next` is a cursor of the same queries. */
  accountPage(cursor: string | null, options: QueryOptions): Promise<AccountPage>;
  /** The latest versions, each with all its rate plans, charges and tiers. `name` is the subscription number. */
  latestSubscriptions(
    by: 'accountId' | 'name',
    keys: readonly string[],
    options: QueryOptions,
  ): Promise<readonly Subscription[]>;
  /** Subscription numbers by the id of any version. */
  subscriptionNumbers(ids: readonly string[], options: QueryOptions): Promise<ReadonlyMap<string, string>>;
  /** One page of the accounts that were made or changed since then, an ISO instant. See `ChangesRequest`. */
  changedAccounts(request: ChangesRequest, options: QueryOptions): Promise<ChangesPage<Account>>;
  /** The same of subscriptions, by their latest versions and without what hangs on them. */
  changedSubscriptions(request: ChangesRequest, options: QueryOptions): Promise<ChangesPage<Subscription>>;
}

export interface ChangesRequest {
  readonly since: string;
  readonly cursor: string | null;
  /** Whether the latest change comes first; only Object Query heeds it. */
  readonly newestFirst?: boolean;
}

export interface ChangesPage<T> {
  readonly rows: readonly T[];
  /** Whether the rows of this page and of those behind it come in the order of their changes. */
  readonly ordered: boolean;
  readonly next: string | null;
}

export interface AccountPage {
  readonly rows: readonly Account[];
  readonly next: string | null;
}
