import type { Kysely } from 'kysely';
import { ulid } from 'ulid';
import type { CustomerDirectory } from '../../domain/customers/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { Database } from '../schema.js';
import { readConflicts } from './conflicts.js';
import { findByIds, findByRefs } from './find.js';
import { readPage } from './page.js';
import { register } from './register.js';

export interface CustomerDirectoryOptions {
  db: Kysely<Database>;
  clock: Clock;
  /** Makes ids of customers, conflicts and events; ULIDs unless given. */
  ids?: () => string;
  /** Systems in the order in which they name a customer. */
  systemOrder: readonly string[];
}

/** The customer directory in the tables of the store. */
export function openCustomerDirectory({ db, clock, ids, systemOrder }: CustomerDirectoryOptions): CustomerDirectory {
  const newId = ids ?? (() => ulid(clock.now()));
  return {
    register: (records) => register(db, records, { now: new Date(clock.now()).toISOString(), newId, systemOrder }),
    findByIds: (customerIds) => findByIds(db, customerIds),
    findByRefs: (refs) => findByRefs(db, refs),
    page: (request) => readPage(db, request),
    conflicts: (request) => readConflicts(db, request),
  };
}
