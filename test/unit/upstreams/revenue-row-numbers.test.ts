import { describe, expect, it } from 'vitest';
import { countNumbers, numberPlaces, numbersIn } from '../../../src/upstreams/zuora-revenue/customer-rows/numbers.js';

const columns = (...pairs: [label: string, field: string][]) => pairs.map(([label, field]) => ({ label, field }));

describe('the columns that carry numbers', () => {
  it('are known by their staging field, whatever the heading, and by a heading, whatever the field', () => {
    const template = columns(
      ['Order', 'SO_NUM'],
      ['Who', 'CUSTOMER_NUM'],
      ['Account Number', 'ATR7'],
      [' subscription-name ', 'ATR8'],
      ['Customer Name', 'CUSTOMER_NAME'],
      ['Account', 'DEF_SEGMENTS'],
      ['Inv Num', 'INV_NUM'],
    );
    expect(numberPlaces(template)).toEqual({ ACCOUNT: [1, 2], SUBSCRIPTION: [0, 3] });
    expect(numberPlaces(columns(['Event Name', 'EVENT_NAME']))).toEqual({ ACCOUNT: [], SUBSCRIPTION: [] });
  });
});

describe('the numbers of rows', () => {
  it('are what stands there without blanks around it, once a row', () => {
    expect(numbersIn([' A-1 ', 'A-1', '', 'A 2', 'A\u00003'], [0, 1, 2, 3, 4, 9])).toEqual(['A-1', 'A 2']);
  });

  it('are counted by row, each kind for itself', () => {
    const rows = [
      ['A-1', 'S-1', 'S-1'],
      ['A-1', 'S-2', 'A-1'],
      ['', '', ''],
    ];
    expect(countNumbers(rows, { ACCOUNT: [0], SUBSCRIPTION: [1, 2] })).toEqual([
      { kind: 'ACCOUNT', value: 'A-1', rows: 2 },
      { kind: 'SUBSCRIPTION', value: 'S-1', rows: 1 },
      { kind: 'SUBSCRIPTION', value: 'S-2', rows: 1 },
      { kind: 'SUBSCRIPTION', value: 'A-1', rows: 1 },
    ]);
  });
});
