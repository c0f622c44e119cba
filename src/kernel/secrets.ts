const CENSOR = '[redacted]';
// Shorter ones are words that stand in many texts.
const SHORTEST = 6;

/** Takes credentials out of texts. */
export type Mask = (text: string) => string;

/**
 * Takes these secrets out of a text, however they are written there: as they are, in JSON, in an address, in Base64. What that
 * takes grows with the text alone, not with the number of secrets.
 */
export function maskOf(secrets: Iterable<string>): Mask {
  const forms = new Set([...secrets].filter((secret) => secret.length >= SHORTEST).flatMap(formsOf));
  if (forms.size === 0) return (text) => text;
  // The longest first: one secret may be the beginning of another.
  const sorted = [...forms].sort((one, other) => other.length - one.length);
  const shortest = sorted.at(-1)?.length ?? SHORTEST;
  // Whatever begins between two looks has all the characters of the second one in it.
  const step = Math.min(LONGEST_STEP, shortest - LOOK + 1);
  const slots = 2 ** Math.ceil(Math.log2(forms.size * step * SLOTS_A_PLACE));
  const places = Array.from({ length: step }, (_, before) => sorted.map((form) => ({ form, before }))).reverse();
  const bySlot = Map.groupBy(places.flat(), ({ form, before }) => slotAt(form, before, slots));
  const taken = new Uint8Array(slots);
  for (const slot of bySlot.keys()) taken[slot] = 1;
  return (text) => {
    let masked = '';
    let from = 0;
    let at = 0;
    while (at <= text.length - LOOK) {
      const slot = slotAt(text, at, slots);
      const found =
        taken[slot] === 1 &&
        bySlot.get(slot)?.find(({ form, before }) => at - before >= from && text.startsWith(form, at - before));
      if (found) {
        masked += text.slice(from, at - found.before) + CENSOR;
        from = at - found.before + found.form.length;
        at = from;
      } else {
        at += step;
      }
    }
    return from === 0 ? text : masked + text.slice(from);
  };
}

// How many characters are looked at in one place.
const LOOK = 4;
// Beyond it there is little to gain, and there are more places to remember.
const LONGEST_STEP = 8;
// So that few places of a text need a closer look.
const SLOTS_A_PLACE = 16;

/** A number below `slots`, a power of two, for what stands there. */
function slotAt(text: string, at: number, slots: number): number {
  const first = text.charCodeAt(at) + 31 * text.charCodeAt(at + 1);
  return (first + 961 * text.charCodeAt(at + 2) + 29_791 * text.charCodeAt(at + 3)) & (slots - 1);
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const twice = JSON.stringify(json).slice(1, -1);
  const basic = base64Of(secret);
  const forms = [secret, json, twice, encodeURIComponent(secret.toWellFormed()), ...basic];
  return [...forms, ...basic.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** What a secret looks like in the Base64 of any text that it stands in: there are three, by where it begins. */
function base64Of(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // The first and the last digits say something of what stands around it, too.
    const whole = bytes.toString('base64').slice(0, Math.floor((bytes.length * 8) / 6));
    const own = whole.slice(Math.ceil((before * 8) / 6));
    return own.length < SHORTEST ? [] : [own];
  });
}

// Where a word begins: also after the escape of a line end, which ends with a letter.
const START = String.raw`(?:(?<![\w-])|(?<=\\[bfnrt]))`;
// What is more than a word: `Basic authentication` and `Bearer token` are words.
const UNLIKE_A_WORD = String.raw`(?=[\w.~+/=-]*(?:[\d=_~+/]|[a-z][A-Z])|[\w.~+/=-]{24})`;
const NAMES =
  'client_?secret|password|passwd|(?:access_|refresh_|id_)?token|assertion|x-api-key|api_?key|revpro-token|authorization|api_?secret_?access_?key|secret';

const SCHEMES = new RegExp(
  String.raw`${START}([Bb]earer|BEARER|[Bb]asic|BASIC|[Dd]igest|DIGEST)(\s+|%20|\+)${UNLIKE_A_WORD}[\w.~+/=-]{6,}`,
  'g',
);
// In addresses and forms.
const FIELDS = new RegExp(String.raw`${START}(${NAMES})(=|%3D)(?!\[redacted\])[^\s&"'<>,;\\]+`, 'gi');
// In the text of headers, where prose may follow the name as well.
const HEADERS = new RegExp(
  String.raw`${START}(${NAMES})(:\s*)(?=[\w.~+/=-]*[\d=_~+/]|[\w.~+/=-]{24})[\w.~+/=-]{6,}`,
  'gi',
);
const COOKIES = new RegExp(String.raw`${START}((?:set-)?cookie:\s*)[^\s"'\\]+=[^"'\\]*`, 'gi');
const IN_ADDRESS = /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*:\/\/)[^\s/@"'<>]+@/gi;
const OWN_KEYS = /bgk_\w{8,}/g;
const JWTS = new RegExp(String.raw`${START}eyJ[\w-]{4,}\.[\w-]+\.[\w-]*`, 'g');

/** Takes out what is a credential by its form, or by the name that stands before it, whoever's it is. */
export const maskForms: Mask = (text) =>
  text
    .replace(SCHEMES, `$1$2${CENSOR}`)
    .replace(FIELDS, `$1$2${CENSOR}`)
    .replace(HEADERS, `$1$2${CENSOR}`)
    .replace(COOKIES, `$1${CENSOR}`)
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
