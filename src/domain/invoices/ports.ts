import type { Invoice } from './model.js';

export interface InvoicePageRequest {
  readonly first: number;
  /** The place of the last invoice before the page, as its system gave it; null for the newest. */
  readonly after: string | null;
}

/** Invoices of one customer in one system, newest first by their day. */
export interface InvoicePage {
  readonly rows: readonly PlacedInvoice[];
  readonly hasMore: boolean;
}

export interface PlacedInvoice {
  readonly invoice: Invoice;
  /**
   * Leads to what lies behind the invoice, whatever is inserted or taken away meanwhile. A place that belongs to another
   * customer throws InvalidCursor.
   */
  readonly place: string;
}

/** A system that bills the customer. */
export interface InvoiceSource {
  readonly system: string;
  page(request: InvoicePageRequest): Promise<InvoicePage>;
}
