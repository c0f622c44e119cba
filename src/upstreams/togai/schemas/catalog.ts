import { z } from 'zod';
import { Instant, Text } from './wire.js';

const Named = z.object({ id: z.string(), name: z.string(), displayName: Text, status: Text, createdAt: Instant });

/** https://docs.togai.com/api-reference/usage-meters/list-usage-meters */
export const UsageMeter = Named.extend({ description: Text, aggregation: Text });
export type UsageMeter = z.infer<typeof UsageMeter>;

/** https://docs.togai.com/api-reference/addons/list-addons */
export const AddOn = Named.extend({ type: Text });
export type AddOn = z.infer<typeof AddOn>;

/** https://docs.togai.com/api-reference/features/list-features */
export const Feature = Named.omit({ status: true });
export type Feature = z.infer<typeof Feature>;
