import type { DiscoveryStream } from '../../domain/identity/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { ZuoraClient } from './client.js';
import type { ZuoraBillingSettings } from './config.js';
import { toAccount, toRecord } from './mapping/account.js';
import { queryPage } from './object-query.js';
import { ACCOUNT_QUERY, type ZuoraReaders } from './readers.js';

/** All accounts of the tenant, 99 a page. Ordered by id, so that accounts changed meanwhile do not move between pages. */
export function accountStream(
  client: ZuoraClient,
  readers: ZuoraReaders,
  settings: ZuoraBillingSettings,
  clock: Clock,
): DiscoveryStream {
  return {
    name: 'accounts',
    async page(cursor, { signal }) {
      const query = { ...ACCOUNT_QUERY, sort: 'id.ASC' };
      const askedAt = clock.now();
      const { rows, next } = await queryPage(client, query, cursor, { signal, lane: 'background' });
      const accounts = rows.map(toAccount);
      await Promise.all(accounts.map((account) => readers.accounts.put(account.zuoraId, account, askedAt)));
      return { records: accounts.map((account) => toRecord(account, settings.linkFields)), next };
    },
  };
}
