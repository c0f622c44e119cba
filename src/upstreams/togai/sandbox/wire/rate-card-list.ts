import { chargeable } from '../catalog/prices.js';
import type { InvoiceTiming, PricePlanDetails } from './rate-cards.js';

/** What a list of rate cards belongs to: a plan, or the schedule of an account. */
export interface RateCardOwner {
  readonly pricePlanId: string;
  readonly referenceId: string;
  readonly referenceType: 'PRICE_PLAN' | 'SCHEDULE';
  readonly accountId?: string;
}

const COMMITMENT_ID = 'minimum-commitment';

/** The rate cards of a plan one by one. https://docs.togai.com/api-reference/price-plans-v2/list-rate-cards-of-a-price-plan */
export function rateCardList(details: PricePlanDetails, owner: RateCardOwner) {
  const card = (type: string, billableId: string, timing: InvoiceTiming, of: Named, rateCardDetails: object) => ({
    billableId,
    type,
    displayName: of.displayName,
    invoiceTiming: timing,
    rateCardDetails,
    ...(of.tag !== undefined && { tag: of.tag }),
    name: of.name ?? billableId,
    currencies: details.supportedCurrencies,
    ...owner,
  });
  return [
    ...(details.fixedFeeRateCards ?? []).map((fee) =>
      card('FIXED_FEE', fee.id, fee.invoiceTiming, fee, { fixedFeeRateCard: fee }),
    ),
    ...(details.usageRateCards ?? []).map((usage) =>
      card('USAGE', usage.usageMeterId, 'IN_ARREARS', usage, { usageRateCard: usage }),
    ),
    ...(details.licenseRateCards ?? []).map((license) =>
      card('LICENSE', license.id, license.invoiceTiming, license, { licenseRateCard: license }),
    ),
    ...(details.billingEntitlementRateCards ?? []).map((entitlement) =>
      card('BILLING_ENTITLEMENT', entitlement.featureId, entitlement.invoiceTiming, entitlement, {
        billingEntitlementRateCard: entitlement,
      }),
    ),
    ...(details.entitlementOverageRateCards ?? []).map((overage) =>
      card('ENTITLEMENT_OVERAGE', overage.featureId, 'IN_ARREARS', overage, { entitlementOverageRateCard: overage }),
    ),
    ...(details.creditGrantRateCards ?? []).map((grant) =>
      card('CREDIT_GRANT', grant.id, grant.invoiceTiming, grant, { creditGrantRateCard: grant }),
    ),
    ...(details.minimumCommitment ? [details.minimumCommitment] : []).map((commitment) =>
      card('MINIMUM_COMMITMENT', COMMITMENT_ID, 'IN_ARREARS', commitment, { minimumCommitmentRateCard: commitment }),
    ),
  ];
}

interface Named {
  readonly displayName: string;
  readonly name?: string;
  readonly tag?: string;
}

/** The plan as an account with its own prices has it: `share` of every fixed fee, the rest as listed. */
export function overridden(details: PricePlanDetails, share: number): PricePlanDetails {
  if (!details.fixedFeeRateCards) return details;
  return {
    ...details,
    fixedFeeRateCards: details.fixedFeeRateCards.map((fee) => ({
      ...fee,
      rateValues: fee.rateValues.map(({ currency, rate }) => ({ currency, rate: chargeable(currency, rate * share) })),
    })),
  };
}
