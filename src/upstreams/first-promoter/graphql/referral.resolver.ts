import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../../schema-kit/context.js';
import { CustomerType, toCustomer } from '../../../schema-kit/customer.type.js';
import type { Referral } from '../model.js';
import { firstPromoter } from '../session.js';
import { toRecord } from '../tracking/mapping.js';
import { ReferralType } from './referral.type.js';

@Resolver(() => ReferralType)
export class ReferralResolver {
  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The unified customer; null where nothing but an email address could tell who it is.',
  })
  async customer(@Root() referral: Referral, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const record = toRecord(referral);
    return record && toCustomer(await context.customers.ofRecord(record));
  }
}

@Resolver(() => CustomerType)
export class ReferralCustomerFields {
  @FieldResolver(() => ReferralType, {
    nullable: true,
    description: 'How the customer was referred; null if nobody did, as far as events that were tracked here told.',
  })
  referral(@Root() customer: CustomerType, @Ctx() context: RequestContext): Promise<Referral | null> {
    return context.session(firstPromoter).referralOf(customer.entry);
  }
}
