import type { Findings } from '../../../domain/events/model.js';
import { accountEvents, subscriptionEvents } from '../flows/events.js';
import type { ZuoraBillingSession } from '../session.js';

/** What a notification can hold. */
export interface NotifiedIds {
  readonly accountId?: string | undefined;
  readonly accountNumber?: string | undefined;
  readonly subscriptionId?: string | undefined;
  readonly subscriptionNumber?: string | undefined;
}

/** Forgets what was known of the account and the subscription that ids lead to, and reads both from Zuora. */
export async function readAnew(session: ZuoraBillingSession, ids: NotifiedIds): Promise<Findings> {
  const { accountId, accountNumber, subscriptionId, subscriptionNumber } = ids;
  const subscriptionKey = subscriptionNumber ?? subscriptionId ?? null;
  const subscription = subscriptionKey === null ? null : await session.latestSubscription(subscriptionKey);
  const account = accountId ?? subscription?.accountId ?? null;
  if (account !== null)
    await session.desk.subscriptionChanged({ number: subscription?.name ?? null, accountId: account });
  if (accountNumber !== undefined) await session.desk.accountChanged({ number: accountNumber });
  const key = account ?? accountNumber ?? null;
  const found = key === null ? null : await session.account(key);
  if (found === null) return { records: [], events: subscription ? subscriptionEvents(subscription) : [] };
  await session.desk.accountChanged({ number: found.accountNumber });
  return {
    records: [session.recordOf(found)],
    events: [...accountEvents(found), ...(subscription ? subscriptionEvents(subscription) : [])],
  };
}
