import { UpstreamError } from '../../../kernel/errors.js';
import { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../../contract.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import { tenantOf } from '../readers.js';
import { describeObject, type ZuoraDescribedObject } from './described-object.js';

// Fields change when somebody configures the tenant.
const FRESH_MS = 300_000;
const STALE_MS = 3_600_000;

/** Descriptions by the object's API name. An object that the tenant does not have is left out. */
export function describeReader(
  client: ZuoraClient,
  settings: ZuoraBillingSettings,
  kit: UpstreamKit,
): EntityReader<ZuoraDescribedObject> {
  return new EntityReader<ZuoraDescribedObject>({
    name: `${tenantOf(settings)}:describe`,
    cache: kit.cache,
    clock: kit.clock,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    maxBatch: 1,
    fetch: async ([object], options) => {
      if (object === undefined || !OBJECT_NAME.test(object)) return new Map();
      try {
        return new Map([[object, await describeObject(client, object, options)]]);
      } catch (error) {
        if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return new Map();
        throw error;
      }
    },
    onRefreshError: (error) => kit.log.warn({ err: error }, 'a stale description could not be refreshed'),
  });
}

/** Anything else is no object, and must not become part of an address. */
const OBJECT_NAME = /^\w{1,100}$/;
