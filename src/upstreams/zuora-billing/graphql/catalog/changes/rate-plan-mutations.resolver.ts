import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked } from '../../../../../kernel/refusal.js';
import { Needs } from '../../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../../schema-kit/mutation.js';
import {
  createObject,
  deleteObject,
  notThere,
  PRODUCT,
  planned,
  RATE_PLAN,
  requireChanges,
  requireReadableCatalog,
  updateObject,
} from '../../../catalog/changes/commands.js';
import { findRatePlan } from '../../../catalog/changes/find-made.js';
import { RatePlanCreate, RatePlanUpdate } from '../../../catalog/changes/inputs.js';
import { createFields, updateFields } from '../../../catalog/changes/requests.js';
import type { ZuoraProductRatePlan } from '../../../catalog/model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../../descriptions.js';
import { ZuoraProductRatePlanType } from '../product.type.js';
import { ZuoraProductRatePlanCreateInput, ZuoraProductRatePlanUpdateInput } from './product.inputs.js';

@ObjectType('ZuoraProductRatePlanPayload', {
  simpleResolvers: true,
  description: 'What became of a change of a rate plan of the catalog.',
})
class ZuoraProductRatePlanPayload extends MutationPayload {
  @Field(() => ZuoraProductRatePlanType, {
    nullable: true,
    description: 'The plan as it is now; null if nothing was done, or it was removed.',
  })
  ratePlan?: ZuoraProductRatePlan | null;
}

interface RatePlanAnswer {
  readonly ratePlan: ZuoraProductRatePlan | null;
  readonly plan?: readonly PlannedCall[];
}

const ID = "Zuora's id of the rate plan: 32 hexadecimal digits.";

@Resolver()
export class ZuoraProductRatePlanMutations {
  @Needs('write')
  @Mutation(() => ZuoraProductRatePlanPayload, { description: 'Adds a rate plan to a product of the catalog.' })
  zuoraProductRatePlanCreate(
    @Arg('input', () => ZuoraProductRatePlanCreateInput, { description: 'The new plan.' })
    input: ZuoraProductRatePlanCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlanPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<RatePlanAnswer> => {
      const wanted = checked(RatePlanCreate, input);
      const fields = createFields(wanted);
      await requireReadableCatalog(session.desk);
      const product = await session.catalog.products.load(wanted.productId);
      if (product === null) throw notThere(PRODUCT, wanted.productId, ['input', 'productId']);
      if (dryRun) return { ratePlan: null, plan: planned(RATE_PLAN, 'POST', null, fields) };
      const id = await createObject(session.desk, RATE_PLAN, fields, {
        key: key ?? null,
        find: (since) => findRatePlan(session.desk, wanted, since),
      });
      await session.catalog.ratePlanChanged({ zuoraId: id, productId: wanted.productId });
      return { ratePlan: await session.catalog.ratePlans.load(id) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraProductRatePlanPayload, {
    description: 'Changes a rate plan of the catalog: what the input leaves out is left alone, null empties.',
  })
  zuoraProductRatePlanUpdate(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('input', () => ZuoraProductRatePlanUpdateInput, { description: 'What to change.' })
    input: ZuoraProductRatePlanUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlanPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<RatePlanAnswer> => {
      const fields = updateFields(checked(RatePlanUpdate, input));
      requireChanges(fields);
      const ratePlan = await existing(session, id);
      if (dryRun) return { ratePlan, plan: planned(RATE_PLAN, 'PUT', id, fields) };
      await updateObject(session.desk, RATE_PLAN, id, fields);
      await session.catalog.ratePlanChanged(ratePlan);
      return { ratePlan: await session.catalog.ratePlans.load(id) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraProductRatePlanPayload, {
    description: 'Removes a rate plan with its charges. Zuora refuses one that has been subscribed to.',
  })
  zuoraProductRatePlanDelete(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlanPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<RatePlanAnswer> => {
      const ratePlan = await existing(session, id);
      if (dryRun) return { ratePlan, plan: planned(RATE_PLAN, 'DELETE', id, null) };
      await deleteObject(session.desk, RATE_PLAN, id);
      await session.catalog.ratePlanChanged(ratePlan);
      return { ratePlan: null };
    });
  }
}

async function existing(session: ZuoraBillingSession, id: string): Promise<ZuoraProductRatePlan> {
  await requireReadableCatalog(session.desk);
  const ratePlan = await session.catalog.freshRatePlan(id);
  if (ratePlan === null) throw notThere(RATE_PLAN, id);
  return ratePlan;
}
