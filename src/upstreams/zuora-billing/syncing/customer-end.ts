import type { CustomerEntry } from '../../../domain/customers/model.js';
import type { CustomerEnd, Deed, HeldCustomer, Making, Origin } from '../../../domain/syncs/customers/customer-end.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import { UpstreamError } from '../../../kernel/errors.js';
import { checked, refusal } from '../../../kernel/refusal.js';
import { saidOtherwise } from '../../../kernel/writing/said-otherwise.js';
import { createAccount, planCreate, updateAccount } from '../accounts/commands.js';
import { AccountCreate, AccountUpdate } from '../accounts/inputs.js';
import type { NewAccounts } from '../config.js';
import { toAccount, toRecord } from '../mapping/account.js';
import type { ZuoraAccount } from '../model.js';
import { ACCOUNT_ID, ACCOUNT_NUMBER, SYSTEM, TITLE } from '../names.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { linkValues } from './link-fields.js';
import { contactFieldsOf, profileOf, termOf } from './profile.js';

const FIELD = ['input', 'customer'];
const LONGEST_NUMBER = 50;

export interface AccountEndOptions {
  readonly desk: WriteDesk;
  /** The names of all fields of accounts, the tenant's own among them; null if it does not say. */
  fieldsOfAccounts(): Promise<ReadonlySet<string> | null>;
  isId(key: string): boolean;
}

/** Accounts as customers. The ids of other systems are in custom fields that the settings name. */
export class ZuoraCustomerEnd implements CustomerEnd {
  readonly #desk: WriteDesk;
  readonly #options: AccountEndOptions;

  constructor(options: AccountEndOptions) {
    this.#desk = options.desk;
    this.#options = options;
  }

  keysOf({ externalIds }: CustomerEntry): readonly string[] {
    return externalIds.filter(({ system, kind }) => system === SYSTEM && kind === ACCOUNT_ID).map(({ value }) => value);
  }

