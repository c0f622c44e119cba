import type { ScenarioCustomer } from '../../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../../state/record.js';
import type { SeedContext } from '../context.js';
import { DOCUMENT_SECOND } from './invoices.js';
import { CUSTOMER_WITH_MANY_DOCUMENTS, SLOTS } from './slots.js';

const MANY = 2400;
const MOST = 40;
const HOUR_MS = 3_600_000;
const STATES = ['Processed', 'Processed', 'Processed', 'Pending'] as const;

/** What the customer used, oldest first: two records for every hour that has any. */
export function usageRecords(
  customer: ScenarioCustomer,
  context: SeedContext,
  account: ZuoraRecord,
  subscriptionId: string | null,
): ZuoraRecord[] {
  const random = customer.random('usages');
  const wanted = account.status === 'Active' && random.chance(60) ? 1 + random.int(MOST) : 0;
  const count = customer.n === CUSTOMER_WITH_MANY_DOCUMENTS ? MANY : wanted;
  const first = Math.ceil(customer.since.getTime() / HOUR_MS) * HOUR_MS;
  return Array.from({ length: count }, (_, slot) => {
    const start = first + Math.floor(slot / 2) * HOUR_MS;
    return {
      id: context.ids.of('usage', customer.n * SLOTS.usage + slot),
      accountId: customer.ids.subscriptionAccountId,
      accountNumber: customer.ids.subscriptionAccountNumber,
      description: null,
      endDateTime: slot % 3 === 0 ? context.time.format(start + HOUR_MS) : null,
      quantity: (1 + random.int(1_000_000)) / 1000,
      rbeStatus: random.pick(STATES),
      sourceType: 'API',
      startDateTime: context.time.format(start),
      submissionDateTime: context.time.format(start + HOUR_MS),
      subscriptionId,
      uOM: 'GB',
      uniqueKey: slot % 2 === 0 ? `usage-${customer.n + 1}-${slot}` : null,
      ...context.stamps(customer.n, DOCUMENT_SECOND, start + HOUR_MS),
    };
  });
}
