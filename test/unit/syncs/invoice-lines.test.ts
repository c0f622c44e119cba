import { expect, it } from 'vitest';
import { linesOf } from '../../../src/domain/syncs/invoices/lines.js';
import type { BilledLine } from '../../../src/domain/syncs/invoices/ports.js';
import { sum } from '../../../src/kernel/money.js';

const sumOf = (description: string, amount: string, parts: readonly BilledLine[] = []): BilledLine => {
  return { description, amount, quantity: null, unitPrice: null, isItem: false, parts };
};
const item = (description: string, amount: string, more: Partial<BilledLine> = {}): BilledLine => {
  return { ...sumOf(description, amount), isItem: true, ...more };
};
const told = (whole: BilledLine, currency = 'EUR') =>
  linesOf(whole, currency).map(({ description, amount, quantity, unitPrice }) => [
    ...[description, amount],
    ...(quantity === null ? [] : [quantity, unitPrice]),
  ]);

it.each<readonly [string, BilledLine, string, readonly unknown[]]>([
  [
    'goes down through sums to what is sold',
    sumOf('Grand', '149.99', [sumOf('Net', '149.99', [item('Fee', '49.99'), item('Calls', '100')])]),
    'EUR',
    [
      ['Fee', '49.99'],
      ['Calls', '100'],
    ],
  ],
  [
    'keeps one line where something was taken off',
    sumOf('Net', '80', [sumOf('Gross', '100', [item('Fee', '100')]), item('Discount', '-20')]),
    'EUR',
    [['Net', '80']],
  ],
  [
    'keeps one line where the parts do not come to it',
    sumOf('Net', '881.94', [sumOf('Gross', '981.94')]),
    'EUR',
    [['Net', '881.94']],
  ],
  [
    'keeps one line where the parts are amounts that nobody can pay',
    sumOf('Net', '10.01', [item('A', '5.005'), item('B', '5.005')]),
    'EUR',
    [['Net', '10.01']],
  ],
  [
    'counts the digits of the currency',
    sumOf('Net', '10.01', [item('A', '5.005'), item('B', '5.005')]),
    'KWD',
    [
      ['A', '5.005'],
      ['B', '5.005'],
    ],
  ],
  ['leaves out what costs nothing', sumOf('Net', '5', [item('A', '5'), item('Free', '0')]), 'EUR', [['A', '5']]],
  [
    'has quantity and price where they make up the amount, of the line or of its only part',
    sumOf('Net', '30', [
      item('Calls', '20', { parts: [item('Slab 1', '20', { quantity: '8', unitPrice: '2.5' })] }),
      item('Rounded', '10', { quantity: '3', unitPrice: '3.33' }),
    ]),
    'EUR',
    [
      ['Calls', '20', '8', '2.5'],
      ['Rounded', '10'],
    ],
  ],
])('%s', (_, whole, currency, expected) => {
  expect(told(whole, currency)).toEqual(expected);
  expect(sum(linesOf(whole, currency).map(({ amount }) => amount))).toBe(whole.amount);
});
