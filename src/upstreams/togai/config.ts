import { z } from 'zod';
import { isTimeZone } from '../../kernel/dates.js';
import type { UpstreamSettings } from '../contract.js';

export interface TogaiSettings {
  /** Origin of the API, without a trailing slash. */
  readonly url: string;
  /** Long-lived API key; itself a bearer token. */
  readonly apiKey: string;
  /** Requests a second that the organisation may make, ingestion apart. */
  readonly requestsPerSecond: number;
  /** Requests a second that may bring events. */
  readonly ingestionRequestsPerSecond: number;
  /** Which generation of price plans is written; both are read. */
  readonly pricePlans: 'V1' | 'V2';
  /** IANA name: the zone in which an instant of a schedule is read as a billing day. */
  readonly timeZone: string;
  /** What webhooks of flows carry; null: none are taken. */
  readonly webhookSecret?: string | null;
  /** Names or ids of the settings of customers and accounts that hold ids of other systems. */
  readonly linkSettings: readonly string[];
  /** Names or ids of the settings of usage meters that say what their usage is billed on elsewhere. */
  readonly meterSettings?: { readonly subscription: string; readonly charge: string };
}

const shape = {
  TOGAI_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://api.togai.com' })
    .optional()
    .describe('API endpoint, https://api.togai.com or https://sandbox-api.togai.com. Unset: the sandbox is used.'),
  TOGAI_API_KEY: z.string().optional().describe('API key of the organisation.'),
  TOGAI_REQUESTS_PER_SECOND: z.coerce
    .number('must be a number')
    .int()
    .min(1)
    .max(100_000)
    .default(10)
    .describe("The organisation's quota, ingestion apart. Background work uses at most half of it."),
  TOGAI_INGESTION_REQUESTS_PER_SECOND: z.coerce
    .number('must be a number')
    .int()
    .min(1)
    .max(1000)
    .default(50)
    .describe("The organisation's quota for bringing events, up to 500 a request."),
  TOGAI_PRICE_PLANS: z
    .enum(['V1', 'V2'], 'must be V1 or V2')
    .default('V2')
    .describe(
      'Which generation of price plans is written. V1: a plan and its cards in one call, accounts put under it without a draft; for organisations without V2. Both are read.',
    ),
  TOGAI_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
    .default('UTC')
    .describe("The organisation's time zone (IANA name): decides which billing day it is."),
  TOGAI_LINK_SETTINGS: z
    .string()
    .default('zuora_account_id,zuora_account_number')
    .describe("Names or ids of customer and account settings that hold other systems' ids, comma separated."),
  TOGAI_METER_SUBSCRIPTION_SETTING: z
    .string()
    .default('zuora_subscription_id')
    .describe('Name or id of the usage meter setting with the subscription that its usage is billed on elsewhere.'),
  TOGAI_METER_CHARGE_SETTING: z
    .string()
    .default('zuora_charge_id')
    .describe('Name or id of the usage meter setting with the charge that its usage is billed on elsewhere.'),
  TOGAI_WEBHOOK_SECRET: z
    .string()
    .min(16, 'must have 16 characters or more')
    .optional()
    .describe('Secret that webhooks of flows carry; see docs/webhooks.md. Unset: no webhooks are taken.'),
} as const;

type Parsed = { [K in keyof typeof shape]: z.infer<(typeof shape)[K]> };

export const settings: UpstreamSettings<TogaiSettings> = {
  shape,
  decidedBy: 'TOGAI_URL',
  credentials: ['TOGAI_API_KEY'],
  secrets: ['TOGAI_API_KEY', 'TOGAI_WEBHOOK_SECRET'],
  domains: ['togai.com'],
  combine: (values) => {
    const parsed = values as Parsed;
    if (!parsed.TOGAI_API_KEY) return { problems: ['TOGAI_URL is set: TOGAI_API_KEY must be set, too'] };
    return {
      settings: {
        url: (parsed.TOGAI_URL ?? '').replace(/\/+$/, ''),
        apiKey: parsed.TOGAI_API_KEY,
        requestsPerSecond: parsed.TOGAI_REQUESTS_PER_SECOND,
        ingestionRequestsPerSecond: parsed.TOGAI_INGESTION_REQUESTS_PER_SECOND,
        pricePlans: parsed.TOGAI_PRICE_PLANS,
        timeZone: parsed.TOGAI_TIME_ZONE,
        webhookSecret: parsed.TOGAI_WEBHOOK_SECRET ?? null,
        meterSettings: {
          subscription: parsed.TOGAI_METER_SUBSCRIPTION_SETTING,
          charge: parsed.TOGAI_METER_CHARGE_SETTING,
        },
        linkSettings: parsed.TOGAI_LINK_SETTINGS.split(',').flatMap((name) => name.trim() || []),
      },
    };
  },
};
