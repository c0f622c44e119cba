import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Money, money } from '../../../../kernel/money.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { MoneyType } from '../../../../schema-kit/money.type.js';
import type { ZuoraSubscription } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { toAmendment, type ZuoraAmendment } from '../../subscriptions/amendment.js';
import { ZuoraSubscriptionType } from '../subscription.type.js';
import { ZuoraAmendmentType } from './amendment.type.js';

@Resolver(() => ZuoraSubscriptionType)
export class ZuoraSubscriptionDetails {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "Total contracted value of the latest version, as Zuora's metrics have it; read for many at once.",
  })
  async totalContractedValue(
    @Root() subscription: ZuoraSubscription,
    @Ctx() context: RequestContext,
  ): Promise<Money | null> {
    const session = context.session(zuoraBilling);
    const metrics = await session.subscriptionMetrics.load(subscription.subscriptionNumber);
    if (metrics?.totalContractedValue == null) return null;
    const currency =
      subscription.contractedMrr?.currency ?? (await session.accounts.load(subscription.accountId))?.currency;
    return currency === undefined ? null : money(metrics.totalContractedValue, currency);
  }

  @FieldResolver(() => [ZuoraSubscriptionType], {
    nullable: true,
    description: 'All versions, the latest first; each change made one.',
  })
  async versions(
    @Root() subscription: ZuoraSubscription,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraSubscription[]> {
    const versions = await context.session(zuoraBilling).subscriptionVersions.load(subscription.subscriptionNumber);
    return [...(versions ?? [])];
  }

  @FieldResolver(() => [ZuoraAmendmentType], {
    nullable: true,
    description: 'What made each version after the first, the latest first. Orders leave amendments, too.',
  })
  async amendments(@Root() subscription: ZuoraSubscription, @Ctx() context: RequestContext): Promise<ZuoraAmendment[]> {
    const session = context.session(zuoraBilling);
    const versions = (await session.subscriptionVersions.load(subscription.subscriptionNumber)) ?? [];
    const changes = await Promise.all(versions.map(({ zuoraId }) => session.amendments.load(zuoraId)));
    return versions.flatMap(({ version }, at) => (changes[at] ?? []).map((row) => toAmendment(row, version)));
  }
}
