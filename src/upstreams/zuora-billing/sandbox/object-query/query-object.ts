import type { RecordKind } from '../state/record.js';

/** One object of Object Query: what of it may be searched, sorted and expanded. */
export interface QueryObject {
  readonly kind: RecordKind;
  /** As in `/object-query/rate-plans`. */
  readonly path: string;
  readonly sortable: readonly string[];
  readonly filterable: readonly string[];
  /** Every path that `expand[]` takes, lower case. */
  readonly expandable: readonly string[];
  /** What `/{key}` takes besides the id. */
  readonly keyField?: string;
}

/** `sort[]` fields may also be filtered by; `filterOnly` lists the others. Source: the parameters of each reference page. */
export interface ObjectDefinition extends Pick<QueryObject, 'kind' | 'path' | 'keyField'> {
  readonly sortable: string;
  readonly filterOnly?: string;
  readonly expandable?: string;
}
