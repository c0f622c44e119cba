declare const plainDate: unique symbol;

/** A billing day, `2026-02-28`, in the time zone of the tenant that sent it: never an instant. */
export type PlainDate = string & { readonly [plainDate]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (day < 1 || day > (LONGEST[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || isLeap(Number(text.slice(0, 4)));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Throws RangeError on anything that is not a day of the calendar. */
export function parsePlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

// Making one takes far longer than using it; there are as many as zones are configured.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The billing day that an instant falls on in a time zone (IANA name). */
export function dayIn(zone: string, instant: Date): PlainDate {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    formats.set(zone, format);
  }
  return parsePlainDate(format.format(instant));
}

/** Whether the name is a time zone this process knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const MINUTE_MS = 60_000;

/** How far the clock of a zone is before that of UTC at an instant. */
export function clockOffsetMs(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/** When the clock of a zone shows what a clock of UTC shows at `shown`. */
export function whenClockShows(shown: number, zone: string): number {
  if (Number.isNaN(shown)) return shown;
  // The offset at the instant itself counts, which is at most one step away from the offset at the same reading in UTC.
  const guess = shown - clockOffsetMs(shown, zone);
  return shown - clockOffsetMs(guess, zone);
}
