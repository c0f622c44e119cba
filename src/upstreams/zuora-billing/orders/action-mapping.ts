import { type Money, money } from '../../../kernel/money.js';
import type {
  OrderedCharge,
  OrderedPricing,
  OrderedRatePlan,
  OrderedTerms,
  ZuoraOrderAction,
  ZuoraOrderActionKind,
} from './model.js';
import {
  type OrderAction,
  Pricing,
  type Terms,
  type OrderedCharge as WireCharge,
  type OrderedRatePlan as WireRatePlan,
} from './schemas.js';

/** Each kind of action and the property that says more about it. */
export const ACTION_KINDS = {
  CREATE_SUBSCRIPTION: { type: 'CreateSubscription', details: 'createSubscription' },
  TERMS_AND_CONDITIONS: { type: 'TermsAndConditions', details: 'termsAndConditions' },
  ADD_PRODUCT: { type: 'AddProduct', details: 'addProduct' },
  UPDATE_PRODUCT: { type: 'UpdateProduct', details: 'updateProduct' },
  REMOVE_PRODUCT: { type: 'RemoveProduct', details: 'removeProduct' },
  RENEW_SUBSCRIPTION: { type: 'RenewSubscription', details: 'renewSubscription' },
  CANCEL_SUBSCRIPTION: { type: 'CancelSubscription', details: 'cancelSubscription' },
  OWNER_TRANSFER: { type: 'OwnerTransfer', details: 'ownerTransfer' },
  SUSPEND: { type: 'Suspend', details: 'suspend' },
  RESUME: { type: 'Resume', details: 'resume' },
  CHANGE_PLAN: { type: 'ChangePlan', details: 'changePlan' },
} as const satisfies Record<Exclude<ZuoraOrderActionKind, 'UNKNOWN'>, { type: string; details: string }>;

const KINDS = new Map(
  Object.entries(ACTION_KINDS).map(([kind, { type }]) => [type as string, kind as keyof typeof ACTION_KINDS]),
);

/** `currency` is that of the order, which its prices leave out. */
export function toAction(row: OrderAction, currency: string | null): ZuoraOrderAction {
  const kind = KINDS.get(row.type ?? '');
  const dateOf = (name: string) => row.triggerDates.find((date) => date.name === name)?.triggerDate ?? null;
  const plan = (ratePlan: WireRatePlan) => toRatePlan(ratePlan, currency);
  const charge = (one: WireCharge) => toCharge(one, currency);
  const { createSubscription: created, updateProduct: update, removeProduct: removal, changePlan: change } = row;
  return {
    zuoraId: row.id,
    kind: kind ?? 'UNKNOWN',
    kindText: row.type,
    sequence: row.sequence,
    changeReason: row.changeReason,
    contractEffectiveDate: dateOf('ContractEffective'),
    serviceActivationDate: dateOf('ServiceActivation'),
    customerAcceptanceDate: dateOf('CustomerAcceptance'),
    customFields: row.customFields,
    createSubscription: created
      ? {
          subscriptionNumber: created.subscriptionNumber,
          ownerAccountNumber: created.subscriptionOwnerAccountNumber,
          currency: created.currency,
          notes: created.notes,
          invoiceSeparately: created.invoiceSeparately,
          terms: created.terms ? toTerms(created.terms) : null,
          ratePlans: [...created.subscribeToRatePlans, ...created.subscribeToProducts].map((one) =>
            toRatePlan(one, created.currency ?? currency),
          ),
        }
      : null,
    addProduct: row.addProduct ? plan(row.addProduct) : null,
    updateProduct: update
      ? {
          ratePlanId: update.ratePlanId,
          subscriptionRatePlanNumber: update.subscriptionRatePlanNumber,
          newRatePlanId: update.newRatePlanId,
          uniqueToken: update.uniqueToken,
          specificUpdateDate: update.specificUpdateDate,
          charges: update.chargeUpdates.map(charge),
        }
      : null,
    removeProduct: removal ?? null,
    cancelSubscription: row.cancelSubscription
      ? {
          policy: row.cancelSubscription.cancellationPolicy,
          effectiveDate: row.cancelSubscription.cancellationEffectiveDate,
        }
      : null,
    suspend: row.suspend
      ? {
          policy: row.suspend.suspendPolicy,
          date: row.suspend.suspendDate ?? row.suspend.suspendSpecificDate,
          periods: row.suspend.suspendPeriods,
          periodsType: row.suspend.suspendPeriodsType,
        }
      : null,
    resume: row.resume
      ? {
          policy: row.resume.resumePolicy,
          date: row.resume.resumeDate ?? row.resume.resumeSpecificDate,
          periods: row.resume.resumePeriods,
          periodsType: row.resume.resumePeriodsType,
          extendsTerm: row.resume.extendsTerm,
        }
      : null,
    termsAndConditions: row.termsAndConditions ? toTerms(row.termsAndConditions) : null,
    ownerTransfer: row.ownerTransfer
      ? {
          accountNumber: row.ownerTransfer.destinationAccountNumber,
          invoiceAccountNumber: row.ownerTransfer.destinationInvoiceAccountNumber,
        }
      : null,
    changePlan: change
      ? {
          ratePlanId: change.ratePlanId,
          subscriptionRatePlanNumber: change.subscriptionRatePlanNumber,
          productRatePlanId: change.productRatePlanId,
          subType: change.subType,
          effectivePolicy: change.effectivePolicy,
          newRatePlan: change.newProductRatePlan ? plan(change.newProductRatePlan) : null,
        }
      : null,
    details: detailsOf(row, kind),
  };
}

