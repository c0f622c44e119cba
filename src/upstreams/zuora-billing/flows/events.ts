import { createHash } from 'node:crypto';
import type { SystemEvent } from '../../../domain/events/model.js';
import type { ZuoraAccount } from '../model.js';
import type { Subscription } from '../schemas/subscription.js';

/** What can have happened to an account, as it is now. */
export function accountEvents(account: Pick<ZuoraAccount, 'zuoraId' | 'createdAt' | 'updatedAt'>): SystemEvent[] {
  const { zuoraId, createdAt, updatedAt } = account;
  const of = (event: SystemEvent['event'], at: string | null): SystemEvent => ({
    event,
    key: zuoraId,
    version: at ?? '',
    at: millis(at),
    recordId: zuoraId,
  });
  return [of('CUSTOMER_CREATED', createdAt), of('CUSTOMER_CHANGED', updatedAt)];
}

/** What can have happened to a subscription, by its latest version. What is only a draft was not sold yet. */
export function subscriptionEvents(row: Subscription): SystemEvent[] {
  const { accountId, name, version, status, updatedDate } = row;
  if (status?.toLowerCase() === 'draft') return [];
  return [
    {
      event: 'SUBSCRIPTION_CHANGED',
      key: name,
      // Some changes make no version of their own, and Zuora's instants are whole seconds: two changes may share both.
      version: `${version ?? 1} ${updatedDate ?? ''} ${contentOf(row)}`,
      at: millis(updatedDate),
      recordId: accountId,
    },
  ];
}

/**
 * Of the version itself: what hangs on it is not read by everyone who tells of it, and ZOQL has neither its currency, which is that of
 * the account, nor a mark of the latest version.
 */
function contentOf({ ratePlans: _, currency: __, isLatestVersion: ___, ...row }: Subscription): string {
  return createHash('sha256').update(JSON.stringify(row)).digest('hex').slice(0, 16);
}

const millis = (instant: string | null) => (instant === null ? null : Date.parse(instant));
