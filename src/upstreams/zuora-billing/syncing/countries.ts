const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));

// What systems write where the official English name is another one.
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'czech republic': 'CZ',
  'great britain': 'GB',
  holland: 'NL',
  'hong kong': 'HK',
  'ivory coast': 'CI',
  'korea, republic of': 'KR',
  macao: 'MO',
  'republic of korea': 'KR',
  'russian federation': 'RU',
  'taiwan, province of china': 'TW',
  turkey: 'TR',
  'united states of america': 'US',
  usa: 'US',
  'viet nam': 'VN',
};

const GROUPS: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const byName = new Map<string, string>(Object.entries(OTHER_NAMES));
const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
  const name = isCurrent(code) ? names.of(code) : undefined;
  if (name !== undefined) byName.set(plain(name), code);
}

/** The ISO 3166-1 alpha-2 code of a country by its code or English name; null for what is none. */
export function countryCode(country: string): string | null {
  const code = country.trim().toUpperCase();
  if (code === 'UK') return 'GB';
  if (/^[A-Z]{2}$/.test(code) && isCurrent(code) && names.of(code) !== undefined) return code;
  return byName.get(plain(country)) ?? null;
}

/** Neither a code that another one has taken the place of, such as DD, nor one of a group of countries. */
function isCurrent(code: string): boolean {
  return !GROUPS.has(code) && new Intl.Locale(`und-${code}`).region === code;
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll('&', 'and');
}
