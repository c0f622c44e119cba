import { z } from 'zod';
import { type Money, money } from '../../../kernel/money.js';
import { refusal } from '../../../kernel/refusal.js';
import { Amount, Day, listOf, Text } from '../schemas/wire.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { isAsynchronous, type OrderInput, type PreviewOptions } from './inputs.js';
import { previewRequest } from './requests.js';

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
const Preview = z.object({
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

/** What an order would do; nothing of it has happened. */
export interface ZuoraOrderPreview {
  readonly invoices: readonly PreviewedDocument[];
  readonly creditMemos: readonly PreviewedDocument[];
  readonly chargeMetrics: readonly PreviewedCharge[];
  readonly deltaMetrics: readonly PreviewedDelta[];
}

export interface PreviewedDocument {
  readonly targetDate: string | null;
  readonly amount: Money | null;
  readonly amountWithoutTax: Money | null;
  readonly taxAmount: Money | null;
  readonly items: readonly PreviewedItem[];
}

export interface PreviewedItem {
  readonly subscriptionNumber: string | null;
  readonly chargeNumber: string | null;
  readonly chargeName: string | null;
  readonly description: string | null;
  readonly productName: string | null;
  readonly productRatePlanChargeId: string | null;
  readonly processingType: string | null;
  readonly serviceStartDate: string | null;
  readonly serviceEndDate: string | null;
  readonly quantity: string | null;
  readonly unitOfMeasure: string | null;
  readonly unitPrice: Money | null;
  readonly amountWithoutTax: Money | null;
  readonly taxAmount: Money | null;
}

export interface PreviewedCharge {
  readonly subscriptionNumber: string | null;
  readonly chargeNumber: string | null;
  readonly productRatePlanId: string | null;
  readonly productRatePlanChargeId: string | null;
  readonly mrr: PreviewedFigure | null;
  readonly totalContractedValue: PreviewedFigure | null;
  readonly totalContractedBilling: PreviewedFigure | null;
  readonly tax: PreviewedFigure | null;
}

export interface PreviewedFigure {
  readonly amount: Money | null;
  readonly change: Money | null;
  readonly discount: Money | null;
  readonly discountChange: Money | null;
}

export interface PreviewedDelta {
  readonly metric: 'MRR' | 'TCB' | 'TCV';
  readonly subscriptionNumber: string | null;
  readonly chargeNumber: string | null;
  readonly productRatePlanChargeId: string | null;
  readonly actionKindText: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly gross: Money | null;
  readonly net: Money | null;
}

export const DEFAULT_PREVIEW: PreviewOptions = { types: ['BillingDocs', 'ChargeMetrics'], through: 'NumberOfPeriods' };

/** Zuora's own preview of an order. `currency` is the account's: the answer names none. */
export async function previewOrder(
  desk: WriteDesk,
  input: OrderInput,
  options: PreviewOptions,
  currency: string,
): Promise<ZuoraOrderPreview> {
  if (isAsynchronous({ ...input, asynchronous: null })) {
    throw refusal('UNSUPPORTED', 'Zuora previews at most 50 subscriptions and actions at once.', [
      'input',
      'subscriptions',
    ]);
  }
  const { previewResult } = await desk.client.write({
    operation: 'POST_PreviewOrder',
    method: 'POST',
    path: '/v1/orders/preview',
    body: previewRequest(input, options, desk.today()),
    schema: Preview,
    repeatable: true,
    ...desk.options,
  });
  return toPreview(previewResult, currencyOf(input) ?? currency);
}

/** A new subscription can have a currency of its own. */
function currencyOf({ subscriptions }: OrderInput): string | null {
  const actions = subscriptions.flatMap((subscription) => subscription.actions);
  return actions.find(({ createSubscription }) => createSubscription?.currency)?.createSubscription?.currency ?? null;
}

function toPreview(result: Preview['previewResult'], currency: string): ZuoraOrderPreview {
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
