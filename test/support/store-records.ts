import type { RecordId, SystemRecord } from '../../src/domain/identity/model.js';
import { openCustomerDirectory } from '../../src/store/customer-directory/open-customer-directory.js';
import type { Store } from '../../src/store/open-store.js';

/** Two systems, as far as identity is concerned. */
export const BILLING = 'BILLING';
export const METERING = 'METERING';
const PARTNERS = 'PARTNERS';

type Extras = Partial<Omit<SystemRecord, 'system' | 'id' | 'externalIds'>> & { ids?: readonly RecordId[] };

/** A record whose own id is its only external id unless `ids` adds some. */
export function record(system: string, id: string, { ids = [], ...extras }: Extras = {}): SystemRecord {
  return {
    system,
    id,
    externalIds: [{ kind: 'id', value: id }, ...ids],
    partOf: null,
    name: `${system} ${id}`,
    email: null,
    createdAt: null,
    updatedAt: null,
    references: [],
    ...extras,
  };
}

export const billing = (id: string, extras?: Extras) => record(BILLING, id, extras);
export const metering = (id: string, extras?: Extras) => record(METERING, id, extras);
export const partner = (id: string, extras?: Extras) => record(PARTNERS, id, extras);

/** A directory with a clock that stands still until it is moved, and ids c-0001, c-0002, … */
export function directoryOn(store: Store) {
  const time = { now: Date.parse('2026-01-01T00:00:00.000Z') };
  let made = 0;
  const directory = openCustomerDirectory({
    db: store.db,
    clock: { now: () => time.now, wait: async () => {} },
    ids: () => `c-${String(++made).padStart(4, '0')}`,
    systemOrder: [BILLING, METERING],
  });
  return { directory, time };
}
