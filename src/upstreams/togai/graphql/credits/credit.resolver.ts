import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { Connection } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { CustomerType } from '../../../../schema-kit/customer.type.js';
import { customerIdOf } from '../../known-ids.js';
import { balancesByUnit } from '../../mapping/credit.js';
import type { TogaiAccount, TogaiCredit, TogaiCreditBalance, TogaiCreditTransaction } from '../../model.js';
import { knownAccountIds, togai } from '../../session.js';
import { TogaiAccountType } from '../account.type.js';
import { connectionOfTokens } from '../token-connection.js';
import {
  TogaiCreditBalanceType,
  TogaiCreditConnection,
  TogaiCreditsArgs,
  TogaiCreditTransactionType,
  TogaiCreditType,
} from './credit.type.js';

@Resolver(() => TogaiCreditType)
export class TogaiCreditResolver {
  @Needs('read')
  @Query(() => TogaiCreditType, { nullable: true, description: 'Credits of Togai; null if there are none by this id.' })
  togaiCredit(
    @Arg('id', () => String, { description: "Togai's id of the credits." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCredit | null> {
    return context.session(togai).credits.load(id);
  }

  @FieldResolver(() => [TogaiCreditTransactionType], {
    nullable: true,
    description: 'Every change of the credits. In a list this costs Togai one call each.',
  })
  async transactions(
    @Root() credit: TogaiCredit,
    @Ctx() context: RequestContext,
  ): Promise<readonly TogaiCreditTransaction[] | null> {
    if (credit.transactions) return credit.transactions;
    return (await context.session(togai).credits.load(credit.togaiId))?.transactions ?? null;
  }

  @FieldResolver(() => TogaiAccountType, { nullable: true, description: 'The account that they were granted to.' })
  account(@Root() credit: TogaiCredit, @Ctx() context: RequestContext): Promise<TogaiAccount | null> {
    return context.session(togai).accounts.load(credit.accountId);
  }
}

@Resolver(() => TogaiAccountType)
export class TogaiAccountCredits {
  @FieldResolver(() => TogaiCreditBalanceType, {
    nullable: true,
    description: 'What the credits of the account come to. At most 30 seconds old.',
  })
  creditBalance(@Root() account: TogaiAccount, @Ctx() context: RequestContext): Promise<TogaiCreditBalance | null> {
    return context.session(togai).creditBalances.load(account.togaiId);
  }

  @FieldResolver(() => TogaiCreditConnection, {
    nullable: true,
    description: "The credits that were granted to the account, in Togai's order. At most 30 seconds old.",
  })
  credits(
    @Root() { togaiId: accountId }: TogaiAccount,
    @Args(() => TogaiCreditsArgs) { status = null, ...page }: TogaiCreditsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiCredit>> {
    return connectionOfTokens(`credits:${accountId}:${status ?? ''}`, page, (token) =>
      context.session(togai).creditPage({ accountId, status, token }),
    );
  }
}

@Resolver(() => CustomerType)
export class CustomerCredits {
  @FieldResolver(() => TogaiCreditBalanceType, {
    nullable: true,
    description:
      'What the credits of all Togai accounts come to, exactly. Null if the customer is not in Togai, and if the accounts ' +
      'have credits in several units, which cannot be added up: `creditBalances` has the sum in each.',
  })
  async credits(@Root() customer: CustomerType, @Ctx() context: RequestContext): Promise<TogaiCreditBalance | null> {
    const [balance = null, another] = (await balancesOf(customer, context)) ?? [];
    return another ? null : balance;
  }

  @FieldResolver(() => [TogaiCreditBalanceType], {
    nullable: true,
    description:
      'What the credits of all Togai accounts come to, exactly: one balance for each unit. Null if the customer is not in ' +
      'Togai.',
  })
  creditBalances(
    @Root() customer: CustomerType,
    @Ctx() context: RequestContext,
  ): Promise<readonly TogaiCreditBalance[] | null> {
    return balancesOf(customer, context);
  }
}

/** Fails if one account cannot be read: a sum without it would be wrong. */
async function balancesOf({ entry }: CustomerType, context: RequestContext): Promise<TogaiCreditBalance[] | null> {
  const id = customerIdOf(entry);
  if (id === null) return null;
  const balances = await context.session(togai).creditBalances.loadMany(knownAccountIds(entry, id));
  return balancesByUnit(balances.filter((balance) => balance !== null));
}
