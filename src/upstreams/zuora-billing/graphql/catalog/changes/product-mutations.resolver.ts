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
  requireChanges,
  requireReadableCatalog,
  updateObject,
} from '../../../catalog/changes/commands.js';
import { findProduct } from '../../../catalog/changes/find-made.js';
import { ProductCreate, ProductUpdate } from '../../../catalog/changes/inputs.js';
import { createFields, updateFields } from '../../../catalog/changes/requests.js';
import type { ZuoraProduct } from '../../../catalog/model.js';
import { type ZuoraBillingSession, zuoraBilling } from '../../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../../descriptions.js';
import { ZuoraProductType } from '../product.type.js';
import { ZuoraProductCreateInput, ZuoraProductUpdateInput } from './product.inputs.js';

@ObjectType('ZuoraProductPayload', { simpleResolvers: true, description: 'What became of a change of a product.' })
class ZuoraProductPayload extends MutationPayload {
  @Field(() => ZuoraProductType, {
    nullable: true,
    description: 'The product as it is now; null if nothing was done, or it was removed.',
  })
  product?: ZuoraProduct | null;
}

interface ProductAnswer {
  readonly product: ZuoraProduct | null;
  readonly plan?: readonly PlannedCall[];
}

const ID = "Zuora's id of the product: 32 hexadecimal digits.";

@Resolver()
export class ZuoraProductMutations {
  @Needs('write')
  @Mutation(() => ZuoraProductPayload, { description: 'Adds a product to the catalog.' })
  zuoraProductCreate(
    @Arg('input', () => ZuoraProductCreateInput, { description: 'The new product.' }) input: ZuoraProductCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ProductAnswer> => {
      const wanted = checked(ProductCreate, input);
      const fields = createFields(wanted);
      await requireReadableCatalog(session.desk);
      if (dryRun) return { product: null, plan: planned(PRODUCT, 'POST', null, fields) };
      const id = await createObject(session.desk, PRODUCT, fields, {
        key: key ?? null,
        find: (since) => findProduct(session.desk, wanted, since),
      });
      return { product: await changed(session, id) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraProductPayload, {
    description: 'Changes a product: what the input leaves out is left alone, null empties.',
  })
  zuoraProductUpdate(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('input', () => ZuoraProductUpdateInput, { description: 'What to change.' }) input: ZuoraProductUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ProductAnswer> => {
      const fields = updateFields(checked(ProductUpdate, input));
      requireChanges(fields);
      const product = await existing(session, id);
      if (dryRun) return { product, plan: planned(PRODUCT, 'PUT', id, fields) };
      await updateObject(session.desk, PRODUCT, id, fields);
      await session.catalog.productChanged(product);
      return { product: await changed(session, id) };
    });
  }

  @Needs('write')
  @Mutation(() => ZuoraProductPayload, {
    description: 'Removes a product with its rate plans and charges. Zuora refuses one that has been subscribed to.',
  })
  zuoraProductDelete(
    @Arg('id', () => String, { description: ID }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductPayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<ProductAnswer> => {
      const product = await existing(session, id);
      if (dryRun) return { product, plan: planned(PRODUCT, 'DELETE', id, null) };
      await deleteObject(session.desk, PRODUCT, id);
      await session.catalog.productGone(product);
      return { product: null };
    });
  }
}

async function existing(session: ZuoraBillingSession, id: string): Promise<ZuoraProduct> {
  await requireReadableCatalog(session.desk);
  const product = await session.catalog.freshProduct(id);
  if (product === null) throw notThere(PRODUCT, id);
  return product;
}

/** The product as Zuora has it now; the list and the keys that lead to it follow. */
async function changed(session: ZuoraBillingSession, id: string): Promise<ZuoraProduct | null> {
  const product = await session.catalog.freshProduct(id);
  if (product !== null) await session.catalog.productChanged(product);
  return product;
}
