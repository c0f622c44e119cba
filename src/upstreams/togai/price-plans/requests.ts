import { jsonNumber } from '../../../kernel/json.js';
import type { PricePlan, Rate } from './inputs.js';

const exact = (decimal: string) => jsonNumber(decimal.replace(/^0+(?=\d)/, ''));

/** https://docs.togai.com/api-reference/price-plans-v2/create-a-price-plan */
export function shellBody({ name, description, currency, cycle, graceDays }: PricePlan): Record<string, unknown> {
  return {
    name,
    ...(description && { description }),
    type: 'BILLING',
    // The cycle begins on the day of the association.
    pricingCycleConfig: { interval: cycle, gracePeriod: graceDays, anniversaryCycle: true },
    supportedCurrencies: [currency],
  };
}

/** https://docs.togai.com/api-reference/price-plans-v2/bulk-operations-on-rate-cards */
export function cardOperations({ currency, fixedFees, licences, usageRates }: PricePlan): object[] {
  return [
    ...fixedFees.map(({ name, displayName, addOnId, once, amount, timing, prorated, everyCycles }) =>
      creation(
        name,
        { billableId: addOnId, type: 'FIXED_FEE', displayName, invoiceTiming: timing },
        {
          fixedFeeRateCard: {
            id: addOnId,
            displayName,
            name,
            invoiceTiming: timing,
            type: once ? 'ONE_TIME' : 'RECURRING',
            rateValues: [{ currency, rate: exact(amount) }],
            enableProration: prorated,
            ...(everyCycles > 1 && { recurrenceConfig: { interval: everyCycles, offset: 0 } }),
          },
        },
      ),
    ),
    ...licences.map(({ name, displayName, addOnId, timing, prorated, rate }) =>
      creation(
        name,
        { billableId: addOnId, type: 'LICENSE', displayName, invoiceTiming: timing },
        {
          licenseRateCard: {
            id: addOnId,
            type: 'LICENSE',
            displayName,
            name,
            invoiceTiming: timing,
            enableProration: prorated,
            ...slabbed(rate, currency),
          },
        },
      ),
    ),
    ...usageRates.map(({ name, displayName, usageMeterId, rate }) =>
      creation(
        name,
        { billableId: usageMeterId, type: 'USAGE', displayName, invoiceTiming: 'IN_ARREARS' },
        {
          usageRateCard: { displayName, name, usageMeterId, ...slabbed(rate, currency) },
        },
      ),
    ),
  ];
}

function creation(rateCardName: string, card: object, rateCardDetails: object): object {
  return { actionType: 'CREATE', rateCardName, rateCard: { ...card, rateCardDetails } };
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
