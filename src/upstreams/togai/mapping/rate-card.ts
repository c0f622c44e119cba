import { money } from '../../../kernel/money.js';
import type { TogaiRateCard, TogaiRateCardKind } from '../model.js';
import type { PricePlanV1InFull } from '../schemas/price-plan.js';
import type {
  BillingEntitlement,
  CreditGrant,
  EntitlementOverage,
  FixedFee,
  License,
  MinimumCommitment,
  RateCardRow,
  Slabbed,
  Usage,
} from '../schemas/rate-card.js';
import { ratesOf, slabsByCurrency, slabsByOrder } from './rate-card-prices.js';

/** A card before it has an id. */
type Card = Omit<TogaiRateCard, 'id'>;
type Known = Exclude<TogaiRateCardKind, 'UNKNOWN'>;

const EMPTY = {
  name: null,
  displayName: null,
  tag: null,
  invoiceTiming: null,
  usageMeterId: null,
  addOnId: null,
  featureId: null,
  type: null,
  licenseType: null,
  pricingModel: null,
  rates: [],
  slabs: [],
  enableProration: null,
  recurrence: null,
  usageCycle: null,
  maxQuantity: null,
  featureGrants: [],
  creditGrant: null,
} as const;

/** The rate cards of a plan of the first generation, of its latest version. */
export function rateCardsFromV1({ id, pricingSchedule }: PricePlanV1InFull): TogaiRateCard[] {
  const details = pricingSchedule?.at(-1)?.pricePlanDetails;
  if (!details) return [];
  const { minimumCommitment } = details;
  return identified(id, [
    ...details.fixedFeeRateCards.map(fixedFee),
    ...details.usageRateCards.map(usage),
    ...details.licenseRateCards.map(license),
    ...details.billingEntitlementRateCards.map(billingEntitlement),
    ...details.entitlementOverageRateCards.map(entitlementOverage),
    ...details.creditGrantRateCards.map(creditGrant),
    ...(minimumCommitment ? [commitment(minimumCommitment)] : []),
  ]);
}

/** The rate cards of a plan of the second generation, in Togai's order. */
export function rateCardsFromV2(planId: string, rows: readonly RateCardRow[]): TogaiRateCard[] {
  return identified(planId, rows.map(fromRow));
}

function fromRow(row: RateCardRow): Card {
  const card = cardIn(row);
  return {
    ...card,
    name: row.name ?? card.name,
    displayName: row.displayName ?? card.displayName,
    tag: row.tag ?? card.tag,
    invoiceTiming: row.invoiceTiming ?? card.invoiceTiming,
  };
}

type Details = NonNullable<RateCardRow['rateCardDetails']>;

const CARDS: Record<Known, (details: Details) => Card | null | undefined> = {
  FIXED_FEE: ({ fixedFeeRateCard: card }) => card && fixedFee(card),
  USAGE: ({ usageRateCard: card }) => card && usage(card),
  LICENSE: ({ licenseRateCard: card }) => card && license(card),
  BILLING_ENTITLEMENT: ({ billingEntitlementRateCard: card }) => card && billingEntitlement(card),
  ENTITLEMENT_OVERAGE: ({ entitlementOverageRateCard: card }) => card && entitlementOverage(card),
  CREDIT_GRANT: ({ creditGrantRateCard: card }) => card && creditGrant(card),
  MINIMUM_COMMITMENT: ({ minimumCommitmentRateCard: card }) => card && commitment(card),
};
const BY_KIND = new Map(Object.entries(CARDS));

/** A card whose details do not go with its type says only what it is called: a price is never guessed. */
function cardIn({ type, rateCardDetails }: RateCardRow): Card {
  const card = rateCardDetails && BY_KIND.get(type)?.(rateCardDetails);
  return card ?? { ...EMPTY, kind: 'UNKNOWN', kindText: type };
}

function fixedFee(card: FixedFee): Card {
  return {
    ...head('FIXED_FEE', card),
    addOnId: card.id,
    type: card.type,
    rates: ratesOf(card.rateValues),
    enableProration: card.enableProration ?? null,
    recurrence: card.recurrenceConfig ?? null,
  };
}

function usage(card: Usage): Card {
  return { ...head('USAGE', card), ...slabbed(card), usageMeterId: card.usageMeterId };
}

function license(card: License): Card {
  return {
    ...head('LICENSE', card),
    ...slabbed(card),
    addOnId: card.id,
    licenseType: card.type,
    enableProration: card.enableProration ?? null,
    usageCycle: card.usageCycle,
    maxQuantity: card.config?.maxQuantity ?? null,
  };
}

function billingEntitlement(card: BillingEntitlement): Card {
  return {
    ...head('BILLING_ENTITLEMENT', card),
    ...slabbed(card),
    featureId: card.featureId,
    featureGrants: card.featureConfigs.map(({ featureCreditLimit: limit, ...period }) => ({ limit, ...period })),
    recurrence: card.recurrenceConfig ?? null,
  };
}

function entitlementOverage(card: EntitlementOverage): Card {
  const { billingConfig } = card;
  return {
    ...head('ENTITLEMENT_OVERAGE', card),
    ...slabbed(card),
    featureId: card.featureId,
    maxQuantity: card.maxQuantity,
    recurrence: billingConfig ? { interval: billingConfig.interval, offset: billingConfig.startOffset } : null,
  };
}

function creditGrant(card: CreditGrant): Card {
  const { grantDetails, rateDetails } = card;
  const currencies = rateDetails?.currencySlabRateDetails ?? [];
  return {
    ...head('CREDIT_GRANT', card),
    addOnId: card.id,
    type: card.type,
    pricingModel: rateDetails?.pricingModel ?? null,
    slabs: slabsByCurrency(currencies),
    recurrence: card.recurrenceConfig ?? null,
    creditGrant: {
      priority: grantDetails?.priority ?? null,
      expiryType: grantDetails?.expiryType ?? null,
      expiryDuration: grantDetails?.expiryDuration ?? null,
      applicableEntityIds: grantDetails?.applicableEntityIds ?? [],
      amounts: currencies.map(({ currency, creditAmount }) => money(creditAmount, currency)),
    },
  };
}

function commitment(card: MinimumCommitment): Card {
  return { ...head('MINIMUM_COMMITMENT', card), rates: ratesOf(card.rateValues) };
}

function head(kind: Known, { name, displayName, tag, invoiceTiming }: Omit<MinimumCommitment, 'rateValues'>): Card {
  return { ...EMPTY, kind, kindText: kind, name, displayName, tag, invoiceTiming };
}

function slabbed(card: Slabbed): Pick<Card, 'pricingModel' | 'slabs'> {
  return { pricingModel: card.ratePlan?.pricingModel ?? null, slabs: slabsByOrder(card) };
}

/** Togai gives rate cards no id; a plan may have several of one name, and of one add-on. */
function identified(planId: string, cards: readonly Card[]): TogaiRateCard[] {
  const seen = new Map<string, number>();
  return cards.map((card) => {
    const what = card.name ?? card.addOnId ?? card.usageMeterId ?? card.featureId ?? card.displayName ?? '';
    const key = [planId, card.kindText, what].join(':');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { id: times === 1 ? key : `${key}:${times}`, ...card };
  });
}
