import type { FastifyInstance } from 'fastify';
import { startPage } from '../events/start-page.js';
import { objectIn } from '../events/symbolic-errors.js';
import type { NoticeShelf, SandboxNotice } from './notice-shelf.js';
import type { Notices } from './notices.js';

interface ById {
  Params: { id: string };
}

/** https://developer.zuora.com/v1-api-reference/api/tag/Notifications/ */
export function noticeRoutes(app: FastifyInstance, { calloutTemplates, emailTemplates, definitions }: Notices): void {
  routes(app, '/notifications/callout-templates', calloutTemplates);
  routes(app, '/notifications/email-templates', emailTemplates);
  routes(app, '/notifications/notification-definitions', definitions, {
    // Of a single one the sample ends in " UTC"; lists are typed as times.
    listed: (one) => ({ ...one, createdOn: typed(one.createdOn), updatedOn: typed(one.updatedOn) }),
  });
}

function routes(
  app: FastifyInstance,
  path: string,
  shelf: NoticeShelf,
  { listed = (one) => one }: { listed?: (one: SandboxNotice) => SandboxNotice } = {},
): void {
  app.get(path, async (request) => {
    const query = new URL(request.url, 'http://localhost').searchParams;
    // The reference counts from 0, and begins with 1 where a request does not say where.
    return startPage(shelf.list(query).map(listed), path, query, { start: 1, limit: 20, most: 100 });
  });
  app.post(path, async (request) => shelf.add(objectIn(request.body, 'The request')));
  app.get<ById>(`${path}/:id`, async ({ params }) => shelf.get(params.id));
  app.put<ById>(`${path}/:id`, async ({ params, body }) => shelf.change(params.id, objectIn(body, 'The request')));
  app.delete<ById>(`${path}/:id`, async ({ params }, reply) => {
    shelf.delete(params.id);
    return reply.code(204).send();
  });
}

const typed = (time: unknown) => String(time).replace(' UTC', 'Z');
