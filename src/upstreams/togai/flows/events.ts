import type { SystemEvent } from '../../../domain/events/model.js';
import type { TogaiCustomer } from '../model.js';
import type { Credit } from '../schemas/credit.js';
import type { Invoice } from '../schemas/invoice.js';

/** What can have happened to a customer, as it is now. */
export function customerEvents({ togaiId, createdAt, updatedAt }: TogaiCustomer): SystemEvent[] {
  const changedAt = updatedAt ?? createdAt;
  return [
    { event: 'CUSTOMER_CREATED', key: togaiId, version: createdAt ?? '', at: millis(createdAt), recordId: togaiId },
    { event: 'CUSTOMER_CHANGED', key: togaiId, version: changedAt ?? '', at: millis(changedAt), recordId: togaiId },
  ];
}

/** A credit is granted once; one that was taken back is none. */
export function creditEvents({ id, status, createdAt }: Credit, recordId: string | null): SystemEvent[] {
  if (status === 'VOIDED' || status === 'EXPIRED') return [];
  return [{ event: 'CREDIT_GRANTED', key: id, version: createdAt ?? '', at: millis(createdAt), recordId }];
}

const ISSUED: ReadonlySet<string> = new Set(['DUE', 'PARTIALLY_PAID', 'PAID', 'UN_COLLECTIBLE']);

/** A draft is no invoice yet; one that changed since it was issued is looked at again. */
export function invoiceEvents({ id, status, updatedAt }: Invoice, recordId: string | null): SystemEvent[] {
  if (!ISSUED.has(status ?? '')) return [];
  return [{ event: 'INVOICE_GENERATED', key: id, version: updatedAt ?? '', at: millis(updatedAt), recordId }];
}

const millis = (instant: string | null) => (instant === null ? null : Date.parse(instant));
