import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered } from '../../../../schema-kit/mutation.js';
import type { ZuoraSubscription } from '../../model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import {
  amend,
  createSubscription,
  planAmendment,
  planCreate,
  previewCreate,
  previewUpdate,
  updateOf,
} from '../../subscriptions/commands.js';
import { SubscriptionCreate, SubscriptionUpdate } from '../../subscriptions/inputs.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ZuoraSubscriptionCreateInput, ZuoraSubscriptionUpdateInput } from './subscription.inputs.js';
import { type SubscriptionAnswer, ZuoraSubscriptionPayload } from './subscription-payload.type.js';
import { toPreview } from './subscription-preview.type.js';

export const SUBSCRIPTION_KEY = 'Subscription number, or the id of any of its versions.';

@Resolver()
export class ZuoraSubscriptionMutations {
  @Mutation(() => ZuoraSubscriptionPayload, {
    description: 'Makes a subscription. A dry run has Zuora preview what it would bill.',
  })
  zuoraSubscriptionCreate(
    @Arg('input', () => ZuoraSubscriptionCreateInput, { description: 'The new subscription.' })
    input: ZuoraSubscriptionCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const session = context.session(zuoraBilling);
    const { desk } = session;
    return answered(async (): Promise<SubscriptionAnswer> => {
      const wanted = checked(SubscriptionCreate, input);
      const account = await session.account(wanted.accountKey);
      if (!account) throw refusal('NOT_FOUND', `There is no account ${wanted.accountKey}.`, ['input', 'accountKey']);
      if (dryRun) {
        const plan = planCreate(desk, wanted);
        const preview = toPreview(await previewCreate(desk, wanted), account.currency);
        return { subscription: null, preview, plan };
      }
      const number = await createSubscription(desk, wanted, account, key ?? null);
      await desk.subscriptionChanged({ number, accountId: account.zuoraId });
      await desk.accountChanged({ number: account.accountNumber });
      return { subscription: await session.subscription(number) };
    });
  }

  @Mutation(() => ZuoraSubscriptionPayload, {
    description:
      'Changes a subscription: adds, changes and removes rate plans, in one new version. A dry run has Zuora preview it.',
  })
  zuoraSubscriptionUpdate(
    @Arg('key', () => String, { description: SUBSCRIPTION_KEY }) key: string,
    @Arg('input', () => ZuoraSubscriptionUpdateInput, { description: 'What to change.' })
    input: ZuoraSubscriptionUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<SubscriptionAnswer> => {
      const wanted = checked(SubscriptionUpdate, input);
      const subscription = await existing(session, key);
      const amendment = updateOf(session.desk, wanted);
      const { subscriptionNumber: number } = subscription;
      if (dryRun) {
        const account = await session.accounts.load(subscription.accountId);
        const currency = subscription.contractedMrr?.currency ?? account?.currency;
        if (currency === undefined)
          throw refusal('NOT_FOUND', 'The account of the subscription cannot be read.', ['key']);
        const preview = toPreview(await previewUpdate(session.desk, number, wanted), currency);
        return { subscription, preview, plan: planAmendment(amendment, number) };
      }
      await amend(session.desk, subscription, amendment);
      return { subscription: await session.subscription(number) };
    });
  }
}

export async function existing(session: ZuoraBillingSession, key: string): Promise<ZuoraSubscription> {
  const subscription = await session.subscription(key);
  if (subscription === null) throw refusal('NOT_FOUND', `There is no subscription ${key}.`, ['key']);
  return subscription;
}
