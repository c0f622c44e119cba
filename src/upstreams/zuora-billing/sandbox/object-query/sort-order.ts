import type { ZuoraRecord } from '../state/record.js';
import type { Order, Place } from './cursor.js';
import { comparable, compare, typeOf } from './values.js';

export interface SortOrder extends Order {
  /** Seed records come in this order anyway, customer by customer. */
  readonly natural: boolean;
  compare(a: ZuoraRecord, b: ZuoraRecord): number;
  /** Whether the record comes after the place. */
  isAfter(record: ZuoraRecord, place: Place): boolean;
  placeOf(record: ZuoraRecord): Place;
}

export function sortOrder({ field, descending }: Order): SortOrder {
  const type = typeOf(field);
  const sign = descending ? -1 : 1;
  // To read a time takes longer than all the rest, and equal ones need not be read.
  const values = (a: Place, b: Place) =>
    a.value === b.value ? 0 : compare(comparable(type, a.value), comparable(type, b.value));
  const between = (a: Place, b: Place) => sign * (values(a, b) || compare(a.id, b.id));
  const placeOf = (record: ZuoraRecord): Place => ({ value: record[field] ?? null, id: record.id });
  return {
    field,
    descending,
    natural: field === 'updatedDate' || field === 'id',
    compare: (a, b) => between(placeOf(a), placeOf(b)),
    isAfter: (record, place) => between(placeOf(record), place) > 0,
    placeOf,
  };
}

/** The latest changes first: what the cursors of Zuora's samples show. */
export const LATEST_FIRST = sortOrder({ field: 'updatedDate', descending: true });
