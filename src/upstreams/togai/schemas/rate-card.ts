import { z } from 'zod';
import { Amount, Exact, Ids, listOf, Text, Whole } from './wire.js';

// The cards are the same in both generations of price plans; the second one wraps each with what all of them have.

const Config = z.record(z.string(), z.string()).nullish();
const Recurrence = z.object({ interval: Whole, offset: Whole }).nullish();
const Named = z.object({ displayName: Text, name: Text, tag: Text, invoiceTiming: Text });
const Rates = z.object({ rateValues: listOf(z.object({ currency: z.string(), rate: Exact })) });

/** Slabs, and the rate of each in every currency, joined by `order`. */
const Slabbed = z.object({
  ratePlan: z
    .object({
      pricingModel: Text,
      slabs: listOf(z.object({ order: z.int(), startAfter: Exact, priceType: z.string(), slabConfig: Config })),
    })
    .nullish(),
  rateValues: listOf(z.object({ currency: z.string(), slabRates: listOf(z.object({ order: z.int(), rate: Exact })) })),
});
export type Slabbed = z.infer<typeof Slabbed>;

const FixedFee = Named.extend(Rates.shape).extend({
  id: Text,
  type: Text,
  enableProration: z.boolean().nullish(),
  recurrenceConfig: Recurrence,
});
export type FixedFee = z.infer<typeof FixedFee>;

const Usage = Named.extend(Slabbed.shape).extend({ usageMeterId: Text });
export type Usage = z.infer<typeof Usage>;

const License = Named.extend(Slabbed.shape).extend({
  id: Text,
  type: Text,
  enableProration: z.boolean().nullish(),
  usageCycle: Text,
  config: z.object({ maxQuantity: Amount }).nullish(),
});
export type License = z.infer<typeof License>;

const BillingEntitlement = Named.extend(Slabbed.shape).extend({
  featureId: Text,
  featureConfigs: listOf(z.object({ effectiveFrom: Text, effectiveUntil: Text, featureCreditLimit: Exact })),
  recurrenceConfig: Recurrence,
});
export type BillingEntitlement = z.infer<typeof BillingEntitlement>;

const EntitlementOverage = Named.extend(Slabbed.shape).extend({
  featureId: Text,
  maxQuantity: Amount,
  billingConfig: z.object({ interval: Whole, startOffset: Whole }).nullish(),
});
export type EntitlementOverage = z.infer<typeof EntitlementOverage>;

/** Its slabs stand inside every currency and may differ from one to the next. */
const CreditGrant = Named.extend({
  id: Text,
  type: Text,
  grantDetails: z
    .object({ priority: Whole, expiryType: Text, expiryDuration: Text, applicableEntityIds: Ids })
    .nullish(),
  rateDetails: z
    .object({
      pricingModel: Text,
      currencySlabRateDetails: listOf(
        z.object({
          currency: z.string(),
          creditAmount: Exact,
          slabDetails: listOf(z.object({ startAfter: Exact, priceType: z.string(), rate: Exact, slabConfig: Config })),
        }),
      ),
    })
    .nullish(),
  recurrenceConfig: Recurrence,
});
export type CreditGrant = z.infer<typeof CreditGrant>;

const MinimumCommitment = Named.extend(Rates.shape);
export type MinimumCommitment = z.infer<typeof MinimumCommitment>;

/** The rate cards of a plan of the first generation. https://docs.togai.com/api-reference/price-plans/get-a-price-plan */
export const RateCards = z.object({
  fixedFeeRateCards: listOf(FixedFee),
  usageRateCards: listOf(Usage),
  licenseRateCards: listOf(License),
  billingEntitlementRateCards: listOf(BillingEntitlement),
  entitlementOverageRateCards: listOf(EntitlementOverage),
  creditGrantRateCards: listOf(CreditGrant),
  minimumCommitment: MinimumCommitment.nullish(),
});
export type RateCards = z.infer<typeof RateCards>;

/** A rate card of the second generation. https://docs.togai.com/api-reference/price-plans-v2/list-rate-cards-of-a-price-plan */
export const RateCardRow = z.object({
  billableId: Text,
  type: z.string(),
  displayName: Text,
  name: Text,
  tag: Text,
  invoiceTiming: Text,
  rateCardDetails: z
    .object({
      fixedFeeRateCard: FixedFee.nullish(),
      usageRateCard: Usage.nullish(),
      licenseRateCard: License.nullish(),
      billingEntitlementRateCard: BillingEntitlement.nullish(),
      entitlementOverageRateCard: EntitlementOverage.nullish(),
      creditGrantRateCard: CreditGrant.nullish(),
      minimumCommitmentRateCard: MinimumCommitment.nullish(),
    })
    .nullish(),
});
export type RateCardRow = z.infer<typeof RateCardRow>;
