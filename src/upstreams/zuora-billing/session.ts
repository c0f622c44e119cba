import type { CustomerEntry } from '../../domain/customers/model.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { Money } from '../../kernel/money.js';
import { type RequestLoader, requestLoader } from '../../kernel/reading/request-loader.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import type { ZuoraBillingSettings } from './config.js';
import { toRecord } from './mapping/account.js';
import type { ZuoraAccount, ZuoraSubscription } from './model.js';
import { ACCOUNT_ID, SYSTEM } from './names.js';
import type { ZuoraReaders } from './readers.js';

/** Gives resolvers the Zuora Billing session of their request. */
export const zuoraBilling = sessionKey<ZuoraBillingSession>(SYSTEM);

/** What one request holds of Zuora Billing. */
export class ZuoraBillingSession implements UpstreamSession {
  readonly accounts: RequestLoader<ZuoraAccount>;
  readonly subscriptionsOfAccount: RequestLoader<readonly ZuoraSubscription[]>;
  readonly #accountsByNumber: RequestLoader<ZuoraAccount>;
  readonly #subscriptions: RequestLoader<ZuoraSubscription>;
  readonly #subscriptionNumbers: RequestLoader<string>;
  readonly #settings: ZuoraBillingSettings;

  constructor(readers: ZuoraReaders, settings: ZuoraBillingSettings, { signal }: SessionRequest) {
    this.#settings = settings;
    this.accounts = requestLoader(readers.accounts, signal);
    this.subscriptionsOfAccount = requestLoader(readers.subscriptionsOfAccount, signal);
    this.#accountsByNumber = requestLoader(readers.accountsByNumber, signal);
    this.#subscriptions = requestLoader(readers.subscriptions, signal);
    this.#subscriptionNumbers = requestLoader(readers.subscriptionNumbers, signal);
  }

  /** By id or account number. */
  async account(key: string): Promise<ZuoraAccount | null> {
    return isZuoraId(key) ? await this.accounts.load(key) : await this.#accountsByNumber.load(key);
  }

  /** The latest version, by subscription number or by the id of any version. */
  async subscription(key: string): Promise<ZuoraSubscription | null> {
    const number = isZuoraId(key) ? await this.#subscriptionNumbers.load(key) : key;
    return number === null ? null : await this.#subscriptions.load(number);
  }

  async source(customer: CustomerEntry): Promise<SourceReading | null> {
    const id = accountIdOf(customer);
    return id === null ? null : await this.accounts.reading(id);
  }

  async find(value: string): Promise<readonly SystemRecord[]> {
    const account = await this.account(value);
    return account === null ? [] : [this.recordOf(account)];
  }

  async balance(customer: CustomerEntry): Promise<Money | null> {
    const id = accountIdOf(customer);
    return id === null ? null : ((await this.accounts.load(id))?.balance ?? null);
  }

  recordUrl(kind: string, value: string): string | null {
    const { appUrl } = this.#settings;
    if (!appUrl || kind !== ACCOUNT_ID) return null;
    return `${appUrl}/apps/CustomerAccount.do?method=view&id=${encodeURIComponent(value)}`;
  }

  recordOf(account: ZuoraAccount): SystemRecord {
    return toRecord(account, this.#settings.linkFields);
  }
}

/** The id of the customer's account here; null for a customer of other systems only. */
export function accountIdOf({ externalIds }: CustomerEntry): string | null {
  return externalIds.find(({ system, kind }) => system === SYSTEM && kind === ACCOUNT_ID)?.value ?? null;
}

/** Ids are 32 hexadecimal digits; numbers have a prefix that each tenant chooses. */
function isZuoraId(key: string): boolean {
  return /^[0-9a-f]{32}$/i.test(key);
}
