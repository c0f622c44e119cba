import type { Findings } from './model.js';

/** Which part of what happened in a system is asked for. */
export interface HappeningsRequest {
  /** The first instant, milliseconds since the epoch, by the system's clock; null for all that there is. */
  readonly since: number | null;
  /** Null for the first page. */
  readonly cursor: string | null;
}

/** A page of what happened, found out by asking the system and not because it told. */
export interface HappeningsPage extends Findings {
  /** The cursor of the next page; null at the end. Pages may be empty before it. */
  readonly next: string | null;
}
