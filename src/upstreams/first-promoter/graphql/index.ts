import type { UpstreamSchema } from '../../contract.js';
import { REFERRAL_PREFIX } from '../names.js';
import { firstPromoter } from '../session.js';
import { ReferralCustomerFields, ReferralResolver } from './referral.resolver.js';
import { SaleResolver } from './sale.resolver.js';
import { TrackingResolver } from './tracking.resolver.js';

/** What FirstPromoter adds to the GraphQL schema. */
export const schema: UpstreamSchema = {
  resolvers: [ReferralResolver, ReferralCustomerFields, SaleResolver, TrackingResolver],
  nodes: [
    {
      type: 'Referral',
      prefix: REFERRAL_PREFIX,
      load: (id, context) => context.session(firstPromoter).referral(id),
    },
  ],
};
