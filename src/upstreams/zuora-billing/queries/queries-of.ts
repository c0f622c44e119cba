import type { Logger } from '../../../kernel/logger.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import type { TenantCapabilities } from '../tenant/capabilities.js';
import { byObjectQuery } from './by-object-query.js';
import { byZoql } from './by-zoql.js';
import { withFallback } from './with-fallback.js';
import type { ZuoraQueries } from './zuora-queries.js';

/** The way in which this tenant is asked. */
export function queriesOf(
  client: ZuoraClient,
  capabilities: TenantCapabilities,
  { objectQuery }: ZuoraBillingSettings,
  log: Logger,
): ZuoraQueries {
  if (objectQuery === 'ON') return byObjectQuery(client);
  if (objectQuery === 'OFF') return byZoql(client);
  return withFallback(byObjectQuery(client), byZoql(client), {
    get isOff() {
      return capabilities.objectQueryIsOff;
    },
    turnOff(refusal) {
      if (!capabilities.objectQueryIsOff) log.warn('the tenant refuses Object Query: ZOQL is used instead');
      capabilities.objectQueryRefused(refusal);
    },
  });
}
