import type { Scenario, ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { Seed } from '../state/lazy-table.js';
import type { SettingDocument } from '../wire/documents.js';
import { accountsOf } from './accounts.js';

/** The slots of customers follow those of the organisation, of which there is one. */
const ORGANIZATION_SLOTS = 1;
const ORGANIZATION_ID = 'XlK5h64gND';
const OWN_SETTING_PERCENT = 10;

export const BASE_CURRENCY = 'USD';

/** What the seeded settings are about; no other combination is among them. */
export const SEEDED_KINDS = [
  { entityType: 'ORGANIZATION', namespace: 'TOGAI' },
  { entityType: 'CUSTOMER', namespace: 'USER' },
  { entityType: 'ACCOUNT', namespace: 'ZUORA' },
] as const;

/** Key and value pairs on the organisation, on customers and on accounts; the Zuora app keeps its ids in some. */
export function settingSeed(story: Scenario): Seed<SettingDocument> {
  return {
    slots: ORGANIZATION_SLOTS + story.size,
    at: (slot) =>
      slot < ORGANIZATION_SLOTS ? ORGANIZATION : settingsOfCustomer(story.customer(slot - ORGANIZATION_SLOTS)),
    slotOf: (id) => {
      const digits = /\.(?:customer|account)-(\d{8,12})$/.exec(id)?.[1];
      return digits === undefined ? 0 : ORGANIZATION_SLOTS + Number(digits) - 1;
    },
  };
}

/** Where the settings on a customer or account are; 0 for all other entities. */
export function slotOfSettingsOn(entityId: string): number {
  const digits = /^(?:customer|account)-(\d{8,12})(?:-2)?$/.exec(entityId)?.[1];
  return digits === undefined ? 0 : ORGANIZATION_SLOTS + Number(digits) - 1;
}

const ORGANIZATION: readonly SettingDocument[] = [
  organization('BASE_CURRENCY', BASE_CURRENCY, 'STRING'),
  organization('INVOICE_GRACE_DAYS', '3', 'NUMERIC'),
  organization('CURRENCY_RATES', '{"EUR":"0.9","GBP":"0.8","JPY":"150","SEK":"10.5","USD":"1"}', 'JSON'),
];

function organization(name: string, value: string, dataType: SettingDocument['dataType']): SettingDocument {
  return { id: name, value, ...SEEDED_KINDS[0], entityId: ORGANIZATION_ID, name, dataType };
}

function settingsOfCustomer(customer: ScenarioCustomer): SettingDocument[] {
  const [account] = accountsOf(customer);
  if (!account) return [];
  const own = customer.random('togai-setting').chance(OWN_SETTING_PERCENT);
  return [
    ...(own ? [ownerSetting(customer)] : []),
    ...(customer.link === 'setting-id' ? [linkSetting(account.id, customer.ids.subscriptionAccountId)] : []),
  ];
}

function ownerSetting({ ids }: ScenarioCustomer): SettingDocument {
  return {
    id: `account_manager.${ids.usageCustomerId}`,
    value: 'sales@billgraph.example',
    ...SEEDED_KINDS[1],
    entityId: ids.usageCustomerId,
    name: 'account_manager',
    dataType: 'STRING',
  };
}

function linkSetting(accountId: string, subscriptionAccountId: string): SettingDocument {
  return {
    id: `zuora_account_id.${accountId}`,
    value: subscriptionAccountId,
    ...SEEDED_KINDS[2],
    entityId: accountId,
    name: 'zuora_account_id',
    dataType: 'STRING',
  };
}
