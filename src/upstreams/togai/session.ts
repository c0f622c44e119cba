import type { CustomerEntry } from '../../domain/customers/model.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { InvoicePage, InvoicePageRequest } from '../../domain/invoices/ports.js';
import type { CreditSource } from '../../domain/syncs/credits/ports.js';
import type { CustomerEnd } from '../../domain/syncs/customers/customer-end.js';
import type { InvoiceSource } from '../../domain/syncs/invoices/ports.js';
import type { PlanTarget } from '../../domain/syncs/ports.js';
import { UpstreamError } from '../../kernel/errors.js';
import { type RequestLoader, requestLoader } from '../../kernel/reading/request-loader.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import type { TogaiAlert, TogaiAlertTemplate, TogaiIncident } from './alerts/model.js';
import type { TogaiJob, TogaiJobEntry } from './jobs/model.js';
import { accountIdsOf, customerIdOf } from './known-ids.js';
import type { ListPage } from './lists.js';
import { accountRecord, customerRecord } from './mapping/customer.js';
import type {
  TogaiAccount,
  TogaiAddOn,
  TogaiCredit,
  TogaiCreditBalance,
  TogaiCustomer,
  TogaiFeature,
  TogaiInvoice,
  TogaiPricePlan,
  TogaiPricePlanAssociation,
  TogaiRateCard,
  TogaiSetting,
  TogaiWallet,
  TogaiWalletEntry,
} from './model.js';
import { SYSTEM, TITLE } from './names.js';
import type { PricePlanCatalog } from './price-plan-catalog.js';
import type { TogaiReaders } from './readers.js';
import { type PageKey, pageKey } from './reading/credits.js';
import { customerInvoices } from './reading/customer-invoices.js';
import { type EventPageKey, eventPageKey } from './reading/events.js';
import { jobEntriesKey } from './reading/jobs.js';
import { metricKey } from './reading/metrics.js';
import { rateCardsKey } from './reading/price-plans.js';
import { TogaiCreditSource } from './syncing/credit-source.js';
import { TogaiCustomerEnd } from './syncing/customer-end.js';
import { TogaiInvoiceSource } from './syncing/invoice-source.js';
import { TogaiPlanTarget } from './syncing/plan-target.js';
import type { TogaiEvent } from './usage/event-model.js';
import type { RevenuePoint, TogaiUsageMeter, UsagePoint, UsageWindow } from './usage/model.js';
import { type DeskOptions, TogaiDesk } from './writing/togai-desk.js';

const NO_PAGE: ListPage<never> = { rows: [], next: null };

/** Gives resolvers the Togai session of their request. */
export const togai = sessionKey<TogaiSession>(SYSTEM);

/** What all requests to an organisation share. */
export interface TogaiOrganisation extends DeskOptions {
  readonly readers: TogaiReaders;
  readonly catalog: PricePlanCatalog;
}

/** What one request holds of Togai. */
export class TogaiSession implements UpstreamSession {
  readonly customers: RequestLoader<TogaiCustomer>;
  readonly accounts: RequestLoader<TogaiAccount>;
  readonly pricePlans: RequestLoader<TogaiPricePlan>;
  readonly schedules: RequestLoader<readonly TogaiPricePlanAssociation[]>;
  readonly draftSchedules: RequestLoader<readonly TogaiPricePlanAssociation[]>;
  /** By the id that the sender chose: every entry of it, newest first. */
  readonly eventEntries: RequestLoader<readonly TogaiEvent[]>;
  readonly #eventPages: RequestLoader<ListPage<TogaiEvent>>;
  /** These two as a whole, under the one key `all`. */
  readonly alertTemplates: RequestLoader<readonly TogaiAlertTemplate[]>;
  readonly alerts: RequestLoader<readonly TogaiAlert[]>;
  readonly incidents: RequestLoader<TogaiIncident>;
  readonly #incidentPages: RequestLoader<ListPage<TogaiIncident>>;
  readonly jobs: RequestLoader<TogaiJob>;
  readonly #jobPages: RequestLoader<ListPage<TogaiJob>>;
  readonly #jobEntryPages: RequestLoader<ListPage<TogaiJobEntry>>;
  readonly creditBalances: RequestLoader<TogaiCreditBalance>;
  readonly credits: RequestLoader<TogaiCredit>;
  /** By account id. */
  readonly settings: RequestLoader<readonly TogaiSetting[]>;
  /** These three as a whole, under the one key `all`. */
  readonly usageMeters: RequestLoader<readonly TogaiUsageMeter[]>;
  readonly addOns: RequestLoader<readonly TogaiAddOn[]>;
  readonly features: RequestLoader<readonly TogaiFeature[]>;
  readonly #usage: RequestLoader<readonly UsagePoint[]>;
  readonly #revenue: RequestLoader<readonly RevenuePoint[]>;
  readonly invoices: RequestLoader<TogaiInvoice>;
  readonly #invoicePages: RequestLoader<ListPage<TogaiInvoice>>;
  readonly #customerInvoicePages: RequestLoader<ListPage<TogaiInvoice>>;
  readonly #timeZone: string;
  readonly #rateCards: RequestLoader<readonly TogaiRateCard[]>;
  readonly #creditPages: RequestLoader<ListPage<TogaiCredit>>;
  readonly #wallets: RequestLoader<{ readonly wallet: TogaiWallet | null }>;
  readonly #walletPages: RequestLoader<ListPage<TogaiWalletEntry>>;
  readonly #catalog: PricePlanCatalog;
  readonly #signal: AbortSignal;

