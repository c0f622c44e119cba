import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { SYSTEM } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { JobStarted, OrderAnswer } from './answers.js';
import type { ZuoraOrder } from './model.js';
import { readOrder } from './order-reading.js';
import { isAsynchronous, type OrderInput } from './request/order-inputs.js';
import { orderRequest } from './request/order-request.js';

/** What an order was made as: by itself, or by a job that is still at it. */
export const PlacedOrder = z.object({ jobId: z.string().nullable(), answer: OrderAnswer.nullable() });
export type PlacedOrder = z.infer<typeof PlacedOrder>;

const ROUTES = {
  now: { operation: 'POST_Order', path: '/v1/orders' },
  later: { operation: 'POST_CreateOrderAsynchronously', path: '/v1/async/orders' },
} as const;

/** What would be sent. Its number is made when it is. */
export function planOrder(desk: WriteDesk, input: OrderInput): PlannedCall[] {
  const { operation } = isAsynchronous(input) ? ROUTES.later : ROUTES.now;
  const { orderNumber, ...after } = orderRequest(input, { orderNumber: '', today: desk.today() });
  const target = input.orderNumber ?? null;
  return [{ system: SYSTEM, action: operation, target, after: target ? { ...after, orderNumber: target } : after }];
}

/**
 * Makes an order exactly once. It gets its number from here, so that it can be looked up when the answer does not arrive:
 * the caller's, or one that follows from the caller's key, or one that nobody else makes.
 */
export async function placeOrder(desk: WriteDesk, input: OrderInput, key: string | null): Promise<PlacedOrder> {
  const later = isAsynchronous(input);
  const { operation, path } = later ? ROUTES.later : ROUTES.now;
  let orderNumber = input.orderNumber ?? (key === null ? null : numberFor(desk, key));
  return await desk.once(
    { operation, key, input },
    {
      result: PlacedOrder,
      replayed: true,
      send: async (idempotencyKey) => {
        orderNumber ??= numberOf(idempotencyKey);
        const call = {
          operation,
          method: 'POST',
          path,
          body: orderRequest(input, { orderNumber, today: desk.today() }),
          idempotencyKey,
          ...desk.options,
        } as const;
        if (!later) return { jobId: null, answer: await desk.client.write({ ...call, schema: OrderAnswer }) };
        return { jobId: (await desk.client.write({ ...call, schema: JobStarted })).jobId, answer: null };
      },
      find: async (since) => {
        const order = orderNumber === null ? null : await currentOrder(desk, orderNumber);
        if (order === null || (input.orderNumber && isOlder(order, since))) return null;
        return { jobId: null, answer: answerOf(order) };
      },
    },
  );
}

/** Does what a draft says. */
export function activateOrder(desk: WriteDesk, orderNumber: string): Promise<OrderAnswer> {
  return changeStatus(desk, orderNumber, 'activate', {}, ({ status }) => status !== 'DRAFT' && status !== 'CANCELLED');
}

/** Gives up an order that was not done yet. */
export async function cancelOrder(desk: WriteDesk, orderNumber: string, reason: string | null): Promise<void> {
  const body = reason === null ? {} : { cancelReason: reason };
  await changeStatus(desk, orderNumber, 'cancel', body, ({ status }) => status === 'CANCELLED');
}

export function planStatus(order: ZuoraOrder, step: 'activate' | 'cancel', reason: string | null): PlannedCall[] {
  const open = step === 'activate' ? ['DRAFT'] : ['DRAFT', 'SCHEDULED', 'UNKNOWN'];
  if (!open.includes(order.status)) {
    const state = order.statusText ?? 'in an unknown state';
    throw refusal('CONFLICT', `Order ${order.orderNumber} is ${state}: only a draft can be ${step}d.`, ['orderNumber']);
  }
  const after = step === 'cancel' && reason !== null ? { cancelReason: reason } : {};
  return [{ system: SYSTEM, action: OPERATIONS[step], target: order.orderNumber, after }];
}

const OPERATIONS = { activate: 'PUT_OrderActivate', cancel: 'PUT_OrderCancel' } as const;

/** PUT knows no idempotency keys, but whether the order is in the state that is wanted says it all. */
async function changeStatus(
  desk: WriteDesk,
  orderNumber: string,
  step: keyof typeof OPERATIONS,
  body: object,
  isDone: (order: ZuoraOrder) => boolean,
): Promise<OrderAnswer> {
  return await desk.once(
    { operation: OPERATIONS[step], key: null, input: { orderNumber } },
    {
      result: OrderAnswer,
      send: () =>
        desk.client.write({
          operation: OPERATIONS[step],
          method: 'PUT',
          path: `/v1/orders/${encodeURIComponent(orderNumber)}/${step}`,
          body,
          schema: OrderAnswer,
          ...desk.options,
        }),
      find: async () => {
        const order = await currentOrder(desk, orderNumber);
        return order !== null && isDone(order) ? answerOf(order) : null;
      },
    },
  );
}

function currentOrder(desk: WriteDesk, orderNumber: string): Promise<ZuoraOrder | null> {
  return readOrder(desk.client, orderNumber, desk.settings.timeZone, desk.options);
}

function answerOf({ orderNumber, accountNumber, statusText, subscriptions }: ZuoraOrder): OrderAnswer {
  return {
    orderNumber,
    accountNumber,
    status: statusText,
    subscriptionNumbers: subscriptions.flatMap(({ subscriptionNumber }) => subscriptionNumber ?? []),
    invoiceNumbers: [],
    creditMemoNumbers: [],
    paymentNumber: null,
  };
}

// An order of the caller's number that was there long before is not what was asked for. Orders say when they were made
// without an offset, which a wrong time zone in the configuration moves by up to 26 hours.
const SKEW_MS = 26 * 3_600_000;

function isOlder({ createdAt }: ZuoraOrder, since: number): boolean {
  return createdAt !== null && Date.parse(createdAt) < since - SKEW_MS;
}

/** The same for the same key, in whatever process. */
function numberFor({ settings: { url, entityId } }: WriteDesk, key: string): string {
  return numberOf(
    createHash('sha256')
      .update(JSON.stringify(['order', url, entityId, key]))
      .digest('hex'),
  );
}

/** Zuora's own numbers have nothing but digits after the prefix. */
function numberOf(unique: string): string {
  const [own = unique] = unique.split('.');
  return `O-${own.slice(0, 26).toUpperCase()}`;
}
