import type { GraphQLSchema } from 'graphql';
import { type Random, randomFor } from '../../../src/upstreams/sandbox-kit/random.js';
import { requestFor } from '../../fuzz/support/requests.js';

export const KINDS = ['read', 'list', 'search', 'change', 'sync', 'webhook', 'live', 'bad'] as const;
export type LoadKind = (typeof KINDS)[number];

/** One thing that a client sends. */
export interface LoadOperation {
  readonly kind: LoadKind;
  /** The body of a POST to /graphql; of a webhook the id of an account. */
  readonly body: string;
  /** What a change makes, or a webhook is called. */
  readonly name: string;
}

/** Of a thousand. */
const SHARES: Readonly<Record<LoadKind, number>> = {
  ...{ read: 500, list: 60, search: 100, change: 60, sync: 10, webhook: 100, live: 10 },
  bad: 160,
};

const READ = `query LoadRead($number: String!) { customer(externalId: { system: ZUORA_BILLING, value: $number }) {
  id name sources { system state } zuoraAccount { accountNumber status balance { amount }
    subscriptions { nodes { subscriptionNumber status } } } togaiCustomer { togaiId name } } }`;
const LIST = `query LoadList { customers(first: 20) { nodes { id name balance { amount } zuoraAccount { accountNumber } } } }`;
const SEARCH = `query LoadSearch($search: String!) { customers(first: 10, filter: { search: $search }) { nodes { id name } } }`;
const CREATE = `mutation LoadCreate($name: String!) { zuoraAccountCreate(idempotencyKey: $name, input: {
  name: $name, currency: "EUR", billToContact: { firstName: "A", lastName: "B" } }) { account { zuoraId } userErrors { code } } }`;
const SYNC = `mutation LoadSync($number: ID!) { customerSync(dryRun: false, input: {
  customer: $number, from: "ZUORA_BILLING", to: "TOGAI" }) { run { id } userErrors { code } } }`;
const LIVE = 'subscription LoadLive { customerChanged { at } }';

/** What is sent as number `index` of a run: the same for the same seed. */
export function loadOperation(
  { schema, seed, customers }: { schema: GraphQLSchema; seed: string; customers: number },
  index: number,
): LoadOperation {
  const random = randomFor(seed, 'load', index);
  const kind = kindOf(random);
  const name = `${seed}-${index}`;
  const number = `A${String(1 + random.int(customers)).padStart(8, '0')}`;
  const body = (query: string, variables: object) => ({ kind, name, body: JSON.stringify({ query, variables }) });
  switch (kind) {
    case 'read':
      return body(READ, { number });
    case 'list':
      return body(LIST, {});
    case 'search':
      return body(SEARCH, { search: number.slice(-3) });
    case 'change':
      return body(CREATE, { name });
    case 'sync':
      return body(SYNC, { number });
    case 'live':
      return body(LIVE, {});
    case 'webhook':
      return { kind, name, body: number };
    case 'bad':
      return { kind, name, body: badBody(schema, index) };
  }
}

function kindOf(random: Random): LoadKind {
  let at = random.int(1_000);
  for (const kind of KINDS) {
    if (at < SHARES[kind]) return kind;
    at -= SHARES[kind];
  }
  return 'read';
}

/** Of the documents that a fuzzer makes those that are refused: the others would make changes that nobody keeps count of. */
function badBody(schema: GraphQLSchema, index: number): string {
  for (let at = index; ; at += 1_000_003) {
    const { kind, body } = requestFor(schema, 1, at);
    if (kind === 'hostile document' || (kind === 'damaged' && !body.includes('mutation'))) return body;
  }
}
