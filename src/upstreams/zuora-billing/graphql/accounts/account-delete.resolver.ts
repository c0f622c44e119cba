import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { deleteAccount, planDelete, requireEmpty } from '../../accounts/delete-command.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN } from '../descriptions.js';
import { changedAccount } from './account-mutations.resolver.js';

@ObjectType('ZuoraAccountDeletePayload', { simpleResolvers: true, description: 'What became of an account to delete.' })
export class ZuoraAccountDeletePayload extends MutationPayload {
  @Field(() => String, { nullable: true, description: "Zuora's id of the account; null if nothing was done." })
  accountId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the job of Zuora that deletes the account; null if it was found deleted after a lost answer.',
  })
  jobId?: string | null;
}

@Resolver()
export class ZuoraAccountDeletion {
  @Needs('admin')
  @Mutation(() => ZuoraAccountDeletePayload, {
    description:
      'Has Zuora delete an account that nothing hangs on, such as one that was made by mistake. One with subscriptions, usage, invoices, payments or memos is refused: Zuora would remove them all. It stays in Zuora as a canceled account.',
  })
  zuoraAccountDelete(
    @Arg('key', () => String, { description: 'Account id (32 hexadecimal digits) or account number.' }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraAccountDeletePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<{ accountId: string; jobId?: string | null; plan?: PlannedCall[] }> => {
      const account = await session.account(key);
      if (account === null) throw refusal('NOT_FOUND', `There is no account ${key}.`, ['key']);
      await requireEmpty(session.desk, account);
      if (dryRun) return { accountId: account.zuoraId, plan: planDelete(account) };
      const jobId = await deleteAccount(session.desk, account);
      await session.desk.accountChanged({ number: account.accountNumber });
      await changedAccount(session, account.zuoraId, context);
      return { accountId: account.zuoraId, jobId };
    });
  }
}
