import type { SystemEvent } from '../../../domain/events/model.js';
import type { TogaiCustomer } from '../model.js';
import type { Credit } from '../schemas/credit.js';
import type { Invoice } from '../schemas/invoice.js';

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

/** A credit is granted once: it cannot be changed. */
export function creditEvents({ id, createdAt }: Pick<Credit, 'id' | 'createdAt'>): SystemEvent[] {
  return [{ event: 'CREDIT_GRANTED', key: id, version: createdAt ?? '', at: millis(createdAt), recordId: null }];
}

// A draft is still being made, and what is void or merged is owed no more.
const NOT_GENERATED = new Set(['DRAFT', 'VOID', 'MERGED']);

/** An invoice is generated once; what is paid of it later is no new one. */
export function invoiceEvents(
  row: Pick<Invoice, 'id' | 'status' | 'customerId' | 'invoiceDate' | 'updatedAt'>,
): SystemEvent[] {
  const { id, status, customerId, invoiceDate, updatedAt } = row;
  if (NOT_GENERATED.has(status ?? '')) return [];
  const at = millis(updatedAt ?? invoiceDate);
  return [{ event: 'INVOICE_GENERATED', key: id, version: 'generated', at, recordId: customerId }];
}

const millis = (instant: string | null) => (instant === null ? null : Date.parse(instant));
