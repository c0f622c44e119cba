import type { Scenario, ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { Seed } from '../state/lazy-table.js';
import type { AccountDocument } from '../wire/documents.js';
import { addressOf, isArchived } from './customers.js';
import { madeId } from './ids.js';

/** Two ids a customer, so that a second account does not move the ids of others. */
export const ACCOUNTS_PER_CUSTOMER = 2;
const SECOND_ACCOUNT_PERCENT = 20;
const DRAFT_PERCENT = 5;
const WITHOUT_CURRENCY_PERCENT = 10;
const TERMS = [15, 30, 30, 45] as const;

/** What every seed of an account's belongings starts from. */
export interface SeededAccount {
  readonly customer: ScenarioCustomer;
  /** 0 for the first account of the customer, 1 for the second. */
  readonly position: 0 | 1;
  readonly id: string;
  readonly status: AccountDocument['status'];
  /** Undefined where the organisation's base currency counts. */
  readonly currency: string | undefined;
  /** Counts the accounts over all customers, with gaps. */
  readonly index: number;
}

export function accountSeed(story: Scenario): Seed<AccountDocument> {
  return {
    slots: story.size,
    at: (slot) => accountsOf(story.customer(slot)).map((account) => documentOf(story.seed, account)),
    slotOf: slotOfAccount,
  };
}

export function accountsOf(customer: ScenarioCustomer): SeededAccount[] {
  if (!customer.inUsageBilling) return [];
  const second = customer.random('togai-second-account').chance(SECOND_ACCOUNT_PERCENT);
  return second ? [accountOf(customer, 0), accountOf(customer, 1)] : [accountOf(customer, 0)];
}

function accountOf(customer: ScenarioCustomer, position: 0 | 1): SeededAccount {
  const random = customer.random(`togai-account-${position}`);
  const draft = random.chance(DRAFT_PERCENT);
  // Where the systems are to disagree about the currency, there has to be one.
  const withoutCurrency = random.chance(WITHOUT_CURRENCY_PERCENT) && !customer.differs;
  return {
    customer,
    position,
    id: position === 0 ? customer.ids.usageAccountId : `${customer.ids.usageAccountId}-2`,
    status: isArchived(customer) ? 'ARCHIVED' : draft ? 'DRAFT' : 'ACTIVE',
    currency: withoutCurrency ? undefined : customer.usageCurrency,
    index: customer.n * ACCOUNTS_PER_CUSTOMER + position,
  };
}

function documentOf(seed: string, { customer, position, id, status, currency, index }: SeededAccount): AccountDocument {
  const random = customer.random(`togai-account-details-${position}`);
  return {
    id,
    togaiAccountId: madeId(seed, 'account', index),
    customerId: customer.ids.usageCustomerId,
    togaiCustomerId: madeId(seed, 'customer', customer.n),
    name: position === 0 ? customer.usageName : `${customer.usageName} - ${random.pick(['Labs', 'Europe', 'Resale'])}`,
    ...(currency !== undefined && { invoiceCurrency: currency }),
    // Accounts from before net terms existed have none.
    ...(random.chance(80) && { netTermDays: random.pick(TERMS) }),
    address: addressOf(customer),
    primaryEmail: customer.usageEmail,
    ...(random.chance(30) && {
      billingInformation: { emailRecipients: [`invoices@customer-${customer.n + 1}.example`] },
    }),
    status,
    ...(random.chance(40) && { metadata: { region: customer.country.code, VATN: `${customer.country.code}${index}` } }),
    ...(random.chance(25) && { tags: ['key-account'] }),
  };
}

/** The slot of an account's customer; null for an id that no seeded account has. */
export function slotOfAccount(id: string): number | null {
  const digits = /^account-(\d{8,12})(?:-2)?$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits) - 1;
}
