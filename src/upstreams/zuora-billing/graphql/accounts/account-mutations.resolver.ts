import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { createAccount, planCreate, planUpdate, updateAccount } from '../../accounts/commands.js';
import { AccountCreate, AccountUpdate } from '../../accounts/inputs.js';
import type { ZuoraAccount } from '../../model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ZuoraAccountCreateInput, ZuoraAccountUpdateInput } from './account.inputs.js';

@ObjectType('ZuoraAccountPayload', { simpleResolvers: true, description: 'What became of a change of an account.' })
export class ZuoraAccountPayload extends MutationPayload {
  @Field(() => ZuoraAccountType, {
    nullable: true,
    description: 'The account as it is now; null if nothing was done, and for the dry run of a new one.',
  })
  account?: ZuoraAccount | null;
}

@Resolver()
export class ZuoraAccountMutations {
  @Needs('write')
  @Mutation(() => ZuoraAccountPayload, { description: 'Makes an account with its bill-to and sold-to contacts.' })
  zuoraAccountCreate(
    @Arg('input', () => ZuoraAccountCreateInput, { description: 'The new account.' }) input: ZuoraAccountCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraAccountPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<AccountAnswer> => {
      const wanted = checked(AccountCreate, input);
      if (dryRun) return { account: null, plan: planCreate(session.desk, wanted) };
      const { accountId } = await createAccount(session.desk, wanted, key ?? null);
      return { account: await changedAccount(session, accountId, context) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraAccountPayload, {
    description: 'Changes an account: what the input leaves out is left alone, null empties.',
  })
  zuoraAccountUpdate(
    @Arg('key', () => String, { description: 'Account id (32 hexadecimal digits) or account number.' }) key: string,
    @Arg('input', () => ZuoraAccountUpdateInput, { description: 'What to change.' }) input: ZuoraAccountUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraAccountPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<AccountAnswer> => {
      const wanted = checked(AccountUpdate, input);
      const account = await session.account(key);
      if (account === null) throw refusal('NOT_FOUND', `There is no account ${key}.`, ['key']);
      if (dryRun) return { account, plan: planUpdate(account, wanted) };
      await updateAccount(session.desk, account, wanted);
      return { account: await changedAccount(session, account.zuoraId, context) };
    });
  }
}

interface AccountAnswer {
  readonly account: ZuoraAccount | null;
  readonly plan?: readonly PlannedCall[];
}

/** The account as Zuora has it now; the directory of customers learns of it, too. */
export async function changedAccount(
  session: ZuoraBillingSession,
  id: string,
  context: RequestContext,
): Promise<ZuoraAccount | null> {
  await session.desk.accountChanged({ id });
  const account = await session.accounts.load(id);
  if (account !== null) await context.customers.changed(session.recordOf(account));
  return account;
}
