import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { CustomerEntry } from '../../../domain/customers/model.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { CustomerType, toCustomer } from '../../../schema-kit/customer.type.js';
import { selects } from '../../../schema-kit/selection.js';
import { accountIdsOf, customerIdOf } from '../known-ids.js';
import { customerRecord } from '../mapping/customer.js';
import type { TogaiAccount, TogaiCustomer, TogaiPricePlanAssociation } from '../model.js';
import { knownAccountIds, togai } from '../session.js';
import { TogaiAccountType } from './account.type.js';
import { TogaiCustomerType } from './customer.type.js';
import { TogaiPricePlanAssociationType } from './price-plan.type.js';

@Resolver(() => TogaiCustomerType)
export class TogaiCustomerResolver {
  @Needs('read')
  @Query(() => TogaiCustomerType, { nullable: true, description: 'A customer of Togai; null if there is none.' })
  togaiCustomer(
    @Arg('id', () => String, { description: "The company's own id of the customer." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCustomer | null> {
    return context.session(togai).customers.load(id);
  }

  @FieldResolver(() => [TogaiAccountType], { nullable: true, description: 'The accounts of the customer.' })
  async accounts(@Root() customer: TogaiCustomer, @Ctx() context: RequestContext): Promise<TogaiAccount[]> {
    const entry = await context.customers.ofRecord(customerRecord(customer));
    const accounts = await context.session(togai).accounts.loadMany(knownAccountIds(entry, customer.togaiId));
    return accounts.filter((account) => account !== null);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'The unified customer that this one belongs to.' })
  async customer(@Root() customer: TogaiCustomer, @Ctx() context: RequestContext): Promise<CustomerType> {
    return toCustomer(await context.customers.ofRecord(customerRecord(customer)));
  }
}

@Resolver(() => CustomerType)
export class TogaiCustomerFields {
  @FieldResolver(() => TogaiCustomerType, {
    nullable: true,
    description: 'The customer in Togai; null if it has none, or with an error if it cannot be read.',
  })
  async togaiCustomer(
    @Root() customer: CustomerType,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TogaiCustomer | null> {
    const id = customerIdOf(customer.entry);
    if (id === null) return null;
    const session = context.session(togai);
    // The directory knows the accounts already, so nothing has to wait for the customer.
    if (selects(info, 'accounts')) prefetchAccounts(customer.entry, id, context);
    return await session.customers.load(id);
  }

  @FieldResolver(() => [TogaiPricePlanAssociationType], {
    nullable: true,
    description: 'The price plans of all Togai accounts, oldest first; null if the customer is not in Togai.',
  })
  async pricePlans(
    @Root() customer: CustomerType,
    @Ctx() context: RequestContext,
  ): Promise<TogaiPricePlanAssociation[] | null> {
    const id = customerIdOf(customer.entry);
    if (id === null) return null;
    const schedules = await context.session(togai).schedules.loadMany(knownAccountIds(customer.entry, id));
    return schedules.flatMap((all) => all ?? []).sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  }
}

function prefetchAccounts(entry: CustomerEntry, customerId: string, context: RequestContext): void {
  const session = context.session(togai);
  for (const accountId of accountIdsOf(entry, customerId)) {
    session.accounts.prefetch(accountId);
  }
}
