import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { SandboxKit } from '../../../sandbox-kit/definition.js';
import type { RequestQuota } from '../../../sandbox-kit/quota.js';
import { accountRoutes } from '../routes/accounts.js';
import { aliasRoutes } from '../routes/aliases.js';
import { catalogRoutes } from '../routes/catalog.js';
import { creditRoutes } from '../routes/credits.js';
import { customerRoutes } from '../routes/customers.js';
import { pricePlanRoutes } from '../routes/price-plans.js';
import type { Routes } from '../routes/routes.js';
import { scheduleRoutes } from '../routes/schedules.js';
import { settingRoutes } from '../routes/settings.js';
import { walletRoutes } from '../routes/wallets.js';
import type { Organisation } from '../state/organisation.js';
import type { Credentials } from './credentials.js';
import { tooManyRequests } from './refusals.js';

const ROUTES: Routes = {
  ...customerRoutes,
  ...accountRoutes,
  ...aliasRoutes,
  ...settingRoutes,
  ...pricePlanRoutes,
  ...scheduleRoutes,
  ...catalogRoutes,
  ...creditRoutes,
  ...walletRoutes,
};

/** Puts the operations behind authentication and the organisation's quota. */
export function mountRoutes(
  app: FastifyInstance,
  kit: SandboxKit,
  { organisation, credentials, quota }: { organisation: Organisation; credentials: Credentials; quota: RequestQuota },
): void {
  // In a scope of their own, so that the hook does not meet the sandbox's control routes.
  const scoped: FastifyPluginAsync = async (scope) => {
    scope.addHook('onRequest', async ({ headers }) => {
      credentials.check(headers.authorization);
      if (kit.limits && !quota.take().allowed) throw tooManyRequests();
    });
    scope.post('/authenticate', async ({ headers }) => ({ token: credentials.exchange(headers.authorization) }));
    for (const [route, handler] of Object.entries(ROUTES)) {
      const [method = '', url = ''] = route.split(' ');
      scope.route<{ Params: Record<string, string> }>({
        method,
        url,
        // fastify would answer HEAD, which Togai does not document.
        exposeHeadRoute: false,
        handler: async ({ url: asked, params }) => {
          const { pathname, searchParams } = new URL(asked, 'http://sandbox');
          return handler({ path: pathname, params, query: searchParams }, organisation, kit.clock.now());
        },
      });
    }
  };
  app.register(scoped);
}
