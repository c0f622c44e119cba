import type { SystemRecord } from '../../../domain/identity/model.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type { TogaiAccount, TogaiCustomer, TogaiSetting } from '../model.js';
import {
  ACCOUNT_ID,
  ACCOUNT_PREFIX,
  ACCOUNT_UID,
  CUSTOMER_ID,
  CUSTOMER_PREFIX,
  CUSTOMER_UID,
  SYSTEM,
} from '../names.js';
import type { Account } from '../schemas/account.js';
import type { Customer } from '../schemas/customer.js';
import type { Setting } from '../schemas/setting.js';

export function toCustomer(row: Customer): TogaiCustomer {
  return {
    id: globalId(CUSTOMER_PREFIX, row.id),
    togaiId: row.id,
    togaiUid: row.togaiCustomerId,
    name: row.name,
    primaryEmail: row.primaryEmail,
    status: row.status ?? 'UNKNOWN',
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function toAccount(row: Account, linkSettings: readonly string[]): TogaiAccount {
  return {
    id: globalId(ACCOUNT_PREFIX, row.id),
    togaiId: row.id,
    togaiUid: row.togaiAccountId,
    customerId: row.customerId,
    name: row.name,
    status: row.status ?? 'UNKNOWN',
    invoiceCurrency: row.invoiceCurrency,
    netTermDays: row.netTermDays ?? null,
    aliases: (row.aliases ?? []).map(({ alias }) => alias),
    metadata: row.metadata ?? null,
    linkedIds: (row.settings ?? []).filter((setting) => isLink(setting, linkSettings)).map(({ value }) => value),
  };
}

export function toSetting({ id: togaiId, name, value, namespace, dataType }: Setting): TogaiSetting {
  return { togaiId, name, value, namespace, dataType };
}

/** What identity needs to know of a customer. */
export function customerRecord(customer: TogaiCustomer): SystemRecord {
  return {
    system: SYSTEM,
    id: customer.togaiId,
    externalIds: [
      { kind: CUSTOMER_ID, value: customer.togaiId },
      ...(customer.togaiUid ? [{ kind: CUSTOMER_UID, value: customer.togaiUid }] : []),
    ],
    partOf: null,
    name: customer.name,
    email: customer.primaryEmail,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    references: [],
  };
}

// Customers, accounts and settings have ids of their own choosing, which may be the same text.
const accountRecordId = (accountId: string) => `account:${accountId}`;
const settingRecordId = (entityId: string, settingId: string) => `setting:${entityId}:${settingId}`;

/** What identity needs to know of an account: a part of its customer that other systems' ids are written on. */
export function accountRecord(account: TogaiAccount): SystemRecord {
  return {
    system: SYSTEM,
    id: accountRecordId(account.togaiId),
    externalIds: [
      { kind: ACCOUNT_ID, value: account.togaiId },
      ...(account.togaiUid ? [{ kind: ACCOUNT_UID, value: account.togaiUid }] : []),
    ],
    partOf: account.customerId,
    name: account.name,
    email: null,
    createdAt: null,
    updatedAt: null,
    references: [...new Set([...account.aliases, ...account.linkedIds])],
  };
}

/** Whether a setting holds another system's id. */
export function isLinkSetting(setting: Setting, linkSettings: readonly string[]): boolean {
  return setting.value !== '' && isLink(setting, linkSettings);
}

/** A setting that holds another system's id, as a part of the customer that it is written on, directly or on an account. */
export function settingRecord(setting: Setting, customerId: string): SystemRecord {
  return {
    system: SYSTEM,
    id: settingRecordId(setting.entityId, setting.id),
    externalIds: [],
    partOf: customerId,
    name: setting.name ?? setting.id,
    email: null,
    createdAt: null,
    updatedAt: null,
    references: [setting.value],
  };
}

function isLink({ id, name }: { id: string; name: string | null }, linkSettings: readonly string[]): boolean {
  return linkSettings.some((link) => sameName(link, id) || (name !== null && sameName(link, name)));
}

/** `zuora_account_id` is also written `zuoraAccountId` and `Zuora Account ID`. */
export function sameName(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(a) === plain(b);
}
