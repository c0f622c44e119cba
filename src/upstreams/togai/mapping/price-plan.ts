import { dayIn } from '../../../kernel/dates.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type { TogaiPricePlan, TogaiPricePlanAssociation } from '../model.js';
import { PRICE_PLAN_PREFIX } from '../names.js';
import type { PricePlanV1, PricePlanV2 } from '../schemas/price-plan.js';
import type { Schedule } from '../schemas/schedule.js';

export function fromV2(row: PricePlanV2): TogaiPricePlan {
  return toPricePlan(row, 2);
}

export function fromV1({ pricePlanDetails, pricingSchedule, ...plan }: PricePlanV1): TogaiPricePlan {
  const latest = pricingSchedule?.at(-1);
  const details = pricePlanDetails ?? latest?.pricePlanDetails;
  const version = plan.version ?? latest?.version;
  return toPricePlan({ ...plan, version, supportedCurrencies: details?.supportedCurrencies }, 1);
}

function toPricePlan(row: PricePlanV2, generation: 1 | 2): TogaiPricePlan {
  return {
    id: globalId(PRICE_PLAN_PREFIX, row.id),
    togaiId: row.id,
    name: row.name,
    description: row.description,
    version: row.version ?? null,
    status: row.status ?? 'UNKNOWN',
    type: row.type,
    currencies: row.supportedCurrencies ?? [],
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    generation,
  };
}

/** `timeZone` decides which billing day the instants of a schedule are. */
export function toAssociation(row: Schedule, timeZone: string): TogaiPricePlanAssociation {
  return {
    scheduleId: row.id,
    pricePlanId: row.pricePlanId,
    effectiveFrom: dayIn(timeZone, new Date(row.startDate)),
    effectiveUntil: dayIn(timeZone, new Date(row.endDate)),
  };
}
