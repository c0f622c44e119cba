import type { PlannedCall } from '../../../schema-kit/mutation.js';
import type { ZuoraAccount, ZuoraSubscription } from '../model.js';
import type {
  SubscriptionCancel,
  SubscriptionCreate,
  SubscriptionRenew,
  SubscriptionResume,
  SubscriptionSuspend,
  SubscriptionUpdate,
} from './inputs.js';
import type { ZuoraSubscriptionPreview } from './preview.js';

/** What can be done to a subscription that is there. */
export type SubscriptionChange =
  | { readonly kind: 'update'; readonly input: SubscriptionUpdate }
  | { readonly kind: 'cancel'; readonly input: SubscriptionCancel }
  | { readonly kind: 'renew'; readonly input: SubscriptionRenew }
  | { readonly kind: 'suspend'; readonly input: SubscriptionSuspend }
  | { readonly kind: 'resume'; readonly input: SubscriptionResume };

/**
 * How a tenant changes subscriptions: through Subscribe and Amend, or through orders. Everything that a caller can put
 * right is thrown as a `Refusal`.
 */
export interface SubscriptionChanges {
  planNew(input: SubscriptionCreate, account: ZuoraAccount): Promise<readonly PlannedCall[]>;
  previewNew(input: SubscriptionCreate, account: ZuoraAccount): Promise<ZuoraSubscriptionPreview>;
  /** Makes a subscription, exactly once for a key. Gives its number. */
  create(input: SubscriptionCreate, account: ZuoraAccount, key: string | null): Promise<string>;
  plan(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<readonly PlannedCall[]>;
  /** Null where Zuora has no preview. `currency` is that of the subscription. */
  preview(
    change: SubscriptionChange,
    subscription: ZuoraSubscription,
    currency: string,
  ): Promise<ZuoraSubscriptionPreview | null>;
  /** Makes one new version, whatever answer is lost, and forgets what was known of the subscription. */
  apply(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<void>;
}
