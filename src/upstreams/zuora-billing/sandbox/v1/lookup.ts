import { recordsBy } from '../object-query/search.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';

/** By id or account number. */
export function accountByKey(store: Store, key: string): ZuoraRecord | undefined {
  return store.get('account', key) ?? recordsBy(store, 'account', 'accountNumber', key, 1)[0];
}

/** The latest version, by the id of any version or by number. */
export function subscriptionByKey(store: Store, key: string): ZuoraRecord | undefined {
  const name = store.get('subscription', key)?.name ?? key;
  return recordsBy(store, 'subscription', 'name', String(name)).find(isLatest);
}

/** Latest versions of an account's subscriptions, most recently updated first. */
export function subscriptionsOf(store: Store, account: ZuoraRecord): ZuoraRecord[] {
  return recordsBy(store, 'subscription', 'accountId', account.id).filter(isLatest);
}

export function contactOf(store: Store, id: ZuoraRecord[string]): ZuoraRecord | undefined {
  return typeof id === 'string' ? store.get('contact', id) : undefined;
}

const isLatest = ({ isLatestVersion }: ZuoraRecord) => isLatestVersion === true;
