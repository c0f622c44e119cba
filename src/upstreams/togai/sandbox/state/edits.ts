import type { Clock } from '../../../../kernel/clock.js';
import { FAR_END } from '../seed/aliases.js';
import { madeId, madeUuid } from '../seed/ids.js';
import type {
  AccountDocument,
  AliasRecord,
  CustomerDocument,
  EventRecord,
  InvoiceDocument,
  SettingDocument,
} from '../wire/documents.js';
import type { Organisation } from './organisation.js';

export interface NewCustomer {
  readonly id: string;
  readonly name: string;
  readonly primaryEmail: string;
  readonly accounts?: readonly { readonly id: string; readonly name: string; readonly invoiceCurrency?: string }[];
}

export type CustomerPatch = Partial<Pick<CustomerDocument, 'name' | 'primaryEmail' | 'status' | 'address'>>;
export type AccountPatch = Partial<
  Pick<AccountDocument, 'name' | 'invoiceCurrency' | 'netTermDays' | 'primaryEmail' | 'status' | 'metadata' | 'tags'>
>;

export type InvoicePatch = Partial<Pick<InvoiceDocument, 'status' | 'totalAmount' | 'revenueInfo' | 'usageInfo'>>;

const MOST_ALIASES = 10;

/** The changes that somebody makes in Togai's own user interface. Unknown ids and taken aliases throw. */
export interface TogaiEdits {
  createCustomer(customer: NewCustomer): CustomerDocument;
  updateCustomer(id: string, patch: CustomerPatch): CustomerDocument;
  updateAccount(id: string, patch: AccountPatch): AccountDocument;
  addAlias(accountId: string, alias: string): AliasRecord;
  removeAlias(alias: string): void;
  putSetting(setting: SettingDocument): void;
  removeSetting(id: string): void;
  updateInvoice(id: string, patch: InvoicePatch): InvoiceDocument;
  /** What has arrived, in order. */
  events(): readonly EventRecord[];
}

export function editsOf(organisation: Organisation, { seed, clock }: { seed: string; clock: Clock }): TogaiEdits {
  const { customers, accounts, aliases, settings, invoices } = organisation;
  const instant = () => new Date(clock.now()).toISOString();
  return {
    createCustomer({ accounts: opened = [], ...customer }) {
      if (customers.find(customer.id)) throw new Error(`customer ${customer.id} exists`);
      // No seeded record counts this far, so made ids never meet.
      const index = 1_000_000_000 + customers.end.slot * 16;
      const document: CustomerDocument = {
        ...customer,
        togaiCustomerId: madeId(seed, 'customer', index),
        billingAddress: '',
        address: {},
        status: 'ACTIVE',
        createdAt: instant(),
        updatedAt: instant(),
      };
      customers.put(document);
      for (const [position, account] of opened.entries()) {
        if (accounts.find(account.id)) throw new Error(`account ${account.id} exists`);
        accounts.put({
          ...account,
          togaiAccountId: madeId(seed, 'account', index + position),
          customerId: document.id,
          togaiCustomerId: document.togaiCustomerId,
          status: 'ACTIVE',
        });
      }
      return document;
    },
    updateCustomer(id, patch) {
      const changed = { ...found(customers.find(id), `customer ${id}`), ...patch, updatedAt: instant() };
      customers.put(changed);
      return changed;
    },
    updateAccount(id, patch) {
      const changed = { ...found(accounts.find(id), `account ${id}`), ...patch };
      accounts.put(changed);
      return changed;
    },
    addAlias(accountId, value) {
      found(accounts.find(accountId), `account ${accountId}`);
      if (aliases.find(value)) throw new Error(`alias ${value} is taken`);
      if (organisation.aliasesOf(accountId).length >= MOST_ALIASES) throw new Error(`${accountId} has ${MOST_ALIASES}`);
      const at = instant();
      const id = madeUuid(seed, `alias ${value} ${at}`);
      const alias = { id, value, accountId, effectiveFrom: at, effectiveUntil: FAR_END, createdAt: at, updatedAt: at };
      aliases.put(alias);
      return alias;
    },
    removeAlias: (value) => aliases.delete(found(aliases.find(value), `alias ${value}`).value),
    updateInvoice(id, patch) {
      const invoice = invoices.find(id);
      if (!invoice) throw new Error(`there is no invoice ${id}`);
      const changed = { ...invoice, ...patch, updatedAt: instant() };
      invoices.put(changed);
      return changed;
    },
    putSetting: (setting) => settings.put(setting),
    events: () => [...organisation.events.values()],
    removeSetting: (id) => settings.delete(found(settings.find(id), `setting ${id}`).id),
  };
}

function found<T>(record: T | null, what: string): T {
  if (record === null) throw new Error(`there is no ${what}`);
  return record;
}
