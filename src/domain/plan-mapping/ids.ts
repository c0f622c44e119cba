import { createHash } from 'node:crypto';

const LONGEST = 50;

/** An id of ours for something elsewhere: the same for the same, readable where it can be, at most 50 characters. */
export function idFor(prefix: string, of: string): string {
  const plain = of
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const whole = `${prefix}_${plain}`;
  // Two names that differ in what was replaced must not become one.
  const isExact = plain === of && whole.length <= LONGEST;
  return isExact ? whole : `${whole.slice(0, LONGEST - 9)}_${hashOf(of).slice(0, 8)}`;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
