import { refusal } from '../../../../kernel/refusal.js';
import { answered } from '../../../../schema-kit/mutation.js';
import type { ZuoraSubscription } from '../../model.js';
import type { ZuoraBillingSession } from '../../session.js';
import type { SubscriptionChange } from '../../subscriptions/changes.js';
import type { SubscriptionAnswer, ZuoraSubscriptionPayload } from './subscription-payload.type.js';

export const SUBSCRIPTION_KEY = 'Subscription number, or the id of any of its versions.';

/** The way that all changes go: what is wanted, what is there, what would be sent, what has become of it. */
export function changed(
  session: ZuoraBillingSession,
  key: string,
  dryRun: boolean,
  compose: () => SubscriptionChange,
): Promise<ZuoraSubscriptionPayload> {
  return answered(async (): Promise<SubscriptionAnswer> => {
    const change = compose();
    const subscription = await session.subscription(key);
    if (subscription === null) throw refusal('NOT_FOUND', `There is no subscription ${key}.`, ['key']);
    const { changes } = session;
    if (dryRun) {
      const plan = await changes.plan(change, subscription);
      const preview = await changes.preview(change, subscription, await currencyOf(session, subscription));
      return { subscription, preview, plan };
    }
    await changes.apply(change, subscription);
    return { subscription: await session.subscription(subscription.subscriptionNumber) };
  });
}

async function currencyOf(session: ZuoraBillingSession, subscription: ZuoraSubscription): Promise<string> {
  const currency =
    subscription.contractedMrr?.currency ?? (await session.accounts.load(subscription.accountId))?.currency;
  if (currency !== undefined) return currency;
  throw refusal('NOT_FOUND', 'The account of the subscription cannot be read.', ['key']);
}
