const HIDDEN = '***';
const SECRET_FIELDS: ReadonlySet<string> = new Set(['calloutAuth', 'hmacSecret', 'certificate', 'calloutHeaders']);

/** A request as people may see it and as the ledger of changes tells one from another: without anything secret. */
export function withoutSecrets(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, shown(name, value)]));
}

/** An address without what lets its holder in: user and password, and the values of its query. */
export function openAddress(address: string): string {
  const [before = '', query] = address.split(/\?(.*)/s);
  const place = before.replace(/^([a-z]+:\/\/)[^/@]*@/i, '$1');
  if (query === undefined) return place;
  return `${place}?${query.replaceAll(/=[^&]*/g, `=${HIDDEN}`)}`;
}

/** What an API shows in place of a secret that it keeps to itself. */
export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && /^[*•]+$/.test(value);
}

function shown(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (SECRET_FIELDS.has(name)) return typeof value === 'object' ? hiddenValues(value) : HIDDEN;
  if (name === 'calloutBaseurl' && typeof value === 'string') return openAddress(value);
  return name === 'callout' ? withoutSecrets(value as Record<string, unknown>) : value;
}

/** The names stay, so that a plan says what would be sent. */
function hiddenValues(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, typeof one === 'boolean' ? one : HIDDEN]),
  );
}
