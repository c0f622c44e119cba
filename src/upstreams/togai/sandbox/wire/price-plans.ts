import { activeVersion } from '../catalog/price-plans.js';
import type { PricePlanDetails, PricePlanRecord, PricePlanVersion } from './rate-cards.js';

const RATE_CARDS = [
  'usageRateCards',
  'fixedFeeRateCards',
  'licenseRateCards',
  'billingEntitlementRateCards',
  'entitlementOverageRateCards',
  'creditGrantRateCards',
  'minimumCommitment',
] as const;

/**
 * A plan of the first generation as lists show it: without rate cards.
 * https://docs.togai.com/api-reference/price-plans/list-price-plans
 */
export function firstInList(plan: PricePlanRecord) {
  const { version, details, createdAt, updatedAt } = latestVersion(plan);
  const abridged = Object.fromEntries(Object.entries(details).filter(([name]) => !isRateCards(name)));
  return {
    ...firstHead(plan, details),
    version,
    usageMeters: details.usageRateCards?.map(({ usageMeterId }) => usageMeterId) ?? [],
    pricePlanDetails: abridged,
    createdAt,
    updatedAt,
  };
}

/** https://docs.togai.com/api-reference/price-plans/get-a-price-plan */
export function firstInFull(plan: PricePlanRecord, shown: PricePlanVersion) {
  const { version, details, allowOngoingCycleUpdates, startDate, endDate } = shown;
  return {
    ...firstHead(plan, details),
    pricingSchedule: [
      {
        id: `${plan.id.replace(/^pp/, 'sch')}.${version}`,
        // Only this generation spells it with underscores.
        pricePlanDetails: { ...details, allow_ongoing_cycle_updates: allowOngoingCycleUpdates },
        startDate,
        endDate,
        version,
        isOverriden: false,
      },
    ],
  };
}

/** https://docs.togai.com/api-reference/price-plans-v2/get-a-price-plan */
export function secondGeneration(plan: PricePlanRecord, shown: PricePlanVersion) {
  const { version, status, details, allowOngoingCycleUpdates, createdAt, updatedAt } = shown;
  return {
    id: plan.id,
    referenceId: `${plan.id}.${version}`,
    name: plan.name,
    ...(plan.description !== undefined && { description: plan.description }),
    type: details.type,
    ...(details.pricingCycleConfig && { pricingCycleConfig: details.pricingCycleConfig }),
    supportedCurrencies: details.supportedCurrencies,
    deferredRevenue: details.deferredRevenue,
    allowOngoingCycleUpdates,
    version,
    status,
    createdAt,
    updatedAt,
  };
}

/** The newest version, a draft included. */
export function latestVersion(plan: PricePlanRecord): PricePlanVersion {
  const latest = plan.versions.at(-1);
  if (!latest) throw new Error(`price plan ${plan.id} has no version`);
  return latest;
}

/** `LATEST` (a draft included), `ACTIVE`, or a number. */
export function versionOf(plan: PricePlanRecord, wanted: string): PricePlanVersion | null {
  if (wanted === 'LATEST') return latestVersion(plan);
  if (wanted === 'ACTIVE') return activeVersion(plan);
  return plan.versions.find(({ version }) => version === Number(wanted)) ?? null;
}

function firstHead(plan: PricePlanRecord, { type }: PricePlanDetails) {
  return {
    id: plan.id,
    name: plan.name,
    type,
    ...(plan.description !== undefined && { description: plan.description }),
    status: plan.archived ? 'ARCHIVED' : latestVersion(plan).status,
  };
}

const isRateCards = (name: string) => RATE_CARDS.some((one) => one === name);
