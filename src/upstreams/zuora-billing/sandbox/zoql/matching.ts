import type { Filter } from '../object-query/filters.js';
import { recordsBy, search } from '../object-query/search.js';
import { sortOrder } from '../object-query/sort-order.js';
import { comparable, compare, typeOf } from '../object-query/values.js';
import type { FieldValue, RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { FIELDS_OF_THE_TIER, storedName, type ZoqlObject } from './objects.js';
import { BadQuery, type Condition, type Query } from './parse.js';

const BY_ID = sortOrder({ field: 'id', descending: false });
const REMOVED = 'RemoveProduct';

/** Every record that a query asks for. @throws BadQuery */
export function recordsFor(store: Store, object: ZoqlObject, { select, where }: Query): ZuoraRecord[] {
  const fieldOf = (name: string) => {
    const field = object.fields.find((one) => one.toLowerCase() === name.toLowerCase());
    if (field === undefined) throw new BadQuery('INVALID_FIELD', `invalid field for query: ${object.name}.${name}`);
    return storedName(field);
  };
  for (const name of select) fieldOf(name);
  refuseTwoOfTheTier(object, select);
  const groups = where.map((group) => group.map((one) => ({ ...one, field: fieldOf(one.field) })));
  const asksForAmendments = groups.flat().some(({ field }) => field === 'amendmentType');
  const found = new Map<string, ZuoraRecord>();
  for (const group of groups.length > 0 ? groups : [[]]) {
    for (const record of candidates(store, object.kind, group)) {
      if (object.kind === 'ratePlan' && !asksForAmendments && record.amendmentType === REMOVED) continue;
      if (group.every((one) => holds(one, record[one.field] ?? null))) found.set(record.id, record);
    }
  }
  return [...found.values()];
}

/** The fields asked for; those that are null are not there. */
export function shown(store: Store, object: ZoqlObject, select: readonly string[], record: ZuoraRecord) {
  const entries = select.map((name) => {
    const field = object.fields.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;
    const ofTheTier = object.kind === 'ratePlanCharge' && FIELDS_OF_THE_TIER.includes(field);
    const source = ofTheTier ? recordsBy(store, 'ratePlanChargeTier', 'ratePlanChargeId', record.id, 1)[0] : record;
    return [field, inSoapForm(field, source?.[storedName(field)] ?? null)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}

function refuseTwoOfTheTier({ kind }: ZoqlObject, select: readonly string[]): void {
  if (kind !== 'ratePlanCharge') return;
  const names = select.map((name) => name.toLowerCase());
  if (FIELDS_OF_THE_TIER.filter((field) => names.includes(field.toLowerCase())).length < 2) return;
  throw new BadQuery(
    'INVALID_VALUE',
    'You can only use OveragePrice, Price, IncludedUnits, DiscountAmount or DiscountPercentage in one query.',
  );
}

/** At least those that fit; only these records are made where a condition names ids or numbers. */
function candidates(store: Store, kind: RecordKind, group: readonly Condition[]): readonly ZuoraRecord[] {
  const filters = group.flatMap(({ field, comparison, value }): Filter[] =>
    comparison === '=' && typeof value === 'string' && typeOf(field) === 'text'
      ? [{ field, type: 'text', operator: 'EQ', values: [value.toLowerCase()] }]
      : [],
  );
  return search(store, kind, { filters, order: BY_ID, after: null, pageSize: Number.MAX_SAFE_INTEGER }).records;
}

function holds({ field, comparison, value }: Condition, actual: FieldValue): boolean {
  if (comparison === 'like') return typeof actual === 'string' && likeness(String(value)).test(actual);
  const type = typeOf(field);
  // Unlike in Object Query, text is compared with its case.
  const left = type === 'text' ? actual : comparable(type, actual);
  const right = type === 'text' || value === null ? value : comparable(type, asWritten(type, value));
  if (comparison === '=') return left === right;
  if (comparison === '!=' || comparison === '<>') return left !== right;
  if (left === null || right === null) return false;
  const order = compare(left, right);
  if (comparison === '<') return order < 0;
  if (comparison === '>') return order > 0;
  return comparison === '<=' ? order <= 0 : order >= 0;
}

/** Numbers and flags may stand in quotes. */
function asWritten(type: string, value: string | number | boolean): FieldValue {
  if (type === 'number') return Number(value);
  return type === 'boolean' ? String(value) === 'true' : value;
}

function likeness(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 's');
}

function inSoapForm(field: string, value: FieldValue): FieldValue {
  if (field !== 'PriceFormat' || typeof value !== 'string') return value;
  return value.replace(/(?<=[a-z])(?=[A-Z])/, ' ');
}
