import type { FastifyInstance } from 'fastify';
import { CATEGORY, refuseV1 } from '../../access/errors.js';
import type { SubscriptionBook } from '../subscription-book.js';
import { amendRoutes } from './amend-routes.js';
import { createRoutes } from './create-routes.js';
import { readRoutes } from './read-routes.js';

const SUBSCRIBE_AND_AMEND = /^\/v1\/subscriptions(\/|$)/;

/** Subscribe and Amend: https://developer.zuora.com/v1-api-reference/api/tag/Subscriptions/ */
export function subscriptionRoutes(
  app: FastifyInstance,
  book: SubscriptionBook,
  { today, ordersOnly }: { today: () => string; ordersOnly: boolean },
): void {
  app.addHook('preHandler', async (request) => {
    if (!ordersOnly || request.method === 'GET' || !SUBSCRIBE_AND_AMEND.test(request.url.split('?')[0] ?? '')) return;
    throw refuseV1(
      request,
      CATEGORY.businessRule,
      'Subscribe and Amend is not available in this tenant. Create an order to change subscriptions.',
    );
  });
  createRoutes(app, book);
  amendRoutes(app, book, today);
  readRoutes(app, book, today);
}
