import { type Problem, Refusal } from '../../../../kernel/refusal.js';
import { PRICING_MODELS, type PricingInput } from '../../orders/request/action-inputs.js';
import type { NewSubscription } from '../inputs.js';

type ChargeOverride = NonNullable<NewSubscription['ratePlans'][number]['charges']>[number];
export type Priced = Pick<ChargeOverride, 'price' | 'quantity' | 'tiers'>;

/** What a charge is, in Zuora's words: `Recurring` and `Per Unit Pricing`. */
export interface ChargeKind {
  readonly name: string;
  readonly type: string;
  readonly model: string;
}

type Model = PricingInput['model'];

const TYPES: Readonly<Record<string, string>> = { onetime: 'oneTime', recurring: 'recurring', usage: 'usage' };
const MODELS: Readonly<Record<string, string>> = {
  flatfee: 'FlatFee',
  perunit: 'PerUnit',
  tiered: 'Tiered',
  volume: 'Volume',
  overage: 'Overage',
  tieredwithoverage: 'TieredWithOverage',
};
const KNOWN: ReadonlySet<string> = new Set(PRICING_MODELS);

/** Subscribe and Amend takes prices as they are; an order has them under the model of their charge. */
export function pricingOf(charge: ChargeKind, priced: Priced, field: readonly string[]): PricingInput | null {
  const { price, quantity, tiers } = priced;
  if (price == null && quantity == null && tiers == null) return null;
  const model = modelOf(charge);
  if (model === null) {
    const message = `cannot price ${charge.name} (${charge.type}, ${charge.model}) this way: use zuoraOrderCreate`;
    throw new Refusal([{ code: 'UNSUPPORTED', message, field }]);
  }
  const problems = [
    ...misplaced(model, price, 'price', /(FlatFee|PerUnit|Overage)$/, field),
    ...misplaced(model, quantity, 'quantity', /^(oneTime|recurring)(PerUnit|Tiered|Volume)$/, field),
    ...misplaced(model, tiers, 'tiers', /(Tiered|Volume|TieredWithOverage)$/, field),
  ];
  if (problems.length > 0) throw new Refusal(problems);
  const overage = model === 'usageOverage' || model === 'usageTieredWithOverage';
  return {
    model,
    ...(price != null && (overage ? { overagePrice: price } : { listPrice: price })),
    ...(quantity != null && { quantity }),
    ...(tiers != null && {
      tiers: tiers.map(({ priceFormat, ...tier }) => ({
        ...tier,
        priceFormat: priceFormat === 'FLAT_FEE' ? ('FlatFee' as const) : ('PerUnit' as const),
      })),
    }),
  };
}

function misplaced(model: Model, value: unknown, name: string, fits: RegExp, field: readonly string[]): Problem[] {
  if (value == null || fits.test(model)) return [];
  return [{ code: 'INVALID', message: `does not go with a charge of the model ${model}`, field: [...field, name] }];
}

function modelOf({ type, model }: ChargeKind): Model | null {
  const plain = (text: string) => text.toLowerCase().replace(/pricing|[^a-z]/g, '');
  const name = `${TYPES[plain(type)]}${MODELS[plain(model)]}`;
  return KNOWN.has(name) ? (name as Model) : null;
}
