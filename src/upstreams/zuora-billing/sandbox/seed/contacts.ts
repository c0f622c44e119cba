import type { ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { ZuoraRecord } from '../state/record.js';
import type { SeedContext } from './context.js';
import { hasContacts } from './stories.js';

const PLACES: Readonly<Record<string, { city: string; state: string | null; postalCode: string; street: string }>> = {
  US: { city: 'Redwood City', state: 'California', postalCode: '94065', street: 'Redwood Shores Pkwy' },
  DE: { city: 'München', state: null, postalCode: '80331', street: 'Färbergraben' },
  JP: { city: '東京', state: null, postalCode: '100-0001', street: '千代田' },
  GB: { city: 'London', state: null, postalCode: 'EC1A 1BB', street: "St. Martin's Le Grand" },
  FR: { city: 'Paris', state: null, postalCode: '75001', street: 'Rue de l’Échelle' },
  SE: { city: 'Göteborg', state: null, postalCode: '411 03', street: 'Östra Hamngatan' },
};

export interface SeedContacts {
  readonly records: readonly ZuoraRecord[];
  readonly billToId: string | null;
  readonly soldToId: string | null;
}

/** The account's contacts: none, one for both purposes, or two. */
export function contactsOf(customer: ScenarioCustomer, context: SeedContext): SeedContacts {
  if (!hasContacts(customer)) return { records: [], billToId: null, soldToId: null };
  const billTo = contact(customer, context, 0);
  if (customer.random('sold to').chance(40)) return { records: [billTo], billToId: billTo.id, soldToId: billTo.id };
  const soldTo = contact(customer, context, 1);
  return { records: [billTo, soldTo], billToId: billTo.id, soldToId: soldTo.id };
}

function contact(customer: ScenarioCustomer, context: SeedContext, place: 0 | 1): ZuoraRecord {
  const random = customer.random(`contact ${place}`);
  const where = PLACES[customer.country.code] ?? { city: '', state: null, postalCode: '', street: '' };
  return {
    id: context.ids.of('contact', customer.n * 2 + place),
    accountId: customer.ids.subscriptionAccountId,
    address1: `${1 + random.int(200)} ${where.street}`,
    address2: null,
    city: where.city,
    country: customer.country.name,
    county: null,
    description: null,
    fax: null,
    firstName: place === 0 ? customer.firstName : 'Warehouse',
    homePhone: null,
    lastName: place === 0 ? customer.lastName : 'Reception',
    mobilePhone: null,
    nickName: null,
    otherPhone: null,
    otherPhoneType: null,
    personalEmail: null,
    postalCode: where.postalCode,
    state: where.state,
    taxRegion: null,
    workEmail: place === 0 ? customer.email : `reception@customer-${customer.n + 1}.example`,
    workPhone: random.chance(60) ? `+${10 + random.int(80)} ${100_000 + random.int(900_000)}` : null,
    ...context.stamps(customer.n, 0, customer.since.getTime()),
  };
}
