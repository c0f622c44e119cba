import { Field, InputType, ObjectType } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from './scalars.js';

@ObjectType('Money', { simpleResolvers: true, description: 'An exact amount in one currency.' })
export class MoneyType {
  @Field(() => DecimalScalar, { description: 'In the major unit of the currency: "12.50" is twelve and a half euro.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amount.' })
  currency!: string;
}

@InputType('MoneyInput', { description: 'An exact amount in one currency.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'In the major unit of the currency: "12.50" is twelve and a half euro.' })
  amount!: string;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amount.' })
  currency!: string;
}
