import { z } from 'zod';
import { money } from '../../../../kernel/money.js';
import { Amount, Day, listOf, Text } from '../../schemas/wire.js';
import type {
  PreviewedDelta,
  PreviewedDocument,
  PreviewedFigure,
  PreviewedItem,
  ZuoraOrderPreview,
} from './preview.js';

const Item = z.object({
  subscriptionNumber: Text,
  chargeNumber: Text,
  chargeName: Text,
  chargeDescription: Text,
  productName: Text,
  productRatePlanChargeId: Text,
  processingType: Text,
  serviceStartDate: Day,
  serviceEndDate: Day,
  unitPrice: Amount,
  amountWithoutTax: Amount,
  taxAmount: Amount,
  additionalInfo: z.object({ quantity: Amount, unitOfMeasure: Text }).nullish(),
});
const document = { amount: Amount, amountWithoutTax: Amount, taxAmount: Amount, targetDate: Day };
const Figure = z.object({ regular: Amount, regularDelta: Amount, discount: Amount, discountDelta: Amount }).nullish();
const Charge = z.object({
  chargeNumber: Text,
  productRatePlanId: Text,
  productRatePlanChargeId: Text,
  cmrr: Figure,
  tcv: Figure,
  tcb: Figure,
  tax: Figure,
});
const Delta = z.object({
  subscriptionNumber: Text,
  chargeNumber: Text,
  productRatePlanChargeId: Text,
  orderActionType: Text,
  startDate: Day,
  endDate: Day,
  grossAmount: Amount,
  netAmount: Amount,
  currency: Text,
});

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_PreviewOrder/ */
export const Preview = z.object({
  previewResult: z
    .object({
      invoices: listOf(z.object({ ...document, invoiceItems: listOf(Item) })),
      creditMemos: listOf(z.object({ ...document, creditMemoItems: listOf(Item) })),
      chargeMetrics: listOf(z.object({ subscriptionNumber: Text, charges: listOf(Charge) })),
      orderDeltaMetrics: z
        .object({ orderDeltaMrr: listOf(Delta), orderDeltaTcb: listOf(Delta), orderDeltaTcv: listOf(Delta) })
        .nullish(),
    })
    .nullish(),
});
type Preview = z.infer<typeof Preview>;

/** `currency` is that of the order: the answer names none. */
export function toPreview(result: Preview['previewResult'], currency: string): ZuoraOrderPreview {
  const amount = (value: string | null, of = currency) => (value === null ? null : money(value, of));
  const toItem = (row: z.infer<typeof Item>): PreviewedItem => {
    const { chargeDescription, additionalInfo, unitPrice, amountWithoutTax, taxAmount, ...same } = row;
    return {
      ...same,
      description: chargeDescription,
      quantity: additionalInfo?.quantity ?? null,
      unitOfMeasure: additionalInfo?.unitOfMeasure ?? null,
      unitPrice: amount(unitPrice),
      amountWithoutTax: amount(amountWithoutTax),
      taxAmount: amount(taxAmount),
    };
  };
  const toDocument = (
    row: {
      amount: string | null;
      amountWithoutTax: string | null;
      taxAmount: string | null;
      targetDate: string | null;
    },
    items: readonly z.infer<typeof Item>[],
  ): PreviewedDocument => ({
    targetDate: row.targetDate,
    amount: amount(row.amount),
    amountWithoutTax: amount(row.amountWithoutTax),
    taxAmount: amount(row.taxAmount),
    items: items.map(toItem),
  });
  const toFigure = (row: z.infer<typeof Figure>): PreviewedFigure | null =>
    row
      ? {
          amount: amount(row.regular),
          change: amount(row.regularDelta),
          discount: amount(row.discount),
          discountChange: amount(row.discountDelta),
        }
      : null;
  const toDelta =
    (metric: PreviewedDelta['metric']) =>
    (row: z.infer<typeof Delta>): PreviewedDelta => ({
      metric,
      subscriptionNumber: row.subscriptionNumber,
      chargeNumber: row.chargeNumber,
      productRatePlanChargeId: row.productRatePlanChargeId,
      actionKindText: row.orderActionType,
      startDate: row.startDate,
      endDate: row.endDate,
      gross: amount(row.grossAmount, row.currency ?? currency),
      net: amount(row.netAmount, row.currency ?? currency),
    });
  const deltas = result?.orderDeltaMetrics;
  return {
    invoices: (result?.invoices ?? []).map((row) => toDocument(row, row.invoiceItems)),
    creditMemos: (result?.creditMemos ?? []).map((row) => toDocument(row, row.creditMemoItems)),
    chargeMetrics: (result?.chargeMetrics ?? []).flatMap(({ subscriptionNumber, charges }) =>
      charges.map(({ cmrr, tcv, tcb, tax, ...same }) => ({
        subscriptionNumber,
        ...same,
        mrr: toFigure(cmrr),
        totalContractedValue: toFigure(tcv),
        totalContractedBilling: toFigure(tcb),
        tax: toFigure(tax),
      })),
    ),
    deltaMetrics: [
      ...(deltas?.orderDeltaMrr ?? []).map(toDelta('MRR')),
      ...(deltas?.orderDeltaTcb ?? []).map(toDelta('TCB')),
      ...(deltas?.orderDeltaTcv ?? []).map(toDelta('TCV')),
    ],
  };
}
