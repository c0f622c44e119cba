import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../../kernel/refusal.js';
import { Needs } from '../../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../../schema-kit/mutation.js';
import { CurrentCharge, chargeUpdateFields } from '../../../catalog/changes/charge-changes.js';
import { ChargeCreate, ChargeUpdate } from '../../../catalog/changes/charge-inputs.js';
import {
  CHARGE,
  createObject,
  deleteObject,
  notThere,
  planned,
  RATE_PLAN,
  readObject,
  requireChanges,
  requireReadableCatalog,
  updateObject,
} from '../../../catalog/changes/commands.js';
import { findCharge } from '../../../catalog/changes/find-made.js';
import { createFields, updateFields } from '../../../catalog/changes/requests.js';
import type { ZuoraProductRatePlan, ZuoraProductRatePlanCharge } from '../../../catalog/model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../../descriptions.js';
import { ZuoraProductRatePlanType } from '../product.type.js';
import { ZuoraProductRatePlanChargeType } from '../product-charge.type.js';
import { ZuoraProductRatePlanChargeCreateInput, ZuoraProductRatePlanChargeUpdateInput } from './charge.inputs.js';

@ObjectType('ZuoraProductRatePlanChargePayload', {
  simpleResolvers: true,
  description: 'What became of a change of a charge of the catalog.',
})
class ZuoraProductRatePlanChargePayload extends MutationPayload {
  @Field(() => ZuoraProductRatePlanChargeType, {
    nullable: true,
    description: 'The charge as it is now; null if nothing was done, or it was removed.',
  })
  charge?: ZuoraProductRatePlanCharge | null;

  @Field(() => ZuoraProductRatePlanType, { nullable: true, description: 'Its rate plan as it is now.' })
  ratePlan?: ZuoraProductRatePlan | null;
}

interface ChargeAnswer {
  readonly charge: ZuoraProductRatePlanCharge | null;
  readonly ratePlan: ZuoraProductRatePlan | null;
  readonly plan?: readonly PlannedCall[];
}

const ID = "Zuora's id of the charge: 32 hexadecimal digits.";

@Resolver()
export class ZuoraProductRatePlanChargeMutations {
  @Needs('write')
  @Mutation(() => ZuoraProductRatePlanChargePayload, {
    description: 'Adds a charge with its list prices to a rate plan of the catalog.',
  })
  zuoraProductRatePlanChargeCreate(
    @Arg('input', () => ZuoraProductRatePlanChargeCreateInput, { description: 'The new charge.' })
    input: ZuoraProductRatePlanChargeCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlanChargePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ChargeAnswer> => {
      const wanted = checked(ChargeCreate, input);
      const fields = createFields(wanted);
      await requireReadableCatalog(session.desk);
      const ratePlan = await session.catalog.ratePlans.load(wanted.productRatePlanId);
      if (ratePlan === null) throw notThere(RATE_PLAN, wanted.productRatePlanId, ['input', 'productRatePlanId']);
      if (dryRun) return { charge: null, ratePlan, plan: planned(CHARGE, 'POST', null, fields) };
      const id = await createObject(session.desk, CHARGE, fields, {
        key: key ?? null,
        find: (since) => findCharge(session.desk, wanted, since),
      });
      return await changed(session, id, ratePlan);
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraProductRatePlanChargePayload, {
    description:
      'Changes a charge of the catalog: what the input leaves out is left alone, null empties. Subscriptions keep their prices. Zuora wants prices and some other values with every change; those that the input leaves out are sent as they are at the moment.',
  })
  zuoraProductRatePlanChargeUpdate(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('input', () => ZuoraProductRatePlanChargeUpdateInput, { description: 'What to change.' })
    input: ZuoraProductRatePlanChargeUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlanChargePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ChargeAnswer> => {
      const wanted = checked(ChargeUpdate, input);
      requireChanges(updateFields(wanted));
      const { current, charge, ratePlan } = await existing(session, id);
      const fields = chargeUpdateFields(wanted, current, charge.tiers);
      if (dryRun) return { charge, ratePlan, plan: planned(CHARGE, 'PUT', id, fields) };
      await updateObject(session.desk, CHARGE, id, fields);
      return await changed(session, id, ratePlan);
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraProductRatePlanChargePayload, {
    description: 'Removes a charge of the catalog. Zuora refuses one that has been subscribed to.',
  })
  zuoraProductRatePlanChargeDelete(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlanChargePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ChargeAnswer> => {
      const { charge, ratePlan } = await existing(session, id);
      if (dryRun) return { charge, ratePlan, plan: planned(CHARGE, 'DELETE', id, null) };
      await deleteObject(session.desk, CHARGE, id);
      return await changed(session, id, ratePlan);
    });
  }
}

/** The charge as CRUD tells it and, with its prices, as Object Query does; both of this moment. */
async function existing(session: ZuoraBillingSession, id: string) {
  await requireReadableCatalog(session.desk);
  const current = await readObject(session.desk, CHARGE, id, CurrentCharge);
  if (current === null) throw notThere(CHARGE, id);
  const ratePlan = await session.catalog.freshRatePlan(current.ProductRatePlanId);
  const charge = ratePlan?.charges.find(({ zuoraId }) => zuoraId === id);
  if (!ratePlan || !charge) throw refusal('CONFLICT', `The charge ${id} is changed by somebody else just now.`, ['id']);
  return { current, charge, ratePlan };
}

async function changed(session: ZuoraBillingSession, id: string, before: ZuoraProductRatePlan): Promise<ChargeAnswer> {
  await session.catalog.ratePlanChanged(before);
  const ratePlan = await session.catalog.ratePlans.load(before.zuoraId);
  return { charge: ratePlan?.charges.find(({ zuoraId }) => zuoraId === id) ?? null, ratePlan };
}
