import type { ZuoraRecord } from '../state/record.js';
import { requireDay } from '../subscriptions/engine/periods.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { accountOf } from '../subscriptions/routes/create.js';
import { KNOWN_FIELDS } from '../subscriptions/routes/known-fields.js';
import { knownOnly, listOf, need } from '../subscriptions/routes/requests.js';
import type { SubscriptionBook } from '../subscriptions/subscription-book.js';
import type { Body } from '../v1/body.js';
import { newAccount, removeNew } from './new-account.js';
import { daysOf } from './order-actions.js';
import { changesOf, type SubscriptionChange } from './order-changes.js';
import { objectOf } from './order-pricing.js';

/** What became of one subscription of an order. Drafts have not changed any yet. */
export interface OrderedSubscription {
  readonly body: Body;
  readonly number: string | null;
  readonly ownerId: string;
  readonly recordId: string | null;
  readonly baseVersion: number | null;
  readonly newVersion: number | null;
}

export interface Order {
  /** Of the record in the store, which has its status. */
  readonly id: string;
  readonly body: Body;
  readonly accountId: string;
  readonly subscriptions: readonly OrderedSubscription[];
}

/** As many subscriptions and actions as one synchronous order may have. */
export const SYNCHRONOUS_LIMIT = 50;
const NOT_DONE_YET = ['Draft', 'Scheduled'];
const STATUSES = ['Draft', 'Pending', 'Completed', 'Scheduled'];

/** The orders of the tenant, in the order they came. */
export class OrderBook {
  readonly #orders = new Map<string, Order>();

  constructor(
    readonly book: SubscriptionBook,
    readonly today: () => string,
  ) {}

  reset(): void {
    this.#orders.clear();
  }

  all(): Order[] {
    return [...this.#orders.values()];
  }

  find(number: string): Order | undefined {
    return this.#orders.get(number);
  }

  record({ id }: Order): ZuoraRecord {
    const record = this.book.store.get('order', id);
    if (!record) throw new Error(`no order ${id}`);
    return record;
  }

  /** Throws NotPossible if anything about the order is wrong; then nothing of it happens. */
  place(body: Body, limit: number): Order {
    this.#check(body, limit, KNOWN_FIELDS.order);
    const status = String(body.status ?? (body.schedulingOptions ? 'Scheduled' : 'Completed'));
    if (!STATUSES.includes(status)) throw new NotPossible('invalidValue', `Invalid value for status: ${status}.`);
    const number = this.#numberOf(body);
    const account = this.#account(body);
    try {
      return this.#made(account, body, { number, status });
    } catch (error) {
      if (body.newAccount !== undefined) removeNew(this.book.edit, account);
      throw error;
    }
  }

  #made(account: ZuoraRecord, body: Body, { number, status }: { number: string; status: string }): Order {
    const changes = this.#changes(account, body);
    const { id } = this.book.edit.add('order', {
      accountId: account.id,
      category: String(body.category ?? 'NewSales'),
      createdByMigration: false,
      description: typeof body.description === 'string' ? body.description : null,
      orderDate: String(body.orderDate),
      orderNumber: number,
      reversionOrder: false,
      status,
      ...(typeof objectOf(body, 'schedulingOptions').scheduledDate === 'string' && {
        scheduledDate: String(objectOf(body, 'schedulingOptions').scheduledDate),
      }),
    });
    const order = { id, body, accountId: account.id };
    const subscriptions = NOT_DONE_YET.includes(status)
      ? changes.map((change) => ordered(change, null))
      : this.#carryOut(id, changes, body, status);
    return this.#keep(number, { ...order, subscriptions });
  }

