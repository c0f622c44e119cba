import type { UpstreamSchema } from '../../../contract.js';
import { PRODUCT_PREFIX, PRODUCT_RATE_PLAN_PREFIX } from '../../names.js';
import { zuoraBilling } from '../../session.js';
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
