import type { SystemRecord } from '../../../domain/identity/model.js';
import type { Money } from '../../../kernel/money.js';
import { globalId } from '../../../schema-kit/global-id.js';
import { CUSTOM_FIELD } from '../describe/described-object.js';
import type { ZuoraAccount, ZuoraAccountStatus, ZuoraContact } from '../model.js';
import { ACCOUNT_ID, ACCOUNT_NUMBER, ACCOUNT_PREFIX, SYSTEM } from '../names.js';
import type { Account } from '../schemas/account.js';
import type { Contact } from '../schemas/contact.js';

const STATUSES: Readonly<Record<string, ZuoraAccountStatus>> = {
  draft: 'DRAFT',
  active: 'ACTIVE',
  canceled: 'CANCELED',
  cancelled: 'CANCELED',
};

export function toAccount(row: Account): ZuoraAccount {
  const inCurrency = (amount: string | null): Money | null =>
    amount === null ? null : { amount, currency: row.currency };
  return {
    id: globalId(ACCOUNT_PREFIX, row.id),
    zuoraId: row.id,
    accountNumber: row.accountNumber,
    name: row.name,
    status: STATUSES[row.status?.toLowerCase() ?? ''] ?? 'UNKNOWN',
    statusText: row.status,
    currency: row.currency,
    balance: inCurrency(row.balance),
    metrics: {
      balance: inCurrency(row.balance),
      contractedMrr: inCurrency(row.mrr),
      creditBalance: inCurrency(row.creditBalance),
      totalInvoiceBalance: inCurrency(row.totalInvoiceBalance),
      totalDebitMemoBalance: inCurrency(row.totalDebitMemoBalance),
      unappliedPaymentAmount: inCurrency(row.unappliedBalance),
      unappliedCreditMemoAmount: inCurrency(row.unappliedCreditMemoAmount),
      reservedPaymentAmount: inCurrency(row.reservedPaymentAmount),
    },
    billCycleDay: row.billCycleDay,
    paymentTerm: row.paymentTerm,
    batch: row.batch,
    autoPay: row.autoPay,
    crmId: row.crmId,
    notes: row.notes,
    billToContact: row.billTo ? toContact(row.billTo) : null,
    soldToContact: row.soldTo ? toContact(row.soldTo) : null,
    customFields: customFieldsOf(row),
    createdAt: row.createdDate,
    updatedAt: row.updatedDate,
  };
}

export function toContact({ id, accountId: _, ...contact }: Contact): ZuoraContact {
  return { zuoraId: id, ...contact };
}

function customFieldsOf(row: Account): Record<string, unknown> | null {
  let fields: Record<string, unknown> | null = null;
  for (const name of Object.keys(row)) {
    // The mark is two underscores, which few names have: most need no look at the end of them.
    if (!name.includes('__') || !CUSTOM_FIELD.test(name)) continue;
    const value = row[name];
    if (value === null) continue;
    fields ??= {};
    fields[name] = value;
  }
  return fields;
}

/** What identity needs to know of an account. `linkFields` are the custom fields that hold ids of other systems. */
export function toRecord(account: ZuoraAccount, linkFields: readonly string[]): SystemRecord {
  const references = linkFields.map((name) => account.customFields?.[name]);
  return {
    system: SYSTEM,
    id: account.zuoraId,
    externalIds: [
      { kind: ACCOUNT_ID, value: account.zuoraId },
      { kind: ACCOUNT_NUMBER, value: account.accountNumber },
    ],
    partOf: null,
    name: account.name,
    email: account.billToContact?.workEmail ?? account.billToContact?.personalEmail ?? null,
    createdAt: account.createdAt,
    updatedAt: account.updatedAt,
    references: references.filter((value) => typeof value === 'string' && value !== '') as string[],
  };
}
