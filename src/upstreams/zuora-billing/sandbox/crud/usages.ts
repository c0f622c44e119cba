import { recordsBy } from '../object-query/search.js';
import type { RecordEditor } from '../state/editor.js';
import type { FieldValue, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { accountByKey, subscriptionByKey } from '../v1/lookup.js';
import { type ObjectError, objectError } from './refusals.js';

export type Fields = Readonly<Record<string, unknown>>;

const KNOWN = new Set([
  'AccountId',
  'AccountNumber',
  'ChargeId',
  'ChargeNumber',
  'Description',
  'EndDateTime',
  'Quantity',
  'StartDateTime',
  'SubscriptionId',
  'SubscriptionNumber',
  'UOM',
  'UniqueKey',
  'RbeStatus',
]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z)$/;

/** The usage records of the tenant, as CRUD and actions change them. */
export class Usages {
  constructor(
    private readonly store: Store,
    private readonly edit: RecordEditor,
  ) {}

  /** The new record, or why there is none. https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTUsage/ */
  create(fields: Fields): ZuoraRecord | ObjectError {
    for (const name of ['UOM', 'Quantity', 'StartDateTime']) {
      if (fields[name] === undefined || fields[name] === null || fields[name] === '') {
        return objectError('MISSING_REQUIRED_VALUE', `Missing required value: ${name}`);
      }
    }
    const wrong = this.#wrong(fields);
    if (wrong) return wrong;
    const key = fields.AccountId ?? fields.AccountNumber;
    const account = typeof key === 'string' ? accountByKey(this.store, key) : undefined;
    if (!account) return objectError('INVALID_VALUE', `The account ${String(key)} is invalid.`);
    const subscriptionKey = fields.SubscriptionNumber ?? fields.SubscriptionId;
    const subscription =
      typeof subscriptionKey === 'string' ? subscriptionByKey(this.store, subscriptionKey) : undefined;
    if (typeof subscriptionKey === 'string' && subscription?.accountId !== account.id) {
      return objectError('INVALID_VALUE', `The subscription ${subscriptionKey} is invalid.`);
    }
    const uniqueKey = text(fields.UniqueKey);
    if (uniqueKey !== null && recordsBy(this.store, 'usage', 'uniqueKey', uniqueKey, 1).length > 0) {
      return objectError('DUPLICATE_VALUE', `The unique key ${uniqueKey} has been used.`);
    }
    return this.edit.add('usage', {
      accountId: account.id,
      accountNumber: account.accountNumber ?? null,
      description: text(fields.Description),
      endDateTime: text(fields.EndDateTime),
      quantity: Number(fields.Quantity),
      ratePlanChargeId: text(fields.ChargeId),
      rbeStatus: 'Pending',
      sourceType: 'API',
      startDateTime: text(fields.StartDateTime),
      submissionDateTime: null,
      subscriptionId: subscription?.id ?? null,
      uOM: text(fields.UOM),
      uniqueKey,
    });
  }

  update(usage: ZuoraRecord, fields: Fields): ZuoraRecord | ObjectError {
    if (usage.rbeStatus === 'Processed') {
      return objectError('INVALID_VALUE', 'Usage that has been processed cannot be changed.');
    }
    const wrong = this.#wrong(fields);
    if (wrong) return wrong;
    const names = { EndDateTime: 'endDateTime', StartDateTime: 'startDateTime', UOM: 'uOM' } as const;
    const patch: Record<string, FieldValue> = {};
    for (const [name, field] of Object.entries(names)) if (name in fields) patch[field] = text(fields[name]);
    if ('Quantity' in fields) patch.quantity = Number(fields.Quantity);
    return this.edit.update('usage', usage.id, patch);
  }

  get(id: string): ZuoraRecord | undefined {
    return this.store.get('usage', id);
  }

  delete(usage: ZuoraRecord): ObjectError | null {
    if (usage.rbeStatus === 'Processed') {
      return objectError('INVALID_VALUE', 'Usage that has been processed cannot be deleted.');
    }
    this.edit.remove('usage', usage.id);
    return null;
  }

  #wrong(fields: Fields): ObjectError | null {
    const unknown = Object.keys(fields).find((name) => !KNOWN.has(name) && !name.endsWith('__c') && name !== 'Id');
    if (unknown) return objectError('INVALID_FIELD', `No such column '${unknown}' on entity 'Usage'.`);
    const quantity = fields.Quantity;
    if (quantity !== undefined && !(Number(quantity) >= 0)) {
      return objectError('INVALID_VALUE', 'The quantity must be a decimal of 0 or more.');
    }
    for (const name of ['StartDateTime', 'EndDateTime']) {
      const instant = fields[name];
      if (instant !== undefined && instant !== null && !INSTANT.test(String(instant))) {
        return objectError('INVALID_VALUE', `The value of ${name} is no date and time: ${String(instant)}`);
      }
    }
    return null;
  }
}

function text(value: unknown): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}
