import { z } from 'zod';
import { money, sum } from '../../../kernel/money.js';
import type { ZuoraAccount } from '../model.js';
import { Amount, Day, Text } from '../schemas/wire.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { BillingPreviewOptions, ZuoraBillingPreview, ZuoraBillingPreviewItem } from './model.js';

const line = {
  subscriptionNumber: Text,
  chargeNumber: Text,
  chargeType: Text,
  processingType: Text,
  serviceStartDate: Day,
  serviceEndDate: Day,
  quantity: Amount,
  unitOfMeasure: Text,
};
const InvoiceItem = z.object({
  ...line,
  chargeName: Text,
  chargeDescription: Text,
  productName: Text,
  chargeAmount: Amount,
  taxAmount: Amount,
});
/** Of a credit memo item Zuora names neither the charge nor the product, but what is sold and the tax only as a part of it. */
const CreditMemoItem = z.object({ ...line, comment: Text, skuName: Text, amount: Amount, amountWithoutTax: Amount });
const Preview = z.object({
  invoiceItems: z.array(InvoiceItem).nullish(),
  creditMemoItems: z.array(CreditMemoItem).nullish(),
});

/**
 * What would be billed from the account's next billing period up to `targetDate`. Amounts are in the account's currency:
 * the answer names none.
 * https://developer.zuora.com/v1-api-reference/api/operation/POST_BillingPreview/
 */
export async function previewBilling(
  desk: WriteDesk,
  account: ZuoraAccount,
  options: BillingPreviewOptions,
): Promise<ZuoraBillingPreview> {
  const { targetDate, assumeRenewal, excludeChargeTypes } = options;
  const { invoiceItems, creditMemoItems } = await desk.client.write({
    operation: 'POST_BillingPreview',
    method: 'POST',
    path: '/v1/operations/billing-preview',
    body: {
      accountId: account.zuoraId,
      targetDate,
      assumeRenewal,
      ...(excludeChargeTypes.length > 0 && { chargeTypeToExclude: [...new Set(excludeChargeTypes)].join(',') }),
      includingDraftItems: options.includeDraftItems,
      includingEvergreenSubscription: options.includeEvergreenSubscriptions,
    },
    schema: Preview,
    repeatable: true,
    ...desk.options,
  });
  return shown(account, targetDate, invoiceItems ?? [], creditMemoItems ?? []);
}

function shown(
  { zuoraId, currency }: ZuoraAccount,
  targetDate: string,
  invoiceItems: readonly z.infer<typeof InvoiceItem>[],
  creditMemoItems: readonly z.infer<typeof CreditMemoItem>[],
): ZuoraBillingPreview {
  const inCurrency = (amount: string | null) => (amount === null ? null : money(amount, currency));
  const total = (amounts: readonly (string | null)[]) => money(sum(amounts.filter((one) => one !== null)), currency);
  return {
    accountId: zuoraId,
    targetDate,
    amountWithoutTax: total(invoiceItems.map(({ chargeAmount }) => chargeAmount)),
    taxAmount: total(invoiceItems.map(({ taxAmount }) => taxAmount)),
    creditAmountWithoutTax: total(creditMemoItems.map((item) => item.amountWithoutTax ?? item.amount)),
    invoiceItems: invoiceItems.map(
      ({ chargeType, chargeDescription, chargeAmount, taxAmount, ...same }): ZuoraBillingPreviewItem => ({
        ...same,
        chargeTypeText: chargeType,
        description: chargeDescription,
        amountWithoutTax: inCurrency(chargeAmount),
        taxAmount: inCurrency(taxAmount),
      }),
    ),
    creditMemoItems: creditMemoItems.map(
      ({ chargeType, comment, skuName, amount, amountWithoutTax, ...same }): ZuoraBillingPreviewItem => ({
        ...same,
        chargeTypeText: chargeType,
        chargeName: null,
        description: comment,
        productName: skuName,
        amountWithoutTax: inCurrency(amountWithoutTax ?? amount),
        taxAmount: null,
      }),
    ),
  };
}
