import type { Money } from '../../../kernel/money.js';

/** What Zuora would bill an account for up to a day; nothing of it has happened. */
export interface ZuoraBillingPreview {
  readonly accountId: string;
  readonly targetDate: string;
  readonly amountWithoutTax: Money;
  readonly taxAmount: Money;
  readonly creditAmountWithoutTax: Money;
  readonly invoiceItems: readonly ZuoraBillingPreviewItem[];
  readonly creditMemoItems: readonly ZuoraBillingPreviewItem[];
}

export interface ZuoraBillingPreviewItem {
  readonly subscriptionNumber: string | null;
  readonly chargeNumber: string | null;
  readonly chargeName: string | null;
  readonly description: string | null;
  readonly productName: string | null;
  readonly chargeTypeText: string | null;
  readonly processingType: string | null;
  readonly serviceStartDate: string | null;
  readonly serviceEndDate: string | null;
  readonly quantity: string | null;
  readonly unitOfMeasure: string | null;
  readonly amountWithoutTax: Money | null;
  readonly taxAmount: Money | null;
}

/** For which subscriptions to suppose that they are renewed; in Zuora's own words. */
export type AssumedRenewal = 'All' | 'None' | 'Autorenew';
export type PreviewedChargeType = 'OneTime' | 'Recurring' | 'Usage';

export interface BillingPreviewOptions {
  readonly targetDate: string;
  readonly assumeRenewal: AssumedRenewal;
  readonly excludeChargeTypes: readonly PreviewedChargeType[];
  readonly includeDraftItems: boolean;
  readonly includeEvergreenSubscriptions: boolean;
}
