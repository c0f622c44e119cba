import { recordId } from '../../../sandbox-kit/scenario.js';
import { objectIn, refuseLongText, refuseSymbolic, requireFields } from './symbolic-errors.js';

export interface SandboxTrigger {
  readonly id: string;
  readonly baseObject: string;
  readonly condition: string;
  readonly description?: string;
  readonly eventType: {
    readonly name: string;
    readonly displayName: string;
    readonly namespace: string;
    readonly description?: string;
  };
  readonly active: boolean;
}

type Body = Readonly<Record<string, unknown>>;

const OBJECTS = new Set(
  `Account AccountingCode AccountingPeriod Amendment BillingRun Contact CreditBalanceAdjustment CreditMemo
  CreditMemoApplication CreditMemoApplicationItem CreditMemoItem CreditMemoPart DebitMemo DebitMemoItem DeliveryAdjustment
  Feature Fulfillment Fund Invoice InvoiceAdjustment InvoiceItem InvoiceItemAdjustment JournalEntry JournalEntryItem Order
  OrderAction OrderLineItem Payment PaymentApplication PaymentMethod PaymentPart PaymentSchedule PaymentScheduleItem Product
  ProductFeature ProductRatePlan ProductRatePlanCharge ProductRatePlanChargeTier RatePlan RatePlanCharge RatePlanChargeTier
  RatingResult Refund RefundApplication RefundPart RevenueEvent RevenueEventItem RevenueSchedule RevenueScheduleItem
  Subscription SubscriptionChargeDeliverySchedule SubscriptionChargePriceInterval SubscriptionChargePriceIntervalTier
  SubscriptionOffer SubscriptionProductFeature TaxationItem UpdaterDetail Usage ValidityPeriodSummary`.split(/\s+/),
);
const NO_INSERT = new Set(['RatePlan', 'SubscriptionProductFeature']);
/** A newer page has no number. */
const MOST_TRIGGERS = 20;
const LIMITS = { condition: 5_000, description: 1_000, baseObject: 100 };
const TYPE_LIMITS = { name: 200, displayName: 500, description: 1_000 };

/** The triggers of the tenant: two that it began with, and what was made since. Oldest first. */
export class EventTriggers {
  readonly #seed: string;
  readonly #most: number;
  readonly #triggers = new Map<string, SandboxTrigger>();
  #made = 0;

  constructor(seed: string, most = MOST_TRIGGERS) {
    this.#seed = seed;
    this.#most = most;
    this.reset();
  }

