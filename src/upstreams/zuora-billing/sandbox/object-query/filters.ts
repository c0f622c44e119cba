import type { ZuoraRecord } from '../state/record.js';
import type { QueryObject } from './query-object.js';
import { type Comparable, comparable, compare, type FieldType, readValue, typeOf } from './values.js';

const OPERATORS = ['EQ', 'NE', 'LT', 'GT', 'LE', 'GE', 'SW', 'IN'] as const;
type Operator = (typeof OPERATORS)[number];

export interface Filter {
  /** In Zuora's spelling. */
  readonly field: string;
  readonly type: FieldType;
  readonly operator: Operator;
  /** One value, or those of the list. */
  readonly values: readonly Comparable[];
}

/** A filter that cannot be read; `message` says why. */
export class BadFilter extends Error {
  override readonly name = 'BadFilter';
}

// The tier's currency is searched under the name of its id.
const STORED_AS: Readonly<Record<string, string>> = { currencyId: 'currency' };

/** @throws BadFilter */
export function parseFilter(text: string, object: QueryObject): Filter {
  const [, name = '', asked = '', value = ''] = /^([^.:]+)\.([A-Za-z]+):(.*)$/s.exec(text) ?? [];
  if (name === '') throw new BadFilter(`Invalid filter "${text}": write <field>.<operator>:<value>`);
  const field = object.filterable.find((one) => one.toLowerCase() === name.toLowerCase());
  if (field === undefined) throw new BadFilter(`Field ${name} of ${object.path} cannot be filtered`);
  const operator = OPERATORS.find((one) => one === asked.toUpperCase());
  if (operator === undefined) throw new BadFilter(`Unknown filter operator ${asked}`);
  const type = typeOf(field);
  if (operator === 'SW' && type !== 'text') throw new BadFilter(`Operator SW does not apply to field ${name}`);
  const values = (operator === 'IN' ? listOf(value) : [value]).map((one) => {
    const read = readValue(type, one);
    if (read === undefined) throw new BadFilter(`Invalid value "${one}" for field ${name}`);
    return read;
  });
  return { field: STORED_AS[field] ?? field, type, operator, values };
}

function listOf(value: string): string[] {
  const [, inside] = /^\[(.+)\]$/s.exec(value) ?? [];
  if (inside === undefined) throw new BadFilter('Operator IN needs a list: [a,b]');
  return inside.split(',').map((one) => one.trim());
}

export function matches(record: ZuoraRecord, filters: readonly Filter[]): boolean {
  return filters.every((filter) => holds(filter, comparable(filter.type, record[filter.field])));
}

// As in SQL, a null matches no comparison but EQ:null and IN with null.
function holds({ operator, values }: Filter, actual: Comparable): boolean {
  const [value = null] = values;
  if (operator === 'EQ' || operator === 'IN') return values.includes(actual);
  if (operator === 'NE') return actual !== value && actual !== null;
  if (actual === null || value === null) return false;
  const order = compare(actual, value);
  switch (operator) {
    case 'LT':
      return order < 0;
    case 'GT':
      return order > 0;
    case 'LE':
      return order <= 0;
    case 'GE':
      return order >= 0;
    case 'SW':
      return String(actual).startsWith(String(value));
  }
}
