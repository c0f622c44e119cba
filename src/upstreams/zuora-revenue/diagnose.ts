import { UpstreamError } from '../../kernel/errors.js';
import type { Finding } from '../contract.js';
import type { RevenueClient } from './client.js';
import type { RevenueSettings } from './config.js';
import { readReports } from './reading/reports.js';

/** Whether the tenant can be reached, takes the credentials and has its API switched on. */
export async function diagnose(
  client: RevenueClient,
  { url, credentials, linesPerUpload }: RevenueSettings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const { host } = new URL(url);
  const signIn = credentials.kind === 'one-id' ? 'OneID' : 'a user of the tenant';
  try {
    // The only read that needs no name of anything; a tenant without reports answers it all the same.
    await readReports(client, null, signal);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return [problem(error, host)];
  }
  return [
    { subject: 'Address', state: 'OK', found: `${host} answers.`, advice: null },
    { subject: 'Credentials', state: 'OK', found: `They are accepted (${signIn}).`, advice: null },
    {
      subject: 'Uploads',
      state: 'OK',
      found: `Files are sent in parts of at most ${linesPerUpload.toLocaleString('en')} lines, two at a time.`,
      advice: null,
    },
  ];
}

function problem({ code, message }: UpstreamError, host: string): Finding {
  switch (code) {
    case 'UPSTREAM_UNSUPPORTED':
      return {
        subject: 'API service',
        state: 'PROBLEM',
        found: message,
        advice: 'Ask Zuora Support to enable the API service for this tenant.',
      };
    case 'UPSTREAM_UNAUTHENTICATED':
    case 'UPSTREAM_FORBIDDEN':
      return {
        subject: 'Credentials',
        state: 'PROBLEM',
        found: message,
        advice:
          'Check ZUORA_REVENUE_CLIENT_ID and ZUORA_REVENUE_CLIENT_SECRET (OneID), or ZUORA_REVENUE_USERNAME, ' +
          'ZUORA_REVENUE_PASSWORD and ZUORA_REVENUE_ROLE.',
      };
    default:
      return {
        subject: 'Address',
        state: 'PROBLEM',
        found: `${host}: ${message}`,
        advice: 'Check ZUORA_REVENUE_URL.',
      };
  }
}
