import type { NotifiedIds } from '../webhooks/read-anew.js';

const NAMES: Readonly<Record<string, keyof NotifiedIds>> = {
  accountid: 'accountId',
  accountnumber: 'accountNumber',
  accountaccountnumber: 'accountNumber',
  subscriptionid: 'subscriptionId',
  subscriptionname: 'subscriptionNumber',
  subscriptionnumber: 'subscriptionNumber',
  subscriptionaccountid: 'accountId',
};

/** The ids in what a notification was about, by the names of its merge fields: `<Account.ID>` or `DataSource.Account.Id`. */
export function idsIn(context: unknown): NotifiedIds {
  if (typeof context !== 'object' || context === null) return {};
  const found: { -readonly [K in keyof NotifiedIds]: NotifiedIds[K] } = {};
  for (const [field, value] of Object.entries(context)) {
    const name =
      NAMES[
        field
          .toLowerCase()
          .replace('datasource', '')
          .replaceAll(/[^a-z]/g, '')
      ];
    if (name && typeof value === 'string' && value !== '') found[name] ??= value;
  }
  return found;
}
