import { z } from 'zod';
import { CustomFields } from '../writing/custom-fields.js';

const MOST_ITEMS = 1_000;

const key = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const positive = z.string().refine((text) => !text.startsWith('-') && /[1-9]/.test(text), 'must be more than nothing');

const Item = z
  .object({
    productRatePlanChargeId: key(32).nullish(),
    chargeName: key(255).nullish(),
    amount: z.string(),
    quantity: positive.nullish(),
    unitPrice: z.string().nullish(),
    unitOfMeasure: key(255).nullish(),
    sku: key(255).nullish(),
    description: key(255).nullish(),
    purchaseOrderNumber: key(100).nullish(),
    accountingCode: key(100).nullish(),
    deferredRevenueAccountingCode: key(100).nullish(),
    recognizedRevenueAccountingCode: key(100).nullish(),
    revenueRecognitionRuleName: key(100).nullish(),
    taxCode: key(64).nullish(),
    taxMode: z.enum(['TaxInclusive', 'TaxExclusive']).nullish(),
    serviceStartDate: z.string(),
    serviceEndDate: z.string().nullish(),
    customFields: CustomFields.nullish(),
  })
  .check(({ value, issues }) => {
    const complain = (path: string, message: string) =>
      issues.push({ code: 'custom', message, path: [path], input: value[path as keyof typeof value] });
    if (!value.productRatePlanChargeId && !value.chargeName) {
      complain('chargeName', 'is needed on a line that is not of a charge of the catalog');
    }
    if (value.serviceEndDate && value.serviceEndDate < value.serviceStartDate) {
      complain('serviceEndDate', 'must not be before serviceStartDate');
    }
  });

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_StandaloneInvoice/ */
export const InvoiceCreate = z
  .object({
    accountKey: key(50),
    invoiceDate: z.string(),
    dueDate: z.string().nullish(),
    // Zuora takes these characters alone.
    invoiceNumber: key(32)
      .regex(/^[\w-]+$/, 'must consist of letters, digits, - and _')
      .regex(/\D/, 'must not consist of digits alone')
      .nullish(),
    currency: z.string().nullish(),
    comments: key(255).nullish(),
    autoPay: z.boolean().nullish(),
    post: z.boolean().nullish(),
    customFields: CustomFields.nullish(),
    items: z.array(Item).min(1, 'must hold at least one line').max(MOST_ITEMS, 'must not hold more than 1,000 lines'),
  })
  .check(({ value, issues }) => {
    if (!value.dueDate || value.dueDate >= value.invoiceDate) return;
    const message = 'must not be before invoiceDate';
    issues.push({ code: 'custom', message, path: ['dueDate'], input: value.dueDate });
  });
export type InvoiceCreate = z.infer<typeof InvoiceCreate>;

const ChangedItem = z.object({
  id: key(32),
  amount: z.string().nullish(),
  quantity: positive.nullish(),
  unitPrice: z.string().nullish(),
  description: key(255).nullish(),
  serviceStartDate: z.string().nullish(),
  serviceEndDate: z.string().nullish(),
  customFields: CustomFields.nullish(),
});

/** https://developer.zuora.com/v1-api-reference/api/operation/PUT_UpdateInvoice/ */
export const InvoiceUpdate = z.object({
  invoiceDate: z.string().nullish(),
  dueDate: z.string().nullish(),
  comments: key(255).nullish(),
  autoPay: z.boolean().nullish(),
  transferredToAccounting: z.enum(['Processing', 'Yes', 'Error', 'Ignore']).nullish(),
  customFields: CustomFields.nullish(),
  items: z.array(ChangedItem).max(MOST_ITEMS, 'must not hold more than 1,000 lines').nullish(),
});
export type InvoiceUpdate = z.infer<typeof InvoiceUpdate>;

export const InvoiceReversal = z.object({
  memoDate: z.string().nullish(),
  applyEffectiveDate: z.string().nullish(),
  reasonCode: key(255).nullish(),
  comment: key(255).nullish(),
});
export type InvoiceReversal = z.infer<typeof InvoiceReversal>;

export const InvoiceWriteOff = InvoiceReversal.omit({ applyEffectiveDate: true });

export const InvoiceEmail = z.object({
  to: z.array(z.email('is no email address')).min(1, 'must name an address').max(50).nullish(),
  additionalAddresses: z.boolean().nullish(),
});
export type InvoiceEmail = z.infer<typeof InvoiceEmail>;
