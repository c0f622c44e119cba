import { z } from 'zod';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { listAll } from '../lists.js';
import { SYSTEM } from '../names.js';
import { Account } from '../schemas/account.js';
import { Customer } from '../schemas/customer.js';
import { Setting } from '../schemas/setting.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { AccountCreate, AccountUpdate, CustomerCreate, CustomerUpdate, SettingPut } from './inputs.js';

/** What is answered to changes that are followed by a look. */
const Anything = z.unknown();

export interface Step {
  readonly action: string;
  readonly target: string | null;
  readonly after: unknown;
}

export const planned = ({ action, target, after }: Step): PlannedCall[] => [{ system: SYSTEM, action, target, after }];

/** Togai asks for an address, empty or not. https://docs.togai.com/api-reference/customers/create-a-customer */
export function customerBody({ address, account, ...customer }: CustomerCreate): Record<string, unknown> {
  return given({ ...customer, address: given(address ?? {}), account: account && accountBody(account) });
}

export function accountBody<T extends object>(account: T): Record<string, unknown> {
  const { address, ...rest } = account as T & { address?: object | null };
  return given({ ...rest, address: address && given(address) });
}

/** Makes a customer under the id that the caller has chosen, which is what makes it once. */
export async function createCustomer(desk: TogaiDesk, input: CustomerCreate): Promise<void> {
  await desk.once(
    { operation: 'createCustomer', key: null, input },
    {
      result: Anything,
      send: () =>
        desk.client.write({
          operation: 'createCustomer',
          method: 'POST',
          path: '/customers',
          body: customerBody(input),
          schema: Anything,
          ...desk.options,
        }),
      find: async () => {
        const there = await findCustomer(desk, input.id);
        if (there === null) return null;
        if (there.name !== input.name) throw taken('customer', input.id);
        return there;
      },
    },
  );
  await desk.customerChanged(input.id);
  if (input.account) await desk.accountChanged(input.account.id);
}

export async function createAccount(desk: TogaiDesk, input: AccountCreate): Promise<void> {
  await desk.once(
    { operation: 'createAccount', key: null, input },
    {
      result: Anything,
      send: () =>
        desk.client.write({
          operation: 'createAccount',
          method: 'POST',
          path: '/accounts',
          body: accountBody(input),
          schema: Anything,
          ...desk.options,
        }),
      find: async () => {
        const there = await findAccount(desk, input.id);
        if (there === null) return null;
        if (there.customerId !== input.customerId) throw taken('account', input.id);
        return there;
      },
    },
  );
  await desk.accountChanged(input.id);
}

/** A change of values: made twice it leaves the same. */
export async function updateCustomer(desk: TogaiDesk, id: string, input: CustomerUpdate): Promise<void> {
  await patch(desk, 'updateCustomer', `/customers/${encodeURIComponent(id)}`, accountBody(input));
  await desk.customerChanged(id);
}

export async function updateAccount(desk: TogaiDesk, id: string, input: AccountUpdate): Promise<void> {
  await patch(desk, 'updateAccount', `/accounts/${encodeURIComponent(id)}`, accountBody(input));
  await desk.accountChanged(id);
}

/** Togai archives what is deleted. What was archived before is not there any more. */
export async function archive(desk: TogaiDesk, kind: 'customer' | 'account', id: string): Promise<void> {
  const operation = kind === 'customer' ? 'deleteCustomer' : 'deleteAccount';
  await desk.once(
    { operation, key: null, input: { id } },
    {
      result: Anything,
      send: () =>
        desk.client.write({
          operation,
          method: 'DELETE',
          path: `/${kind}s/${encodeURIComponent(id)}`,
          schema: Anything,
          ...desk.options,
        }),
      find: async () => {
        const there = kind === 'customer' ? await findCustomer(desk, id) : await findAccount(desk, id);
        return there === null || there.status === 'ARCHIVED' ? { archived: true } : null;
      },
    },
  );
  await (kind === 'customer' ? desk.customerChanged(id) : desk.accountChanged(id));
}

/** Puts names on an account, or takes them away; the account then tells whether it was done. */
export async function changeAliases(
  desk: TogaiDesk,
  accountId: string,
  verb: 'add' | 'remove',
  aliases: readonly string[],
): Promise<void> {
  const operation = verb === 'add' ? 'addAliases' : 'removeAliases';
  await desk.once(
    { operation, key: null, input: { accountId, aliases } },
    {
      result: Anything,
      send: () =>
        desk.client.write({
          operation,
          method: 'POST',
          path: `/accounts/${encodeURIComponent(accountId)}/${verb}_aliases`,
          body: { aliases },
          schema: Anything,
          ...desk.options,
        }),
      find: async () => {
        const account = await findAccount(desk, accountId);
        if (account === null) return null;
        const there = new Set((account.aliases ?? []).map(({ alias }) => alias));
        return aliases.every((alias) => there.has(alias) === (verb === 'add')) ? account : null;
      },
    },
  );
  await desk.accountChanged(accountId);
}

/** Writes a setting, whether it was there before or not. */
export async function putSetting(desk: TogaiDesk, input: SettingPut): Promise<void> {
  const settings = await settingsOf(desk, input);
  const there = settings.find(({ id }) => id === input.id);
  if (there) {
    const { name, value, dataType } = input;
    await patch(desk, 'updateSetting', `/settings/${encodeURIComponent(input.id)}`, { name, value, dataType });
  } else {
    await desk.once(
      { operation: 'insertSetting', key: null, input },
      {
        result: Anything,
        send: () =>
          desk.client.write({
            operation: 'insertSetting',
            method: 'POST',
            path: '/settings',
            body: input,
            schema: Anything,
            ...desk.options,
          }),
        find: async () =>
          (await settingsOf(desk, input)).find(({ id, value }) => id === input.id && value === input.value) ?? null,
      },
    );
  }
  if (input.entityType === 'ACCOUNT') await desk.accountChanged(input.entityId);
  if (input.entityType === 'CUSTOMER') await desk.customerChanged(input.entityId);
}

function findCustomer(desk: TogaiDesk, id: string): Promise<Customer | null> {
  const path = `/customers/${encodeURIComponent(id)}`;
  return desk.client.find({ operation: 'getCustomer', path, schema: Customer, ...desk.options });
}

function findAccount(desk: TogaiDesk, id: string): Promise<Account | null> {
  const path = `/accounts/${encodeURIComponent(id)}`;
  return desk.client.find({ operation: 'getAccount', path, schema: Account, ...desk.options });
}

function settingsOf(desk: TogaiDesk, { entityType, entityId }: SettingPut): Promise<readonly Setting[]> {
  const query = { entity_type: entityType, entity_id: entityId };
  const list = { operation: 'listSetting', path: '/settings', query, row: Setting, pageSize: 100 };
  return listAll(desk.client, list, desk.options);
}

async function patch(desk: TogaiDesk, operation: string, path: string, body: unknown): Promise<void> {
  const call = { operation, method: 'PATCH', path, body, schema: Anything, repeatable: true } as const;
  await desk.client.write({ ...call, ...desk.options });
}

function taken(kind: string, id: string): Error {
  return refusal('CONFLICT', `There is another ${kind} with the id ${id}.`, ['input', 'id']);
}

function given(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}
