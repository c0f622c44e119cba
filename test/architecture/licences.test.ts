import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Licences that ask for no more than their notice. */
const ALLOWED = new Set([
  ...['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense'],
]);

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
}
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

// Only what nothing but development needs is left out: `devOptional` packages can be installed in production.
const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);

/** `A OR B` leaves the choice, `A AND B` does not. Anything that is written in another way is not understood. */
function isAllowed(licence: string | undefined): boolean {
  const inner = /^\(([^()]*)\)$/.exec(licence ?? '')?.[1] ?? licence ?? '';
  return inner.split(' OR ').some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name)));
}

describe('what is shipped', () => {
  it('has licences that allow it to be used in anything', () => {
    expect(shipped.length).toBeGreaterThan(100);
    const refused = shipped.filter(([, { license }]) => !isAllowed(license));
    expect(refused.map(([path, { license }]) => `${path}: ${license ?? 'no licence'}`)).toEqual([]);
  });

  it.each([
    [undefined, false],
    ['', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['(MIT AND GPL-3.0-only)', false],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND BSD-3-Clause)', true],
    ['MIT', true],
  ])('is judged rightly: %s', (licence, allowed) => {
    expect(isAllowed(licence)).toBe(allowed);
  });
});