/** A kind that nobody knows may have its details anywhere, so that all of it is shown. */
function detailsOf(row: OrderAction, kind: keyof typeof ACTION_KINDS | undefined): unknown {
  return kind === undefined ? row.raw : (row.raw[ACTION_KINDS[kind].details] ?? null);
}

function toRatePlan(row: WireRatePlan, currency: string | null): OrderedRatePlan {
  const { productRatePlanId, productRatePlanNumber, newRatePlanId, uniqueToken } = row;
  const charges = row.chargeOverrides.map((charge) => toCharge(charge, currency));
  return { productRatePlanId, productRatePlanNumber, newRatePlanId, uniqueToken, charges };
}

function toCharge(row: WireCharge, currency: string | null): OrderedCharge {
  return {
    chargeNumber: row.chargeNumber,
    productRatePlanChargeId: row.productRatePlanChargeId ?? row.productRateplanChargeId,
    uniqueToken: row.uniqueToken,
    description: row.description,
    pricing: toPricing(row.pricing, currency),
  };
}

/** Zuora puts the prices of each charge model into a property of its own, of which one is filled. */
function toPricing(pricing: Readonly<Record<string, unknown>>, currency: string | null): OrderedPricing | null {
  for (const [model, value] of Object.entries(pricing)) {
    const parsed = Pricing.safeParse(value);
    if (!parsed.success) continue;
    const inCurrency = (amount: string | null): Money | null =>
      amount === null || currency === null ? null : money(amount, currency);
    const { listPrice, quantity, discountPercentage, discountAmount, includedUnits, overagePrice, tiers } = parsed.data;
    return {
      model,
      listPrice: inCurrency(listPrice),
      quantity,
      discountPercentage,
      discountAmount: inCurrency(discountAmount),
      includedUnits,
      overagePrice: inCurrency(overagePrice),
      tiers: tiers.map(({ tier, price, ...rest }, index) => ({
        tier: tier ?? index + 1,
        price: inCurrency(price),
        ...rest,
      })),
    };
  }
  return null;
}

function toTerms(row: Terms): OrderedTerms {
  const term = row.lastTerm ?? row.initialTerm;
  return {
    termType: term?.termType ?? null,
    period: term?.period ?? null,
    periodType: term?.periodType ?? null,
    startDate: term?.startDate ?? null,
    autoRenew: row.autoRenew,
    renewalSetting: row.renewalSetting,
    renewalTerms: row.renewalTerms.map(({ period, periodType }) => ({ period, periodType })),
  };
}
