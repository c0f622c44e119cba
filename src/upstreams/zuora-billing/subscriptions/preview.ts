import { type Money, money, sum } from '../../../kernel/money.js';
import type { PreviewedDocument, PreviewedFigure, ZuoraOrderPreview } from '../orders/preview/preview.js';
import type { Preview, PreviewItem } from './schemas.js';

/** What Zuora would bill for a change; nothing of it has happened. */
export interface ZuoraSubscriptionPreview {
  readonly amount: Money | null;
  readonly taxAmount: Money | null;
  readonly creditAmount: Money | null;
  readonly targetDate: string | null;
  readonly contractedMrr: Money | null;
  readonly totalContractedValue: Money | null;
  readonly items: readonly ZuoraSubscriptionPreviewItem[];
}

export interface ZuoraSubscriptionPreviewItem {
  readonly chargeName: string | null;
  readonly productName: string | null;
  readonly quantity: string | null;
  readonly amount: Money | null;
  readonly serviceStartDate: string | null;
  readonly serviceEndDate: string | null;
}

/** Older versions have the bill in `invoice`, newer ones beside the rest. */
export function previewOfAmendment(preview: Preview, currency: string): ZuoraSubscriptionPreview {
  const amount = (value: string | null | undefined): Money | null => (value == null ? null : money(value, currency));
  const bill = preview.invoice ?? preview;
  const line = ({ chargeAmount, chargeName, productName, quantity, serviceStartDate, serviceEndDate }: PreviewItem) => {
    return { chargeName, productName, quantity, amount: amount(chargeAmount), serviceStartDate, serviceEndDate };
  };
  return {
    amount: amount(bill.amount),
    taxAmount: amount(bill.taxAmount),
    creditAmount: amount(preview.creditMemo?.amount),
    targetDate: preview.targetDate,
    contractedMrr: amount(preview.contractedMrr ?? preview.totalDeltaMrr),
    totalContractedValue: amount(preview.totalContractedValue ?? preview.totalDeltaTcv),
    items: [...(bill.invoiceItems ?? []), ...(preview.creditMemo?.creditMemoItems ?? [])].map(line),
  };
}

/** `figure` is `amount` of what is new, and `change` of what was there before. */
export function previewOfOrder(
  { invoices, creditMemos, chargeMetrics }: ZuoraOrderPreview,
  { targetDate, figure }: { readonly targetDate: string; readonly figure: 'amount' | 'change' },
): ZuoraSubscriptionPreview {
  const documents = (all: readonly PreviewedDocument[], of: 'amount' | 'taxAmount') =>
    total(all.map((document) => document[of]));
  const metric = (of: 'mrr' | 'totalContractedValue') =>
    total(chargeMetrics.map((charge): Money | null => (charge[of] as PreviewedFigure | null)?.[figure] ?? null));
  return {
    amount: documents(invoices, 'amount'),
    taxAmount: documents(invoices, 'taxAmount'),
    creditAmount: documents(creditMemos, 'amount'),
    targetDate,
    contractedMrr: metric('mrr'),
    totalContractedValue: metric('totalContractedValue'),
    items: [...invoices, ...creditMemos].flatMap(({ items }) =>
      items.map(({ chargeName, productName, quantity, amountWithoutTax, serviceStartDate, serviceEndDate }) => {
        return { chargeName, productName, quantity, amount: amountWithoutTax, serviceStartDate, serviceEndDate };
      }),
    ),
  };
}

/** Null of nothing: that is not the same as zero. All of a preview is in one currency. */
function total(amounts: readonly (Money | null)[]): Money | null {
  const given = amounts.filter((amount) => amount !== null);
  const [first] = given;
  return first ? { amount: sum(given.map(({ amount }) => amount)), currency: first.currency } : null;
}
