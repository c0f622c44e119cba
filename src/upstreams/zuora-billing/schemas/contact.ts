import { z } from 'zod';
import { Text } from './wire.js';

/** https://developer.zuora.com/v1-api-reference/api/operation/queryContacts/ */
export const Contact = z.object({
  id: z.string(),
  accountId: Text,
  firstName: Text,
  lastName: Text,
  workEmail: Text,
  personalEmail: Text,
  workPhone: Text,
  mobilePhone: Text,
  address1: Text,
  address2: Text,
  city: Text,
  state: Text,
  postalCode: Text,
  county: Text,
  country: Text,
  taxRegion: Text,
});
export type Contact = z.infer<typeof Contact>;
