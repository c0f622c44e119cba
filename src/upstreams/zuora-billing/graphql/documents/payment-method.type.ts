import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../../schema-kit/scalars.js';
import type { ZuoraPaymentMethod } from '../../documents/model.js';

@ObjectType('ZuoraPaymentMethod', {
  simpleResolvers: true,
  description: 'How an account pays. Nothing here could be charged: no numbers, no names of holders.',
})
export class ZuoraPaymentMethodType implements ZuoraPaymentMethod {
  @Field(() => String, { description: "Zuora's id: 32 hexadecimal digits." })
  zuoraId!: string;

  @Field(() => String, { description: 'Kind, for example `CreditCard`.' })
  type!: string;

  @Field(() => String, { nullable: true, description: '`Active` or `Closed`.' })
  status!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it may be used.' })
  active!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Brand of a card.' })
  cardBrand!: string | null;

  @Field(() => String, { nullable: true, description: 'Last four digits of a card.' })
  lastFour!: string | null;

  @Field(() => Int, { nullable: true, description: 'Month in which a card expires, 1 to 12.' })
  expirationMonth!: number | null;

  @Field(() => Int, { nullable: true, description: 'Year in which a card expires.' })
  expirationYear!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used.' })
  lastTransactionAt!: string | null;

  @Field(() => String, { nullable: true, description: 'How that went.' })
  lastTransactionStatus!: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it has failed in a row.' })
  consecutiveFailures!: number | null;
}