  reset(): void {
    this.#triggers.clear();
    for (const trigger of [
      {
        baseObject: 'Account',
        condition: "changeType == 'INSERT'",
        description: 'Tells the usage billing of new customers',
        eventType: { name: 'AccountCreated', displayName: 'Account created', namespace: 'user.notification' },
      },
      {
        baseObject: 'Invoice',
        condition:
          "changeType == 'UPDATE' && Invoice.Status == 'Posted' && Invoice.Status_old != 'Posted' && Invoice.Amount > 1000.0",
        eventType: { name: 'LargeInvoicePosted', displayName: 'Large Invoice Posted', namespace: 'user.notification' },
      },
    ]) {
      const id = recordId(this.#seed, 'event trigger of the start', this.#triggers.size + 1);
      this.#triggers.set(id, { id, ...trigger, active: true });
    }
  }

  list(filter: { baseObject: string | null; eventTypeName: string | null; active: string | null }): SandboxTrigger[] {
    const { baseObject, eventTypeName, active } = filter;
    return [...this.#triggers.values()].filter(
      (trigger) =>
        (baseObject === null || trigger.baseObject === baseObject) &&
        (eventTypeName === null || trigger.eventType.name === eventTypeName) &&
        (active === null || String(trigger.active) === active),
    );
  }

  get(id: string): SandboxTrigger {
    const trigger = this.#triggers.get(id);
    if (!trigger) throw refuseSymbolic('ObjectNotFound', `Event trigger ${id} does not exist.`);
    return trigger;
  }

  add(body: Body): SandboxTrigger {
    requireFields(body, ['baseObject', 'condition', 'eventType', 'active']);
    refuseLongText(body, LIMITS);
    const type = objectIn(body.eventType, 'eventType');
    requireFields(type, ['name', 'displayName']);
    refuseLongText(type, TYPE_LIMITS);
    const name = String(type.name);
    if (!/^[A-Za-z]+[\w-]*$/.test(name)) throw refuseSymbolic('InvalidValue', 'eventType.name is invalid');
    const baseObject = String(body.baseObject);
    if (!OBJECTS.has(baseObject) && !/^default__\w+$/.test(baseObject)) {
      throw refuseSymbolic('InvalidValue', `${baseObject} is not supported as a base object`);
    }
    if (this.#all.some(({ eventType }) => eventType.name === name)) {
      throw refuseSymbolic('DuplicateName', `The event type ${name} exists already.`);
    }
    const condition = checkCondition(baseObject, String(body.condition));
    if (this.#triggers.size >= this.#most) {
      throw refuseSymbolic('LimitExceeded', `A tenant has ${this.#most} event triggers at most.`);
    }
    this.#made += 1;
    const trigger: SandboxTrigger = {
      id: recordId(this.#seed, 'event trigger', this.#made),
      baseObject,
      condition,
      ...textIn(body, 'description'),
      eventType: {
        name,
        displayName: String(type.displayName),
        namespace: 'user.notification',
        ...textIn(type, 'description'),
      },
      active: body.active === true,
    };
    this.#merge(trigger);
    return trigger;
  }

  change(id: string, body: Body): SandboxTrigger {
    const before = this.get(id);
    refuseLongText(body, LIMITS);
    const type = body.eventType === undefined ? {} : objectIn(body.eventType, 'eventType');
    refuseLongText(type, TYPE_LIMITS);
    const changed: SandboxTrigger = {
      ...before,
      ...(typeof body.active === 'boolean' && { active: body.active }),
      ...(typeof body.condition === 'string' && { condition: checkCondition(before.baseObject, body.condition) }),
      ...textIn(body, 'description'),
      eventType: { ...before.eventType, ...textIn(type, 'displayName'), ...textIn(type, 'description') },
    };
    this.#merge(changed);
    return changed;
  }

  delete(id: string): void {
    this.get(id);
    this.#triggers.delete(id);
  }

  get #all(): SandboxTrigger[] {
    return [...this.#triggers.values()];
  }

  /** Of two triggers with one condition Zuora keeps one: here the newer. */
  #merge(trigger: SandboxTrigger): void {
    for (const { id, baseObject, condition } of this.#all) {
      if (id !== trigger.id && baseObject === trigger.baseObject && bare(condition) === bare(trigger.condition)) {
        this.#triggers.delete(id);
      }
    }
    this.#triggers.set(trigger.id, trigger);
  }
}

/** What can be told without an interpreter: brackets and quotes have to match. */
function checkCondition(baseObject: string, condition: string): string {
  const outside = condition.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '_');
  let open = 0;
  for (const sign of outside) {
    open += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (open < 0 || sign === "'" || sign === '"') break;
  }
  if (open !== 0 || /['"]/.test(outside) || condition.trim() === '') {
    throw refuseSymbolic('InvalidValue', 'condition is not a valid JEXL expression');
  }
  if (NO_INSERT.has(baseObject) && /changeType\s*==\s*['"]INSERT['"]/.test(condition)) {
    throw refuseSymbolic('InvalidValue', `changeType INSERT is not supported for ${baseObject}`);
  }
  return condition;
}

const bare = (condition: string) => condition.replaceAll(/\s+/g, '');

function textIn(body: Body, name: string): Record<string, string> {
  const value = body[name];
  return typeof value === 'string' ? { [name]: value } : {};
}