  /** Where changes are made. */
  readonly desk: TogaiDesk;

  constructor(organisation: TogaiOrganisation, { signal, lane }: SessionRequest) {
    const { readers, catalog } = organisation;
    this.customers = requestLoader(readers.customers, signal);
    this.accounts = requestLoader(readers.accounts, signal);
    this.pricePlans = requestLoader(readers.pricePlans, signal);
    this.schedules = requestLoader(readers.schedules, signal);
    this.draftSchedules = requestLoader(readers.draftSchedules, signal);
    this.eventEntries = requestLoader(readers.eventEntries, signal);
    this.#eventPages = requestLoader(readers.eventPages, signal);
    this.alertTemplates = requestLoader(readers.alertTemplates, signal);
    this.alerts = requestLoader(readers.alerts, signal);
    this.incidents = requestLoader(readers.incidents, signal);
    this.#incidentPages = requestLoader(readers.incidentPages, signal);
    this.jobs = requestLoader(readers.jobs, signal);
    this.#jobPages = requestLoader(readers.jobPages, signal);
    this.#jobEntryPages = requestLoader(readers.jobEntryPages, signal);
    this.creditBalances = requestLoader(readers.creditBalances, signal);
    this.credits = requestLoader(readers.credits, signal);
    this.settings = requestLoader(readers.settings, signal);
    this.usageMeters = requestLoader(readers.usageMeters, signal);
    this.addOns = requestLoader(readers.addOns, signal);
    this.features = requestLoader(readers.features, signal);
    this.#usage = requestLoader(readers.usage, signal);
    this.#revenue = requestLoader(readers.revenue, signal);
    this.invoices = requestLoader(readers.invoices, signal);
    this.#invoicePages = requestLoader(readers.invoicePages, signal);
    this.#customerInvoicePages = requestLoader(readers.customerInvoicePages, signal);
    this.#timeZone = organisation.settings.timeZone;
    this.#rateCards = requestLoader(readers.rateCards, signal);
    this.#creditPages = requestLoader(readers.creditPages, signal);
    this.#wallets = requestLoader(readers.wallets, signal);
    this.#walletPages = requestLoader(readers.walletPages, signal);
    this.#catalog = catalog;
    const pages = { creditPages: this.#creditPages, wallets: this.#wallets, walletPages: this.#walletPages };
    const bills = { invoicePages: this.#invoicePages, customerInvoicePages: this.#customerInvoicePages };
    const work = { incidentPages: this.#incidentPages, jobPages: this.#jobPages };
    const plans = { rateCards: this.#rateCards, pricePlanList: catalog };
    this.desk = new TogaiDesk(organisation, { ...this, ...pages, ...bills, ...plans, ...work }, signal, lane);
    this.#signal = signal;
  }

  /** All price plans of both generations, by name. */
  async allPricePlans(): Promise<readonly TogaiPricePlan[]> {
    return (await this.#catalog.read('all', { signal: this.#signal }))?.value ?? [];
  }

  async rateCards(plan: TogaiPricePlan): Promise<readonly TogaiRateCard[]> {
    return (await this.#rateCards.load(rateCardsKey(plan))) ?? [];
  }

  async creditPage(key: PageKey): Promise<ListPage<TogaiCredit>> {
    return (await this.#creditPages.load(pageKey(key))) ?? NO_PAGE;
  }

  async invoicePage(key: PageKey): Promise<ListPage<TogaiInvoice>> {
    return (await this.#invoicePages.load(pageKey(key))) ?? NO_PAGE;
  }

  async eventPage(key: EventPageKey): Promise<ListPage<TogaiEvent>> {
    return (await this.#eventPages.load(eventPageKey(key))) ?? NO_PAGE;
  }

  async invoicesOf(customer: CustomerEntry, request: InvoicePageRequest): Promise<InvoicePage> {
    const id = customerIdOf(customer);
    if (id === null) return { rows: [], hasMore: false };
    const { accounts, invoices } = this;
    return await customerInvoices(id, request, {
      ...{ accounts, invoices },
      timeZone: this.#timeZone,
      page: async (token) => (await this.#customerInvoicePages.load(pageKey({ accountId: id, token }))) ?? NO_PAGE,
    });
  }

  /** Togai has no call for a single one. */
  async alert(id: string): Promise<TogaiAlert | null> {
    return (await this.alerts.load('all'))?.find(({ togaiId }) => togaiId === id) ?? null;
  }

  async incidentPage(token: string | null): Promise<ListPage<TogaiIncident>> {
    return (await this.#incidentPages.load(token ?? '')) ?? NO_PAGE;
  }

  async jobPage(token: string | null): Promise<ListPage<TogaiJob>> {
    return (await this.#jobPages.load(token ?? '')) ?? NO_PAGE;
  }

  async jobEntryPage(jobId: string, token: string | null): Promise<ListPage<TogaiJobEntry>> {
    return (await this.#jobEntryPages.load(jobEntriesKey(jobId, token))) ?? NO_PAGE;
  }

  /** Null for an account without one. */
  async wallet(accountId: string): Promise<TogaiWallet | null> {
    return (await this.#wallets.load(accountId))?.wallet ?? null;
  }

  async walletPage(key: PageKey): Promise<ListPage<TogaiWalletEntry>> {
    return (await this.#walletPages.load(pageKey(key))) ?? NO_PAGE;
  }

  creditSource(): CreditSource {
    return new TogaiCreditSource(this.desk);
  }

  invoiceSource(): InvoiceSource {
    return new TogaiInvoiceSource(this.desk, async (planId) => {
      const plan = await this.pricePlans.load(planId);
      return plan ? await this.rateCards(plan) : [];
    });
  }

  customerEnd(): CustomerEnd {
    return new TogaiCustomerEnd(this.desk);
  }

  planTarget(): PlanTarget {
    return new TogaiPlanTarget(this.desk);
  }

  /** What the meters counted for the accounts, by time and meter. */
  async usage(accountIds: readonly string[], window: UsageWindow): Promise<readonly UsagePoint[]> {
    const found = await this.#usage.loadMany(accountIds.map((id) => metricKey(id, window)));
    return found
      .flatMap((points) => points ?? [])
      .sort((a, b) => a.at.localeCompare(b.at) || a.meter.localeCompare(b.meter));
  }

  async revenue(accountId: string, window: UsageWindow): Promise<readonly RevenuePoint[]> {
    return (await this.#revenue.load(metricKey(accountId, window))) ?? [];
  }

  async source(customer: CustomerEntry): Promise<SourceReading | null> {
    const id = customerIdOf(customer);
    return id === null ? null : await this.customers.reading(id);
  }

  async find(value: string): Promise<readonly SystemRecord[]> {
    const [customer, account] = await Promise.all([this.customers.load(value), this.accounts.load(value)]);
    if (customer && account === null) return [customerRecord(customer)];
    if (account === null) return [];
    const owner = customer ?? (await this.customers.load(account.customerId));
    return [...(owner ? [customerRecord(owner)] : []), accountRecord(account)];
  }
}

/** The same, where nothing can be said without them: every customer of Togai has an account from its first moment on. */
export function knownAccountIds(customer: CustomerEntry, customerId: string): string[] {
  const ids = accountIdsOf(customer, customerId);
  if (ids.length > 0) return ids;
  const message = `${TITLE} cannot list the accounts of one customer, and discovery has not come to them yet.`;
  throw new UpstreamError(SYSTEM, 'UPSTREAM_UNAVAILABLE', message, { retryable: true });
}
