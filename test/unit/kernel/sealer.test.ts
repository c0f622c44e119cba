import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseSealingKeys, SealBroken, Sealer, sealedUnder } from '../../../src/kernel/secrets/sealer.js';

const key = (id: string) => ({ id, bytes: randomBytes(32) });

describe('a sealer', () => {
  const old = key('2025');
  const current = key('2026');

  it('opens what it sealed, for its owner alone', () => {
    const sealer = new Sealer([current]);
    const sealed = sealer.seal('pässword', 'ZUORA_BILLING/eu');
    expect(sealed).not.toContain('ssword');
    expect(sealedUnder(sealed)).toBe('2026');
    expect(sealer.open(sealed, 'ZUORA_BILLING/eu')).toBe('pässword');
    expect(() => sealer.open(sealed, 'ZUORA_BILLING/us')).toThrow(SealBroken);
  });

  it('never seals the same text the same way twice', () => {
    const sealer = new Sealer([current]);
    expect(sealer.seal('secret', 'a')).not.toBe(sealer.seal('secret', 'a'));
  });

  it('opens what older keys sealed, and seals with the first', () => {
    const sealed = new Sealer([old]).seal('secret', 'a');
    const rotated = new Sealer([current, old]);
    expect(rotated.open(sealed, 'a')).toBe('secret');
    expect(sealedUnder(rotated.seal('secret', 'a'))).toBe('2026');
    expect(() => new Sealer([current]).open(sealed, 'a')).toThrow('the key "2025" is not among those');
  });

  it('notices a change of a single bit', () => {
    const sealer = new Sealer([current]);
    const [version, id, nonce, rest = ''] = sealer.seal('secret', 'a').split('.');
    const bytes = Buffer.from(rest, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const text = [version, id, nonce, changed.toString('base64url')].join('.');
      expect(() => sealer.open(text, 'a')).toThrow(SealBroken);
    }
    expect(() => sealer.open('', 'a')).toThrow(SealBroken);
  });
});

describe('keys in the configuration', () => {
  const good = randomBytes(32).toString('base64');
  it.each([
    ['', []],
    [`a:${good}`, ['a']],
    [` a:${good} , b:${good} `, ['a', 'b']],
  ])('%s', (text, ids) => {
    const keys = parseSealingKeys(text);
    expect(typeof keys === 'string' ? keys : keys.map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    [`:${good}`, 'needs a name'],
    ['a:c2hvcnQ=', 'must be 32 bytes'],
    [`a:${good},a:${good}`, 'there twice'],
  ])('are refused: %s', (text, said) => {
    expect(parseSealingKeys(text)).toContain(said);
  });
});
