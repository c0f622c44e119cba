import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import type { Contact } from '../schemas/contact.js';
import { onlyOne } from '../writing/only-one.js';
import type { WriteDesk } from '../writing/write-desk.js';
import type { ContactChanges, ContactInput } from './inputs.js';
import { contactRequest, contactUpdateRequest } from './requests.js';
import { Done, V1Contact } from './schemas.js';

const MadeContact = z.object({ id: z.string() });

export function planContactCreate(account: ZuoraAccount, input: ContactInput): PlannedCall[] {
  const after = { accountId: account.zuoraId, ...contactRequest(input) };
  return [{ system: SYSTEM, action: 'POST_CreateContact', target: null, after }];
}

/** Adds a contact to an account, exactly once for an idempotency key. Gives its id. */
export async function createContact(
  desk: WriteDesk,
  account: ZuoraAccount,
  input: ContactInput,
  key: string | null,
): Promise<string> {
  const body = { accountId: account.zuoraId, ...contactRequest(input) };
  const { id } = await desk.once(
    { operation: 'POST_CreateContact', key, input: body },
    {
      result: MadeContact,
      replayed: true,
      send: (idempotencyKey) =>
        desk.client.write({
          operation: 'POST_CreateContact',
          method: 'POST',
          path: '/v1/contacts',
          body,
          schema: MadeContact,
          idempotencyKey,
          ...desk.options,
        }),
      find: (since) => findContact(desk, account.zuoraId, input, since),
    },
  );
  return id;
}

export function planContactUpdate(id: string, input: ContactChanges): PlannedCall[] {
  return [{ system: SYSTEM, action: 'PUT_Contact', target: id, after: contactUpdateRequest(input) }];
}

/** Changes what the input has and nothing else. Gives the id of the contact's account. */
export async function updateContact(desk: WriteDesk, id: string, input: ContactChanges): Promise<string | null> {
  const body = contactUpdateRequest(input);
  if (Object.keys(body).length === 0) throw refusal('INVALID', 'There is nothing to change.', ['input']);
  const contact = await desk.client.write({
    operation: 'PUT_Contact',
    method: 'PUT',
    path: contactPath(id),
    body,
    schema: V1Contact,
    repeatable: true,
    ...desk.options,
  });
  await desk.accountChanged({ id: contact.accountId });
  return contact.accountId;
}

export function planContactDelete(id: string): PlannedCall[] {
  return [{ system: SYSTEM, action: 'DELETE_Contact', target: id, after: null }];
}

/** The contact as Zuora has it at this moment. Throws a Refusal if there is none. */
export async function existingContact(desk: WriteDesk, id: string): Promise<V1Contact> {
  const contact = await readContact(desk, id);
  if (contact === null) throw refusal('NOT_FOUND', `There is no contact ${id}.`, ['id']);
  return contact;
}

/** Removes a contact that is neither bill-to nor sold-to. Gives the id of the account that had it. */
export async function deleteContact(desk: WriteDesk, id: string): Promise<string | null> {
  const before = await existingContact(desk, id);
  await desk.once(
    { operation: 'DELETE_Contact', key: null, input: id },
    {
      result: Done,
      send: () =>
        desk.client.write({
          operation: 'DELETE_Contact',
          method: 'DELETE',
          path: contactPath(id),
          schema: Done,
          ...desk.options,
        }),
      find: async () => ((await readContact(desk, id)) === null ? { success: true as const } : null),
    },
  );
  await desk.accountChanged({ id: before.accountId });
  return before.accountId;
}

async function readContact(desk: WriteDesk, id: string): Promise<V1Contact | null> {
  try {
    return await desk.client.read({
      operation: 'GET_Contact',
      path: contactPath(id),
      schema: V1Contact,
      ...desk.options,
    });
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_NOT_FOUND') return null;
    throw error;
  }
}

const contactPath = (id: string) => `/v1/contacts/${encodeURIComponent(id)}`;

const SKEW_MS = 60_000;

/** The contact that an attempt without an answer has made, if just one fits. */
async function findContact(desk: WriteDesk, accountId: string, input: ContactInput, since: number) {
  const from = new Date(since - SKEW_MS).toISOString();
  const rows = await desk.queries.contactsOf(accountId, from, desk.options);
  const fits = rows.filter((row) =>
    Object.entries(input).every(([name, value]) => (row[name as keyof Contact] ?? null) === (value ?? null)),
  );
  const only = onlyOne(fits, 'contacts');
  return only && { id: only.id };
}
