import { type Kysely, sql } from 'kysely';
import type { Registration } from '../../domain/customers/ports.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import { normaliseRecord } from '../../domain/identity/normalise.js';
import { planRegistrations } from '../../domain/identity/registration.js';
import type { IdentityChanges } from '../../domain/identity/snapshot.js';
import type { Database } from '../schema.js';
import { loadSnapshot } from './snapshot.js';
import { writeChanges } from './write-changes.js';

export interface RegisterContext {
  readonly now: string;
  readonly newId: () => string;
  readonly systemOrder: readonly string[];
}

/** Any constant; every process that registers takes the same one. */
const ONE_REGISTRATION_AT_A_TIME = 4_115_201_826;

/** What webhooks and changes tell of mostly is known already; pages of discovery are long, and what is in them mostly is not. */
const FEW = 20;

/**
 * Registers a batch in one transaction, with a number of statements that does not grow with it. A few that say nothing new are
 * found out with a look, which waits for nobody.
 */
export async function register(
  db: Kysely<Database>,
  records: readonly SystemRecord[],
  context: RegisterContext,
): Promise<readonly Registration[]> {
  if (records.length === 0) return [];
  const normalised = records.map(normaliseRecord);
  if (records.length <= FEW) {
    const known = await loadSnapshot(db, normalised);
    // Where an id is asked for something is new.
    const { registrations, changes } = planRegistrations(normalised, known, { ...context, newId: () => '' });
    if (isNothing(changes)) return registrations;
  }
  return await db.transaction().execute(async (tx) => {
    // Two batches that look before either has written would make two customers of one.
    await sql`select pg_advisory_xact_lock(${ONE_REGISTRATION_AT_A_TIME}::bigint)`.execute(tx);
    const snapshot = await loadSnapshot(tx, normalised);
    const { registrations, changes } = planRegistrations(normalised, snapshot, context);
    await writeChanges(tx, changes, context);
    return registrations;
  });
}

function isNothing(changes: IdentityChanges): boolean {
  return Object.values(changes).every((some: readonly unknown[]) => some.length === 0);
}
