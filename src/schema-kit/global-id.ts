/** `zac` and `8ad0…` as one id. Clients treat it as opaque; support staff can read it. */
export function globalId(prefix: string, key: string): string {
  return `${prefix}_${key}`;
}

/** Null for text that cannot be an id of ours. */
export function parseGlobalId(id: string): { prefix: string; key: string } | null {
  const at = id.indexOf('_');
  return at > 0 && at < id.length - 1 ? { prefix: id.slice(0, at), key: id.slice(at + 1) } : null;
}
