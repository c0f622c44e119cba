import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { requireWholeCoins } from '../../invoices/commands.js';
import { deleteCreditMemo, planDelete, planUpdate, updateCreditMemo } from '../../memos/change-commands.js';
import { readMemo, requireSettlement } from '../../memos/current-memo.js';
import { CreditMemoUpdate } from '../../memos/inputs.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN } from '../descriptions.js';
import { changedMemo, MEMO_KEY, type MemoAnswer, shownMemo } from './changed-memo.js';
import { ZuoraCreditMemoDeletePayload, ZuoraCreditMemoPayload } from './credit-memo-payload.type.js';
import { ZuoraCreditMemoUpdateInput } from './credit-memo-update.inputs.js';

@Resolver()
export class ZuoraCreditMemoChanges {
  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoPayload, {
    description: 'Changes a credit memo: what the input leaves out is left alone.',
  })
  zuoraCreditMemoUpdate(
    @Arg('key', () => String, { description: MEMO_KEY }) key: string,
    @Arg('input', () => ZuoraCreditMemoUpdateInput, { description: 'What to change.' })
    input: ZuoraCreditMemoUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<MemoAnswer> => {
      const wanted = checked(CreditMemoUpdate, input);
      await requireSettlement(session.desk);
      const memo = await readMemo(session.desk, key);
      const account = await session.accounts.load(memo.accountId);
      const currency = memo.currency ?? account?.currency;
      if (currency) requireWholeCoins(wanted.items ?? [], currency);
      const plan = planUpdate(memo, wanted);
      if (dryRun) return { creditMemo: await shownMemo(session, key), plan };
      return await changedMemo(session, await updateCreditMemo(session.desk, memo, wanted));
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraCreditMemoDeletePayload, {
    description: 'Deletes a credit memo that was withdrawn before: `zuoraCreditMemoCancel` does that to a draft.',
  })
  zuoraCreditMemoDelete(
    @Arg('key', () => String, { description: MEMO_KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoDeletePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<{ creditMemoId: string; plan?: readonly PlannedCall[] }> => {
      await requireSettlement(session.desk);
      const memo = await readMemo(session.desk, key);
      if (dryRun) return { creditMemoId: memo.id, plan: planDelete(memo) };
      await deleteCreditMemo(session.desk, memo);
      await changedMemo(session, memo);
      return { creditMemoId: memo.id };
    });
  }
}
