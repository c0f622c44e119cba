import { recordIndex, type Scenario } from '../../../sandbox-kit/scenario.js';
import type { Seed } from '../state/lazy-table.js';
import type { AliasRecord } from '../wire/documents.js';
import { accountsOf, type SeededAccount } from './accounts.js';
import { madeUuid } from './ids.js';

export const FAR_END = '9999-01-01T00:00:00.000Z';
const OWN_ALIAS_PERCENT = 50;

/** The ids under which events may name an account: of the subscription billing, and of the metered product. */
export function aliasSeed(story: Scenario): Seed<AliasRecord> {
  return {
    slots: story.size,
    at: (slot) =>
      accountsOf(story.customer(slot)).flatMap((account) =>
        valuesOf(account).map((value) => aliasOf(story.seed, account, value)),
      ),
    slotOf: (value) => slotOfAlias(story.seed, value),
  };
}

function valuesOf({ customer, position, index }: SeededAccount): string[] {
  const linked = position === 0 ? linkOf(customer) : null;
  const own = customer.random(`togai-alias-${position}`).chance(OWN_ALIAS_PERCENT) ? [`workspace-${index}`] : [];
  return linked === null ? own : [linked, ...own];
}

function linkOf({ link, ids }: SeededAccount['customer']): string | null {
  if (link === 'alias-number') return ids.subscriptionAccountNumber;
  return link === 'alias-id' ? ids.subscriptionAccountId : null;
}

function aliasOf(seed: string, { customer, id }: SeededAccount, value: string): AliasRecord {
  const createdAt = customer.since.toISOString();
  return {
    id: madeUuid(seed, `alias ${value}`),
    value,
    accountId: id,
    effectiveFrom: createdAt,
    effectiveUntil: FAR_END,
    createdAt,
    ...(customer.random('togai-alias-updated').chance(50) && { updatedAt: createdAt }),
  };
}

function slotOfAlias(seed: string, value: string): number | null {
  const number = /^A(\d{8,12})$/.exec(value)?.[1];
  if (number !== undefined) return Number(number) - 1;
  const workspace = /^workspace-(\d{1,12})$/.exec(value)?.[1];
  if (workspace !== undefined) return Math.floor(Number(workspace) / 2);
  return recordIndex(seed, 'account', value);
}
