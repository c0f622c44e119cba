import { z } from 'zod';
import { isKey } from '../object-query.js';

const key = (most: number) => z.string().trim().min(1, 'must not be empty').max(most);
// https://developer.zuora.com/v1-api-reference/api/operation/Object_POSTUsage/: at most 16 characters.
const quantity = z.string().regex(/^\d/, 'must not be negative').max(16, 'must not have more than 16 characters');

export const UsageCreate = z
  .object({
    accountKey: key(50),
    unitOfMeasure: key(50),
    quantity,
    startAt: z.string(),
    endAt: z.string().nullish(),
    subscriptionNumber: key(100).nullish(),
    chargeNumber: key(50).nullish(),
    chargeId: key(32).nullish(),
    description: z.string().max(200, 'must not be longer than 200 characters').nullish(),
    uniqueKey: key(255).nullish(),
  })
  .check((context) => {
    const { startAt, endAt } = context.value;
    if (!endAt || Date.parse(endAt) >= Date.parse(startAt)) return;
    context.issues.push({ code: 'custom', message: 'must not be before startAt', path: ['endAt'], input: endAt });
  });
export type UsageCreate = z.infer<typeof UsageCreate>;

const MOST_ROWS = 1000;
export const UsageRows = z
  .array(UsageCreate)
  .min(1, 'must hold at least one record')
  .max(MOST_ROWS, `must not hold more than ${MOST_ROWS} records`)
  .check((context) => {
    const seen = new Map<string, number>();
    for (const [at, { uniqueKey }] of context.value.entries()) {
      if (!uniqueKey) continue;
      const before = seen.get(uniqueKey);
      seen.set(uniqueKey, before ?? at);
      if (before === undefined) continue;
      const message = `is the unique key of record ${before}, too`;
      context.issues.push({ code: 'custom', message, path: [at, 'uniqueKey'], input: uniqueKey });
    }
  });

const changes = {
  quantity: quantity.optional(),
  unitOfMeasure: key(50).optional(),
  startAt: z.string().optional(),
  endAt: z.string().nullish(),
};
const isChange = (change: Record<string, unknown>) =>
  Object.entries(change).some(([name, value]) => name !== 'id' && value !== undefined);
const NO_CHANGE = 'There is nothing to change.';

export const UsageUpdate = z.object(changes).refine(isChange, NO_CHANGE);
export type UsageUpdate = z.infer<typeof UsageUpdate>;

const id = key(32).refine(isKey, 'is no id');
const UsageChange = z.object({ id, ...changes }).refine(isChange, NO_CHANGE);
export type UsageChange = z.infer<typeof UsageChange>;
export const UsageChanges = z
  .array(UsageChange)
  .min(1, 'must hold at least one change')
  .max(MOST_ROWS, `must not hold more than ${MOST_ROWS} changes`)
  .check(({ value, issues }) => {
    for (const [at, first] of repeated(value.map((change) => change.id))) {
      issues.push({ code: 'custom', message: `is the record of change ${first}, too`, path: [at, 'id'], input: value });
    }
  });

export const UsageIds = z
  .array(id)
  .min(1, 'must hold at least one id')
  .max(MOST_ROWS, `must not hold more than ${MOST_ROWS} ids`)
  .check(({ value, issues }) => {
    for (const [at, first] of repeated(value)) {
      issues.push({ code: 'custom', message: `is the id in place ${first}, too`, path: [at], input: value });
    }
  });

/** The places of what was there before, each with the first one's. */
function repeated(ids: readonly string[]): [at: number, first: number][] {
  return ids.flatMap((one, at): [number, number][] => (ids.indexOf(one) < at ? [[at, ids.indexOf(one)]] : []));
}
