import { z } from 'zod';
import { Amount, Exact, Instant, listOf, Text } from './wire.js';

/** https://docs.togai.com/api-reference/invoices/list-invoices */
export const Invoice = z.object({
  id: z.string(),
  sequenceId: Text,
  customerId: Text,
  ownerId: Text,
  status: Text,
  invoiceClass: Text,
  invoiceType: Text,
  startDate: Instant,
  endDate: Instant,
  invoiceDate: Instant,
  dueDate: Instant,
  totalAmount: Exact,
  paidAmount: Amount,
  updatedAt: Instant,
  invoiceDetails: z.object({ account: z.object({ invoiceCurrency: Text }).nullish() }).nullish(),
});
export type Invoice = z.infer<typeof Invoice>;

const LineFields = z.object({
  id: Text,
  description: Text,
  type: z.string(),
  value: Exact,
  quantity: Amount,
  valuePerQuantity: Amount,
  units: Text,
});
export type Line = z.infer<typeof LineFields> & { readonly lineItems: readonly Line[] };
const Line: z.ZodType<Line> = LineFields.extend({ lineItems: z.lazy(() => listOf(Line)) });

/** https://docs.togai.com/api-reference/invoices/get-an-invoice */
export const InvoiceInFull = Invoice.extend({
  pricePlanId: Text,
  finalizingStatus: Text,
  usageInfo: listOf(Line),
  revenueInfo: Line.nullish(),
});
export type InvoiceInFull = z.infer<typeof InvoiceInFull>;
