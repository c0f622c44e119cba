import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, type Problem } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { CALLOUTS, EMAILS, planResend, type Resendable, ResendIds, resend } from '../../notifications/resend.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';

@ObjectType('ZuoraResendPayload', {
  simpleResolvers: true,
  description:
    'What was sent again. What was not is a user error with its place in `ids`, and keeps nothing else back.',
})
export class ZuoraResendPayload extends MutationPayload {
  @Field(() => [String], { nullable: true, description: 'Ids of what is sent again; null if nothing was done.' })
  resent?: readonly string[] | null;
}

const IDS = "Zuora's ids in the history, 1 to 1,000.";

@Resolver()
export class ZuoraResendMutations {
  @Needs('sync')
  @Mutation(() => ZuoraResendPayload, { description: 'Has Zuora send callouts again, those that failed, for example.' })
  zuoraCalloutsResend(
    @Arg('ids', () => [String], { description: IDS }) ids: string[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraResendPayload> {
    return again(context, CALLOUTS, { ids, key: key ?? null, dryRun });
  }

  @Needs('sync')
  @Mutation(() => ZuoraResendPayload, { description: 'Has Zuora send emails again, those that failed, for example.' })
  zuoraEmailsResend(
    @Arg('ids', () => [String], { description: IDS }) ids: string[],
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraResendPayload> {
    return again(context, EMAILS, { ids, key: key ?? null, dryRun });
  }
}

interface ResendAnswer {
  readonly resent: readonly string[] | null;
  readonly plan?: readonly PlannedCall[];
}

async function again(
  context: RequestContext,
  kind: Resendable,
  { ids, key, dryRun }: { ids: string[]; key: string | null; dryRun: boolean },
): Promise<ZuoraResendPayload> {
  const refused: Problem[] = [];
  const payload = await answered(async (): Promise<ResendAnswer> => {
    const wanted = checked(ResendIds, ids, ['ids']);
    if (dryRun) return { resent: null, plan: planResend(kind, wanted) };
    const failures = await resend(context.session(zuoraBilling).desk, kind, wanted, key);
    for (const [id, { code, message }] of Object.entries(failures)) {
      refused.push({
        code: code === 'ObjectNotFound' ? 'NOT_FOUND' : 'REJECTED_BY_UPSTREAM',
        message: message || code,
        field: ['ids', String(ids.indexOf(id))],
      });
    }
    return { resent: wanted.filter((id) => !Object.hasOwn(failures, id)) };
  });
  return refused.length > 0 ? { ...payload, userErrors: refused } : payload;
}
