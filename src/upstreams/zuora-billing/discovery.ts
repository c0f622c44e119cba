import type { DiscoveryStream } from '../../domain/identity/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { ZuoraBillingSettings } from './config.js';
import { toAccount, toRecord } from './mapping/account.js';
import type { ZuoraQueries } from './queries/zuora-queries.js';
import type { ZuoraReaders } from './readers.js';

/** All accounts of the tenant, page by page. */
export function accountStream(
  queries: ZuoraQueries,
  readers: ZuoraReaders,
  settings: ZuoraBillingSettings,
  clock: Clock,
): DiscoveryStream {
  return {
    name: 'accounts',
    async page(cursor, { signal }) {
      const askedAt = clock.now();
      const { rows, next } = await queries.accountPage(cursor, { signal, lane: 'background' });
      const accounts = rows.map(toAccount);
      await Promise.all(accounts.map((account) => readers.accounts.put(account.zuoraId, account, askedAt)));
      return { records: accounts.map((account) => toRecord(account, settings.linkFields)), next };
    },
  };
}
