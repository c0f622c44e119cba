import { z } from 'zod';
import { ContactInput } from '../../accounts/inputs.js';
import { CustomFields } from '../../writing/custom-fields.js';

const filled = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
const optional = (most: number) => filled(most).nullish();

/** An account that an order makes along with its subscriptions: both or neither. */
export const OrderAccount = z.object({
  name: filled(255),
  currency: z.string(),
  billToContact: ContactInput,
  soldToContact: ContactInput.nullish(),
  accountNumber: optional(50),
  billCycleDay: z
    .int()
    .min(0, 'must be a day from 1 to 31, or 0')
    .max(31, 'must be a day from 1 to 31, or 0')
    .nullish(),
  autoPay: z.boolean().nullish(),
  batch: optional(50),
  crmId: optional(100),
  notes: optional(65_535),
  parentId: optional(32),
  paymentGateway: optional(255),
  paymentTerm: optional(255),
  purchaseOrderNumber: optional(100),
  salesRep: optional(50),
  additionalEmailAddresses: z.array(z.email('must be an email address')).nullish(),
  hostedPagePaymentMethodId: optional(32),
  customFields: CustomFields.nullish(),
});
export type OrderAccount = z.infer<typeof OrderAccount>;

/** `newAccount` of https://developer.zuora.com/v1-api-reference/api/operation/POST_Order/ */
export function orderAccountRequest(input: OrderAccount): Record<string, unknown> {
  const { additionalEmailAddresses, billCycleDay, billToContact, soldToContact, hostedPagePaymentMethodId, ...same } =
    input;
  return given({
    ...same,
    // Zuora wants one here; 0 lets it choose.
    billCycleDay: billCycleDay ?? 0,
    billToContact: given(billToContact),
    soldToContact: soldToContact && given(soldToContact),
    soldToSameAsBillTo: soldToContact ? null : true,
    additionalEmailAddresses: additionalEmailAddresses?.join(','),
    hpmCreditCardPaymentMethodId: hostedPagePaymentMethodId,
  });
}

function given(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
