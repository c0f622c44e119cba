import { jsonNumber } from '../../../kernel/json.js';
import type { Cards, PricePlan, Rate } from './inputs.js';

const exact = (decimal: string) => jsonNumber(decimal.replace(/^0+(?=\d)/, ''));

/** https://docs.togai.com/api-reference/price-plans-v2/create-a-price-plan */
export function shellBody(plan: PricePlan): Record<string, unknown> {
  const { currency, allowOngoingCycleUpdates } = plan;
  return {
    ...head(plan),
    pricingCycleConfig: cycleOf(plan),
    supportedCurrencies: [currency],
    ...(allowOngoingCycleUpdates && { allowOngoingCycleUpdates }),
  };
}

/** A plan of the first generation, whole. https://docs.togai.com/api-reference/price-plans/create-a-price-plan */
export function wholePlanBody(plan: PricePlan): Record<string, unknown> {
  const { currency, allowOngoingCycleUpdates } = plan;
  const of = (wanted: RateCardType) => cardsOf(plan).flatMap(({ type, own }) => (type === wanted ? [own] : []));
  return {
    ...head(plan),
    pricePlanDetails: {
      pricingCycleConfig: cycleOf(plan),
      supportedCurrencies: [currency],
      usageRateCards: of('USAGE'),
      fixedFeeRateCards: of('FIXED_FEE'),
      licenseRateCards: of('LICENSE'),
      // Only this generation spells it with underscores.
      ...(allowOngoingCycleUpdates && { allow_ongoing_cycle_updates: true }),
    },
  };
}

function head({ name, description }: PricePlan): Record<string, unknown> {
  return { name, ...(description && { description }), type: 'BILLING' };
}

function cycleOf({ cycle, graceDays }: PricePlan): Record<string, unknown> {
  // The cycle begins on the day of the association.
  return { interval: cycle, gracePeriod: graceDays, anniversaryCycle: true };
}

type RateCardType = 'FIXED_FEE' | 'LICENSE' | 'USAGE';
const DETAILS_OF = { FIXED_FEE: 'fixedFeeRateCard', LICENSE: 'licenseRateCard', USAGE: 'usageRateCard' } as const;

/** A rate card as both generations have it; the second one wraps it. */
interface SentCard {
  readonly name: string;
  readonly displayName: string;
  readonly type: RateCardType;
  /** Id of the add-on or usage meter. */
  readonly billableId: string;
  readonly invoiceTiming: string;
  readonly own: Readonly<Record<string, unknown>>;
}

export function cardsOf({ currency, fixedFees, licences, usageRates }: Cards): readonly SentCard[] {
  return [
    ...fixedFees.map(({ name, displayName, addOnId, once, amount, timing, prorated, everyCycles }) =>
      card(name, displayName, 'FIXED_FEE', addOnId, timing, {
        id: addOnId,
        displayName,
        name,
        invoiceTiming: timing,
        type: once ? 'ONE_TIME' : 'RECURRING',
        rateValues: [{ currency, rate: exact(amount) }],
        enableProration: prorated,
        ...(everyCycles > 1 && { recurrenceConfig: { interval: everyCycles, offset: 0 } }),
      }),
    ),
    ...licences.map(({ name, displayName, addOnId, timing, prorated, rate }) =>
      card(name, displayName, 'LICENSE', addOnId, timing, {
        id: addOnId,
        type: 'LICENSE',
        displayName,
        name,
        invoiceTiming: timing,
        enableProration: prorated,
        ...slabbed(rate, currency),
      }),
    ),
    ...usageRates.map(({ name, displayName, usageMeterId, rate }) =>
      card(name, displayName, 'USAGE', usageMeterId, 'IN_ARREARS', {
        displayName,
        name,
        usageMeterId,
        ...slabbed(rate, currency),
      }),
    ),
  ];
}

function card(
  name: string,
  displayName: string,
  type: RateCardType,
  billableId: string,
  invoiceTiming: string,
  own: Record<string, unknown>,
): SentCard {
  return { name, displayName, type, billableId, invoiceTiming, own };
}

/** https://docs.togai.com/api-reference/price-plans-v2/bulk-operations-on-rate-cards */
export function cardOperations(plan: Cards): object[] {
  return cardsOf(plan).map((one) => cardOperation('CREATE', one));
}

export function cardOperation(actionType: 'CREATE' | 'UPDATE', { name, type, own, ...shown }: SentCard): object {
  const { billableId, displayName, invoiceTiming } = shown;
  const rateCardDetails = { [DETAILS_OF[type]]: own };
  return {
    actionType,
    rateCardName: name,
    rateCard: { billableId, type, displayName, invoiceTiming, rateCardDetails },
  };
}

function slabbed({ model, slabs }: Rate, currency: string): object {
  return {
    ratePlan: {
      pricingModel: model,
      slabs: slabs.map(({ startAfter, priceType }, at) => ({
        order: at + 1,
        startAfter: exact(startAfter),
        priceType,
      })),
    },
    rateValues: [{ currency, slabRates: slabs.map(({ rate }, at) => ({ order: at + 1, rate: exact(rate) })) }],
  };
}
