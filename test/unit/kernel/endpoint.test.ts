import { describe, expect, it } from 'vitest';
import { isPublic, lookupFor, publicLookup } from '../../../src/kernel/http/endpoint.js';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '224.0.0.1',
    '255.255.255.255',
  ])('%s is not public', (address) => {
    expect(isPublic(address, 4)).toBe(false);
  });

  it.each(['::', '::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'])(
    '%s is not public',
    (address) => {
      expect(isPublic(address, 6)).toBe(false);
    },
  );

  it.each([
    ['8.8.8.8', 4],
    ['172.32.0.1', 4],
    ['2606:4700::1111', 6],
  ])('%s is', (address, family) => {
    expect(isPublic(address, family)).toBe(true);
  });
});

describe("a vendor's host", () => {
  const rules = { domains: ['zuora.com'], allowed: ['127.0.0.1:4101'] };

  it('that leads into the own network is not connected to', async () => {
    const error = await new Promise((resolve) => publicLookup('localhost', {}, resolve));
    expect(String(error)).toMatch(/localhost leads to .*, which is not public/);
  });

  it('is looked up so; one that is allowed by hand is not', () => {
    expect(lookupFor('https://rest.zuora.com', rules)).toBe(publicLookup);
    expect(lookupFor('http://127.0.0.1:4101', rules)).toBeUndefined();
  });
});
