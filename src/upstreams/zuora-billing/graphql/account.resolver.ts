import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../schema-kit/access.js';
import type { Connection } from '../../../schema-kit/connection.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { CustomerType, toCustomer } from '../../../schema-kit/customer.type.js';
import { selects } from '../../../schema-kit/selection.js';
import type { ZuoraAccount, ZuoraContact, ZuoraSubscription } from '../model.js';
import { ACCOUNT_NUMBER, SYSTEM } from '../names.js';
import { accountIdOf, zuoraBilling } from '../session.js';
import { ZuoraAccountType } from './account.type.js';
import { ZuoraContactType } from './contact.type.js';
import { ZuoraSubscriptionConnection } from './subscription.type.js';
import { SubscriptionPageArgs, subscriptionPage } from './subscription-page.js';

@Resolver(() => ZuoraAccountType)
export class ZuoraAccountResolver {
  @Needs('read')
  @Query(() => ZuoraAccountType, {
    nullable: true,
    description: 'An account of Zuora Billing by its id or account number; null if there is none.',
  })
  async zuoraAccount(
    @Arg('key', () => String, { description: 'Account id (32 hexadecimal digits) or account number.' }) key: string,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ZuoraAccount | null> {
    const session = context.session(zuoraBilling);
    // The directory knows the id of most numbers, which lets the account and its subscriptions be read at once; Zuora can be
    // asked without it, too.
    const known = await context.customers.byRef({ system: SYSTEM, value: key }).catch(() => null);
    const id = known?.externalIds.some((e) => e.system === SYSTEM && e.kind === ACCOUNT_NUMBER && e.value === key)
      ? accountIdOf(known)
      : null;
    if (id !== null && selects(info, 'subscriptions')) session.subscriptionsOfAccount.prefetch(id);
    const account = await session.account(id ?? key);
    // A number can be given to another account after the directory has seen it.
    return id !== null && account?.accountNumber !== key ? await session.account(key) : account;
  }

  @FieldResolver(() => ZuoraSubscriptionConnection, {
    description: 'The latest version of each subscription, newest contract first.',
  })
  async subscriptions(
    @Root() account: ZuoraAccount,
    @Args(() => SubscriptionPageArgs) page: SubscriptionPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraSubscription>> {
    const all = await context.session(zuoraBilling).subscriptionsOfAccount.load(account.zuoraId);
    return subscriptionPage(all ?? [], page);
  }

  @FieldResolver(() => [ZuoraContactType], {
    nullable: true,
    description: 'Every contact of the account, read for many accounts at once.',
  })
  async contacts(@Root() account: ZuoraAccount, @Ctx() context: RequestContext): Promise<ZuoraContact[]> {
    return [...((await context.session(zuoraBilling).contactsOfAccount.load(account.zuoraId)) ?? [])];
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The unified customer that the account belongs to.',
  })
  async customer(@Root() account: ZuoraAccount, @Ctx() context: RequestContext): Promise<CustomerType> {
    const record = context.session(zuoraBilling).recordOf(account);
    return toCustomer(await context.customers.ofRecord(record));
  }
}

@Resolver(() => CustomerType)
export class ZuoraCustomerFields {
  @FieldResolver(() => ZuoraAccountType, {
    nullable: true,
    description: 'The account in Zuora Billing; null if the customer has none, or with an error if it cannot be read.',
  })
  async zuoraAccount(
    @Root() customer: CustomerType,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ZuoraAccount | null> {
    const id = accountIdOf(customer.entry);
    if (id === null) return null;
    const session = context.session(zuoraBilling);
    // Both reads need only the id, so neither waits for the other.
    if (selects(info, 'subscriptions')) session.subscriptionsOfAccount.prefetch(id);
    return await session.accounts.load(id);
  }

  @FieldResolver(() => ZuoraSubscriptionConnection, {
    nullable: true,
    description:
      'The subscriptions in Zuora Billing, newest contract first; null if the customer has no account there.',
  })
  async subscriptions(
    @Root() customer: CustomerType,
    @Args(() => SubscriptionPageArgs) page: SubscriptionPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraSubscription> | null> {
    const id = accountIdOf(customer.entry);
    if (id === null) return null;
    return subscriptionPage((await context.session(zuoraBilling).subscriptionsOfAccount.load(id)) ?? [], page);
  }
}
