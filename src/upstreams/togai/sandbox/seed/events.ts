import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { eventSchemaOf, usageMeters } from '../catalog/usage-meters.js';
import type { Seed } from '../state/lazy-table.js';
import type { LoggedEvent } from '../wire/documents.js';
import { ACCOUNTS_PER_CUSTOMER, accountsOf, type SeededAccount } from './accounts.js';
import { madeId, madeIndex } from './ids.js';

const EVENTS_PER_ACCOUNT = 4;
const DAY_MS = 86_400_000;
export const METERED = 'INGESTION_COMPLETED_EVENT_METERED';
const STATUSES = [METERED, METERED, 'INGESTION_COMPLETED_EVENT_NOT_METERED', 'INGESTION_FAILED_UNITS_INVALID'] as const;

/** The first events of each account, which were long ago: they are in the log and count for nothing any more. */
export function eventSeed(story: Scenario): Seed<LoggedEvent> {
  const meters = usageMeters(story.seed);
  return {
    slots: story.size,
    at: (slot) =>
      accountsOf(story.customer(slot)).flatMap((account) => {
        if (account.status === 'DRAFT') return [];
        return STATUSES.map((status, i): LoggedEvent => {
          const { name, attributes } = eventSchemaOf(meters[i] ?? (meters[0] as never));
          return loggedEvent(story.seed, account, i, { status, schemaName: name, attribute: attributes[0]?.name });
        });
      }),
    slotOf: (referenceId) => slotIn(madeIndex(story.seed, 'event', referenceId)),
  };
}

/** Where the entries of a seeded event are; null for all others. */
export function slotOfEvent(seed: string, eventId: string): number | null {
  return slotIn(madeIndex(seed, 'call', eventId));
}

function loggedEvent(
  seed: string,
  { customer, id: accountId, index }: SeededAccount,
  i: number,
  { status, schemaName, attribute }: { status: string; schemaName: string; attribute: string | undefined },
): LoggedEvent {
  const at = new Date(customer.since.getTime() + (i + 1) * 10 * DAY_MS).toISOString();
  const value = `${1 + customer.random(`togai-event-${index}-${i}`).int(500)}.50`;
  const number = index * EVENTS_PER_ACCOUNT + i;
  return {
    referenceId: madeId(seed, 'event', number),
    event: {
      id: madeId(seed, 'call', number),
      ...{ schemaName, accountId },
      timestamp: at,
      attributes: attribute ? [{ name: attribute, value }] : [],
      dimensions: { region: customer.country.code.toLowerCase() },
    },
    status,
    createdAt: at,
    ...(i === 0 && { old: true }),
  };
}

function slotIn(index: number | null): number | null {
  return index === null ? null : Math.floor(index / (EVENTS_PER_ACCOUNT * ACCOUNTS_PER_CUSTOMER));
}
