import type { DiscoveryStream } from '../../domain/identity/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { TogaiClient } from './client.js';
import type { TogaiSettings } from './config.js';
import { listPage, type TogaiList } from './lists.js';
import {
  accountRecord,
  customerRecord,
  isLinkSetting,
  settingRecord,
  toAccount,
  toCustomer,
} from './mapping/customer.js';
import type { PricePlanCatalog } from './price-plan-catalog.js';
import type { TogaiReaders } from './readers.js';
import { Account } from './schemas/account.js';
import { Customer } from './schemas/customer.js';
import { Setting } from './schemas/setting.js';

const CUSTOMERS: TogaiList<Customer> = { operation: 'getCustomers', path: '/customers', row: Customer, pageSize: 100 };
const ACCOUNTS: TogaiList<Account> = { operation: 'getAccounts', path: '/accounts', row: Account, pageSize: 100 };
const SETTINGS: TogaiList<Setting> = { operation: 'listSetting', path: '/settings', row: Setting, pageSize: 100 };

/**
 * The lists of the organisation, each of which fills the cache on its way: what a page of customers needs is then there
 * without the single reads that the quota hardly allows. Customers come before the accounts that are parts of them,
 * accounts before the settings that are written on them, schedules last, for they cost one call an account.
 */
export function discoveryStreams(
  client: TogaiClient,
  readers: TogaiReaders,
  catalog: PricePlanCatalog,
  settings: TogaiSettings,
  clock: Clock,
): readonly DiscoveryStream[] {
  const lane = 'background';
  const accountsPage = async (cursor: string | null, signal: AbortSignal) => {
    const { rows, next } = await listPage(client, ACCOUNTS, cursor, { signal, lane });
    return { accounts: rows.map((row) => toAccount(row, settings.linkSettings)), next };
  };
  return [
    {
      name: 'customers',
      async page(cursor, { signal }) {
        const askedAt = clock.now();
        const { rows, next } = await listPage(client, CUSTOMERS, cursor, { signal, lane });
        const customers = rows.map(toCustomer);
        await Promise.all(customers.map((customer) => readers.customers.put(customer.togaiId, customer, askedAt)));
        return { records: customers.map(customerRecord), next };
      },
    },
    {
      name: 'accounts',
      async page(cursor, { signal }) {
        const askedAt = clock.now();
        const { accounts, next } = await accountsPage(cursor, signal);
        await Promise.all(accounts.map((account) => readers.accounts.put(account.togaiId, account, askedAt)));
        return { records: accounts.map(accountRecord), next };
      },
    },
    {
      name: 'settings',
      async page(cursor, { signal }) {
        const { rows, next } = await listPage(client, SETTINGS, cursor, { signal, lane });
        const links = rows.filter((row) => isLinkSetting(row, settings.linkSettings));
        const owners = await Promise.all(links.map((link) => ownerOf(link, readers, signal)));
        const records = links.flatMap((link, index) => {
          const customerId = owners[index];
          return customerId ? [settingRecord(link, customerId)] : [];
        });
        return { records, next };
      },
    },
    {
      name: 'price-plans',
      async page(_cursor, { signal }) {
        await catalog.read('all', { signal, lane });
        return { records: [], next: null };
      },
    },
    {
      name: 'schedules',
      async page(cursor, { signal }) {
        const { accounts, next } = await accountsPage(cursor, signal);
        const ids = accounts.map(({ togaiId }) => togaiId);
        const failed = (await readers.schedules.readMany(ids, { signal, lane })).find(
          (answer) => answer instanceof Error,
        );
        if (failed) throw failed;
        return { records: [], next };
      },
    },
  ];
}

/** The customer that a setting is written on, directly or on one of its accounts; null for settings of anything else. */
async function ownerOf(setting: Setting, { accounts }: TogaiReaders, signal: AbortSignal): Promise<string | null> {
  if (setting.entityType === 'CUSTOMER') return setting.entityId;
  if (setting.entityType !== 'ACCOUNT') return null;
  // In the cache since the stream of accounts, which comes before this one.
  const account = await accounts.read(setting.entityId, { signal, lane: 'background' });
  return account?.value.customerId ?? null;
}
