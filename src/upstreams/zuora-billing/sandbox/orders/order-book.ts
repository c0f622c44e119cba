import type { ZuoraRecord } from '../state/record.js';
import { requireDay } from '../subscriptions/engine/periods.js';
import { NotPossible } from '../subscriptions/engine/version.js';
import { accountOf } from '../subscriptions/routes/create.js';
import { KNOWN_FIELDS } from '../subscriptions/routes/known-fields.js';
import { knownOnly, listOf, need } from '../subscriptions/routes/requests.js';
import type { SubscriptionBook } from '../subscriptions/subscription-book.js';
import type { Body } from '../v1/body.js';
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
    const account = this.#checked(body, limit, KNOWN_FIELDS.order);
    const status = String(body.status ?? (body.schedulingOptions ? 'Scheduled' : 'Completed'));
    if (!STATUSES.includes(status)) throw new NotPossible('invalidValue', `Invalid value for status: ${status}.`);
    const number = this.#numberOf(body);
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
    const account = this.#checked(body, limit, KNOWN_FIELDS.orderPreview);
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

  #keep(number: string, order: Order): Order {
    this.#orders.set(number, order);
    return order;
  }

  #checked(body: Body, limit: number, known: readonly string[]): ZuoraRecord {
    knownOnly(body, known);
    need(body, ['orderDate']);
    requireDay(body.orderDate, 'orderDate');
    if (body.newAccount !== undefined) {
      throw new NotPossible('unsupported', 'This sandbox makes no accounts in orders: POST /v1/accounts does.');
    }
    const subscriptions = listOf(body, 'subscriptions');
    if (subscriptions.length === 0) throw new NotPossible('missingField', 'Missing required value: subscriptions');
    const actions = subscriptions.flatMap((one) => listOf(one, 'orderActions'));
    if (subscriptions.length > limit || actions.length > limit) {
      throw new NotPossible('businessRule', `An order can have up to ${limit} subscriptions and order actions.`);
    }
    return accountOf(this.book, body.existingAccountNumber, 'existingAccountNumber');
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
