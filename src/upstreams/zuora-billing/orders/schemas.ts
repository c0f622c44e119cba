import { z } from 'zod';
import { Amount, Day, Flag, listOf, Text, Whole } from '../schemas/wire.js';

/** Container of custom fields; Zuora sends an empty one where there are none. */
const CustomFields = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((fields) => (fields && Object.keys(fields).length > 0 ? fields : null));

const Tier = z.object({
  tier: Whole,
  startingUnit: Amount,
  endingUnit: Amount,
  price: Amount,
  priceFormat: Text,
  isOveragePrice: Flag,
});

/** What is common to the prices of all charge models; each has some of it. */
export const Pricing = z.object({
  listPrice: Amount,
  quantity: Amount,
  discountPercentage: Amount,
  discountAmount: Amount,
  includedUnits: Amount,
  overagePrice: Amount,
  tiers: listOf(Tier),
});
export type Pricing = z.infer<typeof Pricing>;

/** An override of a charge to be added, or the update of one that is there. */
const OrderedCharge = z.object({
  chargeNumber: Text,
  productRatePlanChargeId: Text,
  // The reference spells it like this in orders that are read, and with a capital P everywhere else.
  productRateplanChargeId: Text,
  uniqueToken: Text,
  description: Text,
  /** One property, called like the charge model: `recurringPerUnit`. */
  pricing: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((pricing) => pricing ?? {}),
});
export type OrderedCharge = z.infer<typeof OrderedCharge>;

const OrderedRatePlan = z.object({
  productRatePlanId: Text,
  productRatePlanNumber: Text,
  newRatePlanId: Text,
  uniqueToken: Text,
  chargeOverrides: listOf(OrderedCharge),
});
export type OrderedRatePlan = z.infer<typeof OrderedRatePlan>;

const Term = z.object({ termType: Text, period: Whole, periodType: Text, startDate: Day });
const Terms = z.object({
  initialTerm: Term.nullish(),
  lastTerm: Term.nullish(),
  autoRenew: Flag,
  renewalSetting: Text,
  // A list in the reference; one of its own examples has a single object.
  renewalTerms: z.union([listOf(Term.pick({ period: true, periodType: true })), Term.transform((term) => [term])]),
});
export type Terms = z.infer<typeof Terms>;

const KnownAction = z.object({
  id: Text,
  type: Text,
  sequence: Whole,
  changeReason: Text,
  customFields: CustomFields,
  triggerDates: listOf(z.object({ name: Text, triggerDate: Day })),
  createSubscription: z
    .object({
      subscriptionNumber: Text,
      subscriptionOwnerAccountNumber: Text,
      currency: Text,
      notes: Text,
      invoiceSeparately: Flag,
      terms: Terms.nullish(),
      subscribeToRatePlans: listOf(OrderedRatePlan),
      subscribeToProducts: listOf(OrderedRatePlan),
    })
    .nullish(),
  addProduct: OrderedRatePlan.nullish(),
  updateProduct: z
    .object({
      ratePlanId: Text,
      newRatePlanId: Text,
      subscriptionRatePlanNumber: Text,
      specificUpdateDate: Day,
      uniqueToken: Text,
      chargeUpdates: listOf(OrderedCharge),
    })
    .nullish(),
  removeProduct: z.object({ ratePlanId: Text, subscriptionRatePlanNumber: Text, uniqueToken: Text }).nullish(),
  cancelSubscription: z.object({ cancellationPolicy: Text, cancellationEffectiveDate: Day }).nullish(),
  suspend: z
    .object({
      suspendPolicy: Text,
      suspendDate: Day,
      suspendSpecificDate: Day,
      suspendPeriods: Whole,
      suspendPeriodsType: Text,
    })
    .nullish(),
  resume: z
    .object({
      resumePolicy: Text,
      resumeDate: Day,
      resumeSpecificDate: Day,
      resumePeriods: Whole,
      resumePeriodsType: Text,
      extendsTerm: Flag,
    })
    .nullish(),
  termsAndConditions: Terms.nullish(),
  ownerTransfer: z.object({ destinationAccountNumber: Text, destinationInvoiceAccountNumber: Text }).nullish(),
  changePlan: z
    .object({
      ratePlanId: Text,
      productRatePlanId: Text,
      subscriptionRatePlanNumber: Text,
      subType: Text,
      effectivePolicy: Text,
      newProductRatePlan: OrderedRatePlan.nullish(),
    })
    .nullish(),
});

/** What is known of an action, and `raw`: what was said about it. */
const OrderAction = z.record(z.string(), z.unknown()).transform((raw, context) => {
  const known = KnownAction.safeParse(raw);
  if (known.success) return { ...known.data, raw };
  for (const { message, path } of known.error.issues) {
    context.issues.push({ code: 'custom', message, path, input: raw });
  }
  return z.NEVER;
});
export type OrderAction = z.infer<typeof OrderAction>;

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_Order/ */
export const Order = z.object({
  orderNumber: z.string(),
  existingAccountNumber: Text,
  status: Text,
  category: Text,
  orderDate: Day,
  currency: Text,
  description: Text,
  reasonCode: Text,
  schedulingOptions: z.object({ scheduledDate: Day }).nullish(),
  customFields: CustomFields,
  createdBy: Text,
  updatedBy: Text,
  /** `2018-12-13 17:21:43`, in the tenant's time zone. */
  createdDate: Text,
  updatedDate: Text,
  subscriptions: listOf(
    z.object({
      subscriptionNumber: Text,
      subscriptionOwnerAccountNumber: Text,
      baseVersion: Whole,
      newVersion: Whole,
      customFields: CustomFields,
      orderActions: listOf(OrderAction),
    }),
  ),
});
export type Order = z.infer<typeof Order>;
