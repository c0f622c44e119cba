import { Decimal } from 'decimal.js';
import type { ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../state/record.js';
import { planAt } from './catalog/catalog.js';
import { CATALOG_INDEX } from './catalog/catalog-index.js';
import { type ChargeSeed, chargeSegments } from './charges.js';
import type { SeedContext } from './context.js';
import { CHARGE_SLOTS, NUMBERS, PLAN_SLOTS, SUBSCRIPTION_SLOTS, VERSION_SLOTS } from './ids.js';
import { addMonths } from './plain-dates.js';
import { rounded } from './pricing.js';
import type { SubscriptionStory } from './stories.js';
import { type Term, termOf } from './terms.js';

export interface VersionSeed {
  readonly subscription: ZuoraRecord;
  readonly ratePlans: readonly ZuoraRecord[];
  readonly charges: readonly ChargeSeed[];
}

const SEGMENT_SLOTS = 2;

/** One version of a subscription with everything in it; `version` counts from 0. */
export function versionOf(
  customer: ScenarioCustomer,
  context: SeedContext,
  story: SubscriptionStory,
  version: number,
): VersionSeed {
  const { ids } = context;
  const { n, currency } = customer;
  const accountId = customer.ids.subscriptionAccountId;
  const subscriptionNumber = n * SUBSCRIPTION_SLOTS + story.slot;
  const indexOf = (v: number) => subscriptionNumber * VERSION_SLOTS + v;
  const term = termOf(story);
  const subscriptionId = ids.of('subscription', indexOf(version));
  const stamps = context.stamps(n, 1 + story.slot * VERSION_SLOTS + version, createdMs(story, version));
  const ratePlans: ZuoraRecord[] = [];
  const charges: ChargeSeed[] = [];

  for (const [p, plan] of story.plans.entries()) {
    if (version < plan.since) continue;
    const planIndex = (v: number) => indexOf(v) * PLAN_SLOTS + p;
    const product = CATALOG_INDEX.plan(plan.place);
    const ratePlanId = ids.of('ratePlan', planIndex(version));
    const planNumber = subscriptionNumber * PLAN_SLOTS + p;
    ratePlans.push({
      id: ratePlanId,
      amendmentId: null,
      amendmentType: null,
      externallyManagedPlanId: null,
      invoiceOwnerId: accountId,
      name: planAt(plan.place).name,
      originalRatePlanId: ids.of('ratePlan', planIndex(plan.since)),
      productId: ids.of('product', product.productIndex),
      productRatePlanId: ids.of('productRatePlan', product.planIndex),
      reverted: false,
      subscriptionId,
      subscriptionOwnerId: accountId,
      subscriptionRatePlanNumber: NUMBERS.ratePlan.of(planNumber),
      ...stamps,
    });
    const termMonths = story.evergreen ? null : story.termMonths;
    const setting = { n, version, currency, accountId, subscriptionId, ratePlanId, plan, term, termMonths, stamps };
    for (const [c, charge] of planAt(plan.place).charges.entries()) {
      const slot = c * SEGMENT_SLOTS;
      charges.push(
        ...chargeSegments(context, setting, charge, {
          index: planIndex(version) * CHARGE_SLOTS + slot,
          originalIndex: planIndex(plan.since) * CHARGE_SLOTS + slot,
          number: planNumber * CHARGE_SLOTS + slot,
          productChargeId: ids.of('productRatePlanCharge', product.firstChargeIndex + c),
        }),
      );
    }
  }
  const latest = version === story.versions - 1;
  const subscription: ZuoraRecord = {
    ...termFields(story, term),
    id: subscriptionId,
    accountId,
    cMRR: latest && story.status === 'Active' ? revenue(currency, charges) : 0,
    creatorAccountId: accountId,
    creatorInvoiceOwnerId: accountId,
    currency,
    invoiceOwnerId: accountId,
    isInvoiceSeparate: false,
    isLatestVersion: latest,
    isSingleVersioned: story.versions === 1,
    name: NUMBERS.subscription.of(subscriptionNumber),
    orderId: context.madeUpId(`order ${subscriptionNumber} ${version}`),
    originalCreatedDate: context.time.format(createdMs(story, 0)),
    originalId: ids.of('subscription', indexOf(0)),
    previousSubscriptionId: version === 0 ? null : ids.of('subscription', indexOf(version - 1)),
    revision: `${version + 1}.0`,
    // An amended version is Expired, whatever the latest one is.
    status: latest ? story.status : 'Expired',
    version: version + 1,
    ...stamps,
  };
  return { subscription, ratePlans, charges };
}

function termFields(story: SubscriptionStory, term: Term) {
  const { evergreen, termMonths } = story;
  const started = term.contractEffective;
  return {
    autoRenew: story.autoRenew,
    cancelReason: story.cancelledOn === null ? null : 'Switched to a competitor',
    cancelledDate: story.cancelledOn,
    contractAcceptanceDate: term.acceptance,
    contractEffectiveDate: started,
    currentTerm: evergreen ? null : termMonths,
    currentTermPeriodType: evergreen ? null : 'Month',
    externallyManagedBy: null,
    initialTerm: evergreen ? null : termMonths,
    initialTermPeriodType: evergreen ? null : 'Month',
    lastBookingDate: started,
    notes: null,
    prepayment: false,
    renewalSetting: 'RENEW_WITH_SPECIFIC_TERM',
    renewalTerm: evergreen ? null : termMonths,
    renewalTermPeriodType: evergreen ? null : 'Month',
    serviceActivationDate: term.serviceActivation,
    subscriptionEndDate: term.end,
    subscriptionStartDate: started,
    termEndDate: term.end,
    termStartDate: term.start,
    termType: evergreen ? 'EVERGREEN' : 'TERMED',
  };
}

function revenue(currency: string, charges: readonly ChargeSeed[]): number {
  const lasting = charges.filter(({ record }) => record.isLastSegment === true);
  return rounded(
    currency,
    lasting.reduce((sum, { record }) => sum.plus(Number(record.mRR)), new Decimal(0)),
  );
}

// Versions followed each other by a month.
const createdMs = (story: SubscriptionStory, version: number) =>
  Date.parse(`${addMonths(story.start, version)}T09:30:00Z`) + story.slot * 1000;
