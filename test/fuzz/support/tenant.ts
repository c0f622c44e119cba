import type { RecordedRequest } from '../../../src/upstreams/sandbox-kit/types.js';
import type { TestGateway } from '../../support/gateway.js';

// Requests that ask, and are sent like changes.
const ASKING = [
  /\/oauth2?\/token$/,
  /\/authenticate$/,
  /\/v1\/action\/query(More)?$/,
  /\/preview$/,
  /\/billing-preview$/,
];

/** Gives the requests since it was asked last that may have changed something in a billing system. */
export function writeWatch({ gateway, sandbox }: TestGateway): () => string[] {
  const latest = new Map<string, RecordedRequest | undefined>();
  return () =>
    gateway.systems.flatMap(({ upstream: { id } }) => {
      const all = sandbox(id).requests();
      const last = latest.get(id);
      latest.set(id, all.at(-1));
      return all
        .slice(last === undefined ? 0 : all.lastIndexOf(last) + 1)
        .filter(({ method, path }) => method !== 'GET' && !ASKING.some((form) => form.test(path)))
        .map(({ method, path }) => `${id} ${method} ${path}`);
    });
}

const LISTS = `{
  customers(first: 5) { nodes { id externalIds { value } zuoraAccount { accountNumber
    subscriptions(first: 3) { nodes { subscriptionNumber ratePlans { id charges { id chargeNumber } } } }
    invoices(first: 3) { nodes { invoiceNumber } } creditMemos(first: 3) { nodes { memoNumber } } }
    togaiCustomer { accounts { togaiId } } } }
  zuoraProducts(first: 3) { nodes { zuoraId ratePlans { zuoraId charges { zuoraId } } } }
  eventTriggers(first: 3) { nodes { id } }
  togaiPricePlans(first: 3) { nodes { togaiId } }
}`;

/** Ids, numbers and names of what the sandboxes hold, and some that nothing has. */
export async function knownTexts(gateway: TestGateway): Promise<string[]> {
  const { data, errors } = await gateway.query(LISTS);
  if (errors) throw new Error(JSON.stringify(errors));
  const texts = new Set(['nothing', 'key-1', 'key-2', 'alice@example.com', 'Account', 'orders']);
  const visit = (value: unknown) => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(data);
  return [...texts];
}
