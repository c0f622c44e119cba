import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { toPaymentApplication } from '../../documents/mapping.js';
import type { ZuoraPayment, ZuoraPaymentApplication } from '../../documents/model.js';
import type { ZuoraAccount } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { ZuoraPaymentApplicationType, ZuoraPaymentType } from './payment.type.js';

@Resolver(() => ZuoraPaymentType)
export class ZuoraPaymentResolver {
  @Needs('read')
  @Query(() => ZuoraPaymentType, {
    nullable: true,
    description: 'A payment by its id or number; null if there is none.',
  })
  zuoraPayment(
    @Arg('key', () => String, { description: 'Payment id (32 hexadecimal digits) or payment number.' }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraPayment | null> {
    return context.session(zuoraBilling).documents.payments.find(key);
  }

  @FieldResolver(() => [ZuoraPaymentApplicationType], {
    nullable: true,
    description:
      'What the payment was applied to. Tenants without Invoice Settlement have none: the field fails alone.',
  })
  async applications(
    @Root() payment: ZuoraPayment,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraPaymentApplication[]> {
    const applied = await context.session(zuoraBilling).documents.paymentApplications(payment.zuoraId);
    return applied.map((each) => toPaymentApplication(each, payment.amount?.currency ?? null));
  }

  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that paid.' })
  account(@Root() payment: ZuoraPayment, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> {
    return context.session(zuoraBilling).accounts.load(payment.accountId);
  }
}
