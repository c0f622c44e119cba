import type { FastifyInstance, FastifyRequest } from 'fastify';
import { splitUrl } from '../../../sandbox-kit/request-log.js';
import { CATEGORY, refuseObjectQuery } from '../access/errors.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { QUERY_OBJECTS } from './objects.js';
import { BadParameter, readPresentation, readSearch } from './parameters.js';
import { present } from './present.js';
import type { QueryObject } from './query-object.js';
import { recordsBy, search } from './search.js';

/** `/object-query/{objects}` and `/object-query/{objects}/{key}` for every object the sandbox holds. */
export function objectQueryRoutes(app: FastifyInstance, store: Store, largestPage = Number.POSITIVE_INFINITY): void {
  for (const object of QUERY_OBJECTS) {
    app.get(`/object-query/${object.path}`, async (request) =>
      refusing(request, () => {
        const query = queryOf(request);
        const asked = readSearch(query, object);
        const how = readPresentation(query, object, asked.pageSize);
        const { records, nextCursor } = search(store, object.kind, {
          ...asked,
          pageSize: Math.min(asked.pageSize, largestPage),
        });
        const data = records.map((record) => present(store, object.kind, record, how));
        return { ...(nextCursor !== null && { nextPage: nextCursor }), data };
      }),
    );
    app.get<{ Params: { key: string } }>(`/object-query/${object.path}/:key`, async (request) =>
      refusing(request, () => {
        const how = readPresentation(queryOf(request), object);
        const record = recordOf(store, object, request.params.key);
        if (record) return present(store, object.kind, record, how);
        throw refuseObjectQuery(request, CATEGORY.notFound, `Cannot find entity by key: '${request.params.key}'.`);
      }),
    );
  }
}

/** By id, or by the number people know; of the versions of a subscription the latest. */
function recordOf(store: Store, { kind, keyField }: QueryObject, key: string): ZuoraRecord | undefined {
  const byId = store.get(kind, key);
  if (byId || keyField === undefined) return byId;
  const found = recordsBy(store, kind, keyField, key);
  return found.find((record) => record.isLatestVersion !== false);
}

function refusing<T>(request: FastifyRequest, answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    throw error instanceof BadParameter ? refuseObjectQuery(request, CATEGORY.invalidQuery, error.message) : error;
  }
}

const queryOf = (request: FastifyRequest) => new URLSearchParams(splitUrl(request.url).search);
