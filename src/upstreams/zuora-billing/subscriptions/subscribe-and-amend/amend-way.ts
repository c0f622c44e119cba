import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraAccount, ZuoraSubscription } from '../../model.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import type { SubscriptionChange, SubscriptionChanges } from '../changes.js';
import type { SubscriptionCreate } from '../inputs.js';
import { previewOfAmendment, type ZuoraSubscriptionPreview } from '../preview.js';
import { amendmentOf } from './amendment-of.js';
import {
  amend,
  createSubscription,
  planAmendment,
  planCreate,
  previewCreate,
  previewUpdate,
  requireVersions,
} from './commands.js';

/** Changes subscriptions through Subscribe and Amend. */
export class AmendWay implements SubscriptionChanges {
  readonly #desk: WriteDesk;

  constructor(desk: WriteDesk) {
    this.#desk = desk;
  }

  async planNew(input: SubscriptionCreate): Promise<readonly PlannedCall[]> {
    return planCreate(this.#desk, input);
  }

  async previewNew(input: SubscriptionCreate, { currency }: ZuoraAccount): Promise<ZuoraSubscriptionPreview> {
    return previewOfAmendment(await previewCreate(this.#desk, input), currency);
  }

  create(input: SubscriptionCreate, account: ZuoraAccount, key: string | null): Promise<string> {
    return createSubscription(this.#desk, input, account, key);
  }

  async plan(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<readonly PlannedCall[]> {
    requireVersions(this.#desk, change.input);
    return planAmendment(amendmentOf(change, subscription), subscription.subscriptionNumber);
  }

  /** Zuora previews new subscriptions and updates, nothing else. */
  async preview(
    change: SubscriptionChange,
    { subscriptionNumber }: ZuoraSubscription,
    currency: string,
  ): Promise<ZuoraSubscriptionPreview | null> {
    if (change.kind !== 'update') return null;
    return previewOfAmendment(await previewUpdate(this.#desk, subscriptionNumber, change.input), currency);
  }

  async apply(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<void> {
    requireVersions(this.#desk, change.input);
    await amend(this.#desk, subscription, amendmentOf(change, subscription));
  }
}
