import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, type Problem, Refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraUsage } from '../../documents/model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../session.js';
import {
  createUsage,
  createUsages,
  deleteUsage,
  noSuchUsage,
  planCreate,
  planCreateMany,
  planDelete,
  planUpdate,
  updateUsage,
} from '../../usage/commands.js';
import { UsageCreate, UsageRows, UsageUpdate } from '../../usage/inputs.js';
import type { UsageToCreate } from '../../usage/requests.js';
import { requireReadable } from '../../writing/readable.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ZuoraUsageType } from '../documents/usage.type.js';
import { ZuoraUsageCreateInput, ZuoraUsageUpdateInput } from './usage.inputs.js';

@ObjectType('ZuoraUsagePayload', { simpleResolvers: true, description: 'What became of a change of a usage record.' })
export class ZuoraUsagePayload extends MutationPayload {
  @Field(() => ZuoraUsageType, { nullable: true, description: 'The record as it is now; null if there is none.' })
  usage?: ZuoraUsage | null;
}

@ObjectType('ZuoraUsagesPayload', { simpleResolvers: true, description: 'What became of many usage records.' })
export class ZuoraUsagesPayload extends MutationPayload {
  @Field(() => [ZuoraUsageType], {
    nullable: true,
    description:
      'The records that were made or changed, in the order of the inputs; `userErrors` tells which were not, and why.',
  })
  usages?: readonly ZuoraUsage[] | null;
}

const RECORDING = 'Recording usage one by one';
const CHANGING = 'Changing usage';

interface UsageAnswer {
  readonly usage: ZuoraUsage | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class ZuoraUsageMutations {
  @Needs('write')
  @Mutation(() => ZuoraUsagePayload, { description: 'Records what a customer used.' })
  zuoraUsageCreate(
    @Arg('input', () => ZuoraUsageCreateInput, { description: 'The use.' }) input: ZuoraUsageCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsagePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<UsageAnswer> => {
      const wanted = checked(UsageCreate, input);
      await requireReadable(session.desk, RECORDING);
      const row = await withAccount(session, wanted, ['input', 'accountKey']);
      if (!('account' in row)) throw new Refusal([row]);
      if (dryRun) return { usage: null, plan: planCreate(row) };
      const id = await createUsage(session.desk, row, key ?? null);
      await session.documents.usages.changed({ accountId: row.account.zuoraId });
      return { usage: await session.documents.usages.find(id) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraUsagesPayload, {
    description:
      'Records what customers used, up to 1,000 records, fifty a call. Records that are refused do not keep the others out: each is a user error with its place in `inputs`.',
  })
  zuoraUsagesCreate(
    @Arg('inputs', () => [ZuoraUsageCreateInput], { description: 'The uses.' }) inputs: ZuoraUsageCreateInput[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsagesPayload> {
    const session = context.session(zuoraBilling);
    const refused: Problem[] = [];
    const done = answered(async (): Promise<{ usages: ZuoraUsage[] | null; plan?: readonly PlannedCall[] }> => {
      const wanted = checked(UsageRows, inputs, ['inputs']);
      await requireReadable(session.desk, RECORDING);
      const rows = await Promise.all(
        wanted.map((row, at) => withAccount(session, row, ['inputs', String(at), 'accountKey'])),
      );
      const unknown = rows.filter((row): row is Problem => !('account' in row));
      // Who sends usage of accounts that there are not has made a mistake that more records may share.
      if (unknown.length > 0) throw new Refusal(unknown);
      const known = rows as UsageToCreate[];
      if (dryRun) return { usages: null, plan: planCreateMany(known) };
      const results = await createUsages(session.desk, known, key ?? null);
      const ids: string[] = [];
      for (const [at, result] of results.entries()) {
        if ('id' in result) ids.push(result.id);
        else refused.push({ code: 'REJECTED_BY_UPSTREAM', message: result.problem, field: ['inputs', String(at)] });
      }
      for (const id of new Set(known.map(({ account }) => account.zuoraId))) {
        await session.documents.usages.changed({ accountId: id });
      }
      const usages = await Promise.all(ids.map((id) => session.documents.usages.find(id)));
      return { usages: usages.filter((usage) => usage !== null) };
    });
    return done.then((payload) => (refused.length > 0 ? { ...payload, userErrors: refused } : payload));
  }

  @Needs('write')
  @Mutation(() => ZuoraUsagePayload, { description: 'Changes a usage record that has not been billed.' })
  zuoraUsageUpdate(
    @Arg('id', () => String, { description: "Zuora's id of the record." }) id: string,
    @Arg('input', () => ZuoraUsageUpdateInput, { description: 'What to change.' }) input: ZuoraUsageUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsagePayload> {
    const { desk, documents } = context.session(zuoraBilling);
    return answered(async (): Promise<UsageAnswer> => {
      const wanted = checked(UsageUpdate, input);
      await requireReadable(desk, CHANGING);
      if (dryRun) return { usage: null, plan: planUpdate(id, wanted) };
      await updateUsage(desk, id, wanted);
      await documents.usages.changed({ id });
      const usage = await documents.usages.find(id);
      await documents.usages.changed({ accountId: usage?.accountId ?? null });
      return { usage };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraUsagePayload, { description: 'Removes a usage record that has not been billed.' })
  zuoraUsageDelete(
    @Arg('id', () => String, { description: "Zuora's id of the record." }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraUsagePayload> {
    const { desk, documents } = context.session(zuoraBilling);
    return answered(async (): Promise<UsageAnswer> => {
      await requireReadable(desk, CHANGING);
      const before = await documents.usages.find(id);
      if (dryRun) {
        if (before === null) throw noSuchUsage(id);
        return { usage: before, plan: planDelete(id) };
      }
      await deleteUsage(desk, id);
      await documents.usages.changed({ id, accountId: before?.accountId ?? null });
      return { usage: null };
    });
  }
}

async function withAccount(
  session: ZuoraBillingSession,
  input: UsageCreate,
  field: readonly string[],
): Promise<UsageToCreate | Problem> {
  const account = await session.account(input.accountKey);
  if (account !== null) return { input, account };
  return { code: 'NOT_FOUND', message: `There is no account ${input.accountKey}.`, field };
}
