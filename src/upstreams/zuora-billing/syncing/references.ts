import type { z } from 'zod';
import { dayIn } from '../../../kernel/dates.js';
import { checked, refusal } from '../../../kernel/refusal.js';
import { Usage } from '../documents/schemas.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { queryAll } from '../object-query.js';
import { UsageCreate } from '../usage/inputs.js';
import type { UsageToCreate } from '../usage/requests.js';
import type { WriteDesk } from '../writing/write-desk.js';

const DAY_MS = 86_400_000;
const HALF_A_DAY_MS = DAY_MS / 2;

/** A remark for people that ends with the reference, by which the object is found again. */
export function remark(text: string | null, reference: string, most: number): string {
  const mark = `[${reference}]`;
  const room = most - mark.length - 1;
  const words = (text ?? '').replaceAll(/[[\]]/g, ' ').trim().slice(0, Math.max(0, room)).trim();
  return words === '' ? mark : `${words} ${mark}`;
}

/** What stands between the reference and the end of its mark; null where the remark is about something else. */
export function markIn(text: string | null, reference: string): string | null {
  const begin = `[${reference}`;
  const at = text?.indexOf(begin) ?? -1;
  if (!text || at === -1) return null;
  const rest = text.slice(at + begin.length);
  const end = rest.indexOf(']');
  // `creds.1` is not `creds.10`.
  return end === -1 || !/^[ \]]/.test(rest) ? null : rest.slice(0, end).trim();
}

/** An instant on a billing day in a zone: noon or, where noon in Greenwich is the day after, midnight. */
export function onDay(day: string, zone: string): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const at = dayIn(zone, new Date(noon)) === day ? noon : noon - HALF_A_DAY_MS;
  return new Date(at).toISOString();
}

/** The usage of an account between two days around the instants. */
export function usagesBetween(desk: WriteDesk, accountId: string, from: string, until: string): Promise<Usage[]> {
  const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
  const filter = [
    `accountid.EQ:${accountId}`,
    `startdatetime.GE:${shifted(from, -DAY_MS)}`,
    `startdatetime.LE:${shifted(until, DAY_MS)}`,
  ];
  return queryAll(desk.client, { objects: 'usages', operation: 'queryUsages', row: Usage, filter }, desk.options);
}

/** @throws Refusal for what a usage record cannot hold. */
export function usageToCreate(input: z.input<typeof UsageCreate>, account: ZuoraAccount): UsageToCreate {
  return { input: checked(UsageCreate, input), account };
}

/** @throws Refusal if there is no such account, or one that nothing can be booked on. */
export function requireAccount(account: ZuoraAccount | null, id: string, currency: string): ZuoraAccount {
  if (account === null) throw refusal('NOT_FOUND', `There is no account ${id} in ${SYSTEM}.`);
  const { accountNumber, status } = account;
  if (status === 'CANCELED') throw refusal('CONFLICT', `The account ${accountNumber} is canceled.`);
  if (account.currency === currency) return account;
  const message = `The account ${accountNumber} is in ${account.currency}, and the amount is in ${currency}: nothing is converted. Book it on an account in ${currency}.`;
  throw refusal('CONFLICT', message);
}
