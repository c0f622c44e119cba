import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import { type Connection, connection, connectionOfList, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { CurrencyCodeScalar } from '../../../../schema-kit/scalars.js';
import type {
  ZuoraProduct,
  ZuoraProductChargeTier,
  ZuoraProductRatePlan,
  ZuoraProductRatePlanCharge,
} from '../../catalog/model.js';
import type { ZuoraRatePlan } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraRatePlanType } from '../rate-plan.type.js';
import { ZuoraProductConnection, ZuoraProductRatePlanType, ZuoraProductType } from './product.type.js';
import { ZuoraProductChargeTierType, ZuoraProductRatePlanChargeType } from './product-charge.type.js';

@Resolver(() => ZuoraProductType)
export class ZuoraProductResolver {
  @Needs('read')
  @Query(() => ZuoraProductConnection, { description: 'The catalog of Zuora Billing, in the order of names.' })
  async zuoraProducts(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraProduct>> {
    const { catalog } = context.session(zuoraBilling);
    const ids = connectionOfList(await catalog.productIds(), page, (id) => id);
    const products = await catalog.products.loadMany(ids.nodes);
    const edges = ids.edges.flatMap(({ cursor }, place) => {
      const node = products[place];
      // One that was deleted since the list was read.
      return node ? [{ node, cursor }] : [];
    });
    const { hasNextPage, endCursor } = ids.pageInfo;
    const shown = connection(edges, { hasNextPage, after: page.after ?? null });
    return { ...shown, pageInfo: { ...shown.pageInfo, endCursor } };
  }

  @Needs('read')
  @Query(() => ZuoraProductType, { nullable: true, description: 'A product of the catalog; null if there is none.' })
  zuoraProduct(
    @Arg('key', () => String, { description: 'Id (32 hexadecimal digits), SKU or product number.' }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProduct | null> {
    return context.session(zuoraBilling).catalog.product(key);
  }
}

@Resolver(() => ZuoraProductRatePlanType)
export class ZuoraProductRatePlanResolver {
  @Needs('read')
  @Query(() => ZuoraProductRatePlanType, {
    nullable: true,
    description: 'A rate plan of the catalog; null if there is none.',
  })
  zuoraProductRatePlan(
    @Arg('id', () => String, { description: "Zuora's id of the rate plan." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlan | null> {
    return context.session(zuoraBilling).catalog.ratePlans.load(id);
  }

  @FieldResolver(() => ZuoraProductType, { nullable: true, description: 'The product that it belongs to.' })
  async product(
    @Root() { productId }: ZuoraProductRatePlan,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProduct | null> {
    return productId === null ? null : await context.session(zuoraBilling).catalog.products.load(productId);
  }
}

@Resolver(() => ZuoraProductRatePlanChargeType)
export class ZuoraProductChargeTiersResolver {
  @FieldResolver(() => [ZuoraProductChargeTierType], {
    description: 'List prices in every currency, each currency in the order of its tiers.',
  })
  tiers(
    @Root() { tiers }: ZuoraProductRatePlanCharge,
    @Arg('currency', () => CurrencyCodeScalar, { nullable: true, description: 'Only prices in this currency.' })
    currency: string | null,
  ): readonly ZuoraProductChargeTier[] {
    return currency ? tiers.filter((tier) => tier.currency === currency) : tiers;
  }
}

@Resolver(() => ZuoraRatePlanType)
export class ZuoraSubscribedProductResolver {
  @FieldResolver(() => ZuoraProductRatePlanType, {
    nullable: true,
    description: 'The rate plan of the catalog that it was made from; null if that has been deleted.',
  })
  productRatePlan(
    @Root() { productRatePlanId }: ZuoraRatePlan,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraProductRatePlan | null> {
    return context.session(zuoraBilling).catalog.ratePlans.load(productRatePlanId);
  }
}
