import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CATEGORY, refuseV1 } from '../access/errors.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { bodyOf } from '../v1/body.js';
import { notThere, type ObjectError, objectError, refuseObject } from './refusals.js';
import { type Fields, Usages } from './usages.js';

interface ById {
  Params: { id: string };
}

/** Most objects of one action. */
const MOST_OBJECTS = 50;

/** Usage through CRUD, and through the actions that take up to fifty objects of one type. */
export function usageRoutes(app: FastifyInstance, store: Store, edit: RecordEditor): void {
  const usages = new Usages(store, edit);
  const usage = ({ params }: FastifyRequest<ById>): ZuoraRecord => {
    const found = usages.get(params.id);
    if (!found) throw notThere();
    return found;
  };
  const done = (made: ZuoraRecord | ObjectError) => {
    if ('Code' in made) throw refuseObject(made as ObjectError);
    return { Success: true, Id: (made as ZuoraRecord).id };
  };

  app.post('/v1/object/usage', async (request) => done(usages.create(bodyOf(request))));
  app.put<ById>('/v1/object/usage/:id', async (request) => done(usages.update(usage(request), bodyOf(request))));
  app.delete<ById>('/v1/object/usage/:id', async (request) => {
    const { id } = request.params;
    const refused = usages.delete(usage(request));
    if (refused) throw refuseObject(refused);
    return { id, success: true };
  });
  app.get<ById>('/v1/object/usage/:id', async (request) => {
    const { id, accountId, accountNumber, quantity, startDateTime, endDateTime, uOM, rbeStatus } = usage(request);
    return {
      Id: id,
      AccountId: accountId,
      AccountNumber: accountNumber,
      Quantity: quantity,
      StartDateTime: startDateTime,
      ...(endDateTime && { EndDateTime: endDateTime }),
      UOM: uOM,
      RbeStatus: rbeStatus,
    };
  });

  app.post('/v1/action/update', async (request) => {
    const { type, objects } = bodyOf(request);
    if (type !== 'Usage') throw refuseV1(request, CATEGORY.unsupported, `This sandbox cannot update ${String(type)}.`);
    if (!Array.isArray(objects) || objects.length === 0 || objects.length > MOST_OBJECTS) {
      throw refuseObject(objectError('BATCH_FAIL_ERROR', `objects must hold 1 to ${MOST_OBJECTS} objects.`));
    }
    return objects.map(({ Id, ...fields }: Fields) => {
      const record = usages.get(String(Id));
      const made = record
        ? usages.update(record, fields)
        : objectError('INVALID_ID', `There is no usage ${String(Id)}.`);
      return 'Code' in made ? { Success: false, Errors: [made] } : { Success: true, Id };
    });
  });

  app.post('/v1/action/delete', async (request) => {
    const { type, ids } = bodyOf(request);
    if (type !== 'Usage') throw refuseV1(request, CATEGORY.unsupported, `This sandbox cannot delete ${String(type)}.`);
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > MOST_OBJECTS) {
      throw refuseObject(objectError('BATCH_FAIL_ERROR', `ids must hold 1 to ${MOST_OBJECTS} ids.`));
    }
    return ids.map((id: unknown) => {
      const record = usages.get(String(id));
      const refused = record ? usages.delete(record) : objectError('INVALID_ID', `There is no usage ${String(id)}.`);
      return refused ? { id, success: false, errors: [refused] } : { id, success: true };
    });
  });

  app.post('/v1/action/create', async (request) => {
    const { type, objects } = bodyOf(request);
    if (type !== 'Usage') throw refuseV1(request, CATEGORY.unsupported, `This sandbox cannot create ${String(type)}.`);
    if (!Array.isArray(objects) || objects.length === 0 || objects.length > MOST_OBJECTS) {
      throw refuseObject(objectError('BATCH_FAIL_ERROR', `objects must hold 1 to ${MOST_OBJECTS} objects.`));
    }
    return objects.map((fields: Fields) => {
      const made = usages.create(fields);
      return 'Code' in made ? { Success: false, Errors: [made] } : { Success: true, Id: made.id };
    });
  });
}
