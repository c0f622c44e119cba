import { z } from 'zod';
import { ActionInput, CustomFields } from './action-inputs.js';
import { OrderAccount } from './order-account.js';

const filled = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const optional = (most: number) => filled(most).nullish();
const flag = z.boolean().nullish();

const OrderSubscription = z
  .object({
    subscriptionNumber: optional(100),
    customFields: CustomFields,
    actions: z.array(ActionInput).min(1, 'must have an action'),
  })
  .check(({ value, issues }) => {
    const creates = value.actions.findIndex(({ createSubscription }) => createSubscription != null);
    const complain = (message: string, path: PropertyKey[]) =>
      issues.push({ code: 'custom', message, path, input: value });
    if (creates < 0 && value.subscriptionNumber == null) {
      complain('must name the subscription that the actions are for', ['subscriptionNumber']);
    }
    if (creates >= 0 && value.subscriptionNumber != null) {
      const message =
        'must be left out for a new subscription: createSubscription.subscriptionNumber gives it a number';
      complain(message, ['subscriptionNumber']);
    }
    if (creates > 0)
      complain('must be the first action of its subscription', ['actions', creates, 'createSubscription']);
  });
export type OrderSubscription = z.infer<typeof OrderSubscription>;

export const ProcessingInput = z
  .object({
    runBilling: flag,
    targetDate: z.string().nullish(),
    documentDate: z.string().nullish(),
    generateDraftInvoice: flag,
    collectPayment: flag,
    paymentMethodId: optional(64),
    paymentGatewayId: optional(64),
    applyCredit: flag,
    applyCreditBalance: flag,
    refund: flag,
    refundAmount: z.string().nullish(),
    refundReasonCode: optional(255),
    writeOff: flag,
  })
  .check(({ value, issues }) => {
    const complain = (name: string, message: string) =>
      issues.push({ code: 'custom', message, path: [name], input: value });
    if (value.collectPayment && !value.runBilling) complain('collectPayment', 'needs runBilling');
    if (value.refund && value.refundAmount == null) complain('refundAmount', 'must be given with refund');
  });
export type ProcessingInput = z.infer<typeof ProcessingInput>;

export const OrderInput = z
  .object({
    orderNumber: optional(100),
    accountNumber: optional(70),
    newAccount: OrderAccount.nullish(),
    orderDate: z.string().nullish(),
    description: optional(500),
    reasonCode: optional(255),
    category: z.enum(['NewSales', 'Return']).nullish(),
    customFields: CustomFields,
    draft: flag,
    scheduledDate: z.string().nullish(),
    asynchronous: flag,
    processing: ProcessingInput.nullish(),
    subscriptions: z.array(OrderSubscription).min(1, 'must have a subscription'),
  })
  .check(({ value, issues }) => {
    const complain = (name: string, message: string) =>
      issues.push({ code: 'custom', message, path: [name], input: value });
    if ((value.accountNumber == null) === (value.newAccount == null)) {
      complain('accountNumber', 'must be given, or newAccount, and not both');
    }
    if (value.draft && value.processing) complain('processing', 'is not possible for a draft: it is done later');
    if (value.draft && value.scheduledDate) complain('scheduledDate', 'is not possible for a draft');
    const [size, counted] = sizeOf(value);
    if (size > MOST_ASYNCHRONOUS) {
      complain('subscriptions', `has ${size} ${counted}; Zuora takes at most ${MOST_ASYNCHRONOUS} in one order`);
    }
    if (!isAsynchronous(value)) return;
    // https://developer.zuora.com/v1-api-reference/api/operation/POST_CreateOrderAsynchronously/
    const why = value.asynchronous ? 'an asynchronous order' : `an order of more than ${MOST_AT_ONCE} ${counted}`;
    if (value.draft) complain('draft', `is not possible for ${why}`);
    if (value.scheduledDate) complain('scheduledDate', `is not possible for ${why}`);
    if (value.processing?.refund || value.processing?.writeOff) {
      complain('processing', `cannot refund or write off in ${why}`);
    }
  });
export type OrderInput = z.infer<typeof OrderInput>;

// Of subscriptions, and of actions. https://docs.zuora.com/en/zuora-billing/manage-accounts-subscriptions-and-non-subscriptions/manage-subscription-transactions/orders/orders-introduction/order-actions
const MOST_AT_ONCE = 50;
const MOST_ASYNCHRONOUS = 300;

type Sized = Pick<OrderInput, 'subscriptions' | 'asynchronous'>;

/** An order that is too large to be made while somebody waits is made by a job of Zuora's. */
export function isAsynchronous(input: Sized): boolean {
  return input.asynchronous === true || sizeOf(input)[0] > MOST_AT_ONCE;
}

/** What there is more of. */
function sizeOf({ subscriptions }: Sized): [size: number, counted: 'subscriptions' | 'actions'] {
  const actions = subscriptions.reduce((total, { actions: { length } }) => total + length, 0);
  return actions > subscriptions.length ? [actions, 'actions'] : [subscriptions.length, 'subscriptions'];
}

export const PreviewOptions = z
  .object({
    types: z.array(z.enum(['BillingDocs', 'ChargeMetrics', 'OrderDeltaMetrics'])).min(1, 'must name a type'),
    through: z.enum(['SpecificDate', 'TermEnd', 'NumberOfPeriods']),
    date: z.string().nullish(),
    periods: z.int().min(1, 'must be at least 1').nullish(),
  })
  .check(({ value, issues }) => {
    const complain = (name: string, message: string) =>
      issues.push({ code: 'custom', message, path: [name], input: value });
    if ((value.date != null) !== (value.through === 'SpecificDate')) {
      complain('date', 'must be given with SPECIFIC_DATE, and only then');
    }
    if (value.periods != null && value.through !== 'NumberOfPeriods') {
      complain('periods', 'must only be given with NUMBER_OF_PERIODS');
    }
  });
export type PreviewOptions = z.infer<typeof PreviewOptions>;
