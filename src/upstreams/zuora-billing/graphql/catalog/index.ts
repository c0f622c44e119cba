import type { UpstreamSchema } from '../../../contract.js';
import { PRODUCT_PREFIX, PRODUCT_RATE_PLAN_PREFIX } from '../../names.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraProductRatePlanChargeMutations } from './changes/charge-mutations.resolver.js';
import { ZuoraProductMutations } from './changes/product-mutations.resolver.js';
import { ZuoraProductRatePlanMutations } from './changes/rate-plan-mutations.resolver.js';
import {
  ZuoraProductChargeTiersResolver,
  ZuoraProductRatePlanResolver,
  ZuoraProductResolver,
  ZuoraSubscribedProductResolver,
} from './product.resolver.js';

export const catalog: UpstreamSchema = {
  resolvers: [
    ZuoraProductResolver,
    ZuoraProductRatePlanResolver,
    ZuoraProductChargeTiersResolver,
    ZuoraSubscribedProductResolver,
    ZuoraProductMutations,
    ZuoraProductRatePlanMutations,
    ZuoraProductRatePlanChargeMutations,
  ],
  nodes: [
    {
      type: 'ZuoraProduct',
      prefix: PRODUCT_PREFIX,
      load: (id, context) => context.session(zuoraBilling).catalog.products.load(id),
    },
    {
      type: 'ZuoraProductRatePlan',
      prefix: PRODUCT_RATE_PLAN_PREFIX,
      load: (id, context) => context.session(zuoraBilling).catalog.ratePlans.load(id),
    },
  ],
};
