import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, DateScalar, DecimalScalar } from '../../../../schema-kit/scalars.js';

export const CycleEnum = {
  WEEKLY: 'WEEKLY',
  MONTHLY: 'MONTHLY',
  QUARTERLY: 'QUARTERLY',
  HALF_YEARLY: 'HALF_YEARLY',
  ANNUALLY: 'ANNUALLY',
} as const;
registerEnumType(CycleEnum, {
  name: 'TogaiPricingCycle',
  description: 'How often a price plan is billed.',
  valuesConfig: {
    WEEKLY: { description: 'Each week.' },
    MONTHLY: { description: 'Each month.' },
    QUARTERLY: { description: 'Every three months.' },
    HALF_YEARLY: { description: 'Every six months.' },
    ANNUALLY: { description: 'Each year.' },
  },
});

const TimingEnum = { IN_ADVANCE: 'IN_ADVANCE', IN_ARREARS: 'IN_ARREARS' } as const;
registerEnumType(TimingEnum, {
  name: 'TogaiInvoiceTiming',
  description: 'With which invoice a rate card is charged.',
  valuesConfig: {
    IN_ADVANCE: { description: 'That of the cycle before.' },
    IN_ARREARS: { description: 'That of the cycle itself.' },
  },
});

const RateModelEnum = { TIERED: 'TIERED', VOLUME: 'VOLUME' } as const;
registerEnumType(RateModelEnum, {
  name: 'TogaiRateModel',
  description: 'How slabs make a price.',
  valuesConfig: {
    TIERED: { description: 'Each unit at the rate of its slab.' },
    VOLUME: { description: 'All units at the rate of the slab that the quantity falls in.' },
  },
});

const SlabPriceEnum = { FLAT: 'FLAT', PER_UNIT: 'PER_UNIT' } as const;
registerEnumType(SlabPriceEnum, {
  name: 'TogaiSlabPrice',
  description: 'What the rate of a slab is for.',
  valuesConfig: { FLAT: { description: 'The whole slab.' }, PER_UNIT: { description: 'Each unit.' } },
});

@InputType('TogaiSlabInput', { description: 'One slab of a price.' })
class TogaiSlabInput {
  @Field(() => DecimalScalar, { description: 'Units before the slab; 0 for the first.' })
  startAfter!: string;

  @Field(() => SlabPriceEnum, { description: 'What the rate is for.' })
  priceType!: keyof typeof SlabPriceEnum;

  @Field(() => DecimalScalar, { description: 'The rate, exact to the last digit.' })
  rate!: string;
}

@InputType('TogaiRateInput', { description: 'A price that depends on how much.' })
class TogaiRateInput {
  @Field(() => RateModelEnum, { description: 'How the slabs make a price.' })
  model!: keyof typeof RateModelEnum;

  @Field(() => [TogaiSlabInput], { description: 'The slabs, in order; 1 to 100.' })
  slabs!: TogaiSlabInput[];
}

@InputType({ description: 'What all rate cards have.' })
abstract class CardFields {
  @Field(() => String, { description: 'A name of your choice that no other card of the plan has.' })
  name!: string;

  @Field(() => String, { description: 'What invoices call it.' })
  displayName!: string;
}

@InputType('TogaiFixedFeeInput', { description: 'An amount that is charged once or every so many cycles.' })
class TogaiFixedFeeInput extends CardFields {
  @Field(() => String, { description: "Togai's id of the add-on." })
  addOnId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is charged just once.' })
  once!: boolean;

  @Field(() => DecimalScalar, { description: 'How much.' })
  amount!: string;

  @Field(() => TimingEnum, { description: 'With which invoice.' })
  timing!: keyof typeof TimingEnum;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether part of a cycle costs part of it.' })
  prorated!: boolean;

  @Field(() => Int, { defaultValue: 1, description: 'Charged in every n-th cycle.' })
  everyCycles!: number;
}

@InputType('TogaiLicenceInput', { description: 'A price for the units that an account holds.' })
class TogaiLicenceInput extends CardFields {
  @Field(() => String, { description: "Togai's id of the add-on." })
  addOnId!: string;

  @Field(() => TimingEnum, { description: 'With which invoice.' })
  timing!: keyof typeof TimingEnum;

