import { z } from 'zod';
import { Text } from './wire.js';

/** https://docs.togai.com/api-reference/accounts/get-an-account */
export const Account = z.object({
  id: z.string(),
  togaiAccountId: Text,
  customerId: z.string(),
  togaiCustomerId: Text,
  name: z.string(),
  invoiceCurrency: Text,
  netTermDays: z.number().nullish(),
  primaryEmail: Text,
  aliases: z.array(z.object({ alias: z.string() })).nullish(),
  status: Text,
  settings: z.array(z.object({ id: z.string(), name: Text, value: z.string() })).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
export type Account = z.infer<typeof Account>;
