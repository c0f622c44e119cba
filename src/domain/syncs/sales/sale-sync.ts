import { Refusal, refusal } from '../../../kernel/refusal.js';
import type { CustomerEntry } from '../../customers/model.js';
import type { MappingOverrides } from '../../plan-mapping/overrides.js';
import { isSameStep, type SyncRun, type SyncStep } from '../model.js';
import { planAccountsOf } from '../plan-accounts.js';
import type { Asking, Buyers, Ended, PlanAttachment, PlanTarget, SaleTracker, SyncWorld } from '../ports.js';
import type { Procedure, Work } from '../procedure.js';
import type { SaleSubject } from '../subjects.js';

export interface SaleMeans {
  readonly world: SyncWorld;
  readonly overrides: MappingOverrides;
  readonly buyers: Buyers;
}

type Asked = Pick<SyncRun, 'subject' | 'customerId' | 'steps'>;

/**
 * Tells of a sale, and then puts the buyer's account under the plan that it names. That it was told is known from the run's own
 * notes, because the system that is told cannot be asked; it takes the event once however often it is told.
 */
export function saleProcedure(means: SaleMeans): Procedure {
  return {
    async look(run, asking) {
      const subject = run.subject as SaleSubject;
      if (subject.isKnown) return await attachment(run, planTarget(means.world, subject, asking), means);
      const { tracker, target } = systemsFor(means.world, asking);
      const notice = tracker.stepFor(subject);
      const told = run.steps.find((step) => isSameStep(step, notice) && step.status === 'DONE');
      // Told first, whatever is to be said of the account: the sale is a fact.
      if (told === undefined) {
        const carryOut = async () => ({ after: await tell(tracker, subject, notice.after, means.buyers) });
        return { left: [notice], carryOut };
      }
      if (!counts(told)) return { left: [], carryOut: async () => undefined };
      return await attachment(run, target, means);
    },
  };
}

/** What would be done, and what a person has to do before; for dry runs, which tell nobody. */
export async function plannedSale(run: Asked, means: SaleMeans, asking: Asking) {
  const { tracker, target } = systemsFor(means.world, asking);
  const notice = tracker.stepFor(run.subject as SaleSubject);
  try {
    const { left, customerId = run.customerId } = await attachment(run, target, means);
    return { steps: [notice, ...left], customerId, failure: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      steps: [notice],
      customerId: run.customerId,
      failure: error.problems.map((one) => one.message).join('\n'),
    };
  }
}

function systemsFor(world: SyncWorld, asking: Asking): { tracker: SaleTracker; target: Ended<PlanTarget> } {
  const tracker = world.saleTracker(asking)?.end;
  const target = world.planTarget(null, asking);
  if (!tracker) throw refusal('UNSUPPORTED', 'No system that pays for referrals is switched on.');
  if (!target) throw refusal('UNSUPPORTED', 'No system with price plans is switched on.');
  return { tracker, target };
}

function planTarget(world: SyncWorld, { to }: Pick<SaleSubject, 'to'>, asking: Asking): Ended<PlanTarget> {
  const target = world.planTarget(to ?? null, asking);
  if (!target) throw refusal('UNSUPPORTED', 'No system with price plans is switched on.');
  return target;
}

async function tell(tracker: SaleTracker, subject: SaleSubject, after: unknown, buyers: Buyers): Promise<unknown> {
  const { outcome, counts, record } = await tracker.track(subject);
  if (record !== null) await buyers.met(record);
  return { ...(after as object), outcome, counts };
}

const counts = ({ after }: SyncStep) => (after as { counts?: unknown } | null)?.counts === true;

async function attachment(run: Asked, to: Ended<PlanTarget>, { overrides, buyers }: SaleMeans): Promise<Work> {
  const { plan: named, accountId: given, effectiveFrom, effectiveUntil, sale } = run.subject as SaleSubject;
  const target = to.end;
  const meant = overrides.salePlans[named] ?? named;
  // The mapping was changed since: nothing follows such a sale any more.
  if (typeof meant !== 'string') return { left: [], carryOut: async () => undefined };
  const plan = await target.planNamed(meant);
  const customer = await buyerOf(run.customerId, sale, buyers);
  const accountId = given ?? onlyAccount(customer, to);
  if (!(await target.hasAccount(accountId))) {
    throw refusal('NOT_FOUND', `There is no account ${accountId}: ${NAME_IT}`, ['input', 'accountId']);
  }
  const wanted: PlanAttachment = { accountId, plan, effectiveFrom, effectiveUntil };
  return {
    left: await target.attachmentSteps(wanted),
    carryOut: async () => {
      await target.attach(wanted);
      return undefined;
    },
    ...(customer && 'id' in customer && { customerId: customer.id }),
  };
}

const NAME_IT = 'send the sale again with its accountId.';

type Buyer = CustomerEntry | { readonly several: readonly CustomerEntry[] } | null;

async function buyerOf(customerId: string | null, sale: SaleSubject['sale'], buyers: Buyers): Promise<Buyer> {
  if (customerId !== null) return await buyers.byId(customerId);
  const found = await buyers.belonging(sale);
  const [only] = found;
  return found.length > 1 ? { several: found } : (only ?? null);
}

function onlyAccount(buyer: Buyer, to: Ended<PlanTarget>): string {
  const field = ['input', 'accountId'];
  if (buyer === null) {
    throw refusal('NOT_FOUND', `The buyer is no customer that is known here: link them, or ${NAME_IT}`, field);
  }
  if ('several' in buyer) {
    const ids = buyer.several.map(({ id }) => id).join(', ');
    throw refusal('CONFLICT', `The buyer may be several customers (${ids}): ${NAME_IT}`, field);
  }
  const accounts = planAccountsOf(to, buyer);
  const [only] = accounts;
  if (only === undefined) {
    const message = `The customer ${buyer.id} has no account for price plans: make and link one, or ${NAME_IT}`;
    throw refusal('NOT_LINKED', message, field);
  }
  if (accounts.length > 1) {
    const message = `The customer ${buyer.id} has ${accounts.length} accounts (${accounts.join(', ')}): ${NAME_IT}`;
    throw refusal('CONFLICT', message, field);
  }
  return only;
}
