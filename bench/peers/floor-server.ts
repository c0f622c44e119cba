import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Person } from '../upstream/data.js';
import { pageOf, personWith } from './page.js';
import { toAccount, toSubscription, toTogaiCustomer } from './shapes.js';
import { upstreamReads } from './upstream-reads.js';

/**
 * The floor: what the process can do. Written by hand for the two operations, without GraphQL: the fewest calls that
 * answer them, all at once, and the answer as JSON. With `cached` (floor b) calls are shared while they are under way
 * and their answers are kept for a second.
 */
const [upstream = '', customers = '0', cached = 'false'] = process.argv.slice(2);

const KEPT_MS = 1_000;
const kept = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>();

function keep(path: string, fetch: (path: string) => Promise<unknown>): Promise<unknown> {
  const now = Date.now();
  const known = kept.get(path);
  if (known && known.until > now) return known.answer;
  const answer = fetch(path);
  kept.set(path, { answer, until: now + KEPT_MS });
  answer.catch(() => kept.delete(path));
  return answer;
}

const reads = cached === 'true' ? upstreamReads(upstream, keep) : upstreamReads(upstream);

async function joined(people: readonly Person[]): Promise<object[]> {
  const ids = people.map(({ accountId }) => accountId);
  const [accounts, subscriptions, togai] = await Promise.all([
    reads.accounts(ids),
    reads.subscriptions(ids),
    Promise.all(people.map(({ togaiId }) => reads.togaiCustomer(togaiId))),
  ]);
  const accountById = new Map(accounts.map((row) => [row.id, row]));
  const byAccount = Map.groupBy(subscriptions, ({ accountId }) => accountId);
  return people.map(({ name, email, accountId }, at) => {
    const account = accountById.get(accountId);
    const customer = togai[at];
    return {
      name,
      email,
      zuoraAccount: account
        ? { ...toAccount(account), subscriptions: { nodes: (byAccount.get(accountId) ?? []).map(toSubscription) } }
        : null,
      togaiCustomer: customer ? toTogaiCustomer(customer) : null,
    };
  });
}

interface Asked {
  readonly variables: { readonly first: number; readonly after?: string | null; readonly number?: string };
}

async function answer({ variables }: Asked): Promise<object> {
  if (variables.number !== undefined) {
    const [customer] = await joined([personWith(variables.number)]);
    return { customer };
  }
  const { nodes, pageInfo } = pageOf(variables, Number(customers));
  return { customers: { nodes: await joined(nodes), pageInfo } };
}

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on('end', () => {
    answer(JSON.parse(body) as Asked).then(
      (data) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data }));
      },
      (error: Error) => {
        response.end(JSON.stringify({ data: null, errors: [{ message: error.message }] }));
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('disconnect', () => process.exit(0));
