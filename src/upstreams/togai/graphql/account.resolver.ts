import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import type { TogaiAccount, TogaiCustomer, TogaiPricePlanAssociation, TogaiSetting } from '../model.js';
import { togai } from '../session.js';
import { TogaiAccountType, TogaiSettingType } from './account.type.js';
import { TogaiCustomerType } from './customer.type.js';
import { TogaiPricePlanAssociationType } from './price-plan.type.js';

@Resolver(() => TogaiAccountType)
export class TogaiAccountResolver {
  @Needs('read')
  @Query(() => TogaiAccountType, { nullable: true, description: 'An account of Togai; null if there is none.' })
  togaiAccount(
    @Arg('id', () => String, { description: "The company's own id of the account." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccount | null> {
    return context.session(togai).accounts.load(id);
  }

  @FieldResolver(() => [TogaiPricePlanAssociationType], {
    nullable: true,
    description: 'The price plans of the account over time, oldest first.',
  })
  async pricePlans(
    @Root() account: TogaiAccount,
    @Ctx() context: RequestContext,
  ): Promise<readonly TogaiPricePlanAssociation[]> {
    return (await context.session(togai).schedules.load(account.togaiId)) ?? [];
  }

  @FieldResolver(() => [TogaiPricePlanAssociationType], {
    nullable: true,
    description:
      'The price plans that somebody is preparing for the account and has not finalized, oldest first. At most 10 seconds ' +
      'old. A draft that only takes plans away cannot be seen.',
  })
  async draftPricePlans(
    @Root() account: TogaiAccount,
    @Ctx() context: RequestContext,
  ): Promise<readonly TogaiPricePlanAssociation[]> {
    return (await context.session(togai).draftSchedules.load(account.togaiId)) ?? [];
  }

  @FieldResolver(() => [TogaiSettingType], {
    nullable: true,
    description: 'The settings that are written on the account.',
  })
  async settings(@Root() account: TogaiAccount, @Ctx() context: RequestContext): Promise<readonly TogaiSetting[]> {
    return (await context.session(togai).settings.load(account.togaiId)) ?? [];
  }

  @FieldResolver(() => TogaiCustomerType, { nullable: true, description: 'The customer that owns the account.' })
  customer(@Root() account: TogaiAccount, @Ctx() context: RequestContext): Promise<TogaiCustomer | null> {
    return context.session(togai).customers.load(account.customerId);
  }
}
