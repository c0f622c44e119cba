import { registerEnumType } from 'type-graphql';
import type { ZuoraOrderActionKind, ZuoraOrderStatus } from '../../orders/model.js';

export const ZuoraOrderStatusEnum: Record<ZuoraOrderStatus, ZuoraOrderStatus> = {
  DRAFT: 'DRAFT',
  PENDING: 'PENDING',
  COMPLETED: 'COMPLETED',
  CANCELLED: 'CANCELLED',
  SCHEDULED: 'SCHEDULED',
  EXECUTING: 'EXECUTING',
  FAILED: 'FAILED',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(ZuoraOrderStatusEnum, {
  name: 'ZuoraOrderStatus',
  description: 'State of a Zuora order.',
  valuesConfig: {
    DRAFT: { description: 'Written down; nothing was done yet. It can be activated, cancelled or changed.' },
    PENDING: { description: 'Done, with a subscription that waits for activation or acceptance.' },
    COMPLETED: { description: 'Done.' },
    CANCELLED: { description: 'Given up before it was done.' },
    SCHEDULED: { description: 'Waits for its day.' },
    EXECUTING: { description: 'A scheduled one that is being done.' },
    FAILED: { description: 'A scheduled one that could not be done.' },
    UNKNOWN: { description: 'A state that this gateway does not know; `statusText` has it.' },
  },
});

export const ZuoraOrderActionKindEnum: Record<ZuoraOrderActionKind, ZuoraOrderActionKind> = {
  CREATE_SUBSCRIPTION: 'CREATE_SUBSCRIPTION',
  TERMS_AND_CONDITIONS: 'TERMS_AND_CONDITIONS',
  ADD_PRODUCT: 'ADD_PRODUCT',
  UPDATE_PRODUCT: 'UPDATE_PRODUCT',
  REMOVE_PRODUCT: 'REMOVE_PRODUCT',
  RENEW_SUBSCRIPTION: 'RENEW_SUBSCRIPTION',
  CANCEL_SUBSCRIPTION: 'CANCEL_SUBSCRIPTION',
  OWNER_TRANSFER: 'OWNER_TRANSFER',
  SUSPEND: 'SUSPEND',
  RESUME: 'RESUME',
  CHANGE_PLAN: 'CHANGE_PLAN',
  UNKNOWN: 'UNKNOWN',
};
registerEnumType(ZuoraOrderActionKindEnum, {
  name: 'ZuoraOrderActionKind',
  description: 'What an action of an order does to its subscription.',
  valuesConfig: {
    CREATE_SUBSCRIPTION: { description: 'Makes the subscription.' },
    TERMS_AND_CONDITIONS: { description: 'Changes its term and how it renews.' },
    ADD_PRODUCT: { description: 'Adds a rate plan.' },
    UPDATE_PRODUCT: { description: 'Changes charges of a rate plan.' },
    REMOVE_PRODUCT: { description: 'Removes a rate plan.' },
    RENEW_SUBSCRIPTION: { description: 'Begins the next term.' },
    CANCEL_SUBSCRIPTION: { description: 'Ends it.' },
    OWNER_TRANSFER: { description: 'Gives it to another account, or makes another account pay.' },
    SUSPEND: { description: 'Pauses it.' },
    RESUME: { description: 'Ends a pause.' },
    CHANGE_PLAN: { description: 'Replaces a rate plan by another.' },
    UNKNOWN: { description: 'A kind that this gateway does not know; `kindText` and `details` have what Zuora says.' },
  },
});

/** The value is what Zuora wants to hear. */
export const ZuoraOrderDateFieldEnum = { ORDER_DATE: 'orderDate', UPDATED_DATE: 'updatedDate' } as const;
registerEnumType(ZuoraOrderDateFieldEnum, {
  name: 'ZuoraOrderDateField',
  description: 'Which date of an order a period is about.',
  valuesConfig: {
    ORDER_DATE: { description: 'The day it was signed.' },
    UPDATED_DATE: { description: 'The day it was last changed.' },
  },
});
