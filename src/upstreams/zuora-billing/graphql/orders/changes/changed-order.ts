import type { PlannedCall } from '../../../../../schema-kit/mutation.js';
import type { OrderAnswer } from '../../../orders/answers.js';
import type { ZuoraAsyncJob } from '../../../orders/job.js';
import type { ZuoraOrder } from '../../../orders/model.js';
import type { ZuoraOrderPreview } from '../../../orders/preview/preview.js';
import type { ZuoraBillingSession } from '../../../session.js';

export interface OrderChange {
  readonly order: ZuoraOrder | null;
  readonly result?: OrderAnswer;
  readonly job?: ZuoraAsyncJob | null;
  readonly preview?: ZuoraOrderPreview | null;
  readonly plan?: readonly PlannedCall[];
}

/** The order as it is now, after what it has changed was forgotten. */
export async function changedOrder(session: ZuoraBillingSession, orderNumber: string): Promise<ZuoraOrder | null> {
  const order = await session.orders.afresh(orderNumber);
  await session.orderLanded(order);
  return order;
}
