import { expect } from 'vitest';
import type { callerOf } from '../contract/togai-sandbox/support.js';
import type { TestGateway } from './gateway.js';

/** A run as the API tells it. */
export interface ShownRun {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly failure: string | null;
  readonly steps: readonly {
    readonly name: string;
    readonly system: string;
    readonly action: string;
    readonly target: string | null;
    readonly status: string;
    readonly attempts: number;
    readonly before: unknown;
    readonly after: unknown;
  }[];
  readonly customer: { readonly id: string } | null;
}

interface SyncAnswer {
  readonly run: ShownRun | null;
  readonly customer: { readonly id: string } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: readonly string[] | null;
  }[];
}

const RUN = 'id kind status failure steps { name system action target status attempts before after } customer { id }';

/** Asks a gateway for syncs of one kind, by their mutation. */
export function syncsOf(
  { query }: Pick<TestGateway, 'query'>,
  field: 'customerSync' | 'subscriptionSync' = 'customerSync',
) {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const ask = async <T>(text: string, variables: object): Promise<T> => {
    const { data, errors } = await query<T>(text, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const sync = async (input: object, dryRun = false): Promise<SyncAnswer> =>
    (
      await ask<{ answer: SyncAnswer }>(
        `mutation ($input: ${type}!, $dryRun: Boolean!) {
          answer: ${field}(input: $input, dryRun: $dryRun) { run { ${RUN} } customer { id } userErrors { code message field } } }`,
        { input, dryRun },
      )
    ).answer;
  const runOf = async (id: string) =>
    (await ask<{ syncRun: ShownRun }>(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, { id })).syncRun;
  const ended = async (id: string): Promise<ShownRun> => {
    await expect
      .poll(async () => (await runOf(id)).status, { timeout: 20_000, interval: 20 })
      .toMatch(/^(SUCCEEDED|NEEDS_ATTENTION)$/);
    return await runOf(id);
  };
  return {
    sync,
    runOf,
    ended,
    plan: async (input: object): Promise<ShownRun> => {
      const { run, customer, userErrors } = await sync(input, true);
      expect(userErrors).toEqual([]);
      expect(customer).toEqual(run?.customer);
      return run as ShownRun;
    },
    /** Begins a run and waits for its end. */
    synced: async (input: object): Promise<ShownRun> => {
      const { run, userErrors } = await sync(input);
      expect(userErrors).toEqual([]);
      return await ended(run?.id ?? '');
    },
    /** Why nothing was begun. */
    refused: async (input: object) => {
      const { run, userErrors } = await sync(input);
      expect(run).toBeNull();
      return userErrors;
    },
  };
}

export const TO_TOGAI = { from: 'ZUORA_BILLING', to: 'TOGAI' } as const;
export const TO_ZUORA = { from: 'TOGAI', to: 'ZUORA_BILLING' } as const;

let made = 0;

/** An account in Zuora Billing that no other system knows. */
export async function newAccount({ query }: Pick<TestGateway, 'query'>, given: object = {}) {
  made += 1;
  const name = `Acme ${made}`;
  const address = { address1: '1 Main St', city: 'Leeds', postalCode: 'LS1', country: 'United Kingdom' };
  const billToContact = { firstName: 'Ada', lastName: 'King', workEmail: 'ada@acme.example', ...address };
  const input = { name, currency: 'GBP', paymentTerm: 'Net 30', billCycleDay: 1, billToContact, ...given };
  const { data } = await query<{ zuoraAccountCreate: { account: { zuoraId: string; accountNumber: string } } }>(
    'mutation ($input: ZuoraAccountCreateInput!) { zuoraAccountCreate(input: $input) { account { zuoraId accountNumber } userErrors { message } } }',
    { input },
  );
  const { zuoraId: id, accountNumber: number } = data.zuoraAccountCreate.account;
  return { id, number, name };
}

/** A customer in Togai, with an account of the same id, that no other system knows. */
export async function newCustomer(
  { send }: ReturnType<typeof callerOf>,
  given: object = {},
  account: object = {},
): Promise<string> {
  made += 1;
  const id = `initech-${made}`;
  const name = `Initech ${made}`;
  const address = { line1: '2 Side St', city: 'Paris', postalCode: '75001', country: 'FR', phoneNumber: '+33 1' };
  const { status } = await send('/customers', {
    ...{ id, name, primaryEmail: 'bill@initech.example', address, ...given },
    account: { id, name, invoiceCurrency: 'EUR', netTermDays: 60, ...account },
  });
  expect(status).toBe(201);
  return id;
}
