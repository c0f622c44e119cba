import { parseGlobalId } from '../../../schema-kit/global-id.js';

/** Zuora's id that a global id of this kind, or Zuora's id itself, names; empty for a global id of another kind. */
export function ownId(prefix: string, id: string): string {
  const global = parseGlobalId(id);
  if (global === null) return id;
  return global.prefix === prefix ? global.key : '';
}
