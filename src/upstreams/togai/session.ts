import type { CustomerEntry } from '../../domain/customers/model.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { PlanTarget } from '../../domain/syncs/ports.js';
import { UpstreamError } from '../../kernel/errors.js';
import { type RequestLoader, requestLoader } from '../../kernel/reading/request-loader.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
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
import { metricKey } from './reading/metrics.js';
import { rateCardsKey } from './reading/price-plans.js';
import { TogaiPlanTarget } from './syncing/plan-target.js';
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
  readonly #rateCards: RequestLoader<readonly TogaiRateCard[]>;
  readonly #creditPages: RequestLoader<ListPage<TogaiCredit>>;
  readonly #wallets: RequestLoader<{ readonly wallet: TogaiWallet | null }>;
  readonly #walletPages: RequestLoader<ListPage<TogaiWalletEntry>>;
  readonly #catalog: PricePlanCatalog;
  readonly #signal: AbortSignal;

  /** Where changes are made. */
  readonly desk: TogaiDesk;

  constructor(organisation: TogaiOrganisation, { signal }: SessionRequest) {
    const { readers, catalog } = organisation;
    this.customers = requestLoader(readers.customers, signal);
    this.accounts = requestLoader(readers.accounts, signal);
    this.pricePlans = requestLoader(readers.pricePlans, signal);
    this.schedules = requestLoader(readers.schedules, signal);
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
    this.#rateCards = requestLoader(readers.rateCards, signal);
    this.#creditPages = requestLoader(readers.creditPages, signal);
    this.#wallets = requestLoader(readers.wallets, signal);
    this.#walletPages = requestLoader(readers.walletPages, signal);
    this.#catalog = catalog;
    const { customers, accounts, settings, schedules, creditBalances, credits, pricePlans } = this;
    const loaders = { customers, accounts, settings, schedules, creditBalances, credits, pricePlans };
    const pages = { creditPages: this.#creditPages, wallets: this.#wallets, walletPages: this.#walletPages };
    this.desk = new TogaiDesk(organisation, { ...loaders, ...pages }, signal);
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

  /** Null for an account without one. */
  async wallet(accountId: string): Promise<TogaiWallet | null> {
    return (await this.#wallets.load(accountId))?.wallet ?? null;
  }

  async walletPage(key: PageKey): Promise<ListPage<TogaiWalletEntry>> {
    return (await this.#walletPages.load(pageKey(key))) ?? NO_PAGE;
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
