import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import { tenantOf } from '../readers.js';
import type { ZuoraOrder } from './model.js';
import { readOrder } from './order-reading.js';

const FRESH_MS = 60_000;
const STALE_MS = 3_600_000;

/** Orders by number. Object Query has them without what their actions do, so that each is read by itself. */
export function orderReader(
  client: ZuoraClient,
  settings: ZuoraBillingSettings,
  kit: UpstreamKit,
): EntityReader<ZuoraOrder> {
  return new EntityReader<ZuoraOrder>({
    name: `${tenantOf(settings)}:order`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    maxBatch: 1,
    fetch: async ([number = ''], options) => {
      const order = isNumber(number) ? await readOrder(client, number, settings.timeZone, options) : null;
      return new Map(order === null ? [] : [[number, order]]);
    },
    onRefreshError: (error) => kit.log.warn({ err: error, kind: 'order' }, 'a stale entry could not be refreshed'),
  });
}

/** Nothing, or a step up, would be another address. */
function isNumber(key: string): boolean {
  return key.length <= 100 && !/^\.{0,2}$/.test(key);
}
