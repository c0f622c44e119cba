import { globalId } from '../../../schema-kit/global-id.js';
import { ORDER_PREFIX } from '../names.js';
import { toAction } from './action-mapping.js';
import type { ZuoraOrder, ZuoraOrderStatus } from './model.js';
import type { Order } from './schemas.js';
import { instantOf } from './tenant-instant.js';

const STATUSES: Readonly<Record<string, ZuoraOrderStatus>> = {
  draft: 'DRAFT',
  pending: 'PENDING',
  completed: 'COMPLETED',
  cancelled: 'CANCELLED',
  canceled: 'CANCELLED',
  scheduled: 'SCHEDULED',
  executing: 'EXECUTING',
  failed: 'FAILED',
};

/** `timeZone` is the tenant's: orders say when they were made without an offset. */
export function toOrder(row: Order, timeZone: string): ZuoraOrder {
  const { currency } = row;
  return {
    id: globalId(ORDER_PREFIX, row.orderNumber),
    orderNumber: row.orderNumber,
    accountNumber: row.existingAccountNumber,
    status: toOrderStatus(row.status),
    statusText: row.status,
    category: row.category,
    orderDate: row.orderDate,
    scheduledDate: row.schedulingOptions?.scheduledDate ?? null,
    currency,
    description: row.description,
    reasonCode: row.reasonCode,
    customFields: row.customFields,
    createdBy: row.createdBy,
    createdAt: instantOf(row.createdDate, timeZone),
    updatedBy: row.updatedBy,
    updatedAt: instantOf(row.updatedDate, timeZone),
    subscriptions: row.subscriptions.map((subscription) => ({
      subscriptionNumber: subscription.subscriptionNumber,
      ownerAccountNumber: subscription.subscriptionOwnerAccountNumber,
      baseVersion: subscription.baseVersion,
      newVersion: subscription.newVersion,
      customFields: subscription.customFields,
      actions: subscription.orderActions
        .toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0))
        .map((action) => toAction(action, currency)),
    })),
  };
}

function toOrderStatus(text: string | null): ZuoraOrderStatus {
  return STATUSES[text?.toLowerCase() ?? ''] ?? 'UNKNOWN';
}
