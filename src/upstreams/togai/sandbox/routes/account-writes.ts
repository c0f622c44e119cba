import { given, knownOnly, list, object, optionalText, text, texts } from '../http/body.js';
import { badRequest, conflict, notFound } from '../http/refusals.js';
import { FAR_END } from '../seed/aliases.js';
import { madeId, madeUuid } from '../seed/ids.js';
import type { Organisation } from '../state/organisation.js';
import type { AccountDocument, CustomerDocument, SettingDocument } from '../wire/documents.js';
import { accountIn, shownAccount } from './accounts.js';
import { type Routes, Sent } from './routes.js';

type Body = Readonly<Record<string, unknown>>;

const OWN = [
  'name',
  'invoiceCurrency',
  'netTermDays',
  'primaryEmail',
  'address',
  'metadata',
  'tags',
  'billingInformation',
] as const;
const MOST_ALIASES = 10;

/** https://docs.togai.com/api-reference/accounts/create-an-account */
export const accountWriteRoutes: Routes = {
  'POST /accounts': ({ body }, organisation, now) => {
    const customerId = text(body, 'customerId', 255);
    const customer = organisation.customers.find(customerId);
    if (!customer) throw notFound('Customer', customerId);
    const account = newAccount(body, customer, organisation, now);
    account.put();
    return new Sent(201, account.shown);
  },

  'PATCH /accounts/:account_id': (asked, organisation, now) => {
    const account = accountIn(asked, organisation);
    knownOnly(asked.body, [...OWN, 'status']);
    const changed: AccountDocument = { ...account, ...given(asked.body, [...OWN, 'status']) };
    organisation.accounts.put(changed);
    return shownAccount(organisation, changed, now);
  },

  'DELETE /accounts/:account_id': (asked, organisation) => {
    const account = accountIn(asked, organisation);
    if (account.status === 'ARCHIVED') throw notFound('Account', account.id);
    organisation.accounts.put({ ...account, status: 'ARCHIVED' });
    return { success: true };
  },

  'POST /accounts/:account_id/add_aliases': (asked, organisation, now) => {
    const account = accountIn(asked, organisation);
    knownOnly(asked.body, ['aliases', 'accountAliases']);
    const values = texts(asked.body, 'aliases', MOST_ALIASES);
    requireFree(organisation, values);
    if (organisation.aliasesOf(account.id).length + values.length > MOST_ALIASES) {
      throw badRequest(`An account can have at most ${MOST_ALIASES} aliases`);
    }
    putAliases(organisation, account.id, values, now);
    return shownAccount(organisation, account, now);
  },

  'POST /accounts/:account_id/remove_aliases': (asked, organisation, now) => {
    const account = accountIn(asked, organisation);
    knownOnly(asked.body, ['aliases', 'accountAliases']);
    const own = new Set(organisation.aliasesOf(account.id).map(({ value }) => value));
    const values = texts(asked.body, 'aliases', MOST_ALIASES);
    const unknown = values.find((value) => !own.has(value));
    if (unknown !== undefined) throw notFound('Alias', unknown);
    for (const value of values) organisation.aliases.delete(value);
    return shownAccount(organisation, account, now);
  },

  'POST /settings': ({ body }, { settings }) => {
    const setting = settingOf(body);
    if (settings.find(setting.id)) throw conflict(`Setting with id ${setting.id} already exists`);
    settings.put(setting);
    return new Sent(201, setting);
  },

  'PATCH /settings/:setting_id_str': ({ params: { setting_id_str: id = '' }, body }, { settings }) => {
    const setting = settings.find(id);
    if (!setting) throw notFound('Setting', id);
    knownOnly(body, ['name', 'value', 'dataType']);
    const changed = { ...setting, ...given(body, ['name', 'value', 'dataType']) };
    settings.put(changed);
    return new Sent(201, changed);
  },
};

/** An account that is checked, and put when all else is. */
export function newAccount(body: Body, customer: CustomerDocument, organisation: Organisation, now: number) {
  knownOnly(body, [...OWN, 'id', 'customerId', 'aliases', 'accountAliases', 'settings', 'status'], 'account');
  const id = text(body, 'id', 50);
  if (organisation.accounts.find(id)) throw conflict(`Account with id ${id} already exists`);
  const currency = optionalText(body, 'invoiceCurrency', 3);
  object(body, 'metadata');
  const aliases = texts(body, 'aliases', MOST_ALIASES);
  requireFree(organisation, aliases);
  const settings = body.settings === undefined ? [] : list(body, 'settings', 10);
  const document: AccountDocument = {
    ...given(body, OWN),
    id,
    name: text(body, 'name', 255),
    ...(currency !== undefined && { invoiceCurrency: currency }),
    togaiAccountId: madeId(organisation.seed, 'account', organisation.nextIndex()),
    customerId: customer.id,
    togaiCustomerId: customer.togaiCustomerId,
    status: body.status === 'DRAFT' ? 'DRAFT' : 'ACTIVE',
  };
  return {
    put: () => {
      organisation.accounts.put(document);
      putAliases(organisation, id, aliases, now);
      for (const setting of settings) {
        organisation.settings.put(settingOf({ ...setting, entityType: 'ACCOUNT', entityId: id }));
      }
    },
    get shown() {
      return shownAccount(organisation, document, now);
    },
  };
}

function settingOf(body: Body): SettingDocument {
  const names = ['id', 'value', 'entityType', 'entityId', 'namespace', 'name', 'dataType'] as const;
  knownOnly(body, names, 'setting');
  const values = Object.fromEntries(names.map((name) => [name, text(body, name, 1_000)]));
  if (!['STRING', 'NUMERIC', 'JSON', 'JSON_LOGIC'].includes(String(values.dataType)))
    throw badRequest('dataType is invalid');
  return values as unknown as SettingDocument;
}

function requireFree({ aliases }: Organisation, values: readonly string[]): void {
  // An alias that was made in bulk belongs to nobody until an account gets it.
  const taken = values.find((value) => aliases.find(value)?.accountId);
  if (taken !== undefined) throw conflict(`Alias ${taken} is already associated with an account`);
}

function putAliases(organisation: Organisation, accountId: string, values: readonly string[], now: number): void {
  const at = new Date(now).toISOString();
  for (const value of values) {
    const id = madeUuid(organisation.seed, `alias ${value} ${at}`);
    organisation.aliases.put({
      id,
      value,
      accountId,
      effectiveFrom: at,
      effectiveUntil: FAR_END,
      createdAt: at,
      updatedAt: at,
    });
  }
}
