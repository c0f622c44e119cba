import { jsonNumber } from '../../../../kernel/json.js';
import type {
  Billing,
  NewSubscription,
  PeriodType,
  PlanChangeKind,
  SubscriptionCancel,
  SubscriptionCreate,
  SubscriptionResume,
  SubscriptionSuspend,
  SubscriptionUpdate,
} from '../inputs.js';

type Body = Record<string, unknown>;

const PERIODS: Readonly<Record<PeriodType, string>> = { DAY: 'Day', WEEK: 'Week', MONTH: 'Month', YEAR: 'Year' };
const PLAN_CHANGES: Readonly<Record<PlanChangeKind, string>> = {
  UPGRADE: 'Upgrade',
  DOWNGRADE: 'Downgrade',
  CROSSGRADE: 'Crossgrade',
  PLAN_CHANGED: 'PlanChanged',
};

/** What an account and a subscription of its own share: the body without the account. */
export function newSubscriptionFields(input: NewSubscription): Body {
  const { customFields, ratePlans, initialTermPeriodType, renewalTermPeriodType, renewalTerm, ...same } = input;
  return given({
    ...same,
    initialTermPeriodType: initialTermPeriodType && PERIODS[initialTermPeriodType],
    // Zuora asks for it, whatever the term.
    renewalTerm: renewalTerm ?? 0,
    renewalTermPeriodType: renewalTermPeriodType && PERIODS[renewalTermPeriodType],
    subscribeToRatePlans: ratePlans.map(ratePlanFields),
    ...customFields,
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Subscription/ */
export function createRequest({ accountKey, runBilling, collect, targetDate, ...input }: SubscriptionCreate): Body {
  return { accountKey, ...newSubscriptionFields(input), ...billingFields({ runBilling, collect, targetDate }) };
}

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewSubscription/ It takes less than the call itself. */
export function previewRequest(input: SubscriptionCreate, today: string): Body {
  const { accountKey, termType, contractEffectiveDate, initialTerm, initialTermPeriodType, notes, targetDate } = input;
  return given({
    accountKey,
    termType,
    contractEffectiveDate,
    serviceActivationDate: input.serviceActivationDate,
    customerAcceptanceDate: input.customerAcceptanceDate,
    initialTerm,
    initialTermPeriodType: initialTermPeriodType && PERIODS[initialTermPeriodType],
    notes,
    subscribeToRatePlans: input.ratePlans.map(ratePlanFields),
    targetDate: targetDate ?? later(today, contractEffectiveDate),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_Subscription/ */
export function updateRequest(input: SubscriptionUpdate): Body {
  const { add, update, remove, change, customFields, notes, autoRenew, renewalTerm, renewalTermPeriodType } = input;
  return {
    ...given({
      autoRenew,
      renewalTerm,
      renewalTermPeriodType: renewalTermPeriodType && PERIODS[renewalTermPeriodType],
      add: add?.map(({ productRatePlanId, charges, ...dates }) =>
        given({ ...ratePlanFields({ productRatePlanId, charges }), ...dates }),
      ),
      update: update?.map(({ ratePlanId, charges, ...dates }) =>
        given({
          ratePlanId,
          ...dates,
          chargeUpdateDetails: charges.map(({ ratePlanChargeId, ...pricing }) =>
            given({ ratePlanChargeId, ...pricingFields(pricing) }),
          ),
        }),
      ),
      remove: remove?.map(given),
      change: change?.map(({ ratePlanId, newProductRatePlanId, charges, kind, resetBillCycleDay, ...dates }) => {
        const { chargeOverrides } = ratePlanFields({ productRatePlanId: newProductRatePlanId, charges });
        // Without a policy Zuora chooses a day by whether it takes the change for an upgrade.
        const effectivePolicy = 'SpecificDate';
        const subType = kind && PLAN_CHANGES[kind];
        return given({
          ...{ ratePlanId, newProductRatePlanId, chargeOverrides, subType, effectivePolicy },
          ...{ resetBcd: resetBillCycleDay, ...dates },
        });
      }),
    }),
    // An empty text empties it.
    ...(notes !== undefined && { notes: notes ?? '' }),
    ...Object.fromEntries(Object.entries(customFields ?? {}).map(([name, value]) => [name, value ?? ''])),
    ...billingFields(input),
  };
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_CancelSubscription/ */
export function cancelRequest(input: SubscriptionCancel): Body {
  return given({
    cancellationPolicy: {
      END_OF_CURRENT_TERM: 'EndOfCurrentTerm',
      END_OF_LAST_INVOICE_PERIOD: 'EndOfLastInvoicePeriod',
      SPECIFIC_DATE: 'SpecificDate',
    }[input.policy],
    cancellationEffectiveDate: input.effectiveDate,
    ...billingFields(input),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_SuspendSubscription/ It has numbers of periods as text. */
export function suspendRequest(input: SubscriptionSuspend): Body {
  const { policy, suspendDate, periods, periodsType, resumeDate, resumePeriods, resumePeriodsType, extendsTerm } =
    input;
  return given({
    suspendPolicy: {
      TODAY: 'Today',
      END_OF_LAST_INVOICE_PERIOD: 'EndOfLastInvoicePeriod',
      FIXED_PERIODS_FROM_TODAY: 'FixedPeriodsFromToday',
      SPECIFIC_DATE: 'SpecificDate',
    }[policy],
    suspendSpecificDate: suspendDate,
    suspendPeriods: periods?.toString(),
    suspendPeriodsType: periodsType && PERIODS[periodsType],
    ...(resumeDate && { resume: true, resumePolicy: 'SpecificDate', resumeSpecificDate: resumeDate, extendsTerm }),
    ...(resumePeriods && {
      resume: true,
      resumePolicy: 'FixedPeriodsFromSuspendDate',
      resumePeriods: resumePeriods.toString(),
      resumePeriodsType: resumePeriodsType && PERIODS[resumePeriodsType],
      extendsTerm,
    }),
    ...billingFields(input),
  });
}

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_ResumeSubscription/ */
export function resumeRequest(input: SubscriptionResume): Body {
  const { policy, resumeDate, periods, periodsType, extendsTerm } = input;
  return given({
    resumePolicy: {
      TODAY: 'Today',
      SUSPEND_DATE: 'SuspendDate',
      FIXED_PERIODS_FROM_SUSPEND_DATE: 'FixedPeriodsFromSuspendDate',
      FIXED_PERIODS_FROM_TODAY: 'FixedPeriodsFromToday',
      SPECIFIC_DATE: 'SpecificDate',
    }[policy],
    resumeSpecificDate: resumeDate,
    resumePeriods: periods?.toString(),
    resumePeriodsType: periodsType && PERIODS[periodsType],
    extendsTerm,
    ...billingFields(input),
  });
}

export function billingFields({ runBilling, collect, targetDate }: Billing): Body {
  return given({ runBilling, collect, targetDate });
}

function ratePlanFields({ productRatePlanId, charges }: NewSubscription['ratePlans'][number]): Body {
  return given({
    productRatePlanId,
    chargeOverrides: charges?.map(({ productRatePlanChargeId, ...pricing }) =>
      given({ productRatePlanChargeId, ...pricingFields(pricing) }),
    ),
  });
}

type Pricing = Omit<NonNullable<NewSubscription['ratePlans'][number]['charges']>[number], 'productRatePlanChargeId'>;

function pricingFields({ price, quantity, tiers }: Pricing): Body {
  return {
    price: price && exact(price),
    quantity: quantity && exact(quantity),
    tiers: tiers?.map((tier, at) =>
      given({
        tier: at + 1,
        startingUnit: exact(tier.startingUnit),
        endingUnit: tier.endingUnit && exact(tier.endingUnit),
        price: exact(tier.price),
        priceFormat: tier.priceFormat === 'FLAT_FEE' ? 'FlatFee' : 'PerUnit',
      }),
    ),
  };
}

/** As JSON writes numbers: no zeros in front. */
const exact = (decimal: string) => jsonNumber(decimal.replace(/^0+(?=\d)/, ''));

const later = (a: string, b: string) => (a > b ? a : b);

function given(fields: Body): Body {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
