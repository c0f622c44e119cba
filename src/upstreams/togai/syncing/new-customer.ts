import { createHash } from 'node:crypto';
import type { RecordId } from '../../../domain/identity/model.js';
import type { Origin, PostalAddress } from '../../../domain/syncs/customers/customer-end.js';
import { type Problem, Refusal } from '../../../kernel/refusal.js';
import { type Address, CustomerCreate } from '../customers/inputs.js';
import { TITLE } from '../names.js';
import type { CustomerAddress } from '../schemas/customer.js';

const LONGEST_ID = 50;
const SHORTEST_NAME = 3;
const SHORTEST_ALIAS = 3;

/** What the other system calls the customer for people, cut where it is too long; the same at any time. */
export function idFor({ held: { id, ids } }: Pick<Origin, 'held'>): string {
  const key = ids.at(-1)?.value ?? id;
  if (key.length <= LONGEST_ID) return key;
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return `${key.slice(0, LONGEST_ID - hash.length - 1)}-${hash}`;
}

/** The other system's ids as aliases of an account. Its own id is none. */
export function aliasesOf(ids: readonly RecordId[], accountId: string): string[] {
  return ids
    .map(({ value }) => value)
    .filter(
      (value) => value !== accountId && value !== '' && value.length >= SHORTEST_ALIAS && value.length <= LONGEST_ID,
    );
}

/** @throws Refusal for everything that Togai asks for and the other system does not have. */
export function newCustomer(origin: Origin): CustomerCreate {
  const { profile, ids } = origin.held;
  const title = origin.held.title.charAt(0).toUpperCase() + origin.held.title.slice(1);
  const id = idFor(origin);
  const { name, email, currency, netTermDays } = profile;
  const lacks = [
    ...(email === null ? [`${title} has no email address, which ${TITLE} asks for: add it there.`] : []),
    ...(name.length < SHORTEST_NAME
      ? [`${title} has a name that is too short: ${TITLE} asks for ${SHORTEST_NAME} characters.`]
      : []),
    ...(currency === null ? [`${title} has no currency: set it there.`] : []),
  ];
  const parsed = CustomerCreate.safeParse({
    id,
    name,
    primaryEmail: email,
    address: toTogaiAddress(profile.address),
    account: { id, name, invoiceCurrency: currency, netTermDays, aliases: aliasesOf(ids, id) },
  });
  if (lacks.length === 0 && parsed.success) return parsed.data;
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join('.')} of ${title} ${message}.`) ?? [];
  throw new Refusal(
    (lacks.length > 0 ? lacks : wrong).map((message): Problem => {
      return { code: 'INVALID', message, field: ['input', 'customer'] };
    }),
  );
}

export function toTogaiAddress({ phone, ...rest }: PostalAddress): Address {
  const fields = { phoneNumber: phone, ...rest };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

export function addressOf(address: CustomerAddress): PostalAddress {
  const { phoneNumber, line1, line2, city, state, postalCode, country } = address ?? {};
  return {
    line1: line1 || null,
    line2: line2 || null,
    city: city || null,
    state: state || null,
    postalCode: postalCode || null,
    country: country || null,
    phone: phoneNumber || null,
  };
}
