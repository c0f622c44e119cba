import { z } from 'zod';
import type { UpstreamSettings } from '../contract.js';

export interface RevenueSettings {
  /** Address of the tenant, without a trailing slash. */
  readonly url: string;
  readonly credentials: RevenueCredentials;
  /** Lines of one upload, its header included. */
  readonly linesPerUpload: number;
  /** RC template that data collection uses where none is named. */
  readonly collectionTemplate: string | null;
  /** The application user that BI views are read as; null where none is configured. */
  readonly biClientId: number | null;
  /** Wait before the first look at an upload or a job; each further one is half as long again, up to thirty times. */
  readonly pollMs: number;
}

/** Two generations of tenants: their own hosts with a token of theirs, and OneID. */
export type RevenueCredentials =
  | {
      readonly kind: 'legacy';
      readonly username: string;
      readonly password: string;
      readonly role: string;
      readonly clientName: string;
    }
  | { readonly kind: 'one-id'; readonly clientId: string; readonly clientSecret: string };

const shape = {
  ZUORA_REVENUE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://one.zuora.com/revenue' })
    .optional()
    .describe(
      'Tenant: https://NAME.revprooncloud.com, or https://one.zuora.com/revenue with OneID. Unset: the sandbox is used.',
    ),
  ZUORA_REVENUE_CLIENT_ID: z.string().optional().describe('OneID OAuth client id.'),
  ZUORA_REVENUE_CLIENT_SECRET: z.string().optional().describe('OneID OAuth client secret.'),
  ZUORA_REVENUE_USERNAME: z.string().optional().describe('API user of a tenant without OneID.'),
  ZUORA_REVENUE_PASSWORD: z.string().optional().describe('Password of that user.'),
  ZUORA_REVENUE_ROLE: z
    .string()
    .default('API Role')
    .describe('Role of that user; needs Webservices Inbound and Outbound.'),
  ZUORA_REVENUE_CLIENT_NAME: z.string().default('Default').describe('Client name of that user.'),
  ZUORA_REVENUE_LINES_PER_UPLOAD: z.coerce
    .number('must be a number')
    .int()
    .min(2)
    .max(20_000)
    .default(20_000)
    .describe('Lines of one upload with its header; longer files are split. The API takes 20,000.'),
  ZUORA_REVENUE_COLLECTION_TEMPLATE: z
    .string()
    .optional()
    .describe('RC template for data collection after an upload, where none is named.'),
  ZUORA_REVENUE_BI_CLIENT_ID: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .optional()
    .describe('Id of the application user that BI views are read as. Unset: no BI views.'),
  ZUORA_REVENUE_POLL_MS: z.coerce
    .number('must be a number')
    .int()
    .min(1)
    .max(60_000)
    .default(1_000)
    .describe('Wait before the first look at an upload or a job, in milliseconds; later ones are longer.'),
} as const;

type Parsed = { [K in keyof typeof shape]: z.infer<(typeof shape)[K]> };

export const settings: UpstreamSettings<RevenueSettings> = {
  shape,
  decidedBy: 'ZUORA_REVENUE_URL',
  credentials: [
    'ZUORA_REVENUE_CLIENT_ID',
    'ZUORA_REVENUE_CLIENT_SECRET',
    'ZUORA_REVENUE_USERNAME',
    'ZUORA_REVENUE_PASSWORD',
  ],
  secrets: ['ZUORA_REVENUE_CLIENT_SECRET', 'ZUORA_REVENUE_PASSWORD'],
  domains: ['zuora.com', 'revprooncloud.com'],
  combine: (values) => {
    const parsed = values as Parsed;
    const credentials = credentialsOf(parsed);
    if (typeof credentials === 'string') return { problems: [credentials] };
    return {
      settings: {
        url: (parsed.ZUORA_REVENUE_URL ?? '').replace(/\/+$/, ''),
        credentials,
        linesPerUpload: parsed.ZUORA_REVENUE_LINES_PER_UPLOAD,
        collectionTemplate: parsed.ZUORA_REVENUE_COLLECTION_TEMPLATE ?? null,
        biClientId: parsed.ZUORA_REVENUE_BI_CLIENT_ID ?? null,
        pollMs: parsed.ZUORA_REVENUE_POLL_MS,
      },
    };
  },
};

function credentialsOf(parsed: Parsed): RevenueCredentials | string {
  const { ZUORA_REVENUE_CLIENT_ID: clientId, ZUORA_REVENUE_CLIENT_SECRET: clientSecret } = parsed;
  const { ZUORA_REVENUE_USERNAME: username, ZUORA_REVENUE_PASSWORD: password } = parsed;
  if ((clientId || clientSecret) && (username || password)) {
    return 'ZUORA_REVENUE_CLIENT_ID and ZUORA_REVENUE_USERNAME are two ways to sign in: set one of them';
  }
  if (clientId && clientSecret) return { kind: 'one-id', clientId, clientSecret };
  if (username && password) {
    const { ZUORA_REVENUE_ROLE: role, ZUORA_REVENUE_CLIENT_NAME: clientName } = parsed;
    return { kind: 'legacy', username, password, role, clientName };
  }
  return 'ZUORA_REVENUE_URL is set: ZUORA_REVENUE_CLIENT_ID and _CLIENT_SECRET (OneID), or _USERNAME and _PASSWORD, must be set, too';
}
