import type { CustomerEntry } from '../../domain/customers/model.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import { type RequestLoader, requestLoader } from '../../kernel/reading/request-loader.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import { accountRecord, customerRecord } from './mapping/customer.js';
import type { TogaiAccount, TogaiCustomer, TogaiPricePlan, TogaiPricePlanAssociation, TogaiRateCard } from './model.js';
import { ACCOUNT_ID, CUSTOMER_ID, SYSTEM } from './names.js';
import type { PricePlanCatalog } from './price-plan-catalog.js';
import type { TogaiReaders } from './readers.js';
import { rateCardsKey } from './reading/price-plans.js';

/** Gives resolvers the Togai session of their request. */
export const togai = sessionKey<TogaiSession>(SYSTEM);

/** What one request holds of Togai. */
export class TogaiSession implements UpstreamSession {
  readonly customers: RequestLoader<TogaiCustomer>;
  readonly accounts: RequestLoader<TogaiAccount>;
  readonly pricePlans: RequestLoader<TogaiPricePlan>;
  readonly schedules: RequestLoader<readonly TogaiPricePlanAssociation[]>;
  readonly #rateCards: RequestLoader<readonly TogaiRateCard[]>;
  readonly #catalog: PricePlanCatalog;
  readonly #signal: AbortSignal;

  constructor(readers: TogaiReaders, catalog: PricePlanCatalog, { signal }: SessionRequest) {
    this.customers = requestLoader(readers.customers, signal);
    this.accounts = requestLoader(readers.accounts, signal);
    this.pricePlans = requestLoader(readers.pricePlans, signal);
    this.schedules = requestLoader(readers.schedules, signal);
    this.#rateCards = requestLoader(readers.rateCards, signal);
    this.#catalog = catalog;
    this.#signal = signal;
  }

  /** All price plans of both generations, by name. */
  async allPricePlans(): Promise<readonly TogaiPricePlan[]> {
    return (await this.#catalog.read('all', { signal: this.#signal }))?.value ?? [];
  }

  async rateCards(plan: TogaiPricePlan): Promise<readonly TogaiRateCard[]> {
    return (await this.#rateCards.load(rateCardsKey(plan))) ?? [];
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

/** The company's own id of the customer in Togai; null for a customer of other systems only. */
export function customerIdOf({ externalIds }: CustomerEntry): string | null {
  return externalIds.find(({ system, kind }) => system === SYSTEM && kind === CUSTOMER_ID)?.value ?? null;
}

/** Togai cannot list the accounts of a customer; the directory knows them from the list of all accounts. */
export function accountIdsOf({ externalIds }: CustomerEntry, customerId: string): string[] {
  return externalIds
    .filter(({ system, kind, partOf }) => system === SYSTEM && kind === ACCOUNT_ID && partOf === customerId)
    .map(({ value }) => value);
}
