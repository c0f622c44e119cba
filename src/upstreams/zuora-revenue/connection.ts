import type { UpstreamConnection, UpstreamKit } from '../contract.js';
import { RevenueClient } from './client.js';
import type { RevenueSettings } from './config.js';
import { diagnose } from './diagnose.js';
import { RevenueSession } from './session.js';

export function connect(settings: RevenueSettings, kit: UpstreamKit): UpstreamConnection {
  const client = new RevenueClient(settings, kit);
  return {
    // Revenue contracts belong to orders, not to customers: there is no list of customers here.
    discovery: [],
    openSession: (request) => new RevenueSession({ client, settings }, request),
    diagnose: ({ signal }) => diagnose(client, settings, signal),
    health: () => ({ breaker: client.breaker, waiting: client.waiting }),
    close: () => client.close(),
  };
}
