import { UpstreamError } from '../../kernel/errors.js';
import type { Finding } from '../contract.js';
import type { FirstPromoterClient } from './client.js';
import type { FirstPromoterSettings } from './config.js';
import { TITLE } from './names.js';

const HOSTS = { v1: 'firstpromoter.com', v2: 'api.firstpromoter.com' } as const;

/**
 * Whether the account can be reached and takes the key. The tracking API has no reads, so a sign-up that names nobody is sent:
 * it is refused as 400 after the key was looked at, and records nothing.
 * https://docs.firstpromoter.com/api-reference-v2/tracking
 */
export async function diagnose(
  client: FirstPromoterClient,
  settings: FirstPromoterSettings,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const { host } = new URL(settings.url);
  const address: Finding = { subject: 'Address', state: 'OK', found: `${host} answers.`, advice: null };
  const answer = await client.track('signup', {}, signal).catch((error: unknown) => error);
  const refused = answer instanceof UpstreamError ? answer : null;
  if (answer instanceof Error && !refused) throw answer;
  if (refused && isAboutKey(refused)) return [address, keyProblem(refused)];
  if (refused && refused.code !== 'UPSTREAM_REJECTED') {
    const advice = `Check FIRST_PROMOTER_URL: https://${HOSTS[settings.apiVersion]} for ${settings.apiVersion}.`;
    return [{ subject: 'Address', state: 'PROBLEM', found: `${host}: ${refused.message}`, advice }];
  }
  return [address, keyFinding(refused), ...addressNotes(host, settings), ...unchecked(settings)];
}

const isAboutKey = ({ code }: UpstreamError) => code === 'UPSTREAM_UNAUTHENTICATED' || code === 'UPSTREAM_FORBIDDEN';

function keyProblem({ message }: UpstreamError): Finding {
  const advice =
    'Check FIRST_PROMOTER_API_KEY (Settings, Integrations, Manage API keys) and, for v2, FIRST_PROMOTER_ACCOUNT_ID.';
  return { subject: 'API key', state: 'PROBLEM', found: message, advice };
}

/** Null: the sign-up of nobody was not refused, which says nothing for sure. */
function keyFinding(refused: UpstreamError | null): Finding {
  if (refused) {
    const found = 'The key is accepted: a sign-up that names nobody was refused for that alone, and recorded nothing.';
    return { subject: 'API key', state: 'OK', found, advice: null };
  }
  const found = `${TITLE} did not refuse a sign-up that names nobody, so that nothing is known of the key.`;
  return { subject: 'API key', state: 'NOTE', found, advice: 'Watch the first event that is tracked.' };
}

function addressNotes(host: string, { apiVersion }: FirstPromoterSettings): Finding[] {
  const other = Object.entries(HOSTS).find(([version, known]) => known === host && version !== apiVersion);
  if (!other) return [];
  const found = `${host} is the address of ${other[0]}, and FIRST_PROMOTER_API_VERSION is ${apiVersion}.`;
  const advice = `Use https://${HOSTS[apiVersion]}, or FIRST_PROMOTER_API_VERSION=${other[0]}.`;
  return [{ subject: 'API version', state: 'NOTE', found, advice }];
}

/** What the tracking API tells nobody. */
function unchecked({ currency, requestsPerMinute, apiVersion, accountId }: FirstPromoterSettings): Finding[] {
  return [
    ...(apiVersion === 'v2'
      ? [
          {
            subject: 'Account id',
            state: 'NOTE' as const,
            found: `Events go to the account ${accountId}; whether it is the one that you mean cannot be asked.`,
            advice: 'Compare FIRST_PROMOTER_ACCOUNT_ID with the settings of your account.',
          },
        ]
      : []),
    {
      subject: 'Currency',
      state: 'NOTE',
      found: `Sales in ${currency} are sent without a currency; what the account counts in cannot be asked.`,
      advice: "FIRST_PROMOTER_CURRENCY must be the account's default currency.",
    },
    {
      subject: 'Limits',
      state: 'OK',
      found: `The gateway sends at most ${requestsPerMinute} requests a minute.`,
      advice: null,
    },
    {
      subject: 'Referrals',
      state: 'NOTE',
      found: 'They cannot be listed: those are known whose events passed through this gateway.',
      advice: null,
    },
  ];
}
