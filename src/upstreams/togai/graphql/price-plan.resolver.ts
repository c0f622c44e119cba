import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { UpstreamError } from '../../../kernel/errors.js';
import { Needs } from '../../../schema-kit/access.js';
import { type Connection, connectionOfList, PageArgs } from '../../../schema-kit/connection.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import type { TogaiPricePlan, TogaiPricePlanAssociation, TogaiRateCard } from '../model.js';
import { SYSTEM, TITLE } from '../names.js';
import { togai } from '../session.js';
import { TogaiPricePlanAssociationType, TogaiPricePlanConnection, TogaiPricePlanType } from './price-plan.type.js';
import { TogaiRateCardType } from './rate-card.type.js';

@Resolver(() => TogaiPricePlanType)
export class TogaiPricePlanResolver {
  @Needs('read')
  @Query(() => TogaiPricePlanType, { nullable: true, description: 'A price plan of Togai; null if there is none.' })
  togaiPricePlan(
    @Arg('id', () => String, { description: "Togai's id of the plan." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiPricePlan | null> {
    return context.session(togai).pricePlans.load(id);
  }

  @Needs('read')
  @Query(() => TogaiPricePlanConnection, {
    description: 'The price plans of Togai by name, both generations together.',
  })
  async togaiPricePlans(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiPricePlan>> {
    return connectionOfList(await context.session(togai).allPricePlans(), page, ({ togaiId }) => togaiId);
  }

  @FieldResolver(() => [TogaiRateCardType], {
    nullable: true,
    description:
      'What the plan charges for, of its latest version; null with an error if it cannot be read. Costs Togai one call a plan until it is cached.',
  })
  rateCards(@Root() plan: TogaiPricePlan, @Ctx() context: RequestContext): Promise<readonly TogaiRateCard[]> {
    return context.session(togai).rateCards(plan);
  }
}

@Resolver(() => TogaiPricePlanAssociationType)
export class TogaiPricePlanAssociationResolver {
  @FieldResolver(() => TogaiPricePlanType, { description: 'The price plan.' })
  async pricePlan(
    @Root() association: TogaiPricePlanAssociation,
    @Ctx() context: RequestContext,
  ): Promise<TogaiPricePlan> {
    const plan = await context.session(togai).pricePlans.load(association.pricePlanId);
    if (plan) return plan;
    const message = `${TITLE} has an account on the price plan ${association.pricePlanId}, which it does not show.`;
    throw new UpstreamError(SYSTEM, 'UPSTREAM_INVALID_RESPONSE', message, { retryable: false });
  }
}
