import { type Problem, Refusal, refusal } from '../../../../kernel/refusal.js';
import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import { toSubscription } from '../../mapping/subscription.js';
import type { ZuoraAccount, ZuoraSubscription } from '../../model.js';
import type { OrderAnswer } from '../../orders/answers.js';
import { placeOrder, planOrder } from '../../orders/commands.js';
import { previewOrder } from '../../orders/preview/preview-reading.js';
import type { ActionInput } from '../../orders/request/action-inputs.js';
import { isAsynchronous, type OrderInput } from '../../orders/request/order-inputs.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import type { SubscriptionChange, SubscriptionChanges } from '../changes.js';
import type { Billing, SubscriptionCreate } from '../inputs.js';
import { previewOfOrder, type ZuoraSubscriptionPreview } from '../preview.js';
import { actionsFor, creation, type PlanShelf } from './order-actions.js';

/** Finds the account of a subscription. */
export type AccountOf = (accountId: string) => Promise<ZuoraAccount | null>;

/** Changes subscriptions through orders: each change is an order of one subscription. */
export class OrderWay implements SubscriptionChanges {
  readonly #desk: WriteDesk;
  readonly #shelf: PlanShelf;
  readonly #accountOf: AccountOf;

  constructor(desk: WriteDesk, shelf: PlanShelf, accountOf: AccountOf) {
    this.#desk = desk;
    this.#shelf = shelf;
    this.#accountOf = accountOf;
  }

  async planNew(input: SubscriptionCreate, account: ZuoraAccount): Promise<readonly PlannedCall[]> {
    return planOrder(this.#desk, await this.#newOrder(input, account));
  }

  async previewNew(input: SubscriptionCreate, account: ZuoraAccount): Promise<ZuoraSubscriptionPreview> {
    const order = await this.#newOrder(input, account);
    const targetDate = input.targetDate ?? later(this.#desk.today(), input.contractEffectiveDate);
    return await this.#previewed(order, targetDate, account.currency, 'amount');
  }

  async create(input: SubscriptionCreate, account: ZuoraAccount, key: string | null): Promise<string> {
    const { orderNumber, subscriptionNumbers } = await this.#placed(await this.#newOrder(input, account), key);
    const [number] = subscriptionNumbers;
    // An order that is there, but says of no subscription that it made it: nothing to be guessed.
    if (number === undefined) throw new Error(`order ${orderNumber} names no subscription`);
    return number;
  }

  async plan(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<readonly PlannedCall[]> {
    return planOrder(this.#desk, await this.#orderFor(change, subscription));
  }

  async preview(
    change: SubscriptionChange,
    subscription: ZuoraSubscription,
    currency: string,
  ): Promise<ZuoraSubscriptionPreview> {
    const order = await this.#orderFor(change, subscription);
    return await this.#previewed(order, change.input.targetDate ?? this.#desk.today(), currency, 'change');
  }

  async apply(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<void> {
    const order = await this.#orderFor(change, subscription);
    await this.#placed(order, null);
    const { subscriptionNumber: number, accountId, zuoraId: versionId } = subscription;
    await this.#desk.subscriptionChanged({ number, accountId, versionId });
    await this.#desk.accountChanged({ number: order.accountNumber ?? null });
  }

  async #newOrder(input: SubscriptionCreate, { accountNumber }: ZuoraAccount): Promise<OrderInput> {
    const { customFields } = input;
    return orderOf(accountNumber, input, { customFields, actions: [await creation(input, this.#shelf)] });
  }

  /** What is named by its id is looked for in the version that is the latest now, not in one that was kept. */
  async #orderFor(change: SubscriptionChange, subscription: ZuoraSubscription): Promise<OrderInput> {
    const { subscriptionNumber, accountId } = subscription;
    const [row] = await this.#desk.queries.latestSubscriptions('name', [subscriptionNumber], this.#desk.options);
    const account = await this.#accountOf(accountId);
    if (!row || !account) {
      throw refusal('NOT_FOUND', `Subscription ${subscriptionNumber} or its account cannot be read.`, ['key']);
    }
    const now = toSubscription(row, this.#desk.today());
    const actions = await actionsFor(change, now, this.#shelf);
    const given = change.kind === 'update' ? change.input.customFields : null;
    // An empty text empties a custom field.
    const customFields = given && Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? '']));
    return orderOf(account.accountNumber, change.input, { subscriptionNumber, customFields, actions: [...actions] });
  }

  async #placed(order: OrderInput, key: string | null): Promise<OrderAnswer> {
    const { answer } = await placeOrder(this.#desk, order, key);
    if (answer === null) throw new Error('an order that is made at once was made by a job');
    return answer;
  }

  async #previewed(order: OrderInput, targetDate: string, currency: string, figure: 'amount' | 'change') {
    const options = { types: ['BillingDocs' as const, 'ChargeMetrics' as const], through: 'SpecificDate' as const };
    const preview = await previewOrder(this.#desk, order, { ...options, date: targetDate }, currency);
    return previewOfOrder(preview, { targetDate, figure });
  }
}

interface OneSubscription {
  readonly subscriptionNumber?: string;
  readonly customFields?: Record<string, unknown> | null | undefined;
  readonly actions: ActionInput[];
}

function orderOf(
  accountNumber: string,
  { runBilling, collect, targetDate }: Billing,
  subscription: OneSubscription,
): OrderInput {
  const problems: Problem[] = [];
  if (collect && !runBilling) {
    const message = 'needs runBilling on a tenant that changes subscriptions through orders';
    problems.push({ code: 'INVALID', message, field: ['input', 'collect'] });
  }
  const order: OrderInput = {
    accountNumber,
    subscriptions: [subscription],
    ...((runBilling ?? targetDate ?? null) !== null && {
      processing: { runBilling, collectPayment: collect, targetDate },
    }),
  };
  if (isAsynchronous(order)) {
    const message = `makes ${subscription.actions.length} actions, too many for an order that is waited for: use zuoraOrderCreate`;
    problems.push({ code: 'UNSUPPORTED', message, field: ['input'] });
  }
  if (problems.length > 0) throw new Refusal(problems);
  return order;
}

const later = (a: string, b: string) => (a > b ? a : b);
