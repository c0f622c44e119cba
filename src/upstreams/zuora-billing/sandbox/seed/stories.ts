import type { Random } from '../../../sandbox-kit/random.js';
import type { ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import { ADD_ON_PLANS, DISCOUNT_PLANS, EVERYTHING_PLAN, MAIN_PLANS, type PlanPlace } from './catalog/catalog.js';
import { addDays, addMonths, dayOf } from './plain-dates.js';

/** This customer's first subscription has a plan with more charges than fit on a page. */
const CUSTOMER_WITH_EVERYTHING = 7;
/** This customer has more subscriptions than the account summary shows. */
const CUSTOMER_WITH_MANY_SUBSCRIPTIONS = 11;

const MANY = 9;
/** The day the story is told: active terms reach beyond it. */
const TOLD_ON = '2026-12-31';

// Object Query and GET /v1/subscriptions spell these with spaces, the account summary without.
type SubscriptionStatus =
  | 'Draft'
  | 'Pending Activation'
  | 'Pending Acceptance'
  | 'Active'
  | 'Cancelled'
  | 'Suspended'
  | 'Expired';

/** What happened to one subscription of a customer over all its versions. */
export interface SubscriptionStory {
  readonly slot: number;
  readonly status: SubscriptionStatus;
  readonly evergreen: boolean;
  readonly termMonths: number;
  /** How often it was renewed before the current term. */
  readonly renewals: number;
  readonly start: string;
  readonly autoRenew: boolean;
  readonly cancelledOn: string | null;
  readonly versions: number;
  readonly plans: readonly PlanStory[];
}

export interface PlanStory {
  readonly place: PlanPlace;
  /** The first version that has the plan. */
  readonly since: number;
  /** A negotiated price is the list price times this. */
  readonly factor: string | null;
  /** The price changed during the term: two segments of each charge. */
  readonly ramped: boolean;
  readonly extraQuantity: number;
}

type AccountStatus = 'Active' | 'Draft' | 'Canceled';

export function accountStatusOf(customer: ScenarioCustomer): AccountStatus {
  if (isSpecial(customer)) return 'Active';
  const roll = customer.random('account status').int(100);
  if (roll < 88) return 'Active';
  return roll < 95 ? 'Draft' : 'Canceled';
}

export function hasContacts(customer: ScenarioCustomer): boolean {
  return isSpecial(customer) || !customer.random('contacts').chance(8);
}

export function subscriptionStories(customer: ScenarioCustomer): SubscriptionStory[] {
  return Array.from({ length: subscriptionCount(customer) }, (_, slot) => subscriptionStory(customer, slot));
}

function subscriptionCount(customer: ScenarioCustomer): number {
  if (customer.n === CUSTOMER_WITH_MANY_SUBSCRIPTIONS) return MANY;
  if (customer.n === CUSTOMER_WITH_EVERYTHING) return 1;
  const roll = customer.random('subscriptions').int(100);
  if (roll < 20) return 0;
  if (roll < 65) return 1;
  if (roll < 87) return 2;
  return roll < 94 ? 3 : 4;
}

function subscriptionStory(customer: ScenarioCustomer, slot: number): SubscriptionStory {
  const random = customer.random(`subscription ${slot}`);
  const status = statusOf(accountStatusOf(customer), random, isSpecial(customer));
  const evergreen = random.chance(25);
  const termMonths = random.pick([12, 12, 24, 36, 1]);
  const start = addDays(dayOf(customer.since.getTime()), random.int(300));
  const renewals =
    evergreen || status === 'Expired' ? 0 : Math.max(0, Math.ceil(monthsBetween(start, TOLD_ON) / termMonths) - 1);
  const versions = status === 'Draft' ? 1 : random.pick([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]);
  return {
    slot,
    status,
    evergreen,
    termMonths,
    renewals,
    start,
    autoRenew: !evergreen && random.chance(80),
    cancelledOn: status === 'Cancelled' ? addMonths(start, 3 + random.int(20)) : null,
    versions,
    plans: plansOf(customer, slot, versions, random),
  };
}

function statusOf(account: AccountStatus, random: Random, special: boolean): SubscriptionStatus {
  const roll = random.int(100);
  if (special) return 'Active';
  if (account === 'Draft') return 'Draft';
  if (account === 'Canceled') return roll < 70 ? 'Cancelled' : 'Expired';
  if (roll < 66) return 'Active';
  if (roll < 74) return 'Cancelled';
  if (roll < 80) return 'Suspended';
  if (roll < 86) return 'Expired';
  if (roll < 91) return 'Draft';
  return roll < 96 ? 'Pending Activation' : 'Pending Acceptance';
}

function plansOf(customer: ScenarioCustomer, slot: number, versions: number, random: Random): PlanStory[] {
  const plan = (place: PlanPlace, since: number): PlanStory => ({
    place,
    since,
    factor: random.chance(25) ? `0.9${random.int(100_000)}` : null,
    ramped: random.chance(15) && place !== EVERYTHING_PLAN,
    extraQuantity: random.int(20),
  });
  const from = (plans: readonly PlanPlace[]) => plans[random.int(plans.length)] ?? EVERYTHING_PLAN;
  const everything = customer.n === CUSTOMER_WITH_EVERYTHING && slot === 0;
  const plans = [plan(everything ? EVERYTHING_PLAN : from(MAIN_PLANS), 0)];
  if (random.chance(30)) plans.push(plan(from(ADD_ON_PLANS), versions - 1));
  if (random.chance(20)) plans.push(plan(from(DISCOUNT_PLANS), versions - 1));
  return plans;
}

const isSpecial = ({ n }: ScenarioCustomer) => n === CUSTOMER_WITH_EVERYTHING || n === CUSTOMER_WITH_MANY_SUBSCRIPTIONS;

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
}
