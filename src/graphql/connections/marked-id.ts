import { isNodePrefix } from '../../schema-kit/node.js';

// Handles of connections have no underscore, and prefixes of ids are letters alone.
const MARKED = /^([a-z]+)@([a-z0-9-]+)_(.+)$/s;

/** `zac_8ad0…` of the connection `eu` as `zac@eu_8ad0…`, so that the id leads back there; as it is without a handle. */
export function markedId(id: string, handle: string | null): string {
  return handle === null ? id : id.replace('_', `@${handle}_`);
}

/** What a marked id consists of; null for any other value. */
export function unmarkedId(value: unknown): { readonly id: string; readonly handle: string } | null {
  const [, prefix, handle, key] = (typeof value === 'string' && MARKED.exec(value)) || [];
  if (prefix === undefined || handle === undefined || !isNodePrefix(prefix)) return null;
  return { id: `${prefix}_${key}`, handle };
}
