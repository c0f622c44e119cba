import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, type Problem } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { zuoraBilling } from '../../session.js';
import { accountsOfUsages, deleteUsages, planDeleteMany, UsageIds } from '../../usage/delete-many.js';
import { DRY_RUN } from '../descriptions.js';

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

@Resolver()
export class ZuoraUsagesDeleteResolver {
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
      const accounts = await accountsOfUsages(desk, wanted, ['ids']);
      if (dryRun) return { deletedIds: null, plan: planDeleteMany(wanted) };
      const results = await deleteUsages(desk, wanted);
      const deletedIds = wanted.filter((_, at) => 'id' in (results[at] ?? {}));
      for (const [at, result] of results.entries()) {
        if ('id' in result) continue;
        refused.push({ code: 'REJECTED_BY_UPSTREAM', message: result.problem, field: ['ids', String(at)] });
      }
      for (const id of deletedIds) await documents.usages.changed({ id, accountId: accounts.get(id) ?? null });
      return { deletedIds };
    });
    return refused.length > 0 ? { ...payload, userErrors: refused } : payload;
  }
}
