import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';
import { CreditGrant, grantBody, grantCredit, voidCredit } from '../../credits/commands.js';
import { planned } from '../../customers/commands.js';
import type { TogaiCredit } from '../../model.js';
import { togai } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { TogaiCreditType } from './credit.type.js';

@InputType('TogaiCreditGrantInput', { description: 'A credit for an account.' })
class TogaiCreditGrantInput {
  @Field(() => String, { description: "The company's own id of the account." })
  accountId!: string;

  @Field(() => String, { description: 'What it is for; the customer sees it.' })
  purpose!: string;

  @Field(() => DecimalScalar, { description: "How much, in the unit of the account's credits; more than 0." })
  amount!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it counts; today without one.' })
  effectiveFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it expires; without one it does not.' })
  effectiveUntil?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 100; low numbers are used up first. 100 without one.' })
  priority?: number | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'What it pays for: ids of rate cards, or words such as `ALL_USAGE_METER_RATE_CARDS`; everything without.',
  })
  applicableEntityIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What granted it, if not a person.' })
  grantorId?: string | null;
}

@ObjectType('TogaiCreditPayload', { simpleResolvers: true, description: 'What became of a credit.' })
class TogaiCreditPayload extends MutationPayload {
  @Field(() => TogaiCreditType, {
    nullable: true,
    description: 'The credit as it is now; null if nothing was done, and for the dry run of a new one.',
  })
  credit?: TogaiCredit | null;
}

interface CreditAnswer {
  readonly credit: TogaiCredit | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class TogaiCreditMutations {
  @Needs('finance')
  @Mutation(() => TogaiCreditPayload, { description: 'Grants a credit. It cannot be changed any more, only voided.' })
  togaiCreditGrant(
    @Arg('input', () => TogaiCreditGrantInput, { description: 'The credit.' }) input: TogaiCreditGrantInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCreditPayload> {
    const { desk, accounts, credits } = context.session(togai);
    return answered(async (): Promise<CreditAnswer> => {
      const wanted = checked(CreditGrant, input);
      if (dryRun) {
        const { accountId } = wanted;
        if (!(await accounts.load(accountId))) {
          throw refusal('NOT_FOUND', `There is no account ${accountId}.`, ['input', 'accountId']);
        }
        const { idempotencyKey: _, ...body } = grantBody(desk, wanted, '');
        const after = JSON.parse(JSON.stringify(body));
        return { credit: null, plan: planned({ action: 'createCredit', target: null, after }) };
      }
      return { credit: await credits.load(await grantCredit(desk, wanted, key ?? null)) };
    });
  }

  @Needs('finance')
  @Mutation(() => TogaiCreditPayload, { description: 'Takes back what is left of a credit.' })
  togaiCreditVoid(
    @Arg('id', () => String, { description: "Togai's id of the credit." }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiCreditPayload> {
    const { desk, credits } = context.session(togai);
    return answered(async (): Promise<CreditAnswer> => {
      const credit = await credits.load(id);
      if (credit === null) throw refusal('NOT_FOUND', `There is no credit ${id}.`, ['id']);
      if (dryRun) return { credit, plan: planned({ action: 'voidCredit', target: id, after: null }) };
      await voidCredit(desk, { id, accountId: credit.accountId });
      return { credit: await credits.load(id) };
    });
  }
}
