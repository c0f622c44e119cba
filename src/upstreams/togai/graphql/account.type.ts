import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../schema-kit/node.js';
import { CurrencyCodeScalar, JsonScalar } from '../../../schema-kit/scalars.js';
import type { TogaiAccount, TogaiSetting } from '../model.js';

@ObjectType('TogaiAccount', {
  implements: Node,
  simpleResolvers: true,
  description: 'An account of a Togai customer: what price plans, usage and invoices belong to.',
})
export class TogaiAccountType extends Node implements TogaiAccount {
  customerId!: string;
  linkedIds!: readonly string[];

  @Field(() => String, { description: "The company's own id of the account in Togai." })
  togaiId!: string;

  @Field(() => String, { nullable: true, description: 'The id that Togai itself gave.' })
  togaiUid!: string | null;

  @Field(() => String, { description: 'Name of the account.' })
  name!: string;

  @Field(() => String, {
    description: '`DRAFT`, `ACTIVE` or `ARCHIVED`; what Togai adds later comes as it is written there.',
  })
  status!: string;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'Currency of its invoices; null takes the one of the organisation.',
  })
  invoiceCurrency!: string | null;

  @Field(() => Int, { nullable: true, description: 'Days after which an invoice is due.' })
  netTermDays!: number | null;

  @Field(() => [String], { description: 'Other ids of the account, under which events may name it.' })
  aliases!: string[];

  @Field(() => JsonScalar, { nullable: true, description: "The company's own key-value pairs." })
  metadata!: Readonly<Record<string, unknown>> | null;
}

@ObjectType('TogaiSetting', { simpleResolvers: true, description: 'A key and its value, written on an account.' })
export class TogaiSettingType implements TogaiSetting {
  @Field(() => String, { description: "Togai's id of the setting." })
  togaiId!: string;

  @Field(() => String, { nullable: true, description: 'The key.' })
  name!: string | null;

  @Field(() => String, { description: 'The value as text, of whatever type it is.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Whose key it is: `USER`, `TOGAI`, or an application such as `ZUORA`.',
  })
  namespace!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`STRING`, `NUMERIC`, `JSON` or `JSON_LOGIC`; what Togai adds later comes as it is written there.',
  })
  dataType!: string | null;
}
