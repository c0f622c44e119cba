import type { FastifyInstance } from 'fastify';
import type { EventTriggers } from './event-triggers.js';
import { startPage } from './start-page.js';
import { objectIn } from './symbolic-errors.js';

const PATH = '/events/event-triggers';

interface ById {
  Params: { id: string };
}

/** https://developer.zuora.com/v1-api-reference/api/tag/Custom-Event-Triggers/ */
export function eventTriggerRoutes(app: FastifyInstance, triggers: EventTriggers): void {
  app.get(PATH, async (request) => {
    const query = new URL(request.url, 'http://localhost').searchParams;
    const filter = {
      baseObject: query.get('baseObject'),
      eventTypeName: query.get('eventTypeName'),
      active: query.get('active'),
    };
    return startPage(triggers.list(filter), PATH, query, { start: 0, limit: 10, most: 100 });
  });
  app.post(PATH, async (request) => triggers.add(objectIn(request.body, 'The request')));
  app.get<ById>(`${PATH}/:id`, async ({ params }) => triggers.get(params.id));
  app.put<ById>(`${PATH}/:id`, async ({ params, body }) => triggers.change(params.id, objectIn(body, 'The request')));
  app.delete<ById>(`${PATH}/:id`, async ({ params }, reply) => {
    triggers.delete(params.id);
    return reply.code(204).send();
  });
}
