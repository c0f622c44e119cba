import type { Money } from '../../../../kernel/money.js';

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
