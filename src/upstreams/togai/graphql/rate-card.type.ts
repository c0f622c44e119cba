import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MoneyType } from '../../../schema-kit/money.type.js';
import { DecimalScalar, JsonScalar } from '../../../schema-kit/scalars.js';
import type {
  TogaiCreditGrant,
  TogaiFeatureGrant,
  TogaiRateCard,
  TogaiRateCardKind,
  TogaiRateCardSlab,
  TogaiRecurrence,
} from '../model.js';

const TogaiRateCardKindEnum: Record<TogaiRateCardKind, TogaiRateCardKind> = {
  FIXED_FEE: 'FIXED_FEE',
  USAGE: 'USAGE',
  LICENSE: 'LICENSE',
  BILLING_ENTITLEMENT: 'BILLING_ENTITLEMENT',
  CREDIT_GRANT: 'CREDIT_GRANT',
  ENTITLEMENT_OVERAGE: 'ENTITLEMENT_OVERAGE',
  MINIMUM_COMMITMENT: 'MINIMUM_COMMITMENT',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(TogaiRateCardKindEnum, {
  name: 'TogaiRateCardKind',
  description: 'What a rate card charges for.',
  valuesConfig: {
    FIXED_FEE: { description: 'A fee that does not depend on use: `rates`.' },
    USAGE: { description: 'What a usage meter measures: `slabs`.' },
    LICENSE: { description: 'Licences by their number: `slabs`.' },
    BILLING_ENTITLEMENT: {
      description: 'A quantity of a feature that is granted and paid for: `featureGrants`, `slabs`.',
    },
    CREDIT_GRANT: { description: 'Credits that are granted and paid for: `creditGrant`, `slabs`.' },
    ENTITLEMENT_OVERAGE: { description: 'What is used of a feature beyond what was granted: `slabs`.' },
    MINIMUM_COMMITMENT: { description: 'What is charged for a cycle at least: `rates`.' },
    UNKNOWN: {
      description: 'A kind that this gateway does not know, or that came without its prices; `kindText` has it.',
    },
  },
});

@ObjectType('TogaiRateCardSlab', { simpleResolvers: true, description: 'A range of quantities with its price.' })
class TogaiRateCardSlabType implements TogaiRateCardSlab {
  @Field(() => Int, { description: 'Its place among the slabs, from 1.' })
  order!: number;

  @Field(() => DecimalScalar, { description: 'Units before this slab: it prices the ones that follow.' })
  startAfter!: string;

  @Field(() => String, {
    description: '`FLAT`, `PER_UNIT` or `PACKAGE`; what Togai adds later comes as it is written there.',
  })
  priceType!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Further settings, such as the size of a package.' })
  config!: Readonly<Record<string, string>> | null;

  @Field(() => [MoneyType], { description: 'The price in each currency.' })
  rates!: TogaiRateCardSlab['rates'];
}

@ObjectType('TogaiRecurrence', { simpleResolvers: true, description: 'In which pricing cycles a rate card counts.' })
class TogaiRecurrenceType implements TogaiRecurrence {
  @Field(() => Int, { nullable: true, description: 'Every so many cycles.' })
  interval!: number | null;

  @Field(() => Int, { nullable: true, description: 'Cycles before the first time.' })
  offset!: number | null;
}

@ObjectType('TogaiFeatureGrant', { simpleResolvers: true, description: 'A quantity of a feature, and for how long.' })
class TogaiFeatureGrantType implements TogaiFeatureGrant {
  @Field(() => DecimalScalar, { description: 'How much of the feature is granted.' })
  limit!: string;

  @Field(() => String, { nullable: true, description: 'From when on, as Togai writes it.' })
  effectiveFrom!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when, as Togai writes it: `P20D` means 20 days.' })
  effectiveUntil!: string | null;
}

@ObjectType('TogaiCreditGrant', { simpleResolvers: true, description: 'The credits that a rate card grants.' })
class TogaiCreditGrantType implements TogaiCreditGrant {
  @Field(() => Int, { nullable: true, description: 'Credits with the lowest number are consumed first.' })
  priority!: number | null;

  @Field(() => String, {
    nullable: true,
    description: '`PRICING_CYCLE`, `NO_EXPIRY` or `CUSTOM`; what Togai adds later comes as it is written there.',
  })
  expiryType!: string | null;

  @Field(() => String, { nullable: true, description: 'How long custom credits last, as Togai writes it.' })
  expiryDuration!: string | null;

  @Field(() => [String], {
    description: 'Ids of what the credits pay for, or words such as `ALL_USAGE_METER_RATE_CARDS`; empty: everything.',
  })
  applicableEntityIds!: string[];

  @Field(() => [MoneyType], { description: 'How much is credited, for each currency that it is sold in.' })
  amounts!: TogaiCreditGrant['amounts'];
}

@ObjectType('TogaiRateCard', {
  simpleResolvers: true,
  description:
    'One thing that a price plan charges for, with its prices. What does not go with its kind is null or empty.',
})
export class TogaiRateCardType implements TogaiRateCard {
  @Field(() => ID, {
    description:
      "Identifies the card among all plans. Made of the plan's id and the card's name, for Togai gives it none.",
  })
  id!: string;

  @Field(() => TogaiRateCardKindEnum, { description: 'What it charges for.' })
  kind!: TogaiRateCardKind;

  @Field(() => String, { description: "The kind in Togai's own word." })
  kindText!: string;

  @Field(() => String, { nullable: true, description: 'Names the card inside its plan.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'Name on invoices.' })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: 'Groups cards.' })
  tag!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '`IN_ADVANCE`, `IN_ARREARS`, or `PREPAID`: granted once it is paid. What Togai adds later comes as it is written there.',
  })
  invoiceTiming!: string | null;

  @Field(() => String, { nullable: true, description: 'The usage meter that it prices.' })
  usageMeterId!: string | null;

  @Field(() => String, { nullable: true, description: 'The add-on that it prices: a fee, a licence or credits.' })
  addOnId!: string | null;

  @Field(() => String, { nullable: true, description: 'The feature that it grants or prices.' })
  featureId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '`ONE_TIME` or `RECURRING`, of fees and credit grants; what Togai adds later comes as it is written there.',
  })
  type!: string | null;

  @Field(() => String, { nullable: true, description: '`LICENSE`, or `NAMED_LICENSE` for licences of persons.' })
  licenseType!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '`TIERED`: every slab prices the units in it; `VOLUME`: the slab that the quantity reaches prices all of them.',
  })
  pricingModel!: string | null;

  @Field(() => [MoneyType], { description: 'The price in each currency, where it does not depend on a quantity.' })
  rates!: TogaiRateCard['rates'];

  @Field(() => [TogaiRateCardSlabType], {
    description:
      'The prices by quantity, lowest first. Where currencies differ in more than price, each has its slabs.',
  })
  slabs!: TogaiRateCardSlabType[];

  @Field(() => Boolean, { nullable: true, description: 'Whether a part of a cycle costs a part of the price.' })
  enableProration!: boolean | null;

  @Field(() => TogaiRecurrenceType, {
    nullable: true,
    description: 'In which cycles it is charged; null: in every one.',
  })
  recurrence!: TogaiRecurrence | null;

  @Field(() => String, {
    nullable: true,
    description: 'The shorter stretch that licences are priced for, such as `WEEKLY`; null: the whole cycle.',
  })
  usageCycle!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Most that can be had of it; null: no bound.' })
  maxQuantity!: string | null;

  @Field(() => [TogaiFeatureGrantType], { description: 'What is granted of the feature.' })
  featureGrants!: TogaiFeatureGrantType[];

  @Field(() => TogaiCreditGrantType, { nullable: true, description: 'The credits that are granted.' })
  creditGrant!: TogaiCreditGrant | null;
}
