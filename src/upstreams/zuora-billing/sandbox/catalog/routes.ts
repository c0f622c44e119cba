import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../../sandbox-kit/definition.js';
import { notThere, type ObjectError } from '../crud/refusals.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { bodyOf } from '../v1/body.js';
import { CatalogBook, isError } from './catalog-book.js';
import { type CatalogKind, type Fields, RULES, recordField } from './catalog-fields.js';

interface ById {
  Params: { id: string };
}

const PATHS: Readonly<Record<CatalogKind, string>> = {
  product: '/v1/object/product',
  productRatePlan: '/v1/object/product-rate-plan',
  productRatePlanCharge: '/v1/object/product-rate-plan-charge',
};
// What is given but in no answer of a GET.
const NOT_SHOWN = new Set(['ProductNumber', 'ProductRatePlanNumber', 'ProductRatePlanChargeNumber']);

/** The catalog through CRUD: success and failure both come with 200. */
export function catalogRoutes(app: FastifyInstance, store: Store, edit: RecordEditor): void {
  const book = new CatalogBook(store, edit);
  for (const [kind, path] of Object.entries(PATHS) as [CatalogKind, string][]) {
    const found = ({ params }: FastifyRequest<ById>): ZuoraRecord => {
      const record = book.get(kind, params.id);
      if (!record) throw notThere();
      return record;
    };
    const body = (request: FastifyRequest): Fields => known(kind, request, bodyOf(request));
    app.post(path, async (request) => done(book.create(kind, body(request))));
    app.put<ById>(`${path}/:id`, async (request) => done(book.update(kind, found(request), body(request))));
    app.delete<ById>(`${path}/:id`, async (request) => {
      const { id } = found(request);
      const refused = book.delete(kind, found(request));
      return refused ? refusedBy(refused) : { id, success: true };
    });
    app.get<ById>(`${path}/:id`, async (request) => shown(kind, found(request)));
  }
}

const done = (made: ZuoraRecord | ObjectError) =>
  isError(made) ? refusedBy(made) : { Success: true, Id: (made as ZuoraRecord).id };

const refusedBy = (error: ObjectError) => ({ Success: false, Errors: [error] });

/** Unknown fields are dropped, unless they are not to be. */
function known(kind: CatalogKind, request: FastifyRequest, body: Fields): Fields {
  const { searchParams } = new URL(request.url, `http://${request.host}`);
  if (searchParams.get('rejectUnknownFields') !== 'true') return body;
  const names = new Set([...Object.keys(RULES[kind]), 'ProductRatePlanChargeTierData']);
  if (Object.keys(body).every((name) => names.has(name) || /__(c|NS|QT)$/.test(name))) return body;
  throw new Refusal({ status: 400, body: { message: 'Error - unrecognised fields' } });
}

function shown(kind: CatalogKind, record: ZuoraRecord): Fields {
  const fields = Object.entries(RULES[kind]).flatMap(([name, { type, values }]) => {
    const value = record[recordField(name)];
    if (value === undefined || value === null || NOT_SHOWN.has(name)) return [];
    // Object query has words that CRUD does not know, such as an end condition of one-time charges.
    if (type === 'text' && values && !values.includes(String(value))) return [];
    return [[name, type === 'list' ? String(value).split(',') : value]];
  });
  const custom = Object.entries(record).filter(([name, value]) => /__(c|NS|QT)$/.test(name) && value !== null);
  return {
    Id: record.id,
    CreatedById: record.createdById,
    CreatedDate: record.createdDate,
    UpdatedById: record.updatedById,
    UpdatedDate: record.updatedDate,
    ...Object.fromEntries([...fields, ...custom]),
  };
}
