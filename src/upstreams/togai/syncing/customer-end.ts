import type { CustomerEntry } from '../../../domain/customers/model.js';
import type { CustomerEnd, Deed, HeldCustomer, Making, Origin } from '../../../domain/syncs/customers/customer-end.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import { refusal } from '../../../kernel/refusal.js';
import { saidOtherwise } from '../../../kernel/writing/said-otherwise.js';
import { changeAliases, createCustomer, customerBody, updateCustomer } from '../customers/commands.js';
import { accountIdsOf, customerIdOf } from '../known-ids.js';
import { accountRecord, customerRecord, toAccount, toCustomer } from '../mapping/customer.js';
import type { TogaiAccount } from '../model.js';
import { ACCOUNT_ID, CUSTOMER_ID, SYSTEM, TITLE } from '../names.js';
import { Account } from '../schemas/account.js';
import { Customer } from '../schemas/customer.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import { addressOf, aliasesOf, idFor, newCustomer, toTogaiAddress } from './new-customer.js';

const FIELD = ['input', 'customer'];

/** Customers with their accounts. The ids of other systems are aliases of an account: events may name it by them, too. */
export class TogaiCustomerEnd implements CustomerEnd {
  readonly #desk: TogaiDesk;

  constructor(desk: TogaiDesk) {
    this.#desk = desk;
  }

  keysOf(customer: CustomerEntry): readonly string[] {
    const id = customerIdOf(customer);
    return id === null ? [] : [id];
  }

