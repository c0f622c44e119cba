import { z } from 'zod';
import type { Finding } from '../../contract.js';
import { describedFields } from '../describe/described-fields.js';
import { zoqlPage } from '../zoql/query.js';
import type { Patient } from './patient.js';

/** Whether the custom fields that hold other systems' ids are there. */
export async function linkFieldFindings({ client, settings, signal }: Patient): Promise<readonly Finding[]> {
  const subject = 'Link fields';
  const { linkFields } = settings;
  if (linkFields.length === 0) {
    const advice = 'Customers are linked by what the other systems hold alone.';
    return [{ subject, state: 'NOTE', found: 'ZUORA_BILLING_LINK_FIELDS names none.', advice }];
  }
  const there = new Set(await describedFields(client, 'Account', { signal, lane: 'interactive' }));
  const missing = linkFields.filter((name) => !there.has(name));
  if (missing.length === 0) return [{ subject, state: 'OK', found: `${linkFields.join(', ')} exist.`, advice: null }];
  const custom = [...there].filter((name) => name.endsWith('__c'));
  const choice = custom.length > 0 ? ` Accounts have ${custom.slice(0, 10).join(', ')}.` : '';
  return [
    {
      subject,
      state: 'NOTE',
      found: `Accounts have no field ${missing.join(', ')}.`,
      advice: `Nothing is linked by it. If other systems' ids are elsewhere, name the fields in ZUORA_BILLING_LINK_FIELDS.${choice}`,
    },
  ];
}

const Rows = z.object({ data: z.array(z.object({ updatedDate: z.string() })).nullish() });

/** Zuora writes times with the tenant's offset, which tells whether the configured zone can be the tenant's. */
export async function timeZoneFindings(patient: Patient): Promise<readonly Finding[]> {
  const subject = 'Time zone';
  const { timeZone } = patient.settings;
  const time = await someTime(patient);
  const offset = time && offsetIn(time);
  if (!time || offset === null) {
    const found = `Billing days are those of ${timeZone}; the tenant has no account yet that would tell its own zone.`;
    return [{ subject, state: 'NOTE', found, advice: null }];
  }
  const expected = offsetOf(timeZone, new Date(time));
  if (offset === expected) {
    const found = `Billing days are those of ${timeZone}, which fits the times that Zuora writes (${offset}).`;
    return [{ subject, state: 'OK', found, advice: null }];
  }
  const found = `Zuora writes times with ${offset}, but ZUORA_BILLING_TIME_ZONE is ${timeZone} (${expected}).`;
  const advice = "Set ZUORA_BILLING_TIME_ZONE to the tenant's zone: what is in force today depends on it.";
  return [{ subject, state: offset === '+00:00' ? 'NOTE' : 'PROBLEM', found, advice }];
}

async function someTime({ client, capabilities, settings, signal }: Patient): Promise<string | null> {
  const options = { signal, lane: 'interactive' } as const;
  if (settings.objectQuery !== 'OFF' && (await capabilities.has('objectQuery'))) {
    const query = [['pageSize', '1']] as const;
    const call = { operation: 'queryAccounts', path: '/object-query/accounts', query, schema: Rows } as const;
    return (await client.read({ ...call, ...options })).data?.[0]?.updatedDate ?? null;
  }
  const statement = { from: 'Account', select: ['UpdatedDate'] };
  const [row] = (await zoqlPage(client, statement, { ...options, batchSize: 1 })).records;
  return typeof row?.updatedDate === 'string' ? row.updatedDate : null;
}

function offsetIn(time: string): string | null {
  const [, offset] = /(Z|[+-]\d{2}:?\d{2})$/.exec(time) ?? [];
  if (offset === undefined) return null;
  return offset === 'Z' ? '+00:00' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}

function offsetOf(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? '+00:00' : name.slice('GMT'.length);
}