  @Field(() => Boolean, { defaultValue: true, description: 'Whether part of a cycle costs part of it.' })
  prorated!: boolean;

  @Field(() => TogaiRateInput, { description: 'The price.' })
  rate!: TogaiRateInput;
}

@InputType('TogaiUsageRateInput', { description: 'A price for what is metered.' })
class TogaiUsageRateInput extends CardFields {
  @Field(() => String, { description: "Togai's id of the usage meter." })
  usageMeterId!: string;

  @Field(() => TogaiRateInput, { description: 'The price.' })
  rate!: TogaiRateInput;
}

@InputType('TogaiPricePlanCreateInput', {
  description: 'A price plan in one currency. Its cycle begins on the day on which an account is put under it.',
})
export class TogaiPricePlanCreateInput {
  @Field(() => String, { description: 'A name that no other plan has, at most 50 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Remarks, at most 255 characters.' })
  description?: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'Currency of all prices.' })
  currency!: string;

  @Field(() => CycleEnum, { description: 'How often it is billed.' })
  cycle!: keyof typeof CycleEnum;

  @Field(() => Int, { defaultValue: 3, description: 'For how many days past events are still taken, 0 to 60.' })
  graceDays!: number;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether later changes of the plan may hold from the beginning of the cycle under way.',
  })
  allowOngoingCycleUpdates!: boolean;

  @Field(() => [TogaiFixedFeeInput], { defaultValue: [], description: 'Amounts.' })
  fixedFees!: TogaiFixedFeeInput[];

  @Field(() => [TogaiLicenceInput], { defaultValue: [], description: 'Prices for what is held.' })
  licences!: TogaiLicenceInput[];

  @Field(() => [TogaiUsageRateInput], { defaultValue: [], description: 'Prices for what is metered.' })
  usageRates!: TogaiUsageRateInput[];
}

const AccountsEnum = { KEEP: 'KEEP', NEXT_CYCLE: 'NEXT_CYCLE', NOW: 'NOW' } as const;
registerEnumType(AccountsEnum, {
  name: 'TogaiVersionAccounts',
  description: 'What a new version of a price plan means for the accounts that are under the version before it.',
  valuesConfig: {
    KEEP: { description: 'They keep the version that they have.' },
    NEXT_CYCLE: { description: 'They have the new one from their next cycle on.' },
    NOW: { description: 'They have the new one at once.' },
  },
});

@InputType('TogaiPricePlanReviseInput', {
  description: 'What is to change of a price plan. Cards that are not named stay as they are.',
})
export class TogaiPricePlanReviseInput {
  @Field(() => [TogaiFixedFeeInput], {
    defaultValue: [],
    description: 'Amounts as they are to be; new names are added.',
  })
  fixedFees!: TogaiFixedFeeInput[];

  @Field(() => [TogaiLicenceInput], { defaultValue: [], description: 'Prices for what is held, as they are to be.' })
  licences!: TogaiLicenceInput[];

  @Field(() => [TogaiUsageRateInput], {
    defaultValue: [],
    description: 'Prices for what is metered, as they are to be.',
  })
  usageRates!: TogaiUsageRateInput[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'Names of cards that are not to be there; those that are not there anyway do no harm.',
  })
  remove!: string[];

  @Field(() => AccountsEnum, { defaultValue: 'KEEP', description: 'What it means for the accounts under the plan.' })
  accounts!: keyof typeof AccountsEnum;
}

@InputType('TogaiPricePlanAssociateInput', { description: 'An account under a price plan, for a time.' })
export class TogaiPricePlanAssociateInput {
  @Field(() => String, { description: "The company's own id of the account." })
  accountId!: string;

  @Field(() => String, { description: "Togai's id of the price plan." })
  pricePlanId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, { description: 'The day after the last one; 9999-01-01 for no end.' })
  effectiveUntil!: string;
}

@InputType('TogaiPricePlanDisassociateInput', { description: 'A time in which an account has no price plan.' })
export class TogaiPricePlanDisassociateInput {
  @Field(() => String, { description: "The company's own id of the account." })
  accountId!: string;

  @Field(() => DateScalar, { description: 'The first day.' })
  effectiveFrom!: string;

  @Field(() => DateScalar, { description: 'The day after the last one; 9999-01-01 for no end.' })
  effectiveUntil!: string;
}
