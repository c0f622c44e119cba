import type { Scenario, ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { Seed } from '../state/lazy-table.js';
import type { AddressDocument, CustomerDocument } from '../wire/documents.js';
import { madeId } from './ids.js';

const DAY_MS = 86_400_000;
const ARCHIVED_PERCENT = 3;

const CITIES: Readonly<Record<string, readonly [city: string, postalCode: string, street: string]>> = {
  US: ['Florence', '29501', 'Broadway Street'],
  DE: ['Köln', '50667', 'Hohe Straße'],
  JP: ['東京都', '100-0005', '丸の内'],
  GB: ['Leeds', 'LS1 4AP', "King's Parade"],
  FR: ['Orléans', '45000', 'rue de la République'],
  SE: ['Göteborg', '411 06', 'Östra Hamngatan'],
};

export function customerSeed(story: Scenario): Seed<CustomerDocument> {
  return {
    slots: story.size,
    at: (slot) => {
      const customer = story.customer(slot);
      return customer.inUsageBilling ? [customerOf(story.seed, customer)] : [];
    },
    slotOf: slotOfCustomer,
  };
}

function customerOf(seed: string, customer: ScenarioCustomer): CustomerDocument {
  const random = customer.random('togai-customer');
  const address = addressOf(customer);
  return {
    id: customer.ids.usageCustomerId,
    togaiCustomerId: madeId(seed, 'customer', customer.n),
    name: customer.usageName,
    primaryEmail: customer.usageEmail,
    billingAddress: [address.line1, address.postalCode, address.city, address.country].filter(Boolean).join(', '),
    address,
    status: isArchived(customer) ? 'ARCHIVED' : 'ACTIVE',
    createdAt: customer.since.toISOString(),
    updatedAt: new Date(customer.since.getTime() + random.int(300) * DAY_MS).toISOString(),
  };
}

export function isArchived(customer: ScenarioCustomer): boolean {
  return customer.random('togai-archived').chance(ARCHIVED_PERCENT);
}

export function addressOf(customer: ScenarioCustomer): AddressDocument {
  const random = customer.random('togai-address');
  const { code } = customer.country;
  const [city, postalCode, street] = CITIES[code] ?? ['', '', ''];
  return {
    ...(random.chance(60) && { phoneNumber: `+1555${String(customer.n % 10_000_000).padStart(7, '0')}` }),
    line1: `${1 + random.int(400)} ${street}`,
    ...(random.chance(90) && { postalCode }),
    city,
    country: code,
  };
}

/** Ids of customers, and of everything that is named after one, end in its number, which counts from 1. */
export function slotOfCustomer(id: string): number | null {
  const digits = /^customer-(\d{8,12})$/.exec(id)?.[1];
  return digits === undefined ? null : Number(digits) - 1;
}
