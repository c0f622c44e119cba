import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../../../kernel/clock.js';
import { Refusal } from '../../../sandbox-kit/definition.js';
import { recordId } from '../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { recordsFor, shown } from './matching.js';
import { ZOQL_OBJECTS, type ZoqlObject } from './objects.js';
import { BadQuery, parseQuery } from './parse.js';

const MOST_ROWS = 2000;
const CURSOR_LIVES_MS = 15 * 60_000;

const conf = z.object({ batchSize: z.number().int().min(1).exactOptional() }).exactOptional();
const QueryBody = z.object({ queryString: z.string(), conf });
const MoreBody = z.object({ queryLocator: z.string(), conf });

interface Result {
  readonly object: ZoqlObject;
  readonly select: readonly string[];
  readonly records: readonly ZuoraRecord[];
  readonly until: number;
}

/**
 * ZOQL: one object a query, 2,000 rows a call, the rest by `queryMore` within 15 minutes.
 * https://developer.zuora.com/v1-api-reference/api/operation/Action_POSTquery/
 */
export function zoqlRoutes(app: FastifyInstance, store: Store, clock: Pick<Clock, 'now'>): { reset(): void } {
  const results = new Map<string, Result>();
  let asked = 0;

  const page = (key: string, { object, select, records, until }: Result, from: number, size: number) => {
    const to = from + Math.min(size, MOST_ROWS);
    const done = to >= records.length;
    if (!done) results.set(key, { object, select, records, until });
    return {
      size: records.length,
      records: records.slice(from, to).map((record) => shown(store, object, select, record)),
      ...(!done && { queryLocator: `${key}-${to}` }),
      done,
    };
  };

  app.post('/v1/action/query', async (request) =>
    refusing(() => {
      const { queryString, conf: settings } = bodyOf(QueryBody, request);
      const query = parseQuery(queryString);
      const object = ZOQL_OBJECTS.find(({ name }) => name.toLowerCase() === query.from.toLowerCase());
      if (!object) throw new BadQuery('INVALID_TYPE', `invalid type for query: ${query.from}`);
      const records = recordsFor(store, object, query);
      const until = clock.now() + CURSOR_LIVES_MS;
      const key = recordId(store.seed.scenario.seed, 'zoql', asked++);
      return page(key, { object, select: query.select, records, until }, 0, settings?.batchSize ?? MOST_ROWS);
    }),
  );

  app.post('/v1/action/queryMore', async (request) =>
    refusing(() => {
      const { queryLocator, conf: settings } = bodyOf(MoreBody, request);
      const [, key = '', from = ''] = /^(\w+)-(\d+)$/.exec(queryLocator) ?? [];
      const result = results.get(key);
      if (!result || result.until <= clock.now()) {
        results.delete(key);
        throw new BadQuery('INVALID_QUERY_LOCATOR', 'The query locator is invalid or has expired');
      }
      return page(key, result, Number(from), settings?.batchSize ?? MOST_ROWS);
    }),
  );

  return { reset: () => results.clear() };
}

function bodyOf<T>(shape: z.ZodType<T>, request: FastifyRequest): T {
  const parsed = shape.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new BadQuery('MALFORMED_QUERY', 'The body of the request is not what the operation takes');
}

/** Actions refuse in PascalCase, whatever the version. */
function refusing<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    const body = { Success: false, Errors: [{ Code: error.code, Message: error.message }] };
    throw new Refusal({ status: 400, body });
  }
}
