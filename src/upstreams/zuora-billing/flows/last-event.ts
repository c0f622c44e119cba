import type { EventName, Findings } from '../../../domain/events/model.js';
import type { SystemRecord } from '../../../domain/identity/model.js';
import { toAccount } from '../mapping/account.js';
import type { ZuoraAccount } from '../model.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { accountEvents, subscriptionEvents } from './events.js';

// Far enough back for a tenant in which anything happens.
const WITHIN_MS = 30 * 86_400_000;

/** The last thing of its kind that happened in the tenant within a month; null if nothing did. */
export async function lastEvent(
  event: EventName,
  { queries, options, clock }: Pick<WriteDesk, 'queries' | 'options' | 'clock'>,
  recordOf: (account: ZuoraAccount) => SystemRecord,
): Promise<Findings | null> {
  const request = { since: new Date(clock.now() - WITHIN_MS).toISOString(), cursor: null, newestFirst: true };
  if (event === 'SUBSCRIPTION_CHANGED') {
    const { rows } = await queries.changedSubscriptions(request, options);
    const [last] = newest(rows, ({ updatedDate }) => updatedDate);
    return last ? { records: [], events: subscriptionEvents(last) } : null;
  }
  const { rows } = await queries.changedAccounts(request, options);
  const [last] = newest(rows, ({ createdDate, updatedDate }) =>
    event === 'CUSTOMER_CREATED' ? createdDate : updatedDate,
  );
  if (!last) return null;
  const account = toAccount(last);
  return {
    records: [recordOf(account)],
    events: accountEvents(account).filter((one) => one.event === event),
  };
}

function newest<T>(rows: readonly T[], at: (row: T) => string | null): T[] {
  return rows.toSorted((a, b) => (at(b) ?? '').localeCompare(at(a) ?? ''));
}
