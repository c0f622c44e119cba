import { Field, ObjectType } from 'type-graphql';
import { MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraSubscription } from '../../model.js';
import type { ZuoraSubscriptionPreview } from '../../subscriptions/preview.js';
import { ZuoraSubscriptionType } from '../subscription.type.js';
import { ZuoraSubscriptionPreviewType } from './subscription-preview.type.js';

@ObjectType('ZuoraSubscriptionPayload', {
  simpleResolvers: true,
  description: 'What became of a change of a subscription.',
})
export class ZuoraSubscriptionPayload extends MutationPayload {
  @Field(() => ZuoraSubscriptionType, {
    nullable: true,
    description: 'Its latest version now; null if nothing was done, and for the dry run of a new one.',
  })
  subscription?: ZuoraSubscription | null;

  @Field(() => ZuoraSubscriptionPreviewType, {
    nullable: true,
    description:
      'For dry runs of new subscriptions and of updates: what Zuora would bill. Of all changes, where they go through orders.',
  })
  preview?: ZuoraSubscriptionPreview | null;
}

export interface SubscriptionAnswer {
  readonly subscription: ZuoraSubscription | null;
  readonly preview?: ZuoraSubscriptionPreview | null;
  readonly plan?: readonly PlannedCall[];
}
