import { createHash } from 'node:crypto';
import { type Random, randomFor } from './random.js';

/**
 * The fictional company whose customers all sandboxes show: one story, told by each system in its own words. A sandbox
 * asks for customer `n` (0 to `size` - 1) and makes its own records from it, so no sandbox knows another one.
 */
export interface Scenario {
  readonly seed: string;
  /** How many customers there are over all systems together. */
  readonly size: number;
  customer(n: number): ScenarioCustomer;
}

export interface ScenarioCustomer {
  readonly n: number;
  readonly name: string;
  /** The name the usage billing knows; another one where `differs`. */
  readonly usageName: string;
  readonly email: string;
  readonly usageEmail: string;
  readonly firstName: string;
  readonly lastName: string;
  /** English country name, as Zuora takes it, and ISO 3166 alpha-2. */
  readonly country: { readonly name: string; readonly code: string };
  /** ISO 4217. */
  readonly currency: string;
  readonly usageCurrency: string;
  /** When the customer was first sold something. */
  readonly since: Date;
  /** In which kind of system the customer has a record. */
  readonly inSubscriptionBilling: boolean;
  readonly inUsageBilling: boolean;
  /** How the two records refer to each other; null unless the customer is in both systems. */
  readonly link: LinkKind | null;
  /** Linked, but the systems disagree about name, email or currency. */
  readonly differs: boolean;
  /** The numbers that the company's people and integrations carried from one system to the other. */
  readonly ids: {
    /** 32 hexadecimal digits. */
    readonly subscriptionAccountId: string;
    readonly subscriptionAccountNumber: string;
    readonly usageCustomerId: string;
    readonly usageAccountId: string;
  };
  /** For everything else that a system makes up about this customer; the label keeps the systems' choices apart. */
  random(label: string): Random;
}

/** Where a link is written down: in the usage billing as an alias or a setting, or in the subscription billing. */
export type LinkKind = 'alias-number' | 'alias-id' | 'setting-id' | 'custom-field';

const COMPANIES = [
  'Northwind',
  "O'Hara & Söhne",
  'Acme "Rocket" Works',
  'Contoso',
  'Müller Maschinenbau',
  '株式会社さくら',
  'Łódź Data',
  'Blue Harbor',
  'Fabrikam',
  'Ünal Teknoloji',
  'Café Belém',
  'Vertex',
  'Ἀθηνᾶ Analytics',
  'Сервис-Плюс',
  'Wide World',
  'Tailspin',
  'Åkerlund',
  'Zażółć Labs',
  'Kōbe Systems',
  "D'Angelo",
  'Trey Research',
  'Nordlys',
  'Proseware',
  'Lumière',
] as const;
const KINDS = ['Ltd', 'GmbH', 'Inc.', 'S.A.', 'AB', 'K.K.', 'LLC', 'Oy', 'S.r.l.', 'Pty'] as const;
const FIRST = [
  'Anna',
  'Björn',
  'Chiara',
  'Dmitri',
  'Emiko',
  'Fatima',
  'Gustav',
  'Héloïse',
  'Ivan',
  'José',
  'Kenji',
  'Łucja',
] as const;
const LAST = [
  "O'Brien",
  'Nakamura',
  'Świątek',
  'García',
  'Smith',
  'Jørgensen',
  'Ng',
  'Petrov',
  'Müller',
  'da Silva',
  'Yılmaz',
  'Dubois',
] as const;
const MARKETS = [
  { name: 'United States', code: 'US', currency: 'USD' },
  { name: 'Germany', code: 'DE', currency: 'EUR' },
  { name: 'Japan', code: 'JP', currency: 'JPY' },
  { name: 'United Kingdom', code: 'GB', currency: 'GBP' },
  { name: 'France', code: 'FR', currency: 'EUR' },
  { name: 'Sweden', code: 'SE', currency: 'SEK' },
] as const;

const LINKED_PERCENT = 70;
const SUBSCRIPTION_ONLY_PERCENT = 18;
const DIFFERING_PERCENT = 5;
const DAY_MS = 86_400_000;
const FIRST_SALE = Date.UTC(2019, 0, 7);

export function scenario({ size = 500, seed = 'billgraph' }: { size?: number; seed?: string } = {}): Scenario {
  return { seed, size, customer: (n) => customerOf(seed, n) };
}

function customerOf(seed: string, n: number): ScenarioCustomer {
  const random = randomFor(seed, 'customer', n);
  const number = String(n + 1).padStart(8, '0');
  const name = `${random.pick(COMPANIES)} ${random.pick(KINDS)} ${n + 1}`;
  const firstName = random.pick(FIRST);
  const lastName = random.pick(LAST);
  const market = random.pick(MARKETS);
  const since = new Date(FIRST_SALE + random.int(2200) * DAY_MS + random.int(DAY_MS));
  // Bands over 0-99, so that the shares hold exactly for every hundred customers.
  const band = (n * 37) % 100;
  const linked = band < LINKED_PERCENT;
  const differs = band < DIFFERING_PERCENT;
  const email = `billing+${n + 1}@customer-${n + 1}.example`;
  return {
    n,
    name,
    usageName: differs ? `${name} (old name)` : name,
    email,
    usageEmail: differs && n % 2 === 0 ? `accounts@customer-${n + 1}.example` : email,
    firstName,
    lastName,
    country: { name: market.name, code: market.code },
    currency: market.currency,
    usageCurrency: differs && n % 3 === 0 && market.currency !== 'USD' ? 'USD' : market.currency,
    since,
    inSubscriptionBilling: linked || band < LINKED_PERCENT + SUBSCRIPTION_ONLY_PERCENT,
    inUsageBilling: linked || band >= LINKED_PERCENT + SUBSCRIPTION_ONLY_PERCENT,
    link: linked ? random.pick(['alias-number', 'alias-id', 'setting-id', 'custom-field']) : null,
    differs,
    ids: {
      subscriptionAccountId: recordId(seed, 'account', n),
      subscriptionAccountNumber: `A${number}`,
      usageCustomerId: `customer-${number}`,
      usageAccountId: `account-${number}`,
    },
    random: (label) => randomFor(seed, label, n),
  };
}

const KIND_DIGITS = 6;
const INDEX_DIGITS = 12;

/** A 32-digit hexadecimal id that carries its kind and index, so that a look-up by id needs no table. */
export function recordId(seed: string, kind: string, index: number): string {
  const digest = digestOf(`${seed}\u0000${kind}`);
  return `8ad0${digest.slice(0, KIND_DIGITS)}${index.toString(16).padStart(INDEX_DIGITS, '0')}${digest.slice(8, 18)}`;
}

const digests = new Map<string, string>();

// Kept, because a page of records asks for the same few digests hundreds of times.
function digestOf(text: string): string {
  const kept = digests.get(text);
  if (kept !== undefined) return kept;
  const digest = createHash('sha1').update(text).digest('hex');
  digests.set(text, digest);
  return digest;
}

/** The index inside an id of this kind, or null if the id is not one of these. */
export function recordIndex(seed: string, kind: string, id: string): number | null {
  const index = Number.parseInt(id.slice(4 + KIND_DIGITS, 4 + KIND_DIGITS + INDEX_DIGITS), 16);
  return Number.isSafeInteger(index) && id === recordId(seed, kind, index) ? index : null;
}
