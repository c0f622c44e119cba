import { z } from 'zod';
import { UpstreamError } from '../../kernel/errors.js';
import type { Finding } from '../contract.js';
import type { TogaiClient } from './client.js';
import type { TogaiSettings } from './config.js';

/** Whether the organisation can be reached and takes the key. */
export async function diagnose(
  client: TogaiClient,
  settings: TogaiSettings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const host = new URL(settings.url).host;
  const address: Finding = { subject: 'Address', state: 'OK', found: `${host} answers.`, advice: null };
  try {
    const query = { pageSize: '1' };
    const call = { operation: 'getCustomers', path: '/customers', query, schema: z.unknown() } as const;
    await client.read({ ...call, signal, lane: 'interactive' });
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return [...(isRefusal(error) ? [address] : []), problem(error, host)];
  }
  const { requestsPerSecond, timeZone } = settings;
  return [
    address,
    { subject: 'API key', state: 'OK', found: 'The key is accepted.', advice: null },
    {
      subject: 'Limits',
      state: 'OK',
      found: `The gateway sends at most ${requestsPerSecond} requests a second, half of them in the background.`,
      advice: 'Togai does not say what it allows: TOGAI_REQUESTS_PER_SECOND must be what your contract says.',
    },
    { subject: 'Time zone', state: 'OK', found: `Billing days are those of ${timeZone}.`, advice: null },
  ];
}

function isRefusal({ code }: UpstreamError): boolean {
  return code === 'UPSTREAM_UNAUTHENTICATED' || code === 'UPSTREAM_FORBIDDEN';
}

function problem(error: UpstreamError, host: string): Finding {
  return isRefusal(error)
    ? {
        subject: 'API key',
        state: 'PROBLEM',
        found: error.message,
        advice: 'Check TOGAI_API_KEY, and that it belongs to this environment: production and sandbox have their own.',
      }
    : {
        subject: 'Address',
        state: 'PROBLEM',
        found: `${host}: ${error.message}`,
        advice: 'Check TOGAI_URL: https://api.togai.com or https://sandbox-api.togai.com.',
      };
}
