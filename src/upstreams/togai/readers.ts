import type { EntityReader } from '../../kernel/reading/entity-reader.js';
import type { UpstreamKit } from '../contract.js';
import type { TogaiClient } from './client.js';
import type { TogaiSettings } from './config.js';
import { listAll, type TogaiList } from './lists.js';
import { toAccount, toCustomer, toSetting } from './mapping/customer.js';
import { toAssociation } from './mapping/price-plan.js';
import type { TogaiAccount, TogaiCustomer, TogaiPricePlanAssociation, TogaiSetting } from './model.js';
import { type AlertReaders, alertReaders } from './reading/alerts.js';
import { type CatalogListReaders, catalogListReaders } from './reading/catalog-lists.js';
import { type CreditReaders, creditReaders } from './reading/credits.js';
import { type EventReaders, eventReaders } from './reading/events.js';
import { type InvoiceReaders, invoiceReaders } from './reading/invoices.js';
import { type JobReaders, jobReaders } from './reading/jobs.js';
import { type MetricReaders, metricReaders } from './reading/metrics.js';
import { type PricePlanReaders, pricePlanReaders } from './reading/price-plans.js';
import { type FindOptions, isKey, LIVE, readerFactory, SELDOM } from './reading/reader-factory.js';
import { Account } from './schemas/account.js';
import { Customer } from './schemas/customer.js';
import { Schedule } from './schemas/schedule.js';
import { Setting } from './schemas/setting.js';

/** Everything that is read by key, for the whole process. Togai has no bulk reads: one key, one call, but for metrics. */
export interface TogaiReaders
  extends PricePlanReaders,
    CreditReaders,
    CatalogListReaders,
    MetricReaders,
    InvoiceReaders,
    EventReaders,
    AlertReaders,
    JobReaders {
  readonly customers: EntityReader<TogaiCustomer>;
  readonly accounts: EntityReader<TogaiAccount>;
  /** By account id, oldest first. */
  readonly schedules: EntityReader<readonly TogaiPricePlanAssociation[]>;
  /** By account id: what somebody prepares, oldest first. */
  readonly draftSchedules: EntityReader<readonly TogaiPricePlanAssociation[]>;
  /** By account id. */
  readonly settings: EntityReader<readonly TogaiSetting[]>;
}

export function createReaders(client: TogaiClient, settings: TogaiSettings, kit: UpstreamKit): TogaiReaders {
  const reader = readerFactory(settings, kit);
  const lists = catalogListReaders(client, reader);
  const schedulesIn = (mode: 'ACTIVE' | 'DRAFT') => async (accountId: string, options: FindOptions) => {
    const rows = await listAll(client, scheduleList(accountId, mode), options);
    return rows
      .toSorted((a, b) => a.startDate.localeCompare(b.startDate))
      .map((row) => toAssociation(row, settings.timeZone));
  };
  return {
    ...lists,
    ...eventReaders(client, reader),
    ...alertReaders(client, reader),
    ...jobReaders(client, reader),
    ...invoiceReaders(client, reader),
    ...metricReaders(client, lists.usageMeters, settings, kit),
    ...pricePlanReaders(client, reader, kit.clock),
    ...creditReaders(client, reader),
    customers: reader('customer', SELDOM, async (id, options) => {
      if (!isKey(id)) return null;
      const path = `/customers/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getCustomer', path, schema: Customer, ...options });
      return row && toCustomer(row);
    }),
    accounts: reader('account', SELDOM, async (id, options) => {
      if (!isKey(id)) return null;
      const path = `/accounts/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getAccount', path, schema: Account, ...options });
      return row && toAccount(row, settings.linkSettings);
    }),
    schedules: reader('schedules', SELDOM, schedulesIn('ACTIVE')),
    draftSchedules: reader('draft-schedules', LIVE, schedulesIn('DRAFT')),
    settings: reader('settings', SELDOM, async (accountId, options) =>
      (await listAll(client, settingList(accountId), options)).map(toSetting),
    ),
  };
}

function scheduleList(accountId: string, mode: string): TogaiList<Schedule> {
  return {
    operation: 'listaccountSchedules',
    path: `/v2/accounts/${encodeURIComponent(accountId)}/schedules`,
    query: { mode },
    row: Schedule,
    pageSize: 50,
  };
}

function settingList(accountId: string): TogaiList<Setting> {
  return {
    operation: 'listSetting',
    path: '/settings',
    query: { entity_type: 'ACCOUNT', entity_id: accountId },
    row: Setting,
    pageSize: 100,
  };
}
