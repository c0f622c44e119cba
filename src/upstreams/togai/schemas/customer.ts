import { z } from 'zod';
import { Instant, Text } from './wire.js';

const Address = z
  .object({
    phoneNumber: Text,
    line1: Text,
    line2: Text,
    city: Text,
    state: Text,
    postalCode: Text,
    country: Text,
  })
  .nullish();
export type CustomerAddress = z.infer<typeof Address>;

/** https://docs.togai.com/api-reference/customers/get-a-customer */
export const Customer = z.object({
  id: z.string(),
  togaiCustomerId: Text,
  name: z.string(),
  primaryEmail: Text,
  status: Text,
  address: Address,
  createdAt: Instant,
  updatedAt: Instant,
});
export type Customer = z.infer<typeof Customer>;
