import type { UpstreamConnection, UpstreamKit } from '../contract.js';
import { biViewRoute } from './bi-view-route.js';
import { RevenueClient } from './client.js';
import type { RevenueSettings } from './config.js';
import { diagnose } from './diagnose.js';
import { Links } from './links.js';
import { SYSTEM } from './names.js';
import { RevenueSession } from './session.js';
import type { UploadDesk } from './uploads/desk.js';
import { resumeUploads } from './uploads/resume.js';
import { uploadRoutes } from './uploads/routes.js';
import { uploadTask } from './uploads/run.js';

export function connect(settings: RevenueSettings, kit: UpstreamKit): UpstreamConnection {
  const client = new RevenueClient(settings, kit);
  const { uploads: book, changes, kept, tasks, clock, ids, addressOf, log, mayHoldCardNumber } = kit;
  const scope = `${SYSTEM}:${settings.url}`;
  const own = { client, settings, scope };
  const desk: UploadDesk = { ...own, book, changes, kept, tasks, clock, ids, addressOf, log, mayHoldCardNumber };
  const links = new Links(scope, kept, clock);
  return {
    // Revenue contracts belong to orders, not to customers: there is no list of customers here.
    discovery: [],
    tasks: [uploadTask(desk)],
    routes: [...uploadRoutes(desk), biViewRoute(desk, links)],
    resume: () => resumeUploads(desk),
    openSession: (request) => new RevenueSession(desk, links, request),
    diagnose: ({ signal }) => diagnose(client, settings, signal),
    health: () => ({ breaker: client.breaker, waiting: client.waiting }),
    close: () => client.close(),
  };
}
