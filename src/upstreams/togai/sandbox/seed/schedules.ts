import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { activeVersion } from '../catalog/price-plans.js';
import type { Seed } from '../state/lazy-table.js';
import type { ScheduleRecord } from '../wire/documents.js';
import type { PricePlanRecord, PricePlanVersion } from '../wire/rate-cards.js';
import { ACCOUNTS_PER_CUSTOMER, accountsOf, type SeededAccount } from './accounts.js';
import { madeId, madeIndex } from './ids.js';
import { BASE_CURRENCY } from './settings.js';

/** Ids an account may use: three associations in force and a draft. */
const IDS_PER_ACCOUNT = 4;
const DRAFT_ID = 3;
const DRAFT_PERCENT = 10;
const OVERRIDE_PERCENT = 15;
const FIRST_TERM_DAYS = 365;
const DAY_MS = 86_400_000;
/** What has been agreed for the future starts here. */
const CHANGE_DAY = '2030-01-01T00:00:00Z';
/** Togai wants an end: this one means none. */
const EVERGREEN = '9999-01-01T00:00:00Z';

/** The stretches of time in which the price plans of an account are in force, one after the other. */
export function scheduleSeed(story: Scenario, plans: readonly PricePlanRecord[]): Seed<ScheduleRecord> {
  const sold = plans.flatMap((plan): Sold[] => {
    const active = plan.archived ? null : activeVersion(plan);
    return active?.details.type === 'BILLING' ? [{ plan, active }] : [];
  });
  return {
    slots: story.size,
    at: (slot) => accountsOf(story.customer(slot)).flatMap((account) => schedulesOf(story.seed, account, sold)),
    slotOf: (id) => {
      const index = madeIndex(story.seed, 'sch', id);
      return index === null ? null : Math.floor(index / (IDS_PER_ACCOUNT * ACCOUNTS_PER_CUSTOMER));
    },
  };
}

interface Sold {
  readonly plan: PricePlanRecord;
  readonly active: PricePlanVersion;
}

function schedulesOf(seed: string, account: SeededAccount, sold: readonly Sold[]): ScheduleRecord[] {
  const { customer, position, status, currency = BASE_CURRENCY } = account;
  if (status === 'DRAFT') return [];
  const random = customer.random(`togai-schedules-${position}`);
  const [firstPlan, ...otherPlans] = sold.filter(({ active }) => active.details.activeCurrencies.includes(currency));
  if (!firstPlan) return [];
  const make = (id: number, startDate: string, endDate: string, mode: ScheduleRecord['mode'] = 'ACTIVE') => {
    const { plan, active } = random.pick([firstPlan, ...otherPlans]);
    return {
      id: madeId(seed, 'sch', account.index * IDS_PER_ACCOUNT + id),
      accountId: account.id,
      pricePlanId: plan.id,
      version: active.version,
      startDate,
      endDate,
      mode,
      priceOverride: random.chance(OVERRIDE_PERCENT) ? 0.9 : null,
    };
  };
  const start = midnight(customer.since.getTime());
  const renewal = midnight(customer.since.getTime() + FIRST_TERM_DAYS * DAY_MS);
  if (status === 'ARCHIVED') return [make(0, start, renewal)];
  return [
    ...timeline(random.int(7), { start, renewal }).map(([from, until], id) => make(id, from, until)),
    ...(random.chance(DRAFT_PERCENT) ? [make(DRAFT_ID, CHANGE_DAY, EVERGREEN, 'DRAFT')] : []),
  ];
}

type Stretch = readonly [from: string, until: string];

/** Of seven accounts one has no plan, one had one, two have one without an end, and the others were or will be changed. */
function timeline(kind: number, { start, renewal }: { start: string; renewal: string }): readonly Stretch[] {
  switch (kind) {
    case 0:
      return [];
    case 1:
      return [[start, renewal]];
    case 2:
    case 3:
      return [[start, EVERGREEN]];
    case 4:
      return [
        [start, renewal],
        [renewal, EVERGREEN],
      ];
    case 5:
      return [
        [start, CHANGE_DAY],
        [CHANGE_DAY, EVERGREEN],
      ];
    default:
      return [
        [start, renewal],
        [renewal, CHANGE_DAY],
        [CHANGE_DAY, EVERGREEN],
      ];
  }
}

function midnight(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 10)}T00:00:00Z`;
}
