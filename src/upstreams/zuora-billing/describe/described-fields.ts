import { z } from 'zod';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';

/** Names of custom fields end in `__c`, those of installed packages in `__NS` or `__QT`. */
export const CUSTOM_FIELD = /__(c|NS|QT)$/;

/**
 * The API names of all fields of an object in this tenant. The answer is XML, whatever is asked for.
 * https://developer.zuora.com/v1-api-reference/api/operation/GET_Describe/
 */
export async function describedFields(client: ZuoraClient, object: string, options: QueryOptions): Promise<string[]> {
  const xml = await client.read({
    operation: 'GET_Describe',
    path: `/v1/describe/${encodeURIComponent(object)}`,
    schema: z.string(),
    ...options,
  });
  // A field begins with its name; names are letters, digits and underscores, so that nothing in them is escaped.
  return [...xml.matchAll(/<field>\s*<name>(\w+)<\/name>/g)].map(([, name = '']) => name);
}
