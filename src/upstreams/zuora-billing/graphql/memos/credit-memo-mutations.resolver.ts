import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraCreditMemo } from '../../documents/model.js';
import {
  applyCreditMemo,
  cancelCreditMemo,
  createCreditMemo,
  planApply,
  planCancel,
  planCreate,
  planPost,
  postCreditMemo,
  requireSettlement,
  type V1Memo,
} from '../../memos/commands.js';
import { CreditMemoApply, CreditMemoCreate } from '../../memos/inputs.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ZuoraCreditMemoType } from '../documents/memo.type.js';
import { ZuoraCreditMemoApplyInput, ZuoraCreditMemoCreateInput } from './credit-memo.inputs.js';

@ObjectType('ZuoraCreditMemoPayload', {
  simpleResolvers: true,
  description: 'What became of a change of a credit memo.',
})
export class ZuoraCreditMemoPayload extends MutationPayload {
  @Field(() => ZuoraCreditMemoType, { nullable: true, description: 'The memo as it is now; null if nothing was done.' })
  creditMemo?: ZuoraCreditMemo | null;
}

interface MemoAnswer {
  readonly creditMemo: ZuoraCreditMemo | null;
  readonly plan?: readonly PlannedCall[];
}

const KEY = 'Memo id (32 hexadecimal digits) or memo number.';

@Resolver()
export class ZuoraCreditMemoMutations {
  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, {
    description: 'Makes a credit memo from charges of the catalog. Needs Invoice Settlement.',
  })
  zuoraCreditMemoCreate(
    @Arg('input', () => ZuoraCreditMemoCreateInput, { description: 'The new memo.' })
    input: ZuoraCreditMemoCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      const wanted = checked(CreditMemoCreate, input);
      const account = await session.account(wanted.accountKey);
      if (!account) throw refusal('NOT_FOUND', `There is no account ${wanted.accountKey}.`, ['input', 'accountKey']);
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: null, plan: planCreate(session.desk, wanted, account) };
      return await changed(session, await createCreditMemo(session.desk, wanted, account, key ?? null));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, { description: 'Puts a draft of a credit memo into the books.' })
  zuoraCreditMemoPost(
    @Arg('key', () => String, { description: KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: await existing(session, key), plan: planPost(key) };
      return await changed(session, await postCreditMemo(session.desk, key));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, { description: 'Withdraws a draft of a credit memo.' })
  zuoraCreditMemoCancel(
    @Arg('key', () => String, { description: KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: await existing(session, key), plan: planCancel(key) };
      return await changed(session, await cancelCreditMemo(session.desk, key));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, {
    description: 'Applies a posted credit memo to invoices and debit memos, which lowers what is open on them.',
  })
  zuoraCreditMemoApply(
    @Arg('key', () => String, { description: KEY }) key: string,
    @Arg('input', () => ZuoraCreditMemoApplyInput, { description: 'What it is applied to.' })
    input: ZuoraCreditMemoApplyInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      const wanted = checked(CreditMemoApply, input);
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: await existing(session, key), plan: planApply(key, wanted) };
      const memo = await applyCreditMemo(session.desk, key, wanted);
      const { invoices, debitMemos } = session.documents;
      await session.documents.creditMemoApplied(memo.accountId);
      for (const { id } of wanted.invoices ?? []) await invoices.changed({ id, accountId: memo.accountId });
      for (const { id } of wanted.debitMemos ?? []) await debitMemos.changed({ id, accountId: memo.accountId });
      return await changed(session, memo);
    });
  }
}

async function existing(session: ZuoraBillingSession, key: string): Promise<ZuoraCreditMemo> {
  const memo = await session.documents.creditMemos.find(key);
  if (memo === null) throw refusal('NOT_FOUND', `There is no credit memo ${key}.`, ['key']);
  return memo;
}

/** The memo as Zuora has it now; its account's figures are read again, too. */
async function changed(session: ZuoraBillingSession, memo: V1Memo): Promise<MemoAnswer> {
  const { id, number, accountId } = memo;
  await session.documents.creditMemos.changed({ id, number, accountId });
  const account = await session.accounts.load(accountId);
  await session.desk.accountChanged({ id: accountId, number: account?.accountNumber ?? null });
  return { creditMemo: await session.documents.creditMemos.find(id) };
}
