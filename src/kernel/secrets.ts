const CENSOR = '[redacted]';
// Shorter ones are words that stand in many texts.
const SHORTEST = 6;

/** Takes credentials out of texts. */
export type Mask = (text: string) => string;

/** Takes these secrets out of a text, however they are written there: as they are, in JSON, in an address, in Base64. */
export function maskOf(secrets: Iterable<string>): Mask {
  const forms = new Set([...secrets].filter((secret) => secret.length >= SHORTEST).flatMap(formsOf));
  if (forms.size === 0) return (text) => text;
  // The longest first: one secret may be the beginning of another.
  const sorted = [...forms].sort((one, other) => other.length - one.length);
  const any = new RegExp(sorted.map((form) => form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'g');
  return (text) => text.replace(any, CENSOR);
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const twice = JSON.stringify(json).slice(1, -1);
  return [secret, json, twice, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
}

// What follows the name of a scheme, or stands in an address before the host.
// `Basic authentication` and `Bearer token` are words.
const SCHEMES =
  /\b([Bb]earer|BEARER|[Bb]asic|BASIC|[Dd]igest)(\s+|%20)(?=[\w.~+/=-]*(?:[\d=_~+/]|[a-z][A-Z])|[\w.~+/=-]{24})[\w.~+/=-]{6,}/g;
const IN_ADDRESS = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]+@/gi;
const OWN_KEYS = /\bbgk_\w{8,}/g;
const JWTS = /\beyJ[\w-]{4,}\.[\w-]+\.[\w-]*/g;

/** Takes out what is a credential by its form, whoever's it is. */
export const maskForms: Mask = (text) =>
  text
    .replace(SCHEMES, `$1$2${CENSOR}`)
    .replace(IN_ADDRESS, `$1${CENSOR}@`)
    .replace(OWN_KEYS, `bgk_${CENSOR}`)
    .replace(JWTS, CENSOR);

// Headers that prove who asks, and fields of a form that do.
const PROVING =
  /^(authorization|proxy-authorization|cookie|token|x-api-key|api-?access-?key-?id|api-?secret-?access-?key)$/i;
const PROVING_FIELDS = ['client_secret', 'password', 'assertion', 'refresh_token'];

/** The credentials that a request carries. */
export function credentialsIn({
  headers,
  body,
}: {
  headers: Readonly<Record<string, string>>;
  body?: unknown;
}): string[] {
  const found = known.get(headers) ?? provingHeaders(headers);
  known.set(headers, found);
  if (headers['content-type'] !== 'application/x-www-form-urlencoded' || typeof body !== 'string') return found;
  const fields = new URLSearchParams(body);
  return [...found, ...PROVING_FIELDS.flatMap((name) => fields.get(name) ?? [])];
}

// A connection sends the same headers with thousands of requests.
const known = new WeakMap<Readonly<Record<string, string>>, string[]>();

function provingHeaders(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!PROVING.test(name)) return [];
    const [, scheme, proof = value] = /^(Bearer|Basic)\s+(.+)$/i.exec(value) ?? [];
    return scheme?.toLowerCase() === 'basic' ? [proof, ...passwordIn(proof)] : [proof];
  });
}

function passwordIn(basic: string): string[] {
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 0 ? [] : [text.slice(at + 1)];
}
