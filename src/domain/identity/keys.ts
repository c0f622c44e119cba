import type { RecordId } from './model.js';

/** Map keys; JSON keeps any content apart, where a separator could be part of an id. */
export type RecordKey = string & { readonly __key: 'record' };
export type IdKey = string & { readonly __key: 'id' };

export const recordKey = (system: string, id: string) => JSON.stringify([system, id]) as RecordKey;
export const idKey = (system: string, id: RecordId) => JSON.stringify([system, id.kind, id.value]) as IdKey;
/** The key of the whole that a record is, or is a part of. */
export const wholeKey = (record: { system: string; id: string; partOf: string | null }) =>
  recordKey(record.system, record.partOf ?? record.id);
