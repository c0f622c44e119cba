import type { SystemEvent } from '../../../domain/events/model.js';
import type { TogaiCustomer } from '../model.js';

/** What can have happened to a customer, as it is now. */
export function customerEvents({ togaiId, createdAt, updatedAt }: TogaiCustomer): SystemEvent[] {
  const of = (event: SystemEvent['event'], at: string | null): SystemEvent => ({
    event,
    key: togaiId,
    version: at ?? '',
    at: at === null ? null : Date.parse(at),
    recordId: togaiId,
  });
  return [of('CUSTOMER_CREATED', createdAt), of('CUSTOMER_CHANGED', updatedAt ?? createdAt)];
}
