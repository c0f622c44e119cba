import { z } from 'zod';
import { CUSTOM_FIELD } from '../describe/described-object.js';

/** Custom fields by their API names; null empties. Whether the tenant has them is for Zuora to say. */
export const CustomFields = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .check((context) => {
    for (const name of Object.keys(context.value)) {
      if (CUSTOM_FIELD.test(name)) continue;
      const message = 'is no custom field: their API names end in __c (__NS and __QT for installed packages)';
      context.issues.push({ code: 'custom', message, path: [name], input: name });
    }
  });
