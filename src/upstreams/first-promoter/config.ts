import { z } from 'zod';
import type { UpstreamSettings } from '../contract.js';

export interface FirstPromoterSettings {
  /** Origin of the tracking API, without a trailing slash. */
  readonly url: string;
  readonly apiKey: string;
  /** The account that v2 wants to know; null for v1. */
  readonly accountId: string | null;
  readonly apiVersion: 'v1' | 'v2';
  /** ISO 4217: the currency of the account, which sales need not name. */
  readonly currency: string;
  readonly requestsPerMinute: number;
  /** What webhooks carry; null: none are taken. */
  readonly webhookSecret?: string | null;
}

const shape = {
  FIRST_PROMOTER_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://api.firstpromoter.com' })
    .optional()
    .describe(
      'Tracking API, https://api.firstpromoter.com (v2) or https://firstpromoter.com (v1). Unset: the sandbox is used.',
    ),
  FIRST_PROMOTER_API_KEY: z.string().optional().describe('API key: Settings, Integrations, Manage API keys.'),
  FIRST_PROMOTER_ACCOUNT_ID: z.string().optional().describe('Account id, which v2 needs beside the key.'),
  FIRST_PROMOTER_API_VERSION: z.enum(['v1', 'v2'], 'must be v1 or v2').default('v2').describe('Generation of the API.'),
  FIRST_PROMOTER_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as USD')
    .default('USD')
    .describe('Default currency of the account; sales in another one name theirs.'),
  FIRST_PROMOTER_REQUESTS_PER_MINUTE: z.coerce
    .number('must be a number')
    .int()
    .min(1)
    .max(100_000)
    .default(400)
    .describe("The account's quota."),
  FIRST_PROMOTER_WEBHOOK_SECRET: z
    .string()
    .min(16, 'must have 16 characters or more')
    .optional()
    .describe('Secret that webhooks carry; see docs/webhooks.md. Unset: no webhooks are taken.'),
} as const;

type Parsed = { [K in keyof typeof shape]: z.infer<(typeof shape)[K]> };

export const settings: UpstreamSettings<FirstPromoterSettings> = {
  shape,
  decidedBy: 'FIRST_PROMOTER_URL',
  credentials: ['FIRST_PROMOTER_API_KEY', 'FIRST_PROMOTER_ACCOUNT_ID'],
  secrets: ['FIRST_PROMOTER_API_KEY', 'FIRST_PROMOTER_WEBHOOK_SECRET'],
  domains: ['firstpromoter.com'],
  combine: (values) => {
    const parsed = values as Parsed;
    const apiVersion = parsed.FIRST_PROMOTER_API_VERSION;
    const { FIRST_PROMOTER_API_KEY: apiKey, FIRST_PROMOTER_ACCOUNT_ID: accountId } = parsed;
    if (!apiKey) return { problems: ['FIRST_PROMOTER_URL is set: FIRST_PROMOTER_API_KEY must be set, too'] };
    if (apiVersion === 'v2' && !accountId) {
      return { problems: ['FIRST_PROMOTER_URL is set: FIRST_PROMOTER_ACCOUNT_ID must be set, too, for v2'] };
    }
    return {
      settings: {
        url: (parsed.FIRST_PROMOTER_URL ?? '').replace(/\/+$/, ''),
        apiKey,
        accountId: accountId ?? null,
        apiVersion,
        currency: parsed.FIRST_PROMOTER_CURRENCY,
        requestsPerMinute: parsed.FIRST_PROMOTER_REQUESTS_PER_MINUTE,
        webhookSecret: parsed.FIRST_PROMOTER_WEBHOOK_SECRET ?? null,
      },
    };
  },
};
