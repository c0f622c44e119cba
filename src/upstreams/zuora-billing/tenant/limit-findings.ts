import type { Finding, QuotaReading } from '../../contract.js';
import type { ZuoraClient } from '../client.js';

const LOW = 0.1;

/** What is left of the limits after the questions before. */
export function limitFindings(client: Pick<ZuoraClient, 'quota'>): readonly Finding[] {
  const told = client.quota.filter(({ remaining }) => remaining !== null);
  if (told.length === 0) {
    const advice = 'The gateway keeps to three quarters of the limits that Zuora documents.';
    return [{ subject: 'Limits', state: 'NOTE', found: 'Zuora does not say what is left.', advice }];
  }
  return told.map((reading) => {
    const low = (reading.remaining ?? 0) < reading.limit * LOW;
    return {
      subject: 'Limits',
      state: low ? 'NOTE' : 'OK',
      found: wordsOf(reading),
      advice: low ? 'Calls are slowed down, and background work waits.' : null,
    };
  });
}

function wordsOf({ name, limit, remaining, share, resetsAt }: QuotaReading): string {
  const left = `${name}: ${number(remaining ?? 0)} of ${number(limit)} left`;
  if (resetsAt !== null) return `${left} until ${new Date(resetsAt).toISOString()}.`;
  return share === null ? `${left}.` : `${left} at the same time; the gateway uses ${number(share)} at most.`;
}

const number = (value: number) => value.toLocaleString('en-US');
