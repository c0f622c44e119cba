import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, type Problem } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraUsage } from '../../documents/model.js';
import { zuoraBilling } from '../../session.js';
import { accountsOfUsages, type UsageResult } from '../../usage/batches.js';
import { deleteUsages, planDeleteMany } from '../../usage/delete-many.js';
import { UsageChanges, UsageIds } from '../../usage/inputs.js';
import { planUpdateMany, updateUsages } from '../../usage/update-many.js';
import { requireReadable } from '../../writing/readable.js';
import { DRY_RUN } from '../descriptions.js';
import { ZuoraUsageChangeInput } from './usage.inputs.js';
import { ZuoraUsagesPayload } from './usage-mutations.resolver.js';

@ObjectType('ZuoraUsagesDeletePayload', { simpleResolvers: true, description: 'What became of many usage records.' })
export class ZuoraUsagesDeletePayload extends MutationPayload {
  @Field(() => [String], {
    nullable: true,
    description: 'Ids of the records that are gone; `userErrors` tells which are not, and why.',
  })
  deletedIds?: readonly string[] | null;
}

interface DeleteAnswer {
  readonly deletedIds: readonly string[] | null;
  readonly plan?: readonly PlannedCall[];
}

interface UpdateAnswer {
  readonly usages: readonly ZuoraUsage[] | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class ZuoraManyUsages {
  @Needs('write')
  @Mutation(() => ZuoraUsagesPayload, {
    description:
      'Changes usage records that have not been billed, up to 1,000, fifty a call. Records that are refused do not keep the others: each is a user error with its place in `changes`.',
  })
  async zuoraUsagesUpdate(
    @Arg('changes', () => [ZuoraUsageChangeInput], { description: 'What to change.' }) changes: ZuoraUsageChangeInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsagesPayload> {
    const { desk, documents } = context.session(zuoraBilling);
    const refused: Problem[] = [];
    const payload = await answered(async (): Promise<UpdateAnswer> => {
      const wanted = checked(UsageChanges, changes, ['changes']);
      await requireReadable(desk, 'Changing usage');
      const ids = wanted.map(({ id }) => id);
      const accounts = await accountsOfUsages(desk, ids, (at) => ['changes', String(at), 'id']);
      if (dryRun) return { usages: null, plan: planUpdateMany(wanted) };
      const results = await updateUsages(desk, wanted);
      refused.push(...refusalsOf(results, 'changes'));
      for (const id of ids) await documents.usages.changed({ id, accountId: accounts.get(id) ?? null });
      const done = ids.filter((_, at) => isDone(results[at]));
      const usages = await Promise.all(done.map((id) => documents.usages.find(id)));
      return { usages: usages.filter((usage) => usage !== null) };
    });
    return refused.length > 0 ? { ...payload, userErrors: refused } : payload;
  }

  @Needs('write')
  @Mutation(() => ZuoraUsagesDeletePayload, {
    description:
      'Removes usage records that have not been billed, up to 1,000, fifty a call. Records that are refused do not keep the others: each is a user error with its place in `ids`.',
  })
  async zuoraUsagesDelete(
    @Arg('ids', () => [String], { description: "Zuora's ids of the records." }) ids: string[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsagesDeletePayload> {
    const { desk, documents } = context.session(zuoraBilling);
    const refused: Problem[] = [];
    const payload = await answered(async (): Promise<DeleteAnswer> => {
      const wanted = checked(UsageIds, ids, ['ids']);
      await requireReadable(desk, 'Changing usage');
      const accounts = await accountsOfUsages(desk, wanted, (at) => ['ids', String(at)]);
      if (dryRun) return { deletedIds: null, plan: planDeleteMany(wanted) };
      const results = await deleteUsages(desk, wanted);
      refused.push(...refusalsOf(results, 'ids'));
      const deletedIds = wanted.filter((_, at) => isDone(results[at]));
      for (const id of deletedIds) await documents.usages.changed({ id, accountId: accounts.get(id) ?? null });
      return { deletedIds };
    });
    return refused.length > 0 ? { ...payload, userErrors: refused } : payload;
  }
}

const isDone = (result: UsageResult | undefined) => result !== undefined && 'id' in result;

function refusalsOf(results: readonly UsageResult[], argument: string): Problem[] {
  return results.flatMap((result, at): Problem[] =>
    'id' in result ? [] : [{ code: 'REJECTED_BY_UPSTREAM', message: result.problem, field: [argument, String(at)] }],
  );
}
