import { type Problem, Refusal, refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { isVersionSince } from '../writing/minor-version.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { AccountCreate, AccountUpdate } from './inputs.js';
import { createRequest, updateRequest } from './requests.js';
import { CreatedAccount, Done } from './schemas.js';

/** What would be sent. */
export function planCreate(desk: WriteDesk, input: AccountCreate): PlannedCall[] {
  requireVersions(desk, input);
  return [{ system: SYSTEM, action: 'POST_Account', target: null, after: plain(createRequest(input)) }];
}

/** Makes an account with its contacts, exactly once for an idempotency key. */
export async function createAccount(
  desk: WriteDesk,
  input: AccountCreate,
  key: string | null,
): Promise<CreatedAccount> {
  requireVersions(desk, input);
  const body = createRequest(input);
  return await desk.once(
    { operation: 'POST_Account', key, input: plain(body) },
    {
      result: CreatedAccount,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'POST_Account',
          method: 'POST',
          path: '/v1/accounts',
          body,
          schema: CreatedAccount,
          idempotencyKey,
          ...desk.options,
        }),
      find: (since) => findCreated(desk, input, since),
    },
  );
}

export function planUpdate(account: ZuoraAccount, input: AccountUpdate): PlannedCall[] {
  const after = updateRequest(input, account);
  return [{ system: SYSTEM, action: 'PUT_Account', target: account.accountNumber, after }];
}

/** Changes what the input has and nothing else. Sent again after a lost answer it leaves the same. */
export async function updateAccount(desk: WriteDesk, account: ZuoraAccount, input: AccountUpdate): Promise<void> {
  const body = updateRequest(input, account);
  if (Object.keys(body).length === 0) throw refusal('INVALID', 'There is nothing to change.', ['input']);
  await desk.client.write({
    operation: 'PUT_Account',
    method: 'PUT',
    path: `/v1/accounts/${encodeURIComponent(account.zuoraId)}`,
    body,
    schema: Done,
    repeatable: true,
    ...desk.options,
  });
  await desk.accountChanged({ id: account.zuoraId, number: account.accountNumber });
}

// https://developer.zuora.com/docs/guides/api-versioning lists since when a field is there.
const SINCE = { runBilling: '211.0', collect: '196.0' } as const;

function requireVersions({ settings: { apiVersion, subscriptionChanges } }: WriteDesk, input: AccountCreate): void {
  if (input.subscription && subscriptionChanges === 'ORDERS') {
    const message =
      'cannot come with a new account where subscriptions are changed through orders: make the account, then the subscription';
    throw refusal('UNSUPPORTED', message, ['input', 'subscription']);
  }
  const problems = Object.entries(SINCE).flatMap(([name, since]): Problem[] => {
    if (input[name as keyof typeof SINCE] === undefined || isVersionSince(apiVersion, since)) return [];
    const message = `needs Zuora-Version ${since} or later; this gateway sends ${apiVersion} (ZUORA_BILLING_API_VERSION)`;
    return [{ code: 'UNSUPPORTED', message, field: ['input', name] }];
  });
  if (problems.length > 0) throw new Refusal(problems);
}

// Clocks differ, and the account was made after its request was sent.
const SKEW_MS = 60_000;

/** The account that an attempt without an answer has made: by its number, else the only one that fits. */
async function findCreated(desk: WriteDesk, input: AccountCreate, since: number): Promise<CreatedAccount | null> {
  const from = new Date(since - SKEW_MS).toISOString();
  const rows = input.accountNumber
    ? await desk.queries.accounts('accountNumber', [input.accountNumber], desk.options)
    : await desk.queries.accountsNamed(input.name, from, desk.options);
  const made = rows.filter(
    ({ name, currency, crmId, createdDate }) =>
      name === input.name &&
      currency === input.currency &&
      (crmId ?? null) === (input.crmId ?? null) &&
      (createdDate ?? '') >= from,
  );
  const only = onlyOne(made, 'accounts');
  return only && CreatedAccount.parse({ accountId: only.id, accountNumber: only.accountNumber });
}

/** Plain JSON, for people and for telling one intention from another: exact numbers are no plain values. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
