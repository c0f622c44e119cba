import { z } from 'zod';
import { typeOf } from './values.js';

export interface Order {
  /** In Zuora's spelling. */
  readonly field: string;
  readonly descending: boolean;
}

/** The place of the last row of a page: its value in the sorted field, and its id, which decides between equal ones. */
export interface Place {
  readonly value: string | number | boolean | null;
  readonly id: string;
}

const Part = z.object({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  orderBy: z.object({ field: z.string(), order: z.enum(['ASC', 'DESC']) }),
});
const Parts = z.tuple([Part, Part]);

const soapName = (field: string) => field.charAt(0).toUpperCase() + field.slice(1);

/** The same JSON in Base64 as in the samples of https://developer.zuora.com/v1-api-reference/api/operation/queryAccounts/ */
export function writeCursor({ field, descending }: Order, { value, id }: Place): string {
  const order = descending ? 'DESC' : 'ASC';
  const parts = [
    { value, orderBy: { field: soapName(field), order } },
    { value: id, orderBy: { field: 'Id', order } },
  ];
  return Buffer.from(JSON.stringify(parts)).toString('base64');
}

/** Null if the text is no cursor or belongs to another order. */
export function readCursor(text: string, order: Order): Place | null {
  const parts = Parts.safeParse(jsonOf(text));
  if (!parts.success) return null;
  const [first, second] = parts.data;
  const direction = order.descending ? 'DESC' : 'ASC';
  const same = first.orderBy.field === soapName(order.field) && first.orderBy.order === direction;
  if (!same || typeof second.value !== 'string') return null;
  const readable =
    typeOf(order.field) !== 'time' || first.value === null || !Number.isNaN(Date.parse(String(first.value)));
  return readable ? { value: first.value, id: second.value } : null;
}

function jsonOf(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
