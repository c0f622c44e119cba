import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { Done } from '../accounts/schemas.js';
import { SYSTEM } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { OrderAnswer } from './answers.js';
import type { ZuoraOrder } from './model.js';
import { readOrder } from './order-reading.js';
import { isAsynchronous, type OrderInput } from './request/order-inputs.js';
import { draftRequest } from './request/order-request.js';

/** Throws a Refusal for what an order that is not done yet cannot be turned into. */
export function planOrderUpdate(desk: WriteDesk, order: ZuoraOrder, input: OrderInput): PlannedCall[] {
  requireState(order, ['DRAFT'], 'changed: only a draft can be');
  if (isAsynchronous(input)) {
    throw refusal('INVALID', 'A draft holds at most 50 subscriptions and 50 actions.', ['input', 'subscriptions']);
  }
  for (const name of ['orderNumber', 'scheduledDate', 'processing'] as const) {
    if (input[name] != null) throw refusal('INVALID', 'is not possible for a draft that is changed', ['input', name]);
  }
  const after = draftRequest(input, desk.today());
  return [{ system: SYSTEM, action: 'PUT_Order', target: order.orderNumber, after }];
}

/** Puts the input in the place of what a draft was; a second time leaves the same. */
export async function updateOrder(desk: WriteDesk, order: ZuoraOrder, input: OrderInput): Promise<OrderAnswer> {
  planOrderUpdate(desk, order, input);
  return await desk.client.write({
    operation: 'PUT_Order',
    method: 'PUT',
    path: orderPath(order.orderNumber),
    body: draftRequest(input, desk.today()),
    schema: OrderAnswer,
    repeatable: true,
    ...desk.options,
  });
}

export function planOrderDelete(order: ZuoraOrder): PlannedCall[] {
  requireState(order, ['DRAFT', 'SCHEDULED', 'CANCELLED'], 'deleted: it has changed subscriptions, which would be');
  return [{ system: SYSTEM, action: 'DELETE_Order', target: order.orderNumber, after: null }];
}

/** Removes an order that has changed nothing: of one that has, Zuora would remove the subscriptions, too. */
export async function deleteOrder(desk: WriteDesk, order: ZuoraOrder): Promise<void> {
  planOrderDelete(order);
  const { orderNumber } = order;
  await desk.once(
    { operation: 'DELETE_Order', key: null, input: orderNumber },
    {
      result: Done,
      send: () =>
        desk.client.write({
          operation: 'DELETE_Order',
          method: 'DELETE',
          path: orderPath(orderNumber),
          schema: Done,
          ...desk.options,
        }),
      find: async () => {
        const now = await readOrder(desk.client, orderNumber, desk.settings.timeZone, desk.options);
        return now === null ? { success: true } : null;
      },
    },
  );
}

const orderPath = (orderNumber: string) => `/v1/orders/${encodeURIComponent(orderNumber)}`;

function requireState({ status, statusText, orderNumber }: ZuoraOrder, states: readonly string[], why: string): void {
  if (states.includes(status)) return;
  const state = statusText ?? 'in an unknown state';
  throw refusal('CONFLICT', `Order ${orderNumber} is ${state} and cannot be ${why}.`, ['orderNumber']);
}
