import type { EventName } from '../../../domain/events/model.js';
import type { HappeningsPage, HappeningsRequest } from '../../../domain/events/ports.js';
import type { SystemRecord } from '../../../domain/identity/model.js';
import { toAccount } from '../mapping/account.js';
import type { ZuoraAccount } from '../model.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { accountEvents, subscriptionEvents } from './events.js';

const EVER = '1970-01-01T00:00:00Z';

/** A page of what happened in the tenant since then, by when it was last changed; null for what it cannot list. */
export async function happenings(
  event: EventName,
  { since, cursor }: HappeningsRequest,
  { queries, options }: Pick<WriteDesk, 'queries' | 'options'>,
  recordOf: (account: ZuoraAccount) => SystemRecord,
): Promise<HappeningsPage | null> {
  const request = { since: since === null ? EVER : new Date(since).toISOString(), cursor };
  if (event === 'SUBSCRIPTION_CHANGED') {
    const { rows, next } = await queries.changedSubscriptions(request, options);
    return { records: [], events: rows.flatMap(subscriptionEvents), next };
  }
  if (event !== 'CUSTOMER_CREATED' && event !== 'CUSTOMER_CHANGED') return null;
  const { rows, next } = await queries.changedAccounts(request, options);
  const accounts = rows.map(toAccount);
  const events = accounts.flatMap(accountEvents).filter((one) => one.event === event);
  return {
    records: accounts.map(recordOf),
    // An account that was changed since then may have been made long before.
    events: events.filter(({ at }) => since === null || at === null || at >= since),
    next,
  };
}
