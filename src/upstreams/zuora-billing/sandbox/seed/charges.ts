import { Decimal } from 'decimal.js';
import type { ZuoraRecord } from '../state/record.js';
import type { CatalogCharge } from './catalog/catalog-model.js';
import type { SeedContext } from './context.js';
import { NUMBERS, TIER_SLOTS } from './ids.js';
import { addMonths } from './plain-dates.js';
import { monthly, type PricedTier, periodAmount, priceIn, tiersIn } from './pricing.js';
import type { PlanStory } from './stories.js';
import type { Term } from './terms.js';

// A price that changed in its second year, up by a tenth.
const RAMP_MONTHS = 12;
const RAMPED_FACTOR = '1.1';

export interface ChargeSeed {
  readonly record: ZuoraRecord;
  readonly index: number;
  readonly charge: CatalogCharge;
  readonly tiers: readonly PricedTier[];
  readonly currency: string;
}

/** What the charges of one rate plan in one version of a subscription have in common. */
interface ChargeSetting {
  readonly n: number;
  readonly version: number;
  readonly currency: string;
  readonly accountId: string;
  readonly subscriptionId: string;
  readonly ratePlanId: string;
  readonly plan: PlanStory;
  readonly term: Term;
  readonly termMonths: number | null;
  readonly stamps: ReturnType<SeedContext['stamps']>;
}

/** A charge, in two segments where its price changed. `index` and `originalIndex` are those of the first segment. */
export function chargeSegments(
  context: SeedContext,
  setting: ChargeSetting,
  charge: CatalogCharge,
  {
    index,
    originalIndex,
    number,
    productChargeId,
  }: { index: number; originalIndex: number; number: number; productChargeId: string },
): ChargeSeed[] {
  const { plan, term } = setting;
  const changesOn = term.contractEffective === null ? null : addMonths(term.contractEffective, RAMP_MONTHS);
  const ramped =
    plan.ramped &&
    charge.type === 'Recurring' &&
    charge.tiers.length > 0 &&
    changesOn !== null &&
    (term.end === null || changesOn < term.end);
  const last = ramped ? 2 : 1;
  return Array.from({ length: last }, (_, n) => {
    const segment = n + 1;
    const factor = new Decimal(plan.factor ?? '1').times(segment === 2 ? RAMPED_FACTOR : '1').toFixed();
    const tiers = tiersIn(setting.currency, charge, factor);
    const quantity = quantityOf(charge, setting);
    const amount = periodAmount(charge, tiers, quantity ?? 1);
    const mrr = monthly(charge, amount);
    return {
      index: index + n,
      charge,
      tiers,
      currency: setting.currency,
      record: {
        ...COMMON,
        id: context.ids.of('ratePlanCharge', index + n),
        applyDiscountTo: isDiscount(charge) ? 'ONETIMERECURRING' : null,
        billCycleType: 'DefaultFromCustomer',
        billingPeriod: charge.period ?? null,
        billingTiming: charge.type === 'Recurring' ? 'IN_ADVANCE' : null,
        chargeModel: charge.model,
        chargeNumber: NUMBERS.charge.of(number),
        chargeType: charge.type,
        dMRC: mrr.toNumber(),
        dTCV: 0,
        discountLevel: isDiscount(charge) ? 'subscription' : null,
        effectiveEndDate: segment < last ? changesOn : term.end,
        effectiveStartDate: segment === 2 ? changesOn : term.contractEffective,
        endDateCondition: charge.type === 'OneTime' ? null : 'SubscriptionEnd',
        invoiceOwnerId: setting.accountId,
        isLastSegment: segment === last,
        listPriceBase: charge.type === 'Recurring' ? 'Per Billing Period' : null,
        mRR: mrr.toNumber(),
        name: charge.name,
        originalId: context.ids.of('ratePlanCharge', originalIndex),
        originalOrderDate: term.contractEffective,
        productRatePlanChargeId: productChargeId,
        quantity,
        ratePlanId: setting.ratePlanId,
        segment,
        subscriptionId: setting.subscriptionId,
        subscriptionOwnerId: setting.accountId,
        tCV: tcv(charge, amount, mrr, setting.termMonths),
        uOM: charge.uom ?? null,
        version: setting.version + 1,
        ...setting.stamps,
      },
    };
  });
}

const COMMON = {
  applyToBillingPeriodPartially: false,
  billingPeriodAlignment: 'AlignToCharge',
  chargedThroughDate: null,
  commitmentType: 'UNIT',
  description: null,
  excludeItemBillingFromRevenueAccounting: false,
  excludeItemBookingFromRevenueAccounting: false,
  isCommitted: false,
  isPrepaid: false,
  isProcessed: false,
  isRollover: false,
  priceChangeOption: 'NoChange',
  priceIncreasePercentage: 0,
  processedThroughDate: null,
  prorationOption: 'DefaultFromTenantSetting',
  reverted: false,
  taxable: false,
  triggerEvent: 'ContractEffective',
} as const;

const isDiscount = ({ model }: CatalogCharge) => model === 'Discount-Percentage' || model === 'Discount-Fixed Amount';

function quantityOf(charge: CatalogCharge, { plan, version }: ChargeSetting): number | null {
  if (charge.type === 'Usage' || isDiscount(charge)) return null;
  if (charge.quantity === undefined) return 1;
  return charge.quantity + plan.extraQuantity + 2 * version;
}

function tcv(charge: CatalogCharge, amount: Decimal, mrr: Decimal, termMonths: number | null): number {
  if (charge.type === 'OneTime') return amount.toNumber();
  return termMonths === null ? 0 : mrr.times(termMonths).toDecimalPlaces(9).toNumber();
}

/** The tiers of a charge; a discount or overage has one that carries its amount. */
export function tierRecords(
  context: SeedContext,
  { index, charge, tiers, currency, record }: ChargeSeed,
): ZuoraRecord[] {
  const { createdById, createdDate, updatedById, updatedDate } = record;
  const common = { currency, ratePlanChargeId: record.id, createdById, createdDate, updatedById, updatedDate };
  const id = (n: number) => context.ids.of('ratePlanChargeTier', index * TIER_SLOTS + n);
  const price = (usd: string | undefined) => (usd === undefined ? null : priceIn(currency, usd));
  const own = {
    discountAmount: price(charge.discountAmount),
    discountPercentage: charge.discountPercentage === undefined ? null : Number(charge.discountPercentage),
    includedUnits: charge.includedUnits ?? null,
    overagePrice: price(charge.overagePrice),
  };
  if (tiers.length === 0) {
    const open = { price: null, priceFormat: null, startingUnit: null, endingUnit: null, isOveragePrice: false };
    return [{ id: id(0), tier: 1, ...own, ...open, ...common }];
  }
  return tiers.map((tier, n) => ({
    id: id(n),
    tier: n + 1,
    ...own,
    price: tier.price,
    priceFormat: tier.format,
    startingUnit: tiers.length > 1 ? tier.from : null,
    endingUnit: tier.to,
    isOveragePrice: false,
    ...common,
  }));
}
