import { z } from 'zod';
import { Text } from './wire.js';

/** https://docs.togai.com/api-reference/settings/list-settings */
export const Setting = z.object({
  id: z.string(),
  value: z.string(),
  entityType: z.string(),
  entityId: z.string(),
  namespace: Text,
  name: Text,
  dataType: Text,
});
export type Setting = z.infer<typeof Setting>;
