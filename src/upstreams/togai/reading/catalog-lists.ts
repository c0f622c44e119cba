import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiClient } from '../client.js';
import { listAll, type TogaiList } from '../lists.js';
import type { TogaiAddOn, TogaiFeature } from '../model.js';
import { AddOn, Feature, UsageMeter } from '../schemas/catalog.js';
import type { TogaiUsageMeter } from '../usage/model.js';
import { type ReaderFactory, SELDOM } from './reader-factory.js';

/** What rate cards put a price on: few, and read as a whole under the one key `all`. */
export interface CatalogListReaders {
  readonly usageMeters: EntityReader<readonly TogaiUsageMeter[]>;
  readonly addOns: EntityReader<readonly TogaiAddOn[]>;
  readonly features: EntityReader<readonly TogaiFeature[]>;
}

const METERS: TogaiList<UsageMeter> = {
  operation: 'getUsageMetersForEventSchema',
  path: '/usage_meters',
  row: UsageMeter,
  pageSize: 100,
};
const ADD_ONS: TogaiList<AddOn> = { operation: 'getAddons', path: '/addons', row: AddOn, pageSize: 100 };
const FEATURES: TogaiList<Feature> = { operation: 'getFeatures', path: '/features', row: Feature, pageSize: 100 };

export function catalogListReaders(client: TogaiClient, reader: ReaderFactory): CatalogListReaders {
  return {
    usageMeters: reader('usage-meters', SELDOM, async (_key, options) =>
      (await listAll(client, METERS, options)).map(named).toSorted(byName),
    ),
    addOns: reader('add-ons', SELDOM, async (_key, options) =>
      (await listAll(client, ADD_ONS, options)).map(named).toSorted(byName),
    ),
    features: reader('features', SELDOM, async (_key, options) =>
      (await listAll(client, FEATURES, options))
        .map(({ id: togaiId, ...feature }) => ({ togaiId, ...feature }))
        .toSorted(byName),
    ),
  };
}

function named<T extends { id: string; status: string | null }>({ id: togaiId, ...row }: T) {
  return { ...row, togaiId, status: row.status ?? 'UNKNOWN' };
}

function byName(a: { name: string; togaiId: string }, b: { name: string; togaiId: string }): number {
  return a.name.localeCompare(b.name) || a.togaiId.localeCompare(b.togaiId);
}
