import { systemOf } from '../connections/key.js';
import type { KnownCustomer, KnownRecord } from './snapshot.js';

/**
 * What a customer is called: the name of the whole record of the first system in `systemOrder`, and the email of the
 * first one that has an email. Systems that are not in the order come last; parts speak only where no whole record does.
 * `createdAt` is the earliest of the records' own, else what it was.
 */
export function profileOf(
  customer: Pick<KnownCustomer, 'id' | 'createdAt'>,
  records: readonly KnownRecord[],
  systemOrder: readonly string[],
): KnownCustomer {
  const rank = (record: KnownRecord) => {
    const place = systemOrder.indexOf(systemOf(record.system));
    return place === -1 ? systemOrder.length : place;
  };
  const speakers = [...records].sort(
    (a, b) =>
      Number(a.partOf !== null) - Number(b.partOf !== null) ||
      rank(a) - rank(b) ||
      compare(a.system, b.system) ||
      compare(a.id, b.id),
  );
  const instants = records.map((record) => record.createdAt).filter((at) => at !== null);
  return {
    id: customer.id,
    name: speakers.find((record) => record.name !== '')?.name ?? '',
    email: speakers.find((record) => record.email !== null && record.email !== '')?.email ?? null,
    createdAt: instants.sort()[0] ?? customer.createdAt,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
