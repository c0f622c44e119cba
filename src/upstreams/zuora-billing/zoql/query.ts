import { z } from 'zod';
import { pageShape } from '../../../kernel/http/page-shape.js';
import type { ZuoraClient } from '../client.js';
import type { QueryOptions } from '../object-query.js';
import { Text } from '../schemas/wire.js';
import { MAX_CONDITIONS, MAX_ROWS, type Statement, zoql } from './statement.js';

/** A record in the spelling of Object Query, which is the same name with its first letter lower. */
export type ZoqlRecord = Readonly<Record<string, unknown>>;

export interface ZoqlPage {
  readonly records: readonly ZoqlRecord[];
  /** Where the next page is; Zuora forgets it after 15 minutes. Null at the end. */
  readonly next: string | null;
}

/** https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTquery/ */
const Answer = pageShape(
  {
    done: z.boolean().default(true),
    records: z.array(z.record(z.string(), z.unknown()).nullable()).nullish(),
    queryLocator: Text,
  },
  ['size', 'success'],
);

export async function zoqlPage(
  client: ZuoraClient,
  statement: Statement,
  { batchSize = MAX_ROWS, ...options }: QueryOptions & { batchSize?: number },
): Promise<ZoqlPage> {
  const body = { queryString: zoql(statement), conf: { batchSize } };
  // A POST, but it changes nothing.
  const call = { operation: 'Action_POSTquery', method: 'POST', path: '/v1/action/query', repeatable: true } as const;
  return pageOf(await client.write({ ...call, body, schema: Answer, ...options }));
}

/** https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTqueryMore/ */
export async function zoqlMore(client: ZuoraClient, queryLocator: string, options: QueryOptions): Promise<ZoqlPage> {
  const call = { operation: 'Action_POSTqueryMore', method: 'POST', path: '/v1/action/queryMore' } as const;
  return pageOf(await client.write({ ...call, repeatable: true, body: { queryLocator }, schema: Answer, ...options }));
}

/** Every record with one of the values in the field, in as few calls as ZOQL allows. */
export async function zoqlWhere(
  client: ZuoraClient,
  { from, select }: Pick<Statement, 'from' | 'select'>,
  field: string,
  values: readonly string[],
  options: QueryOptions,
): Promise<ZoqlRecord[]> {
  const chunks = chunksOf([...new Set(values)], MAX_CONDITIONS);
  const found = await Promise.all(
    chunks.map((chunk) => zoqlAll(client, { from, select, where: { field, values: chunk } }, options)),
  );
  return found.flat();
}

async function zoqlAll(client: ZuoraClient, statement: Statement, options: QueryOptions): Promise<ZoqlRecord[]> {
  let page = await zoqlPage(client, statement, options);
  const records = [...page.records];
  while (page.next) {
    page = await zoqlMore(client, page.next, options);
    records.push(...page.records);
  }
  return records;
}

function pageOf({ done, records, queryLocator }: z.infer<typeof Answer>): ZoqlPage {
  const present = (records ?? []).filter((record) => record !== null);
  return { records: present.map(inObjectQuerySpelling), next: done ? null : queryLocator };
}

function inObjectQuerySpelling(record: Readonly<Record<string, unknown>>): ZoqlRecord {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [lowerFirst(name), value]));
}

// Custom fields keep their own spelling in Object Query.
function lowerFirst(name: string): string {
  return name.includes('__') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function chunksOf<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, n) => values.slice(n * size, (n + 1) * size));
}
