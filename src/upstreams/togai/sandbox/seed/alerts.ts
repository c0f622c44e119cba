import type { Scenario } from '../../../sandbox-kit/scenario.js';
import type { AlertDocument, AlertTemplateDocument, IncidentDocument } from '../wire/alerts.js';
import { accountsOf } from './accounts.js';
import { madeId } from './ids.js';

const CREATED = '2024-02-01T08:00:00.000Z';
const MOST_CUSTOMERS = 40;

const KINDS = [
  ['Invoice overdue', 'An invoice was not paid in time', 'ACCOUNT', 'days'],
  ['Invoice due', 'An invoice has to be paid soon', 'ACCOUNT', 'days'],
  ['Entitlement low', 'Little is left of a feature', 'FEATURE', 'threshold'],
  ['Credit low', 'Little is left of the credits', 'ACCOUNT', 'threshold'],
  ['Wallet low', 'Little is left in the wallet', 'ACCOUNT', 'threshold'],
  ['Usage breach', 'A usage meter has counted too much', 'USAGE_METER', 'threshold'],
  ['Unprocessed events', 'Events could not be processed', 'ORGANIZATION', 'threshold'],
] as const;

export function alertTemplates(seed: string): AlertTemplateDocument[] {
  return KINDS.map(([name, description, entityType, parameter], index) => ({
    id: madeId(seed, 'altmp', index),
    ...{ name, description, interval: 30, entityType, ownerType: 'ACCOUNT' },
    parametersSchema: JSON.stringify({ type: 'object', properties: { [parameter]: { type: 'number' } } }),
    createdAt: CREATED,
    // The first ones are as they were made.
    ...(index > 2 && { updatedAt: CREATED }),
  }));
}

/** An alert for some of the first accounts. */
export function alerts(story: Scenario): AlertDocument[] {
  const templates = alertTemplates(story.seed);
  const customers = Array.from({ length: Math.min(story.size, MOST_CUSTOMERS) }, (_, n) => story.customer(n));
  return customers.flatMap((customer) => {
    const [account] = accountsOf(customer);
    const template = templates[customer.n % templates.length];
    if (!account || !template || account.status !== 'ACTIVE' || customer.n % 2 === 0) return [];
    return {
      id: madeId(story.seed, 'alert', customer.n),
      ...{ version: 1, status: 'ACTIVE', alertTemplateId: template.id, interval: 60 },
      ownerDetails: { accountId: account.id },
      ...{ parameters: { threshold: 10 + customer.n }, createdAt: CREATED },
    };
  });
}

export function incidents(story: Scenario): IncidentDocument[] {
  return alerts(story).flatMap(({ id: alertId, version: alertVersion, alertTemplateId }, n) =>
    [0, 1].slice(n % 2).map((i) => ({
      id: madeId(story.seed, 'incident', 2 * n + i),
      ...{ alertId, alertVersion, alertTemplateId, status: i === 0 ? 'CLOSED' : 'OPEN' },
      reportData: { balance: { value: 4.5 + n } },
      createdAt: new Date(Date.parse(CREATED) + n * 86_400_000).toISOString(),
    })),
  );
}
