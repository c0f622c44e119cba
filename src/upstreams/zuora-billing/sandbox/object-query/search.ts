import type { RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { type Place, writeCursor } from './cursor.js';
import { type Filter, matches } from './filters.js';
import { customersFor } from './plan.js';
import { LATEST_FIRST, type SortOrder } from './sort-order.js';

export interface Search {
  readonly filters: readonly Filter[];
  readonly order: SortOrder;
  readonly after: Place | null;
  readonly pageSize: number;
}

interface Page {
  readonly records: readonly ZuoraRecord[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** One page of the records that match; never holds more than a page and one customer's records. */
export function search(store: Store, kind: RecordKind, asked: Search): Page {
  const { order, pageSize, after } = asked;
  const best = new Best(order, pageSize + 1);
  const fits = (record: ZuoraRecord) =>
    matches(record, asked.filters) && (after === null || order.isAfter(record, after));

  for (const record of store.changed(kind)) if (fits(record)) best.offer(record);
  scan: for (const records of store.unchanged(kind, customersFor(store, kind, asked), order.descending)) {
    for (const record of records.filter(fits).sort(order.compare)) {
      // In the natural order nothing better can follow.
      if (!best.offer(record) && order.natural) break scan;
    }
  }
  const records = best.rows.slice(0, pageSize);
  const last = records.at(-1);
  const more = best.rows.length > pageSize && last !== undefined;
  return { records, nextCursor: more ? writeCursor(order, order.placeOf(last)) : null };
}

/** The records of a kind whose `field` is `value`, latest changes first, at most `limit`. */
export function recordsBy(
  store: Store,
  kind: RecordKind,
  field: string,
  value: string,
  limit = Number.MAX_SAFE_INTEGER,
): readonly ZuoraRecord[] {
  const filters: Filter[] = [{ field, type: 'text', operator: 'EQ', values: [value.toLowerCase()] }];
  return search(store, kind, { filters, order: LATEST_FIRST, after: null, pageSize: limit }).records;
}

/** The first rows in an order, without keeping the others. */
class Best {
  readonly rows: ZuoraRecord[] = [];

  constructor(
    private readonly order: SortOrder,
    private readonly size: number,
  ) {}

  /** Whether the record is among the first so far. */
  offer(record: ZuoraRecord): boolean {
    const { rows } = this;
    const last = rows.at(-1);
    if (rows.length >= this.size && last !== undefined && this.order.compare(record, last) > 0) return false;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = rows[middle];
      if (there !== undefined && this.order.compare(there, record) <= 0) low = middle + 1;
      else high = middle;
    }
    rows.splice(low, 0, record);
    if (rows.length > this.size) rows.pop();
    return true;
  }
}
