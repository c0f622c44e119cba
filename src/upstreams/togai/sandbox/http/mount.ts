import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { SandboxKit } from '../../../sandbox-kit/definition.js';
import type { RequestQuota } from '../../../sandbox-kit/quota.js';
import { accountWriteRoutes } from '../routes/account-writes.js';
import { accountRoutes } from '../routes/accounts.js';
import { alertRoutes } from '../routes/alerts/alerts.js';
import { aliasRoutes } from '../routes/aliases.js';
import { catalogRoutes } from '../routes/catalog.js';
import { creditRoutes } from '../routes/credits.js';
import { customerWriteRoutes } from '../routes/customer-writes.js';
import { customerRoutes } from '../routes/customers.js';
import { invoiceWriteRoutes } from '../routes/invoices/invoice-writes.js';
import { invoiceRoutes } from '../routes/invoices/invoices.js';
import { jobRoutes } from '../routes/jobs/jobs.js';
import { licenceRoutes } from '../routes/licences.js';
import { firstGenerationWriteRoutes } from '../routes/price-plans/first-generation-writes.js';
import { pricePlanWriteRoutes } from '../routes/price-plans/price-plan-writes.js';
import { pricePlanRoutes } from '../routes/price-plans/price-plans.js';
import { type Routes, Sent } from '../routes/routes.js';
import { scheduleWriteRoutes } from '../routes/schedule-writes.js';
import { scheduleRoutes } from '../routes/schedules.js';
import { settingRoutes } from '../routes/settings.js';
import { eventRoutes } from '../routes/usage/events.js';
import { usageRoutes } from '../routes/usage/ingestion.js';
import { metricRoutes } from '../routes/usage/metrics.js';
import { walletRoutes } from '../routes/wallets.js';
import type { Organisation } from '../state/organisation.js';
import type { Credentials } from './credentials.js';
import { badRequest, tooManyRequests } from './refusals.js';

const ROUTES: Routes = {
  ...customerRoutes,
  ...customerWriteRoutes,
  ...accountWriteRoutes,
  ...usageRoutes,
  ...metricRoutes,
  ...eventRoutes,
  ...invoiceRoutes,
  ...invoiceWriteRoutes,
  ...alertRoutes,
  ...jobRoutes,
  ...pricePlanWriteRoutes,
  ...firstGenerationWriteRoutes,
  ...scheduleWriteRoutes,
  ...accountRoutes,
  ...aliasRoutes,
  ...settingRoutes,
  ...pricePlanRoutes,
  ...scheduleRoutes,
  ...catalogRoutes,
  ...creditRoutes,
  ...walletRoutes,
  ...licenceRoutes,
};

/** Puts the operations behind authentication and the organisation's quota. */
export function mountRoutes(
  app: FastifyInstance,
  kit: SandboxKit,
  { organisation, credentials, quota }: { organisation: Organisation; credentials: Credentials; quota: RequestQuota },
): void {
  // In a scope of their own, so that the hook does not meet the sandbox's control routes.
  const scoped: FastifyPluginAsync = async (scope) => {
    scope.addHook('onRequest', async ({ headers, url }) => {
      credentials.check(headers.authorization);
      // Events have a quota of their own, which nothing here comes near.
      const counted = !INGESTION.test(url);
      if (kit.limits && counted && !quota.take().allowed) throw tooManyRequests();
    });
    scope.post('/authenticate', async ({ headers }) => ({ token: credentials.exchange(headers.authorization) }));
    for (const [route, handler] of Object.entries(ROUTES)) {
      const [method = '', url = ''] = route.split(' ');
      scope.route<{ Params: Record<string, string> }>({
        method,
        url,
        // fastify would answer HEAD, which Togai does not document.
        exposeHeadRoute: false,
        handler: async ({ url: asked, params, body }, reply) => {
          const { pathname, searchParams } = new URL(asked, 'http://sandbox');
          const given = { path: pathname, params, query: searchParams, body: objectIn(body) };
          const answer = handler(given, organisation, kit.clock.now());
          return answer instanceof Sent ? await reply.code(answer.status).send(answer.body) : answer;
        },
      });
    }
  };
  app.register(scoped);
}

const INGESTION = /^\/ingest(Batch)?(\?|$)/;

function objectIn(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  if (typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>;
  throw badRequest('The body must be a JSON object');
}
