import { z } from 'zod';
import { Instant, Text } from './wire.js';

/** https://docs.togai.com/api-reference/customers/get-a-customer */
export const Customer = z.object({
  id: z.string(),
  togaiCustomerId: Text,
  name: z.string(),
  primaryEmail: Text,
  status: Text,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Customer = z.infer<typeof Customer>;