  /** Works out what an order would change, without any of it. */
  preview(body: Body, limit: number): { account: ZuoraRecord; changes: SubscriptionChange[] } {
    need(body, ['previewOptions']);
    this.#check(body, limit, KNOWN_FIELDS.orderPreview);
    const account = this.#account(body);
    return { account, changes: this.book.dry(() => this.#changes(account, body)) };
  }

  activate(order: Order): Order {
    const { status, orderNumber } = this.record(order);
    if (status !== 'Draft') {
      throw new NotPossible('businessRule', `The order is ${status}; only a draft can be activated.`);
    }
    const account = accountOf(this.book, order.accountId);
    const changes = this.#changes(account, order.body);
    this.book.edit.update('order', order.id, { status: 'Completed' });
    const subscriptions = this.#carryOut(order.id, changes, order.body, 'Completed');
    return this.#keep(String(orderNumber), { ...order, subscriptions });
  }

  cancel(order: Order): void {
    const { status } = this.record(order);
    if (!NOT_DONE_YET.includes(String(status))) {
      throw new NotPossible('businessRule', `The order is ${status} and cannot be cancelled.`);
    }
    this.book.edit.update('order', order.id, { status: 'Cancelled' });
  }

  /** https://developer.zuora.com/v1-api-reference/api/operation/PUT_Order/ What is left out is not kept. */
  update(order: Order, body: Body): Order {
    const { status, orderNumber } = this.record(order);
    if (status !== 'Draft') throw new NotPossible('businessRule', `The order is ${status} and cannot be updated.`);
    this.#check(body, SYNCHRONOUS_LIMIT, KNOWN_FIELDS.order);
    const account = this.#account(body);
    const changes = this.#changes(account, body);
    this.book.edit.update('order', order.id, {
      accountId: account.id,
      category: String(body.category ?? 'NewSales'),
      description: typeof body.description === 'string' ? body.description : null,
      orderDate: String(body.orderDate),
    });
    const subscriptions = changes.map((change) => ordered(change, null));
    return this.#keep(String(orderNumber), { id: order.id, body, accountId: account.id, subscriptions });
  }

  /** Orders that changed subscriptions stay here: Zuora takes the subscriptions along. */
  remove(order: Order): void {
    const { status, orderNumber } = this.record(order);
    if (status === 'Completed' || status === 'Pending') {
      throw new NotPossible('businessRule', `The order is ${status} and cannot be deleted.`);
    }
    this.book.edit.remove('order', order.id);
    this.#orders.delete(String(orderNumber));
  }

  #keep(number: string, order: Order): Order {
    this.#orders.set(number, order);
    return order;
  }

  #check(body: Body, limit: number, known: readonly string[]): void {
    knownOnly(body, known);
    need(body, ['orderDate']);
    requireDay(body.orderDate, 'orderDate');
    const subscriptions = listOf(body, 'subscriptions');
    if (subscriptions.length === 0) throw new NotPossible('missingField', 'Missing required value: subscriptions');
    const actions = subscriptions.flatMap((one) => listOf(one, 'orderActions'));
    if (subscriptions.length > limit || actions.length > limit) {
      throw new NotPossible('businessRule', `An order can have up to ${limit} subscriptions and order actions.`);
    }
  }

  /** The one that is invoiced; makes it if the order is to. */
  #account(body: Body): ZuoraRecord {
    if (body.newAccount === undefined) return accountOf(this.book, body.existingAccountNumber, 'existingAccountNumber');
    if (body.existingAccountNumber !== undefined) {
      throw new NotPossible('invalidValue', 'Either existingAccountNumber or newAccount can be specified.');
    }
    return newAccount(this.book, objectOf(body, 'newAccount'));
  }

  #numberOf({ orderNumber: number }: Body): string {
    if (typeof number !== 'string' || number === '') return this.book.next('order');
    if (number.length > 100) throw new NotPossible('invalidValue', 'orderNumber must not exceed 100 characters.');
    if (this.#orders.has(number)) {
      throw new NotPossible('businessRule', `The order number ${number} has been used.`);
    }
    return number;
  }

  #changes(account: ZuoraRecord, body: Body): SubscriptionChange[] {
    const setting = { book: this.book, orderDate: String(body.orderDate), today: this.today() };
    return changesOf(setting, account, body);
  }

  #carryOut(
    orderId: string,
    changes: readonly SubscriptionChange[],
    body: Body,
    status: string,
  ): OrderedSubscription[] {
    return changes.map((change) => {
      const made = this.#write(orderId, change, status);
      for (const [sequence, action] of listOf(change.body, 'orderActions').entries()) {
        const days = daysOf(action, String(body.orderDate));
        this.book.edit.add('orderAction', {
          contractEffectiveDate: days.contractEffective,
          customerAcceptanceDate: days.customerAcceptance,
          orderId,
          sequence,
          serviceActivationDate: days.serviceActivation,
          subscriptionId: made.id,
          subscriptionNumber: made.name ?? null,
          subscriptionVersionAmendmentId: made.subscriptionVersionAmendmentId ?? null,
          type: String(action.type),
        });
      }
      return ordered(change, made);
    });
  }

  #write(orderId: string, change: SubscriptionChange, status: string): ZuoraRecord {
    const { before, version, amendments } = change;
    if (before !== null) return this.book.amend(before, { version, amendments }, orderId);
    const pending = status === 'Pending' ? { status: 'Pending Activation' } : {};
    return this.book.create({ ...version, fields: { ...version.fields, ...pending } }, orderId);
  }
}

function ordered({ before, version, body }: SubscriptionChange, made: ZuoraRecord | null): OrderedSubscription {
  return {
    body,
    // The number of a new subscription is given when it is made.
    number: made || before ? String(version.fields.name) : null,
    ownerId: String(version.fields.accountId),
    recordId: made?.id ?? null,
    baseVersion: before ? Number(before.fields.version) : null,
    newVersion: made ? Number(made.version) : null,
  };
}
