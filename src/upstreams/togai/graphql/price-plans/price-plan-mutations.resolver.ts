import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { TogaiAccount, TogaiPricePlan } from '../../model.js';
import { planWriting } from '../../price-plans/generation.js';
import { Association, PricePlan, Revision } from '../../price-plans/inputs.js';
import { togai } from '../../session.js';
import { TogaiAccountPayload } from '../customers/account-mutations.resolver.js';
import { DRY_RUN } from '../descriptions.js';
import { TogaiPricePlanType } from '../price-plan.type.js';
import {
  TogaiPricePlanAssociateInput,
  TogaiPricePlanCreateInput,
  TogaiPricePlanDisassociateInput,
  TogaiPricePlanReviseInput,
} from './price-plan.inputs.js';

@ObjectType('TogaiPricePlanPayload', { simpleResolvers: true, description: 'What became of a price plan.' })
class TogaiPricePlanPayload extends MutationPayload {
  @Field(() => TogaiPricePlanType, {
    nullable: true,
    description: 'The plan as it is now; null if nothing was done, and for a dry run.',
  })
  pricePlan?: TogaiPricePlan | null;
}

@Resolver()
export class TogaiPricePlanMutations {
  @Needs('write')
  @Mutation(() => TogaiPricePlanPayload, {
    description: 'Makes a price plan and puts it into force. What Togai does not take leaves no draft behind.',
  })
  togaiPricePlanCreate(
    @Arg('input', () => TogaiPricePlanCreateInput, { description: 'The plan.' }) input: TogaiPricePlanCreateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiPricePlanPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<{ pricePlan: TogaiPricePlan | null; plan?: readonly PlannedCall[] }> => {
      const wanted = checked(PricePlan, input);
      const writing = planWriting(session.desk.settings);
      if (dryRun) return { pricePlan: null, plan: writing.planSteps(wanted) };
      return { pricePlan: await session.pricePlans.load(await writing.createPricePlan(session.desk, wanted)) };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiPricePlanPayload, {
    description:
      'Makes the next version of a price plan and puts it into force, if there is anything to change: asked again, it does nothing. What Togai does not take leaves no draft behind.',
  })
  togaiPricePlanRevise(
    @Arg('id', () => String, { description: "Togai's id of the plan." }) id: string,
    @Arg('input', () => TogaiPricePlanReviseInput, { description: 'What is to change.' })
    input: TogaiPricePlanReviseInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiPricePlanPayload> {
    const { desk, pricePlans } = context.session(togai);
    return answered(async (): Promise<{ pricePlan: TogaiPricePlan | null; plan?: readonly PlannedCall[] }> => {
      const wanted = checked(Revision, input);
      const { revising } = planWriting(desk.settings);
      if (!revising) throw refusal('UNSUPPORTED', 'New versions need price plans of the second generation.', ['id']);
      if (dryRun) return { pricePlan: null, plan: await revising.steps(desk, id, wanted) };
      await revising.revise(desk, id, wanted);
      return { pricePlan: await pricePlans.load(id) };
    });
  }

  @Needs('write')
  @Mutation(() => TogaiAccountPayload, {
    description: 'Puts an account under a price plan for a time. What held before gives way for that time.',
  })
  togaiPricePlanAssociate(
    @Arg('input', () => TogaiPricePlanAssociateInput, { description: 'Account, plan and time.' })
    input: TogaiPricePlanAssociateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    return scheduled(context, input, dryRun);
  }

  @Needs('write')
  @Mutation(() => TogaiAccountPayload, { description: 'Takes the price plans of an account away for a time.' })
  togaiPricePlanDisassociate(
    @Arg('input', () => TogaiPricePlanDisassociateInput, { description: 'Account and time.' })
    input: TogaiPricePlanDisassociateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiAccountPayload> {
    return scheduled(context, input, dryRun);
  }
}

function scheduled(
  context: RequestContext,
  input: TogaiPricePlanAssociateInput | TogaiPricePlanDisassociateInput,
  dryRun: boolean,
): Promise<TogaiAccountPayload> {
  const session = context.session(togai);
  return answered(async (): Promise<{ account: TogaiAccount | null; plan?: readonly PlannedCall[] }> => {
    const wanted = checked(Association, input);
    const { accountId, pricePlanId } = wanted;
    const account = await session.accounts.load(accountId);
    if (!account) throw refusal('NOT_FOUND', `There is no account ${accountId}.`, ['input', 'accountId']);
    if (pricePlanId && !(await session.pricePlans.load(pricePlanId))) {
      throw refusal('NOT_FOUND', `There is no price plan ${pricePlanId}.`, ['input', 'pricePlanId']);
    }
    const writing = planWriting(session.desk.settings);
    if (dryRun) return { account, plan: writing.associationSteps(wanted) };
    await writing.associate(session.desk, wanted);
    return { account };
  });
}
