import { Decimal } from 'decimal.js';
import { Usage } from '../documents/schemas.js';
import { queryAll } from '../object-query.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { UsageToCreate } from './requests.js';

// Clocks differ, and the record was made after its request was sent.
const SKEW_MS = 60_000;

/** The record that an attempt without an answer has made: by its unique key, else the only one that fits. Throws if several do. */
export async function findUsage(
  desk: WriteDesk,
  { input, account }: UsageToCreate,
  since: number,
): Promise<string | null> {
  const from = new Date(since - SKEW_MS).toISOString();
  const rows = await queryAll(
    desk.client,
    {
      objects: 'usages',
      operation: 'queryUsages',
      row: Usage,
      filter: [`accountid.EQ:${account.zuoraId}`, `updateddate.GE:${from}`],
    },
    desk.options,
  );
  const fits = rows.filter((row) =>
    input.uniqueKey
      ? row.uniqueKey === input.uniqueKey
      : row.uOM === input.unitOfMeasure &&
        row.startDateTime === new Date(input.startAt).toISOString() &&
        new Decimal(row.quantity ?? '0').eq(input.quantity) &&
        (row.description ?? null) === (input.description || null),
  );
  return onlyOne(fits, 'usage records')?.id ?? null;
}
