import { systemClock } from '../../../kernel/clock.js';
import { RequestQuota } from '../../sandbox-kit/quota.js';
import { scenario } from '../../sandbox-kit/scenario.js';
import { startSandboxServer } from '../../sandbox-kit/server.js';
import type { Sandbox, SandboxOptions } from '../../sandbox-kit/types.js';
import { Credentials } from './http/credentials.js';
import { mountRoutes } from './http/mount.js';
import { errorAnswer, tooManyRequestsAnswer } from './http/refusals.js';
import { editsOf, type TogaiEdits } from './state/edits.js';
import { Organisation } from './state/organisation.js';

export interface TogaiSandboxOptions extends SandboxOptions {
  /** The organisation's quota for everything but ingestion, in any second. Default 10, as Togai's. */
  requestsPerSecond?: number;
}

/** A running stand-in for one Togai organisation. */
export interface TogaiSandbox extends Sandbox, TogaiEdits {
  readonly credentials: { readonly apiKey: string };
}

// https://docs.togai.com/docs/rate-limits
const REQUESTS_PER_SECOND = 10;
const SECOND_MS = 1_000;

/**
 * Starts a Togai organisation on loopback: its customers, accounts, aliases, settings, price plans, schedules, catalog,
 * credits and wallets over HTTP, behind its authentication and quota.
 * @throws Error if the port is taken
 */
export async function startTogaiSandbox(options: TogaiSandboxOptions): Promise<TogaiSandbox> {
  const { clock = systemClock, requestsPerSecond = REQUESTS_PER_SECOND, customers, seed } = options;
  const story = scenario({ ...(customers !== undefined && { size: customers }), ...(seed !== undefined && { seed }) });
  const organisation = new Organisation(story);
  const credentials = new Credentials(story.seed, () => clock.now());
  const quota = new RequestQuota(requestsPerSecond, SECOND_MS, clock);
  const sandbox = await startSandboxServer(
    {
      name: 'Togai',
      routes: (app, kit) => mountRoutes(app, kit, { organisation, credentials, quota }),
      dialect: {
        rateLimited: (retryAfter) => tooManyRequestsAnswer(retryAfter),
        serverError: (status) => errorAnswer(status, 'Internal server error'),
        expiredToken: ({ headers }) => {
          credentials.revoke(headers.authorization);
          return errorAnswer(401, 'The incoming token has expired');
        },
        notFound: () => errorAnswer(404, 'Not found'),
        badRequest: (message) => errorAnswer(400, message),
      },
      reset: () => {
        organisation.reset();
        credentials.reset();
        quota.clear();
      },
    },
    options,
  );
  return {
    ...sandbox,
    ...editsOf(organisation, { seed: story.seed, clock }),
    credentials: { apiKey: credentials.apiKey },
  };
}
