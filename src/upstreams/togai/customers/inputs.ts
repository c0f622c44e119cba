import { z } from 'zod';

const text = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `must not be longer than ${most} characters`);
/** Ours to choose; Togai keeps it for ever. */
const id = text(50);

const Address = z.object({
  phoneNumber: text(50).nullish(),
  line1: text(255).nullish(),
  line2: text(255).nullish(),
  postalCode: text(20).nullish(),
  city: text(100).nullish(),
  state: text(100).nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters such as DE')
    .nullish(),
});
export type Address = z.infer<typeof Address>;

const MOST = 10;
const aliases = z.array(id).max(MOST, `must not hold more than ${MOST}`);
const account = {
  name: text(255),
  invoiceCurrency: z.string().nullish(),
  netTermDays: z.int().min(0, 'must not be negative').max(3650).nullish(),
  primaryEmail: z.email('must be an email address').nullish(),
  address: Address.nullish(),
  metadata: z.record(z.string(), z.string('must be text')).nullish(),
};
const NewAccount = z.object({ ...account, id, aliases: aliases.nullish() });
export type NewAccount = z.infer<typeof NewAccount>;

export const CustomerCreate = z.object({
  id,
  name: text(255),
  primaryEmail: z.email('must be an email address'),
  address: Address.nullish(),
  account: NewAccount.nullish(),
});
export type CustomerCreate = z.infer<typeof CustomerCreate>;

const somethingToChange = (value: object) => Object.values(value).some((field) => field !== undefined);

export const CustomerUpdate = z
  .object({
    name: text(255).optional(),
    primaryEmail: z.email('must be an email address').optional(),
    address: Address.optional(),
  })
  .refine(somethingToChange, 'There is nothing to change.');
export type CustomerUpdate = z.infer<typeof CustomerUpdate>;

export const AccountCreate = NewAccount.extend({ customerId: id });
export type AccountCreate = z.infer<typeof AccountCreate>;

export const AccountUpdate = z
  .object({
    name: text(255).optional(),
    invoiceCurrency: z.string().optional(),
    netTermDays: z.int().min(0, 'must not be negative').max(3650).optional(),
    primaryEmail: z.email('must be an email address').optional(),
    address: Address.optional(),
    metadata: z.record(z.string(), z.string('must be text')).optional(),
  })
  .refine(somethingToChange, 'There is nothing to change.');
export type AccountUpdate = z.infer<typeof AccountUpdate>;

export const Aliases = z.array(id).min(1, 'must hold at least one').max(MOST, `must not hold more than ${MOST}`);

const MOST_NEW = 1_000;
export const NewAliases = z
  .array(text(255))
  .min(1, 'must hold at least one')
  .max(MOST_NEW, `must not hold more than ${MOST_NEW}`)
  .check(({ value, issues }) => {
    const seen = new Set<string>();
    for (const [at, alias] of value.entries()) {
      if (seen.has(alias)) issues.push({ code: 'custom', message: 'is there twice', path: [at], input: value });
      seen.add(alias);
    }
  });

export const SettingPut = z.object({
  id,
  entityType: z.enum(['CUSTOMER', 'ACCOUNT', 'PRICE_PLAN', 'USAGE_METER']),
  entityId: id,
  namespace: text(50),
  name: text(255),
  value: z.string(),
  dataType: z.enum(['STRING', 'NUMERIC', 'JSON', 'JSON_LOGIC']),
});
export type SettingPut = z.infer<typeof SettingPut>;
