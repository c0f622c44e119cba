import { z } from 'zod';
import { Text } from '../schemas/wire.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/POST_Account/ */
export const CreatedAccount = z.object({
  accountId: z.string(),
  accountNumber: Text,
  subscriptionId: Text,
  subscriptionNumber: Text,
  invoiceId: Text,
  paymentId: Text,
});
export type CreatedAccount = z.infer<typeof CreatedAccount>;

/** What says no more than that it was done. */
export const Done = z.looseObject({ success: z.literal(true) });

/** https://developer.zuora.com/v1-api-reference/api/operation/GET_Contact/ */
export const V1Contact = z.looseObject({ accountId: Text, firstName: Text, lastName: Text });
export type V1Contact = z.infer<typeof V1Contact>;