  async read(key: string): Promise<HeldAccount | null> {
    const { queries, options, settings } = this.#desk;
    const [row] = await queries.accounts(this.#options.isId(key) ? 'id' : 'accountNumber', [key], options);
    if (!row) return null;
    const account = toAccount(row);
    const record = toRecord(account, settings.linkFields);
    return {
      id: account.zuoraId,
      title: `account ${account.accountNumber}`,
      profile: profileOf(account),
      records: [record],
      ids: [
        { kind: ACCOUNT_ID, value: account.zuoraId },
        { kind: ACCOUNT_NUMBER, value: account.accountNumber },
      ],
      links: record.references,
      unclear: null,
      closed: account.status === 'CANCELED' ? `canceled in ${TITLE}` : null,
      account,
    };
  }

  async madeFor(origin: Origin): Promise<HeldCustomer | null> {
    const number = this.#numberFor(origin);
    const there = await this.read(number);
    if (there === null) return null;
    const wanted = linkValues(await this.#linkFields(), origin.system, origin.held.ids);
    // Where accounts have no field for it, the number alone tells that it was made here.
    if (Object.keys(wanted).length === 0 || isNamed(there, origin)) return there;
    const message = `The number ${number} is that of another account in ${TITLE}, which is not linked with ${origin.held.title}: if they are the same, write ${origin.held.id} into its ${Object.keys(wanted)[0]}.`;
    throw refusal('CONFLICT', message, FIELD);
  }

  async making(origin: Origin): Promise<Making> {
    const { title, profile, ids } = origin.held;
    const { name, email, currency, netTermDays, address } = profile;
    const { batch, billCycleDay, paymentTerm } = this.#newAccounts;
    if (currency === null) {
      throw refusal(
        'INVALID',
        `The ${title} has no currency, which ${TITLE} asks for: set the invoice currency of its account.`,
        FIELD,
      );
    }
    const number = this.#numberFor(origin);
    const links = linkValues(await this.#linkFields(), origin.system, ids);
    const term = netTermDays === null ? paymentTerm : termOf(netTermDays);
    const wanted = checked(
      AccountCreate,
      {
        name,
        currency,
        accountNumber: number,
        billCycleDay,
        ...(term !== null && { paymentTerm: term }),
        ...(batch !== null && { batch }),
        billToContact: { ...BILLING_CONTACT, workEmail: email, ...contactFieldsOf(address) },
        ...(Object.keys(links).length > 0 && { customFields: links }),
      },
      FIELD,
    );
    const [call] = planCreate(this.#desk, wanted);
    const step = stepOf('POST_Account', `Account ${number}`, number, null, call?.after);
    return {
      title: `account ${number}`,
      ids: [{ kind: ACCOUNT_NUMBER, value: number }],
      deed: {
        step,
        carryOut: async () => {
          const { accountId } = await createAccount(this.#desk, wanted, null);
          await this.#desk.accountChanged({ id: accountId, number });
        },
      },
    };
  }

  async linking(held: HeldCustomer, { system, held: { title, ids } }: Origin): Promise<readonly Deed[]> {
    const { account } = held as HeldAccount;
    const wanted = Object.entries(linkValues(await this.#linkFields(), system, ids));
    const missing = wanted.filter(([field, value]) => account.customFields?.[field] !== value);
    if (missing.length === 0) return [];
    const fields = missing.map(([field]) => [field, account.customFields?.[field] ?? null]);
    const after = Object.fromEntries(missing);
    const { accountNumber } = account;
    const name = `Account ${accountNumber} names ${title}`;
    const step = stepOf('PUT_Account', name, accountNumber, Object.fromEntries(fields), after);
    return [{ step, carryOut: () => updateAccount(this.#desk, account, { customFields: after }) }];
  }

  async cannotName({ system, held: { ids } }: Origin): Promise<string | null> {
    if (Object.keys(linkValues(await this.#linkFields(), system, ids)).length > 0) return null;
    return `Accounts have no field for ids of ${system} (ZUORA_BILLING_LINK_FIELDS): ${TITLE} does not name the other side.`;
  }

  following(held: HeldCustomer, { held: { profile } }: Origin): readonly Deed[] {
    const { account, profile: was } = held as HeldAccount;
    const { accountNumber, billToContact } = account;
    const email = profile.email?.toLowerCase() === was.email?.toLowerCase() ? null : profile.email;
    const contact = {
      ...(email !== null && { workEmail: email }),
      ...contactFieldsOf(saidOtherwise(profile.address, was.address)),
    };
    const changes = {
      ...(profile.name !== was.name && { name: profile.name }),
      // What is written to is the contact that is there.
      ...(Object.keys(contact).length > 0 && billToContact && { billToContact: contact }),
    };
    if (Object.keys(changes).length === 0) return [];
    const before = {
      ...(changes.name !== undefined && { name: was.name }),
      ...(changes.billToContact && {
        billToContact: Object.fromEntries(
          Object.keys(contact).map((field) => [field, billToContact?.[field as 'workEmail'] ?? null]),
        ),
      }),
    };
    const step = stepOf('PUT_Account', `Account ${accountNumber}`, accountNumber, before, changes);
    const carryOut = () => updateAccount(this.#desk, account, checked(AccountUpdate, changes, FIELD));
    return [{ step, carryOut }];
  }

  get #newAccounts(): NewAccounts {
    return this.#desk.settings.newAccounts ?? PLAIN;
  }

  /** Numbers may not begin like those that the tenant gives out itself. */
  #numberFor({ handle, held: { id } }: Origin): string {
    const number = `${this.#newAccounts.numberPrefix}${handle === null ? '' : `${handle}-`}${id}`;
    if (number.length <= LONGEST_NUMBER) return number;
    const message = `The id ${id} is too long to make an account number of: ${number} has more than ${LONGEST_NUMBER} characters.`;
    throw refusal('INVALID', message, FIELD);
  }

  /** Those of the settings that accounts really have: Zuora takes any other and forgets it. */
  async #linkFields(): Promise<readonly string[]> {
    const { settings, capabilities } = this.#desk;
    // ZOQL would not give them back.
    if (settings.linkFields.length === 0 || !(await capabilities.has('objectQuery'))) return [];
    try {
      const there = await this.#options.fieldsOfAccounts();
      return there === null ? [] : settings.linkFields.filter((field) => there.has(field));
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'UPSTREAM_FORBIDDEN') throw error;
      return settings.linkFields;
    }
  }
}

interface HeldAccount extends HeldCustomer {
  readonly account: ZuoraAccount;
}

const isNamed = ({ links }: HeldCustomer, { held }: Origin) => held.ids.some(({ value }) => links.includes(value));

const PLAIN: NewAccounts = { numberPrefix: 'C-', batch: null, billCycleDay: 0, paymentTerm: null };
// Companies have no first name. It is what invoices say above the address.
const BILLING_CONTACT = { firstName: 'Accounts', lastName: 'Payable' };

function stepOf(action: string, name: string, target: string, before: unknown, after: unknown): TargetStep {
  return { system: SYSTEM, action, name, target, before, after };
}
