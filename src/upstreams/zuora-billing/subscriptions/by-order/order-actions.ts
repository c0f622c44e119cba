import { type Problem, Refusal, refusal } from '../../../../kernel/refusal.js';
import type { CatalogShelf } from '../../catalog/catalog-shelf.js';
import type { ZuoraRatePlan, ZuoraSubscription } from '../../model.js';
import type { ActionInput, RatePlanInput } from '../../orders/request/action-inputs.js';
import type { SubscriptionChange } from '../changes.js';
import type { PeriodType, PlanChangeKind, SubscriptionCreate, SubscriptionUpdate } from '../inputs.js';
import { type Priced, pricingOf } from './pricing.js';

/** Where the charges of the catalog are looked up: an order has to name the model of what it prices. */
export type PlanShelf = Pick<CatalogShelf, 'ratePlans'>;

const PERIODS = { DAY: 'Day', WEEK: 'Week', MONTH: 'Month', YEAR: 'Year' } as const satisfies Record<
  PeriodType,
  string
>;
const CANCEL_POLICIES = {
  END_OF_CURRENT_TERM: 'EndOfCurrentTerm',
  END_OF_LAST_INVOICE_PERIOD: 'EndOfLastInvoicePeriod',
  SPECIFIC_DATE: 'SpecificDate',
} as const;
const SUSPEND_POLICIES = {
  TODAY: 'Today',
  END_OF_LAST_INVOICE_PERIOD: 'EndOfLastInvoicePeriod',
  FIXED_PERIODS_FROM_TODAY: 'FixedPeriodsFromToday',
  SPECIFIC_DATE: 'SpecificDate',
} as const;
const RESUME_POLICIES = {
  TODAY: 'Today',
  SUSPEND_DATE: 'SuspendDate',
  FIXED_PERIODS_FROM_SUSPEND_DATE: 'FixedPeriodsFromSuspendDate',
  FIXED_PERIODS_FROM_TODAY: 'FixedPeriodsFromToday',
  SPECIFIC_DATE: 'SpecificDate',
} as const;
const PLAN_CHANGES = {
  UPGRADE: 'Upgrade',
  DOWNGRADE: 'Downgrade',
  CROSSGRADE: 'Crossgrade',
  PLAN_CHANGED: 'PlanChanged',
} as const satisfies Record<PlanChangeKind, string>;

/** The action that makes a subscription. */
export async function creation(input: SubscriptionCreate, shelf: PlanShelf): Promise<ActionInput> {
  const { subscriptionNumber, notes, termType, initialTerm, autoRenew, renewalTerm, ratePlans } = input;
  return {
    createSubscription: {
      subscriptionNumber,
      notes,
      terms: {
        termType,
        autoRenew,
        ...(termType === 'TERMED' && {
          period: initialTerm,
          periodType: PERIODS[input.initialTermPeriodType ?? 'MONTH'],
        }),
        renewalTerms: renewal(renewalTerm, input.renewalTermPeriodType),
      },
      ratePlans: await Promise.all(
        ratePlans.map((plan, at) => planFor(plan, shelf, ['input', 'ratePlans', String(at)])),
      ),
    },
    ...daysOf(input),
  };
}

/** The actions that make a change, in the order in which they have to happen. */
export async function actionsFor(
  change: SubscriptionChange,
  subscription: ZuoraSubscription,
  shelf: PlanShelf,
): Promise<readonly ActionInput[]> {
  switch (change.kind) {
    case 'update':
      return await updates(change.input, subscription, shelf);
    case 'cancel': {
      const { policy, effectiveDate } = change.input;
      return [{ cancelSubscription: { policy: CANCEL_POLICIES[policy], effectiveDate } }];
    }
    case 'renew':
      return [{ renewSubscription: {} }];
    case 'suspend': {
      const { policy, suspendDate, periods, periodsType, resumeDate, resumePeriods, resumePeriodsType, extendsTerm } =
        change.input;
      const after = { periods: resumePeriods, periodsType: resumePeriodsType && PERIODS[resumePeriodsType] };
      return [
        {
          suspend: {
            policy: SUSPEND_POLICIES[policy],
            date: suspendDate,
            periods,
            periodsType: periodsType && PERIODS[periodsType],
          },
        },
        ...(resumeDate ? [{ resume: { policy: 'SpecificDate' as const, date: resumeDate, extendsTerm } }] : []),
        ...(resumePeriods
          ? [{ resume: { policy: 'FixedPeriodsFromSuspendDate' as const, ...after, extendsTerm } }]
          : []),
      ];
    }
    case 'resume': {
      const { policy, resumeDate, periods, periodsType, extendsTerm } = change.input;
      const counted = { periods, periodsType: periodsType && PERIODS[periodsType] };
      return [{ resume: { policy: RESUME_POLICIES[policy], date: resumeDate, ...counted, extendsTerm } }];
    }
  }
}

