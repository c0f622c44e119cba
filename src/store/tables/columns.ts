import type { ColumnType } from 'kysely';

/** A `timestamptz` that is written as an ISO 8601 text or a Date and read as a Date. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
export type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;
