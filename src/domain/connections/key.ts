/**
 * What a connection is kept under everywhere: `ZUORA_BILLING` for the one that the environment configures,
 * `ZUORA_BILLING/eu` for another one of the same system. Records of the directory, progress and rights name it.
 */
export type ConnectionKey = string;

/** The system that a connection leads to. */
export function systemOf(key: ConnectionKey): string {
  const at = key.indexOf('/');
  return at === -1 ? key : key.slice(0, at);
}

/** What tells it from the system's other connections; null for the default one. */
export function handleOf(key: ConnectionKey): string | null {
  const at = key.indexOf('/');
  return at === -1 ? null : key.slice(at + 1);
}

export function connectionKey(system: string, handle: string): ConnectionKey {
  return `${system}/${handle}`;
}

/** `EU entity (prod)` as `eu-entity-prod`; empty if nothing of it can be kept. */
export function handleFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}
