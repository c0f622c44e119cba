import { expect, it } from 'vitest';
import { markIn, onDay, remark } from '../../../src/upstreams/zuora-billing/syncing/references.js';

it.each([
  ['Goodwill', 'TOGAI credit creds.1', 255, 'Goodwill [TOGAI credit creds.1]'],
  [null, 'TOGAI credit creds.1', 255, '[TOGAI credit creds.1]'],
  ['with [brackets]', 'R', 255, 'with  brackets [R]'],
  ['far too long to be kept', 'R', 10, 'far to [R]'],
  ['no room', '0123456789', 12, '[0123456789]'],
])('%j is kept with %s in %i characters', (text, reference, most, expected) => {
  expect(remark(text, reference, most)).toBe(expected);
  expect(markIn(expected, reference)).toBe('');
});

it('finds a reference whatever people wrote around it, and no other that begins alike', () => {
  expect(markIn('moved by Ann: Goodwill [TOGAI credit creds.1], see mail', 'TOGAI credit creds.1')).toBe('');
  expect(markIn('[TOGAI invoice inv.1 3fa7c1d0]', 'TOGAI invoice inv.1')).toBe('3fa7c1d0');
  expect(markIn('[TOGAI credit creds.10]', 'TOGAI credit creds.1')).toBeNull();
  expect(markIn('[TOGAI credit creds.1', 'TOGAI credit creds.1')).toBeNull();
  expect(markIn('TOGAI credit creds.1', 'TOGAI credit creds.1')).toBeNull();
  expect(markIn(null, 'TOGAI credit creds.1')).toBeNull();
});

it.each([
  ['Europe/Berlin', '2026-06-15T12:00:00.000Z'],
  ['America/Los_Angeles', '2026-06-15T12:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-06-15T00:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-06-15T12:00:00.000Z'],
])('has an instant on the day in %s', (zone, instant) => {
  expect(onDay('2026-06-15', zone)).toBe(instant);
});
