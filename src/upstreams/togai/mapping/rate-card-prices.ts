import { isDeepStrictEqual } from 'node:util';
import { type Money, money } from '../../../kernel/money.js';
import type { TogaiRateCardSlab } from '../model.js';
import type { CreditGrant, FixedFee, Slabbed } from '../schemas/rate-card.js';

export function ratesOf(values: FixedFee['rateValues']): Money[] {
  return values.map(({ currency, rate }) => money(rate, currency));
}

/** Slabs, lowest first, each with its rate in every currency that has one. */
export function slabsByOrder({ ratePlan, rateValues }: Slabbed): TogaiRateCardSlab[] {
  return (ratePlan?.slabs ?? [])
    .toSorted((a, b) => a.order - b.order)
    .map(({ order, startAfter, priceType, slabConfig }) => ({
      order,
      startAfter,
      priceType,
      config: filled(slabConfig),
      rates: rateValues.flatMap(({ currency, slabRates }) =>
        slabRates.filter((rate) => rate.order === order).map(({ rate }) => money(rate, currency)),
      ),
    }));
}

type CurrencySlabs = NonNullable<CreditGrant['rateDetails']>['currencySlabRateDetails'];

/** Where each currency has slabs of its own: those that agree in all but the rate become one. */
export function slabsByCurrency(currencies: CurrencySlabs): TogaiRateCardSlab[] {
  const slabs: { head: Omit<TogaiRateCardSlab, 'rates'>; rates: Money[] }[] = [];
  for (const { currency, slabDetails } of currencies) {
    for (const [index, { startAfter, priceType, slabConfig, rate }] of slabDetails.entries()) {
      const head = { order: index + 1, startAfter, priceType, config: filled(slabConfig) };
      const known = slabs.find((slab) => isDeepStrictEqual(slab.head, head));
      if (known) known.rates.push(money(rate, currency));
      else slabs.push({ head, rates: [money(rate, currency)] });
    }
  }
  return slabs.map(({ head, rates }) => ({ ...head, rates })).sort((a, b) => a.order - b.order);
}

function filled(config: Record<string, string> | null | undefined): Record<string, string> | null {
  return config && Object.keys(config).length > 0 ? config : null;
}
