import { Decimal } from 'decimal.js';
import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import { addMonths } from '../plain-dates.js';
import { priceIn, rounded } from '../pricing.js';

/** One line of an invoice. The amount is without the tax. */
export interface ItemStory {
  /** The charge that was billed; null on a line that belongs to no subscription. */
  readonly charge: ZuoraRecord | null;
  readonly subscriptionNumber: string | null;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly amount: Decimal;
  readonly tax: Decimal;
}

const MOST_ITEMS = 4;
const TAX_PERCENT: Readonly<Record<string, number>> = { DE: 19, FR: 20, GB: 20, JP: 10, SE: 25 };

/** Up to four charges of the account's subscriptions for one month, or one line of a service without a subscription. */
export function itemsOf(
  customer: ScenarioCustomer,
  charges: readonly ZuoraRecord[],
  subscriptionNumbers: ReadonlyMap<string, string>,
  { slot, day }: { slot: number; day: string },
): readonly ItemStory[] {
  const random = customer.random(`invoice items ${slot}`);
  const { currency } = customer;
  const count = Math.min(charges.length, 1 + random.int(MOST_ITEMS));
  const start = random.int(Math.max(1, charges.length));
  const picked = Array.from({ length: count }, (_, n) => charges[(start + n) % charges.length] ?? null);
  return (picked.length > 0 ? picked : [null]).map((charge) => {
    const usage = charge?.chargeType === 'Usage';
    const quantity = new Decimal(usage ? `${random.int(5000)}.${random.int(1000)}` : Number(charge?.quantity ?? 1));
    const price = usage ? `0.0${1000 + random.int(9000)}` : `${5 + random.int(200)}.${10 + random.int(90)}`;
    const unitPrice = new Decimal(priceIn(currency, price));
    const amount = new Decimal(rounded(currency, quantity.times(unitPrice)));
    const taxed = amount.times(TAX_PERCENT[customer.country.code] ?? 0).div(100);
    return {
      charge,
      subscriptionNumber: charge === null ? null : (subscriptionNumbers.get(String(charge.subscriptionId)) ?? null),
      name: charge === null ? 'Professional services' : String(charge.name),
      from: usage ? addMonths(day, -1) : day,
      until: usage ? day : addMonths(day, 1),
      quantity,
      unitPrice,
      amount,
      tax: new Decimal(rounded(currency, taxed)),
    };
  });
}

export function standaloneItem(day: string, amount: Decimal): ItemStory {
  return {
    charge: null,
    subscriptionNumber: null,
    name: 'Setup and migration',
    from: day,
    until: day,
    quantity: new Decimal(1),
    unitPrice: amount,
    amount,
    tax: new Decimal(0),
  };
}
