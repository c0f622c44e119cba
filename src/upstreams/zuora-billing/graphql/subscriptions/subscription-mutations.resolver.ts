import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered } from '../../../../schema-kit/mutation.js';
import type { ZuoraAccount } from '../../model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import type { SubscriptionChange } from '../../subscriptions/changes.js';
import { SubscriptionCreate, SubscriptionUpdate } from '../../subscriptions/inputs.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { changed, SUBSCRIPTION_KEY } from './changed.js';
import { ZuoraSubscriptionCreateInput, ZuoraSubscriptionUpdateInput } from './subscription.inputs.js';
import { type SubscriptionAnswer, ZuoraSubscriptionPayload } from './subscription-payload.type.js';

@Resolver()
export class ZuoraSubscriptionMutations {
  @Needs('write')
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
    return answered(async (): Promise<SubscriptionAnswer> => {
      const wanted = checked(SubscriptionCreate, input);
      const account = await accountFor(session, wanted);
      const { changes } = session;
      if (dryRun) {
        const plan = await changes.planNew(wanted, account);
        return { subscription: null, preview: await changes.previewNew(wanted, account), plan };
      }
      const number = await changes.create(wanted, account, key ?? null);
      await session.desk.subscriptionChanged({ number, accountId: account.zuoraId });
      await session.desk.accountChanged({ number: account.accountNumber });
      return { subscription: await session.subscription(number) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraSubscriptionPayload, {
    description: 'What Zuora would bill for a new subscription. Changes nothing.',
  })
  zuoraSubscriptionPreview(
    @Arg('input', () => ZuoraSubscriptionCreateInput, { description: 'The subscription.' })
    input: ZuoraSubscriptionCreateInput,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscriptionPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<SubscriptionAnswer> => {
      const wanted = checked(SubscriptionCreate, input);
      const account = await accountFor(session, wanted);
      return { subscription: null, preview: await session.changes.previewNew(wanted, account) };
    });
  }

  @Needs('write')
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
    const wanted = (): SubscriptionChange => ({ kind: 'update', input: checked(SubscriptionUpdate, input) });
    return changed(context.session(zuoraBilling), key, dryRun, wanted);
  }
}

async function accountFor(session: ZuoraBillingSession, { accountKey }: SubscriptionCreate): Promise<ZuoraAccount> {
  const account = await session.account(accountKey);
  if (!account) throw refusal('NOT_FOUND', `There is no account ${accountKey}.`, ['input', 'accountKey']);
  return account;
}
