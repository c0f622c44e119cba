const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LONG_MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];

// The longest first: `MONTH` begins with `MON`, `HH24` with `HH`.
const PARTS: readonly (readonly [string, string])[] = [
  ['YYYY', '(?<year>\\d{4})'],
  ['RRRR', '(?<year>\\d{4})'],
  ['YY', '(?<shortYear>\\d{2})'],
  ['RR', '(?<shortYear>\\d{2})'],
  ['MONTH', `(?<monthName>${LONG_MONTHS.join('|')})`],
  ['MON', `(?<monthName>${MONTHS.join('|')})`],
  ['MM', '(?<month>\\d{1,2})'],
  ['DD', '(?<day>\\d{1,2})'],
  ['HH24', '\\d{1,2}'],
  ['HH12', '\\d{1,2}'],
  ['HH', '\\d{1,2}'],
  ['MI', '\\d{2}'],
  ['SS', '\\d{2}'],
  ['AM', '[AP]M'],
  ['PM', '[AP]M'],
];

/** Says what is wrong with a date, or null. */
export type DateCheck = (text: string) => string | null;

/**
 * Checks dates against a format of Oracle's words, such as `DD-MON-YYYY` or `MM/DD/YYYY HH24:MI:SS`. A format with words
 * that are not known here checks nothing: Zuora Revenue will.
 */
export function dateCheck(format: string): DateCheck {
  let pattern = '';
  for (let at = 0; at < format.length; ) {
    const rest = format.slice(at).toUpperCase();
    const part = PARTS.find(([word]) => rest.startsWith(word));
    if (!part && /^[A-Z]/.test(rest)) return () => null;
    pattern += part ? part[1] : (format[at] ?? '').replace(/[^\w\s]/g, '\\$&');
    at += part ? part[0].length : 1;
  }
  let matcher: RegExp;
  try {
    matcher = new RegExp(`^${pattern}$`, 'i');
  } catch {
    // A word that is there twice makes no pattern.
    return () => null;
  }
  return (text) => {
    const found = matcher.exec(text)?.groups;
    if (!matcher.test(text)) return `is not a date of the form ${format}`;
    return found && !isDay(found) ? 'is no day of the calendar' : null;
  };
}

function isDay({ year, shortYear, month, monthName, day }: Record<string, string | undefined>): boolean {
  if (day === undefined || (month === undefined && monthName === undefined)) return true;
  const name = monthName?.slice(0, 3).toUpperCase() ?? '';
  const number = month === undefined ? MONTHS.indexOf(name) + 1 : Number(month);
  const inYear = year === undefined ? 2000 + Number(shortYear ?? 0) : Number(year);
  const at = new Date(Date.UTC(inYear, number - 1, Number(day)));
  return number >= 1 && at.getUTCMonth() === number - 1 && at.getUTCDate() === Number(day);
}
