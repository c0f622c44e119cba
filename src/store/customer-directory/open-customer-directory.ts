import type { Kysely } from 'kysely';
import { ulid } from 'ulid';
import type { CustomerEntry } from '../../domain/customers/model.js';
import type { CustomerDirectory, Registration } from '../../domain/customers/ports.js';
import { recordKey } from '../../domain/identity/keys.js';
import type { ExternalRef, SystemRecord } from '../../domain/identity/model.js';
import type { Clock } from '../../kernel/clock.js';
import type { Database } from '../schema.js';
import { gathered } from '../statements/gathered.js';
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

const MOST_LOOKUPS = 200;
const MOST_REGISTRATIONS = 500;
// One that is slow does not hold up all others.
const LOOKUPS_AT_ONCE = 2;

/** The customer directory in the tables of the store. */
export function openCustomerDirectory({ db, clock, ids, systemOrder }: CustomerDirectoryOptions): CustomerDirectory {
  const newId = ids ?? (() => ulid(clock.now()));
  const lookups = { most: MOST_LOOKUPS, atOnce: LOOKUPS_AT_ONCE };
  const byRefs = gathered(async (asked: readonly (readonly ExternalRef[])[]) => {
    return parted(asked, await findByRefs(db, asked.flat()));
  }, lookups);
  const byIds = gathered(async (asked: readonly (readonly string[])[]) => {
    const found = await findByIds(db, asked.flat());
    return asked.map((ids) => entriesOf(ids, found));
  }, lookups);
  // Registrations take turns whoever asks for them: those that waited for theirs with a connection each would leave none.
  const registered = gathered<readonly SystemRecord[], readonly Registration[]>(
    async (asked) => {
      const context = { now: new Date(clock.now()).toISOString(), newId, systemOrder };
      return parted(asked, await register(db, asked.flat(), context));
    },
    // What is said of one record twice is said one after the other.
    { most: MOST_REGISTRATIONS, keysOf: (records) => records.map(({ system, id }) => recordKey(system, id)) },
  );
  return {
    register: registered,
    findByIds: byIds,
    findByRefs: byRefs,
    page: (request) => readPage(db, request),
    conflicts: (request) => readConflicts(db, request),
  };
}

/** Answers to everything, by position, as the answers to each of those that asked. */
function parted<T>(asked: readonly (readonly unknown[])[], answers: readonly T[]): readonly (readonly T[])[] {
  let at = 0;
  return asked.map(({ length }) => {
    at += length;
    return answers.slice(at - length, at);
  });
}

function entriesOf(ids: readonly string[], found: ReadonlyMap<string, CustomerEntry>) {
  return new Map(
    ids.flatMap((id) => {
      const entry = found.get(id);
      return entry ? [[id, entry] as const] : [];
    }),
  );
}
