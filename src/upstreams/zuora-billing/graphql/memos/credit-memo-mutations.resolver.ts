import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered } from '../../../../schema-kit/mutation.js';
import {
  applyCreditMemo,
  cancelCreditMemo,
  createCreditMemo,
  planApply,
  planCancel,
  planCreate,
  planPost,
  postCreditMemo,
} from '../../memos/commands.js';
import { requireSettlement } from '../../memos/current-memo.js';
import { CreditMemoApply, CreditMemoCreate } from '../../memos/inputs.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { changedMemo, MEMO_KEY, type MemoAnswer, shownMemo } from './changed-memo.js';
import { ZuoraCreditMemoApplyInput, ZuoraCreditMemoCreateInput } from './credit-memo.inputs.js';
import { ZuoraCreditMemoPayload } from './credit-memo-payload.type.js';

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
      return await changedMemo(session, await createCreditMemo(session.desk, wanted, account, key ?? null));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, { description: 'Puts a draft of a credit memo into the books.' })
  zuoraCreditMemoPost(
    @Arg('key', () => String, { description: MEMO_KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: await shownMemo(session, key), plan: planPost(key) };
      return await changedMemo(session, await postCreditMemo(session.desk, key));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, { description: 'Withdraws a draft of a credit memo.' })
  zuoraCreditMemoCancel(
    @Arg('key', () => String, { description: MEMO_KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: await shownMemo(session, key), plan: planCancel(key) };
      return await changedMemo(session, await cancelCreditMemo(session.desk, key));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, {
    description: 'Applies a posted credit memo to invoices and debit memos, which lowers what is open on them.',
  })
  zuoraCreditMemoApply(
    @Arg('key', () => String, { description: MEMO_KEY }) key: string,
    @Arg('input', () => ZuoraCreditMemoApplyInput, { description: 'What it is applied to.' })
    input: ZuoraCreditMemoApplyInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      const wanted = checked(CreditMemoApply, input);
      await requireSettlement(session.desk);
      if (dryRun) return { creditMemo: await shownMemo(session, key), plan: planApply(key, wanted) };
      const memo = await applyCreditMemo(session.desk, key, wanted);
      const { invoices, debitMemos } = session.documents;
      await session.documents.creditMemoApplied(memo.accountId);
      for (const { id } of wanted.invoices ?? []) await invoices.changed({ id, accountId: memo.accountId });
      for (const { id } of wanted.debitMemos ?? []) await debitMemos.changed({ id, accountId: memo.accountId });
      return await changedMemo(session, memo);
    });
  }
}
