import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, JsonScalar } from '../../../../schema-kit/scalars.js';

@InputType('TogaiAddressInput', { description: 'Where bills go.' })
class TogaiAddressInput {
  @Field(() => String, { nullable: true, description: 'Phone number.' })
  phoneNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'First line.' })
  line1?: string | null;

  @Field(() => String, { nullable: true, description: 'Second line.' })
  line2?: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code.' })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'State or province.' })
  state?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 code of two capital letters.' })
  country?: string | null;
}

@InputType({ description: 'What an account has, new or not.' })
abstract class AccountFields {
  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'Currency of its invoices; without one that of the organisation.',
  })
  invoiceCurrency?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days after which an invoice is due.' })
  netTermDays?: number | null;

  @Field(() => String, { nullable: true, description: 'Email for billing.' })
  primaryEmail?: string | null;

  @Field(() => TogaiAddressInput, { nullable: true, description: 'Where bills go.' })
  address?: TogaiAddressInput | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Key-value pairs of text; they replace those that are there.',
  })
  metadata?: Record<string, unknown> | null;
}

@InputType('TogaiNewAccountInput', { description: 'The first account of a new customer.' })
export class TogaiNewAccountInput extends AccountFields {
  @Field(() => String, { description: 'An id of your choice, at most 50 characters; it stays for ever.' })
  id!: string;

  @Field(() => String, { description: 'Name of the account.' })
  name!: string;

  @Field(() => [String], { nullable: true, description: 'Other ids of the account, at most 10.' })
  aliases?: string[] | null;
}

@InputType('TogaiCustomerCreateInput', { description: 'A new customer, with a first account if you like.' })
export class TogaiCustomerCreateInput {
  @Field(() => String, { description: 'An id of your choice, at most 50 characters; it stays for ever.' })
  id!: string;

  @Field(() => String, { description: 'Name of the customer.' })
  name!: string;

  @Field(() => String, { description: 'Email for billing.' })
  primaryEmail!: string;

  @Field(() => TogaiAddressInput, { nullable: true, description: 'Where bills go.' })
  address?: TogaiAddressInput | null;

  @Field(() => TogaiNewAccountInput, { nullable: true, description: 'Its first account.' })
  account?: TogaiNewAccountInput | null;
}

@InputType('TogaiCustomerUpdateInput', { description: 'Changes of a customer: what is left out is left alone.' })
export class TogaiCustomerUpdateInput {
  @Field(() => String, { nullable: true, description: 'Name of the customer.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Email for billing.' })
  primaryEmail?: string;

  @Field(() => TogaiAddressInput, { nullable: true, description: 'Where bills go; it replaces the one that is there.' })
  address?: TogaiAddressInput;
}

@InputType('TogaiAccountCreateInput', { description: 'A further account of a customer.' })
export class TogaiAccountCreateInput extends TogaiNewAccountInput {
  @Field(() => String, { description: "The company's own id of the customer." })
  customerId!: string;
}

@InputType('TogaiAccountUpdateInput', { description: 'Changes of an account: what is left out is left alone.' })
export class TogaiAccountUpdateInput extends AccountFields {
  @Field(() => String, { nullable: true, description: 'Name of the account.' })
  name?: string;
}

export const SettingEntityEnum = {
  CUSTOMER: 'CUSTOMER',
  ACCOUNT: 'ACCOUNT',
  PRICE_PLAN: 'PRICE_PLAN',
  USAGE_METER: 'USAGE_METER',
} as const;
registerEnumType(SettingEntityEnum, {
  name: 'TogaiSettingEntity',
  description: 'What a setting is written on.',
  valuesConfig: {
    CUSTOMER: { description: 'A customer.' },
    ACCOUNT: { description: 'An account.' },
    PRICE_PLAN: { description: 'A price plan.' },
    USAGE_METER: { description: 'A usage meter.' },
  },
});

export const SettingTypeEnum = {
  STRING: 'STRING',
  NUMERIC: 'NUMERIC',
  JSON: 'JSON',
  JSON_LOGIC: 'JSON_LOGIC',
} as const;
registerEnumType(SettingTypeEnum, {
  name: 'TogaiSettingType',
  description: 'What the value of a setting is.',
  valuesConfig: {
    STRING: { description: 'Text.' },
    NUMERIC: { description: 'A number.' },
    JSON: { description: 'JSON.' },
    JSON_LOGIC: { description: 'A rule in JSON Logic.' },
  },
});

@InputType('TogaiSettingPutInput', { description: 'A setting as it should be, whether it is there or not.' })
export class TogaiSettingPutInput {
  @Field(() => String, { description: 'An id of your choice, at most 50 characters.' })
  id!: string;

  @Field(() => SettingEntityEnum, { description: 'What it is written on.' })
  entityType!: keyof typeof SettingEntityEnum;

  @Field(() => String, { description: 'The id of that.' })
  entityId!: string;

  @Field(() => String, { defaultValue: 'USER', description: 'Whose key it is.' })
  namespace!: string;

  @Field(() => String, { description: 'The key.' })
  name!: string;

  @Field(() => String, { description: 'The value, as text.' })
  value!: string;

  @Field(() => SettingTypeEnum, { defaultValue: 'STRING', description: 'What the value is.' })
  dataType!: keyof typeof SettingTypeEnum;
}
