const LOCAL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?$/;
const MINUTE_MS = 60_000;

/**
 * The instant of a text that has none or its own offset, as ISO 8601 in UTC. Zuora writes `2018-12-13 17:21:43` where it
 * means the tenant's own clock. Null for nothing, and for what is no time at all.
 */
export function instantOf(text: string | null, timeZone: string): string | null {
  if (text === null) return null;
  const [, day, time] = LOCAL.exec(text) ?? [];
  const at = day ? inZone(Date.parse(`${day}T${time}Z`), timeZone) : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Where the clock of the zone shows what a clock of UTC shows at `shown`. */
function inZone(shown: number, timeZone: string): number {
  if (Number.isNaN(shown)) return shown;
  // The offset at the instant itself counts, which is at most one step away from the offset at the same reading in UTC.
  const guess = shown - offsetMs(shown, timeZone);
  return shown - offsetMs(guess, timeZone);
}

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/** What the tenant's clock shows at an instant, as Zuora takes it where no offset is allowed: `2018-12-13T17:21:43`. */
export function clockAt(instant: string, timeZone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, 19);
}