async function updates(
  input: SubscriptionUpdate,
  subscription: ZuoraSubscription,
  shelf: PlanShelf,
): Promise<readonly ActionInput[]> {
  requirePossible(input);
  const { autoRenew, renewalTerm, renewalTermPeriodType, remove, change, update, add } = input;
  const terms = { autoRenew, renewalTerms: renewal(renewalTerm, renewalTermPeriodType) };
  return [
    ...(autoRenew != null || renewalTerm != null ? [{ termsAndConditions: { terms } }] : []),
    ...(remove ?? []).map((one): ActionInput => ({ removeProduct: { ratePlanId: one.ratePlanId }, ...daysOf(one) })),
    ...(await Promise.all(
      (change ?? []).map(async (one, at): Promise<ActionInput> => {
        const { ratePlanId, newProductRatePlanId: productRatePlanId, charges, kind, resetBillCycleDay } = one;
        return {
          changePlan: {
            ratePlanId,
            subType: kind && PLAN_CHANGES[kind],
            effectivePolicy: 'SpecificDate',
            resetBillCycleDay,
            newRatePlan: await planFor({ productRatePlanId, charges }, shelf, ['input', 'change', String(at)]),
          },
          ...daysOf(one),
        };
      }),
    )),
    ...(update ?? []).map((one, at): ActionInput => {
      const field = ['input', 'update', String(at)];
      const plan = subscription.ratePlans.find(({ id }) => id === one.ratePlanId);
      if (!plan) throw noPart(subscription, 'rate plan', one.ratePlanId, [...field, 'ratePlanId']);
      return {
        updateProduct: { ratePlanId: one.ratePlanId, charges: chargeChanges(one.charges, plan, subscription, field) },
        ...daysOf(one),
      };
    }),
    ...(await Promise.all(
      (add ?? []).map(async (one, at): Promise<ActionInput> => {
        return { addProduct: await planFor(one, shelf, ['input', 'add', String(at)]), ...daysOf(one) };
      }),
    )),
  ];
}

/** Orders change terms and products; the rest of a subscription has no action. */
function requirePossible(input: SubscriptionUpdate): void {
  const problems: Problem[] = [];
  if (input.notes !== undefined) {
    const message = 'cannot be changed through orders, which this tenant changes subscriptions through';
    problems.push({ code: 'UNSUPPORTED', message, field: ['input', 'notes'] });
  }
  if (input.renewalTermPeriodType != null && input.renewalTerm == null) {
    const message = 'needs renewalTerm on a tenant that changes subscriptions through orders';
    problems.push({ code: 'INVALID', message, field: ['input', 'renewalTermPeriodType'] });
  }
  const { autoRenew, renewalTerm, add, update, remove, change, customFields } = input;
  const acts =
    autoRenew != null || renewalTerm != null || [add, update, remove, change].some((all) => (all?.length ?? 0) > 0);
  if (customFields && !acts) {
    const message = 'cannot be changed alone through orders: an order needs something else to do';
    problems.push({ code: 'UNSUPPORTED', message, field: ['input', 'customFields'] });
  }
  if (problems.length > 0) throw new Refusal(problems);
}

function chargeChanges(
  charges: NonNullable<SubscriptionUpdate['update']>[number]['charges'],
  plan: ZuoraRatePlan,
  subscription: ZuoraSubscription,
  field: readonly string[],
) {
  return charges.map(({ ratePlanChargeId, ...priced }, at) => {
    const path = [...field, 'charges', String(at)];
    const charge = plan.charges.find(({ segments }) => segments.some(({ id }) => id === ratePlanChargeId));
    if (!charge) throw noPart(subscription, 'charge', ratePlanChargeId, [...path, 'ratePlanChargeId']);
    return { chargeNumber: charge.chargeNumber, pricing: pricingOf(charge, priced, path) };
  });
}

function noPart({ subscriptionNumber, version }: ZuoraSubscription, what: string, id: string, field: string[]) {
  const message = `There is no ${what} ${id} in version ${version} of ${subscriptionNumber}, the latest.`;
  return refusal('NOT_FOUND', message, field);
}

interface WantedPlan {
  readonly productRatePlanId: string;
  readonly charges?: readonly ({ readonly productRatePlanChargeId: string } & Priced)[] | null | undefined;
}

async function planFor(
  { productRatePlanId, charges }: WantedPlan,
  shelf: PlanShelf,
  field: readonly string[],
): Promise<RatePlanInput> {
  if (!charges || charges.length === 0) return { productRatePlanId };
  const plan = await shelf.ratePlans.load(productRatePlanId);
  if (!plan) {
    const message = `There is no rate plan ${productRatePlanId} in the catalog.`;
    throw refusal('NOT_FOUND', message, [...field, 'productRatePlanId']);
  }
  return {
    productRatePlanId,
    charges: charges.map(({ productRatePlanChargeId, ...priced }, at) => {
      const path = [...field, 'charges', String(at)];
      const charge = plan.charges.find(({ zuoraId }) => zuoraId === productRatePlanChargeId);
      if (!charge) {
        const message = `There is no charge ${productRatePlanChargeId} in the rate plan ${plan.name}.`;
        throw refusal('NOT_FOUND', message, [...path, 'productRatePlanChargeId']);
      }
      return { productRatePlanChargeId, pricing: pricingOf(charge, priced, path) };
    }),
  };
}

function renewal(period: number | null | undefined, type: PeriodType | null | undefined) {
  return period == null ? null : [{ period, periodType: PERIODS[type ?? 'MONTH'] }];
}

interface Days {
  readonly contractEffectiveDate: string;
  readonly serviceActivationDate?: string | null | undefined;
  readonly customerAcceptanceDate?: string | null | undefined;
}

function daysOf({ contractEffectiveDate, serviceActivationDate, customerAcceptanceDate }: Days) {
  return { contractEffectiveDate, serviceActivationDate, customerAcceptanceDate };
}
