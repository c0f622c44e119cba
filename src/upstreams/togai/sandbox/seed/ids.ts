import { createHash } from 'node:crypto';

const INDEX_DIGITS = 8;
const CHECK_DIGITS = 5;

/**
 * An id as Togai makes them, such as `um.1zY0000000a.4f0c2`: it carries its index, so that a look-up needs no table.
 * 17 characters behind the prefix and its dot.
 */
export function madeId(seed: string, prefix: string, index: number): string {
  const digits = index.toString(36).padStart(INDEX_DIGITS, '0');
  const check = createHash('sha1').update(`${seed}\u0000${prefix}\u0000${index}`).digest('hex').slice(0, CHECK_DIGITS);
  return `${prefix}.1zY${digits}.${check}`;
}

/** The index inside an id of this prefix; null if it is not one of these. */
export function madeIndex(seed: string, prefix: string, id: string): number | null {
  const digits = id.slice(prefix.length + 4, prefix.length + 4 + INDEX_DIGITS);
  if (!/^[0-9a-z]{8}$/.test(digits)) return null;
  const index = Number.parseInt(digits, 36);
  return id === madeId(seed, prefix, index) ? index : null;
}

/** A UUID that depends on its label alone. */
export function madeUuid(seed: string, label: string): string {
  const hex = createHash('sha1').update(`${seed}\u0000${label}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
