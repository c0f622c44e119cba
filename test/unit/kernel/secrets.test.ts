import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownSecrets } from '../../../src/kernel/secrets/known-secrets.js';
import { maskOf } from '../../../src/kernel/secrets.js';

const SECRETS = ['abcdef', 'abcdefabcdefabcdef', 'fedcba-a-b-c', 'bbbbbbbbbbbbbbbbbbbbbbbbb'];

/** The first place that holds one, and the longest one there, by looking for each of them at every place. */
function plainly(text: string, secrets: readonly string[]): string {
  const longest = [...secrets].sort((one, other) => other.length - one.length);
  let masked = '';
  for (let at = 0; at < text.length; ) {
    const found = longest.find((secret) => text.startsWith(secret, at));
    masked += found ? '[redacted]' : text[at];
    at += found?.length ?? 1;
  }
  return masked;
}

describe('secrets that are known', () => {
  it('are found wherever they begin, however long they are and whatever stands around them', () => {
    const parts = fc.array(fc.constantFrom(...SECRETS, 'a', 'b', 'ab', 'abc', '-', ' ', 'abcde', 'cdef'), {
      maxLength: 30,
    });
    const some = fc.array(fc.constantFrom(...SECRETS), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, some, (words, secrets) => {
        const text = words.join('');
        expect(maskOf(secrets)(text)).toBe(plainly(text, secrets));
      }),
      { numRuns: 2_000 },
    );
    const found = new RegExp(SECRETS.join('|'));
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => found.test(text) || maskOf(SECRETS)(text) === text));
  });

  it('are taken out of data where nobody writes them by chance', () => {
    const secrets = new KnownSecrets(['Müller', '202611212252', 'eleven-char', 'twelve-chars']);
    const text = 'Müller 202611212252 eleven-char twelve-chars';
    expect(secrets.maskData(text)).toBe('Müller 202611212252 eleven-char [redacted]');
    expect(secrets.mask(text)).toBe('[redacted] [redacted] [redacted] [redacted]');
  });
});
