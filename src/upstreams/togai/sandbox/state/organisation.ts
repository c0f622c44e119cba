import type { Scenario } from '../../../sandbox-kit/scenario.js';
import { type AddOnDocument, addOns } from '../catalog/add-ons.js';
import { type FeatureDocument, features } from '../catalog/features.js';
import { pricePlans } from '../catalog/price-plans.js';
import { type UsageMeterDocument, usageMeters } from '../catalog/usage-meters.js';
import { accountSeed, slotOfAccount } from '../seed/accounts.js';
import { alerts, alertTemplates, incidents } from '../seed/alerts.js';
import { aliasSeed } from '../seed/aliases.js';
import { creditSeed } from '../seed/credits.js';
import { customerSeed, slotOfCustomer } from '../seed/customers.js';
import { eventSeed, slotOfEvent } from '../seed/events.js';
import { invoiceSeed } from '../seed/invoices.js';
import { jobs } from '../seed/jobs.js';
import { scheduleSeed } from '../seed/schedules.js';
import { settingSeed, slotOfSettingsOn } from '../seed/settings.js';
import { walletSeed } from '../seed/wallets.js';
import type { AlertDocument, AlertTemplateDocument, IncidentDocument } from '../wire/alerts.js';
import type {
  AccountDocument,
  AliasRecord,
  CreditDocument,
  CustomerDocument,
  EventRecord,
  InvoiceDocument,
  LicenceUpdateDocument,
  LoggedEvent,
  ScheduleRecord,
  SettingDocument,
  WalletRecord,
} from '../wire/documents.js';
import type { JobDocument } from '../wire/jobs.js';
import type { PricePlanRecord } from '../wire/rate-cards.js';
import { LazyTable, listSeed, START } from './lazy-table.js';

/** Everything that one Togai organisation holds: made on demand from the scenario, plus what was changed since. */
export class Organisation {
  readonly customers: LazyTable<CustomerDocument>;
  readonly accounts: LazyTable<AccountDocument>;
  /** By value. */
  readonly aliases: LazyTable<AliasRecord>;
  readonly settings: LazyTable<SettingDocument>;
  readonly schedules: LazyTable<ScheduleRecord>;
  readonly credits: LazyTable<CreditDocument>;
  readonly invoices: LazyTable<InvoiceDocument>;
  /** By account id. */
  readonly wallets: LazyTable<WalletRecord>;
  readonly pricePlans: LazyTable<PricePlanRecord>;
  readonly usageMeters: LazyTable<UsageMeterDocument>;
  readonly features: LazyTable<FeatureDocument>;
  readonly addOns: LazyTable<AddOnDocument>;
  readonly alertTemplates: LazyTable<AlertTemplateDocument>;
  readonly alerts: LazyTable<AlertDocument>;
  readonly incidents: LazyTable<IncidentDocument>;
  readonly jobs: LazyTable<JobDocument>;

  /** Every entry of every event, by Togai's own id. */
  readonly eventLog: LazyTable<LoggedEvent>;

  /** In the order in which they came. */
  readonly licenceUpdates: LicenceUpdateDocument[] = [];

  /** Events by id, in the order in which they came. */
  readonly events = new Map<string, EventRecord>();
  readonly seed: string;
  #made = 0;

  constructor(story: Scenario) {
    this.seed = story.seed;
    const plans = pricePlans(story.seed);
    this.customers = new LazyTable(customerSeed(story), byId);
    this.accounts = new LazyTable(accountSeed(story), byId);
    this.aliases = new LazyTable(aliasSeed(story), ({ value }) => value);
    this.settings = new LazyTable(settingSeed(story), byId);
    this.schedules = new LazyTable(scheduleSeed(story, plans), byId);
    this.invoices = new LazyTable(invoiceSeed(story), byId);
    this.credits = new LazyTable(creditSeed(story), byId);
    this.eventLog = new LazyTable(eventSeed(story), ({ referenceId }) => referenceId);
    this.wallets = new LazyTable(walletSeed(story), ({ accountId }) => accountId);
    this.pricePlans = new LazyTable(listSeed(plans, byId), byId);
    this.usageMeters = new LazyTable(listSeed(usageMeters(story.seed), byId), byId);
    this.features = new LazyTable(listSeed(features(story.seed), byId), byId);
    this.addOns = new LazyTable(listSeed(addOns(story.seed), byId), byId);
    this.alertTemplates = new LazyTable(listSeed(alertTemplates(story.seed), byId), byId);
    this.alerts = new LazyTable(listSeed(alerts(story), byId), byId);
    this.incidents = new LazyTable(listSeed(incidents(story), byId), byId);
    this.jobs = new LazyTable(listSeed(jobs(story.seed), byId), byId);
  }

  /** No seeded record counts this far, so ids that are made never meet. */
  nextIndex(): number {
    this.#made += 1;
    return 2_000_000_000 + this.#made;
  }

  /** Plans are told apart by their names within a generation. */
  planNamed(name: string, generation: 1 | 2): PricePlanRecord | undefined {
    const is = (plan: PricePlanRecord) => plan.generation === generation && plan.name === name && !plan.archived;
    return this.pricePlans.page(START, Number.POSITIVE_INFINITY, is).rows[0];
  }

  aliasesOf(accountId: string): AliasRecord[] {
    return this.aliases.near(slotOfAccount(accountId)).filter((alias) => alias.accountId === accountId);
  }

  settingsOn(entityId: string): SettingDocument[] {
    return this.settings.near(slotOfSettingsOn(entityId)).filter((setting) => setting.entityId === entityId);
  }

  /** Oldest first. */
  schedulesOf(accountId: string): ScheduleRecord[] {
    return this.schedules
      .near(slotOfAccount(accountId))
      .filter((schedule) => schedule.accountId === accountId)
      .sort((a, b) => a.startDate.localeCompare(b.startDate));
  }

  invoicesOf(accountId: string): InvoiceDocument[] {
    return this.invoices.near(slotOfAccount(accountId)).filter(({ ownerId }) => ownerId === accountId);
  }

  /** By the account itself or by an alias of it. */
  eventsOf(accountId: string): LoggedEvent[] {
    const names = new Set([accountId, ...this.aliasesOf(accountId).map(({ value }) => value)]);
    return this.eventLog.near(slotOfAccount(accountId)).filter(({ event }) => names.has(event.accountId));
  }

  /** All entries of one event, oldest first. */
  entriesOf(eventId: string): LoggedEvent[] {
    return this.eventLog.near(slotOfEvent(this.seed, eventId)).filter(({ event }) => event.id === eventId);
  }

  invoicesOfCustomer(customerId: string): InvoiceDocument[] {
    return this.invoices.near(slotOfCustomer(customerId)).filter((invoice) => invoice.customerId === customerId);
  }

  creditsOf(accountId: string): CreditDocument[] {
    return this.credits.near(slotOfAccount(accountId)).filter((credit) => credit.accountId === accountId);
  }

  /** Forgets every change. */
  reset(): void {
    for (const table of Object.values(this)) if (table instanceof LazyTable) table.reset();
    this.events.clear();
    this.licenceUpdates.length = 0;
    this.#made = 0;
  }
}

const byId = ({ id }: { readonly id: string }) => id;
