import { type ObjectError, objectError } from '../crud/refusals.js';
import { recordsBy } from '../object-query/search.js';
import type { RecordEditor } from '../state/editor.js';
import type { FieldValue, RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { type CatalogKind, type Fields, REQUIRED, readFields, recordField } from './catalog-fields.js';
import { readTiers } from './charge-tiers.js';

/** What an object hangs on, what hangs on it, and what of a subscription keeps it from going. */
const PLACES: Readonly<Record<CatalogKind, Place>> = {
  product: {
    unique: ['SKU', 'ProductNumber'],
    number: ['productNumber', 'PC-'],
    child: ['productRatePlan', 'productId'],
  },
  productRatePlan: {
    unique: ['ProductRatePlanNumber'],
    number: ['productRatePlanNumber', 'PRP-'],
    parent: ['product', 'ProductId'],
    child: ['productRatePlanCharge', 'productRatePlanId'],
    used: ['ratePlan', 'productRatePlanId'],
  },
  productRatePlanCharge: {
    unique: ['ProductRatePlanChargeNumber'],
    number: ['productRatePlanChargeNumber', 'PRPC-'],
    parent: ['productRatePlan', 'ProductRatePlanId'],
    used: ['ratePlanCharge', 'productRatePlanChargeId'],
  },
};

interface Place {
  readonly unique: readonly string[];
  readonly number: readonly [field: string, prefix: string];
  readonly parent?: readonly [kind: CatalogKind, field: string];
  readonly child?: readonly [kind: CatalogKind, field: string];
  readonly used?: readonly [kind: RecordKind, field: string];
}

// Above what the seed gives.
const FIRST_NUMBER = 90_000_001;

/** The catalog of the tenant, as CRUD changes it. Whatever is refused changes nothing. */
export class CatalogBook {
  #next = FIRST_NUMBER;

  constructor(
    private readonly store: Store,
    private readonly edit: RecordEditor,
  ) {}

  get(kind: CatalogKind, id: string): ZuoraRecord | undefined {
    return this.store.get(kind, id);
  }

  create(kind: CatalogKind, fields: Fields): ZuoraRecord | ObjectError {
    const read = this.#checked(kind, fields, null);
    if (isError(read)) return read;
    const { parent, number } = PLACES[kind];
    if (parent && !this.store.get(parent[0], String(fields[parent[1]]))) {
      return objectError('INVALID_ID', `Invalid id for ${parent[1]}: ${String(fields[parent[1]])}`);
    }
    const tiers = kind === 'productRatePlanCharge' ? this.#tiers(fields) : [];
    if (isError(tiers)) return tiers;
    const own = String(this.#next++);
    const record = this.edit.add(kind, {
      ...(kind === 'product' && { sKU: `SKU-${own}`, allowFeatureChanges: false }),
      [number[0]]: number[1] + own,
      ...withoutNulls(read),
    });
    this.#price(record, tiers);
    return record;
  }

  update(kind: CatalogKind, record: ZuoraRecord, fields: Fields): ZuoraRecord | ObjectError {
    const read = this.#checked(kind, fields, record);
    if (isError(read)) return read;
    const tiers = kind === 'productRatePlanCharge' ? this.#tiers(fields) : [];
    if (isError(tiers)) return tiers;
    const changed = this.edit.update(kind, record.id, read);
    this.#price(changed, tiers);
    return changed;
  }

  /** What goes takes everything below it along; what has been subscribed to stays. */
  delete(kind: CatalogKind, record: ZuoraRecord): ObjectError | null {
    const user = this.#usedBelow(kind, record.id);
    if (user) return objectError('CANNOT_DELETE', `It cannot be deleted, for ${user} uses it.`);
    this.#remove(kind, record.id);
    return null;
  }

  #checked(kind: CatalogKind, fields: Fields, record: ZuoraRecord | null): Record<string, FieldValue> | ObjectError {
    const required = REQUIRED[kind];
    const missing = (record ? required.update : required.create).find((name) => isEmpty(fields[name]));
    // What an object cannot be without cannot be emptied either.
    const emptied = required.create.find((name) => name in fields && isEmpty(fields[name]));
    const lacking = missing ?? emptied;
    if (lacking) return objectError('MISSING_REQUIRED_VALUE', `Missing required value: ${lacking}`);
    const read = readFields(kind, fields);
    if (isError(read)) return read;
    const { effectiveStartDate: start, effectiveEndDate: end } = { ...record, ...read };
    if (start && end && String(end) <= String(start)) {
      return objectError('INVALID_VALUE', 'EffectiveEndDate must be after EffectiveStartDate.');
    }
    return this.#taken(kind, { ...record, ...read }, record?.id) ?? read;
  }

  #taken(kind: CatalogKind, fields: Fields, self: string | undefined): ObjectError | null {
    for (const name of PLACES[kind].unique) {
      const value = fields[recordField(name)];
      if (isEmpty(value)) continue;
      const others = recordsBy(this.store, kind, recordField(name), String(value), 2);
      if (others.some(({ id }) => id !== self)) {
        return objectError('DUPLICATE_VALUE', `The ${name} ${String(value)} has been used.`);
      }
    }
    if (kind !== 'productRatePlan') return null;
    const siblings = recordsBy(this.store, kind, 'productId', String(fields.productId));
    return siblings.some(({ id, name }) => id !== self && name === fields.name)
      ? objectError('DUPLICATE_VALUE', `The product has a rate plan named ${String(fields.name)}.`)
      : null;
  }

  #tiers(fields: Fields) {
    return readTiers(String(fields.ChargeModel), fields.ProductRatePlanChargeTierData);
  }

  /** New prices replace all that there were. */
  #price(charge: ZuoraRecord, tiers: readonly Readonly<Record<string, FieldValue>>[]): void {
    if (tiers.length === 0) return;
    this.#dropTiers(charge.id);
    for (const tier of tiers) {
      this.edit.add('productRatePlanChargeTier', { ...tier, productRatePlanChargeId: charge.id });
    }
  }

  #dropTiers(chargeId: string): void {
    const tiers = recordsBy(this.store, 'productRatePlanChargeTier', 'productRatePlanChargeId', chargeId);
    for (const { id } of tiers) this.edit.remove('productRatePlanChargeTier', id);
  }

  #childrenOf(kind: CatalogKind, id: string): { kind: CatalogKind; records: readonly ZuoraRecord[] } | null {
    const { child } = PLACES[kind];
    return child ? { kind: child[0], records: recordsBy(this.store, child[0], child[1], id) } : null;
  }

  #usedBelow(kind: CatalogKind, id: string): string | null {
    const { used } = PLACES[kind];
    if (used && recordsBy(this.store, used[0], used[1], id, 1).length > 0) return 'a subscription';
    const children = this.#childrenOf(kind, id);
    return children?.records.some((child) => this.#usedBelow(children.kind, child.id)) ? 'a subscription' : null;
  }

  #remove(kind: CatalogKind, id: string): void {
    const children = this.#childrenOf(kind, id);
    for (const child of children?.records ?? []) this.#remove(children?.kind ?? kind, child.id);
    if (kind === 'productRatePlanCharge') this.#dropTiers(id);
    this.edit.remove(kind, id);
  }
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

export function isError<T extends object>(value: T | ObjectError): value is ObjectError {
  return 'Code' in value && 'Message' in value;
}

function withoutNulls(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
