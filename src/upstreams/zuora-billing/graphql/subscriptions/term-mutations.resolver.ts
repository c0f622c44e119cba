import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered } from '../../../../schema-kit/mutation.js';
import type { ZuoraSubscription } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { type Amendment, amend, planAmendment, requireVersions } from '../../subscriptions/commands.js';
import {
  type Billing,
  SubscriptionCancel,
  SubscriptionRenew,
  SubscriptionResume,
  SubscriptionSuspend,
} from '../../subscriptions/inputs.js';
import { billingFields, cancelRequest, resumeRequest, suspendRequest } from '../../subscriptions/requests.js';
import { DRY_RUN } from '../descriptions.js';
import { existing, SUBSCRIPTION_KEY } from './subscription-mutations.resolver.js';
import { type SubscriptionAnswer, ZuoraSubscriptionPayload } from './subscription-payload.type.js';
import {
  ZuoraSubscriptionCancelInput,
  ZuoraSubscriptionRenewInput,
  ZuoraSubscriptionResumeInput,
  ZuoraSubscriptionSuspendInput,
} from './term.inputs.js';

@Resolver()
export class ZuoraSubscriptionTermMutations {
  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Ends a subscription.' })
  zuoraSubscriptionCancel(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionCancelInput, { description: 'When it ends.' })
    input: ZuoraSubscriptionCancelInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    return changed(context, key, dryRun, () => {
      const wanted = checked(SubscriptionCancel, input);
      return {
        billing: wanted,
        amendment: {
          operation: 'PUT_CancelSubscription',
          verb: 'cancel',
          body: cancelRequest(wanted),
          // One that ends later may stay active until then.
          isMade: ({ status, cancelledDate }) => status === 'Cancelled' || cancelledDate !== null,
        },
      };
    });
  }

  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Begins the next term of a subscription.' })
  zuoraSubscriptionRenew(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionRenewInput, { nullable: true, description: 'How it is billed.' })
    input: ZuoraSubscriptionRenewInput | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    return changed(context, key, dryRun, ({ termEndDate }) => {
      const wanted = checked(SubscriptionRenew, input ?? {});
      return {
        billing: wanted,
        amendment: {
          operation: 'PUT_RenewSubscription',
          verb: 'renew',
          body: billingFields(wanted),
          isMade: (version) => (version.termEndDate ?? '') > (termEndDate ?? ''),
        },
      };
    });
  }

  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Pauses a subscription.' })
  zuoraSubscriptionSuspend(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionSuspendInput, { description: 'When it pauses.' })
    input: ZuoraSubscriptionSuspendInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    return changed(context, key, dryRun, () => {
      const wanted = checked(SubscriptionSuspend, input);
      return {
        billing: wanted,
        amendment: {
          operation: 'PUT_SuspendSubscription',
          verb: 'suspend',
          body: suspendRequest(wanted),
          // With a day to go on it may show as active again at once.
          isMade: ({ status }) => status === 'Suspended' || !!wanted.resumeDate,
        },
      };
    });
  }

  @Mutation(() => ZuoraSubscriptionPayload, { description: 'Lets a suspended subscription go on.' })
  zuoraSubscriptionResume(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionResumeInput, { description: 'When it goes on.' })
    input: ZuoraSubscriptionResumeInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    return changed(context, key, dryRun, () => {
      const wanted = checked(SubscriptionResume, input);
      return {
        billing: wanted,
        amendment: {
          operation: 'PUT_ResumeSubscription',
          verb: 'resume',
          body: resumeRequest(wanted),
          isMade: ({ status }) => status !== 'Suspended',
        },
      };
    });
  }
}

interface TermChange {
  readonly billing: Billing;
  readonly amendment: Amendment;
}

/** The way that all four go: what is there, what would be sent, what has become of it. */
function changed(
  context: RequestContext,
  key: string,
  dryRun: boolean,
  compose: (subscription: ZuoraSubscription) => TermChange,
): Promise<ZuoraSubscriptionPayload> {
  const session = context.session(zuoraBilling);
  return answered(async (): Promise<SubscriptionAnswer> => {
    const subscription = await existing(session, key);
    const { billing, amendment } = compose(subscription);
    requireVersions(session.desk, billing);
    const { subscriptionNumber: number } = subscription;
    if (dryRun) return { subscription, plan: planAmendment(amendment, number) };
    await amend(session.desk, subscription, amendment);
    return { subscription: await session.subscription(number) };
  });
}