  async read(key: string, known: CustomerEntry | null): Promise<HeldTogaiCustomer | null> {
    const named = await this.#customer(key);
    const account = named ? null : await this.#account(key);
    const customer = named ?? (account && (await this.#customer(account.customerId)));
    if (customer === null) return null;
    const accounts = await this.#accountsOf(customer.id, account, known);
    const open = accounts.filter(({ status }) => status !== 'ARCHIVED');
    const meant = account?.togaiId ?? customer.id;
    const chosen = open.length === 1 ? open[0] : open.find(({ togaiId }) => togaiId === meant);
    const entity = toCustomer(customer);
    return {
      id: customer.id,
      title: `customer ${customer.id}`,
      profile: {
        name: customer.name,
        email: customer.primaryEmail,
        address: addressOf(customer.address),
        currency: chosen?.invoiceCurrency ?? null,
        netTermDays: chosen?.netTermDays ?? null,
      },
      records: [customerRecord(entity), ...accounts.map(accountRecord)],
      ids: [
        { kind: CUSTOMER_ID, value: customer.id },
        ...(chosen ? [{ kind: ACCOUNT_ID, value: chosen.togaiId }] : []),
      ],
      links: [...new Set(open.flatMap(({ aliases, linkedIds }) => [...linkedIds, ...aliases]))],
      unclear: chosen === undefined ? unclearOf(customer.id, open) : null,
      closed: customer.status === 'ARCHIVED' ? `archived in ${TITLE}` : null,
      accounts: open,
      chosen: chosen ?? null,
    };
  }

  async madeFor(origin: Origin): Promise<HeldCustomer | null> {
    const id = idFor(origin);
    const there = await this.read(id, null);
    if (there === null || isNamed(there, origin.held.ids)) return there;
    const message = `The id ${id} is that of ${there.title} in ${TITLE}, which is not linked with ${origin.held.title}: if they are the same, add the alias ${aliasesOf(origin.held.ids, id)[0]} to its account.`;
    throw refusal('CONFLICT', message, FIELD);
  }

  async making(origin: Origin): Promise<Making> {
    const wanted = newCustomer(origin);
    const { id } = wanted;
    const step = stepOf('createCustomer', `Customer ${id} with its account`, id, null, customerBody(wanted));
    return {
      title: `customer ${id}`,
      ids: [
        { kind: CUSTOMER_ID, value: id },
        { kind: ACCOUNT_ID, value: id },
      ],
      deed: { step, carryOut: () => createCustomer(this.#desk, wanted) },
    };
  }

  async linking(held: HeldCustomer, { held: other }: Origin): Promise<readonly Deed[]> {
    const { accounts, chosen } = held as HeldTogaiCustomer;
    if (isNamed(held, other.ids)) return [];
    if (chosen === null) {
      throw refusal('CONFLICT', unclearOf(held.id, accounts), FIELD);
    }
    const { togaiId, aliases: before } = chosen;
    const aliases = aliasesOf(other.ids, togaiId).filter((alias) => !before.includes(alias));
    const name = `Account ${togaiId} names ${other.title}`;
    const step = stepOf('addAliases', name, togaiId, { aliases: before }, { aliases: [...before, ...aliases] });
    return [{ step, carryOut: () => changeAliases(this.#desk, togaiId, 'add', aliases) }];
  }

  async cannotName(): Promise<null> {
    return null;
  }

  following({ id, profile: was }: HeldCustomer, { held: { profile } }: Origin): readonly Deed[] {
    const address = saidOtherwise(profile.address, was.address);
    const email = profile.email?.toLowerCase() === was.email?.toLowerCase() ? null : profile.email;
    const changes = {
      ...(profile.name !== was.name && { name: profile.name }),
      ...(email !== null && { primaryEmail: email }),
      // Togai takes an address as a whole.
      ...(Object.keys(address).length > 0 && { address: toTogaiAddress({ ...was.address, ...address }) }),
    };
    if (Object.keys(changes).length === 0) return [];
    const old = { name: was.name, primaryEmail: was.email, address: toTogaiAddress(was.address) };
    const before = Object.fromEntries(Object.entries(old).filter(([name]) => name in changes));
    const step = stepOf('updateCustomer', `Customer ${id}`, id, before, changes);
    return [{ step, carryOut: () => updateCustomer(this.#desk, id, changes) }];
  }

  /** Togai cannot list the accounts of one customer: those that the directory knows, else the one with the customer's own id. */
  async #accountsOf(
    customerId: string,
    named: TogaiAccount | null,
    known: CustomerEntry | null,
  ): Promise<readonly TogaiAccount[]> {
    const ids = known === null ? [] : accountIdsOf(known, customerId);
    const others = (ids.length > 0 ? ids : [customerId]).filter((id) => id !== named?.togaiId);
    const read = [named, ...(await Promise.all(others.map((id) => this.#account(id))))];
    return read.filter((account) => account !== null).filter((account) => account.customerId === customerId);
  }

  #customer(id: string): Promise<Customer | null> {
    const path = `/customers/${encodeURIComponent(id)}`;
    return this.#desk.client.find({ operation: 'getCustomer', path, schema: Customer, ...this.#desk.options });
  }

  async #account(id: string): Promise<TogaiAccount | null> {
    const path = `/accounts/${encodeURIComponent(id)}`;
    const { client, settings, options } = this.#desk;
    const row = await client.find({ operation: 'getAccount', path, schema: Account, ...options });
    return row && toAccount(row, settings.linkSettings);
  }
}

interface HeldTogaiCustomer extends HeldCustomer {
  /** Those that are not archived. */
  readonly accounts: readonly TogaiAccount[];
  /** The one that is meant where one has to be. */
  readonly chosen: TogaiAccount | null;
}

const isNamed = ({ links }: HeldCustomer, ids: HeldCustomer['ids']) => ids.some(({ value }) => links.includes(value));

function unclearOf(customerId: string, accounts: readonly TogaiAccount[]): string {
  if (accounts.length === 0) {
    return `No account of customer ${customerId} is known here: make one, or name one in place of the customer.`;
  }
  const ids = accounts.map(({ togaiId }) => togaiId).join(', ');
  return `Customer ${customerId} has several accounts (${ids}): name one of them in place of the customer.`;
}

function stepOf(action: string, name: string, target: string, before: unknown, after: unknown): TargetStep {
  return { system: SYSTEM, action, name, target, before, after };
}
