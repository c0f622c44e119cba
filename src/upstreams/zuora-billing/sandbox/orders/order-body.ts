import { listOf } from '../subscriptions/routes/requests.js';
import type { Body } from '../v1/body.js';
import { daysOf } from './order-actions.js';
import type { Order, OrderBook, OrderedSubscription } from './order-book.js';
import { objectOf } from './order-pricing.js';

/** An order as in https://developer.zuora.com/v1-api-reference/api/operation/GET_Order/ */
export function orderBody(orders: OrderBook, order: Order) {
  const { store } = orders.book;
  const record = orders.record(order);
  const account = store.get('account', order.accountId);
  const { schedulingOptions, reasonCode } = order.body;
  return {
    category: record.category,
    createdBy: record.createdById,
    createdDate: orderTime(record.createdDate),
    currency: account?.currency,
    customFields: objectOf(order.body, 'customFields'),
    description: record.description ?? '',
    existingAccountNumber: account?.accountNumber,
    orderDate: record.orderDate,
    orderLineItems: [],
    orderNumber: record.orderNumber,
    ...(reasonCode !== undefined && { reasonCode }),
    ...(schedulingOptions !== undefined && { schedulingOptions }),
    status: record.status,
    subscriptions: order.subscriptions.map((one, sequence) => subscriptionPart(orders, order, one, sequence)),
    updatedBy: record.updatedById,
    updatedDate: orderTime(record.updatedDate),
  };
}

/** Orders write times without an offset. */
const orderTime = (time: unknown) => String(time).slice(0, 19).replace('T', ' ');

function subscriptionPart(orders: OrderBook, order: Order, one: OrderedSubscription, sequence: number) {
  const { book } = orders;
  const owner = book.store.get('account', one.ownerId);
  return {
    sequence,
    ...(one.baseVersion !== null && { baseVersion: one.baseVersion }),
    ...(one.newVersion !== null && { newVersion: one.newVersion }),
    customFields: objectOf(one.body, 'customFields'),
    orderActions: listOf(one.body, 'orderActions').map((action, n) => ({
      ...shownDetails(orders, action),
      type: action.type,
      sequence: n,
      ...(typeof action.changeReason === 'string' && { changeReason: action.changeReason }),
      customFields: objectOf(action, 'customFields'),
      triggerDates: triggerDates(action, String(order.body.orderDate)),
    })),
    ...(one.number !== null && { subscriptionNumber: one.number }),
    subscriptionOwnerAccountNumber: owner?.accountNumber,
  };
}

const DETAILS: Readonly<Record<string, string>> = {
  CreateSubscription: 'createSubscription',
  TermsAndConditions: 'termsAndConditions',
  AddProduct: 'addProduct',
  UpdateProduct: 'updateProduct',
  RemoveProduct: 'removeProduct',
  RenewSubscription: 'renewSubscription',
  CancelSubscription: 'cancelSubscription',
  OwnerTransfer: 'ownerTransfer',
  Suspend: 'suspend',
  Resume: 'resume',
  ChangePlan: 'changePlan',
};

/** The details as they were sent, with what Zuora always shows of them. */
function shownDetails(orders: OrderBook, action: Body): Body {
  const name = DETAILS[String(action.type)];
  if (name === undefined) return {};
  const { lastTerm, ...details } = objectOf(action, name);
  const plan = (body: Body) => ({
    ...body,
    productRatePlanId: body.productRatePlanId ?? orders.book.productPlanId(String(body.productRatePlanNumber)),
  });
  switch (name) {
    case 'addProduct':
      return { [name]: plan(details) };
    case 'createSubscription':
      return {
        [name]: {
          ...details,
          terms: { renewalTerms: [], ...objectOf(details, 'terms') },
          subscribeToRatePlans: listOf(details, 'subscribeToRatePlans').map(plan),
        },
      };
    case 'termsAndConditions':
      // The last term that was sent is read as the initial one.
      return { [name]: { ...details, ...(lastTerm !== undefined && { initialTerm: lastTerm }) } };
    default:
      return { [name]: details };
  }
}

function triggerDates(action: Body, orderDate: string) {
  const { contractEffective, serviceActivation, customerAcceptance } = daysOf(action, orderDate);
  return [
    { name: 'ContractEffective', triggerDate: contractEffective },
    ...(serviceActivation === null ? [] : [{ name: 'ServiceActivation', triggerDate: serviceActivation }]),
    ...(customerAcceptance === null ? [] : [{ name: 'CustomerAcceptance', triggerDate: customerAcceptance }]),
  ];
}

/** What became of an order, as the calls that make or activate one answer. */
export function placedBody(orders: OrderBook, order: Order, how: { ids: boolean; numbersOnly: boolean }) {
  const { store } = orders.book;
  const record = orders.record(order);
  const made = order.subscriptions.filter(({ recordId }) => recordId !== null);
  const subscriptions = made.map(({ number, ownerId, recordId }) => ({
    subscriptionNumber: number,
    subscriptionOwnerId: ownerId,
    subscriptionOwnerNumber: store.get('account', ownerId)?.accountNumber,
    status: store.get('subscription', String(recordId))?.status,
    ...(how.ids && { subscriptionId: recordId }),
  }));
  return {
    success: true,
    orderNumber: record.orderNumber,
    accountNumber: store.get('account', order.accountId)?.accountNumber,
    status: record.status,
    ...(how.numbersOnly ? { subscriptionNumbers: made.map(({ number }) => number) } : { subscriptions }),
    ...(how.ids && {
      orderId: order.id,
      accountId: order.accountId,
      subscriptionIds: made.map(({ recordId }) => recordId),
    }),
  };
}
