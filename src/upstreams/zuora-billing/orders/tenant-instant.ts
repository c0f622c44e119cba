import { clockOffsetMs, whenClockShows } from '../../../kernel/dates.js';

const LOCAL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?$/;

/**
 * The instant of a text that has none or its own offset, as ISO 8601 in UTC. Zuora writes `2018-12-13 17:21:43` where it
 * means the tenant's own clock. Null for nothing, and for what is no time at all.
 */
export function instantOf(text: string | null, timeZone: string): string | null {
  if (text === null) return null;
  const [, day, time] = LOCAL.exec(text) ?? [];
  const at = day ? whenClockShows(Date.parse(`${day}T${time}Z`), timeZone) : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** What the tenant's clock shows at an instant, as Zuora takes it where no offset is allowed: `2018-12-13T17:21:43`. */
export function clockAt(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return new Date(at + clockOffsetMs(at, timeZone)).toISOString().slice(0, 19);
}
