import { z } from 'zod';
import { InvalidCursor } from '../../kernel/errors.js';

/** What a list is sorted by; a cursor of one order means nothing in another. */
export type CursorOrder = 'NAME' | 'CREATED_AT' | 'UPDATED_AT' | 'CONFLICT';

/** The place behind a row: the value that it is sorted by (a date as ISO 8601) and its id. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

const LONGEST_CURSOR = 4_096;
const text = z.string().refine((value) => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value));
const byText = z.tuple([z.literal('NAME'), text, text]);
const byDate = z.tuple([z.enum(['CREATED_AT', 'UPDATED_AT', 'CONFLICT']), z.iso.datetime({ precision: 3 }), text]);
const Cursor = z.union([byText, byDate]);

export function encodeCursor(order: CursorOrder, { key, id }: Position): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/** @throws InvalidCursor on anything that `encodeCursor` did not make for `order`. */
export function decodeCursor(order: CursorOrder, cursor: string): Position {
  if (cursor.length > LONGEST_CURSOR || !/^[\w-]+$/.test(cursor)) throw new InvalidCursor();
  const parsed = Cursor.safeParse(jsonIn(cursor));
  if (!parsed.success || parsed.data[0] !== order) throw new InvalidCursor();
  const [, key, id] = parsed.data;
  return { key, id };
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
