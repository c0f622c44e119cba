import { z } from 'zod';
import type { ChargeKind } from '../../domain/connections/model.js';
import { isTimeZone } from '../../kernel/dates.js';
import type { UpstreamSettings } from '../contract.js';

export interface ZuoraBillingSettings {
  /** Origin of the tenant's REST data centre, without a trailing slash. */
  readonly url: string;
  readonly credentials: ZuoraCredentials;
  /** Sent as Zuora-Entity-Ids where the credentials open more than one entity. */
  readonly entityId: string | null;
  /** Sent as Zuora-Org-Ids where the tenant has several organisations; empty: those of the credentials. */
  readonly orgIds: readonly string[];
  /** IANA name of the tenant's time zone: decides what day it is for billing. */
  readonly timeZone: string;
  /** Sent as Zuora-Version with every request. */
  readonly apiVersion: string;
  /** Sent as X-Zuora-WSDL-Version with actions, ZOQL among them. */
  readonly wsdlVersion: string;
  /** Whether the tenant has Object Query; AUTO finds it out. */
  readonly objectQuery: 'AUTO' | 'ON' | 'OFF';
  /** How charge metrics are asked for. */
  readonly metricsFormat: 'JSON_LINES' | 'CSV';
  /** How subscriptions are changed: a tenant with Orders may refuse everything else. */
  readonly subscriptionChanges: 'SUBSCRIBE_AND_AMEND' | 'ORDERS';
  /** Custom account fields that hold ids of other systems. */
  readonly linkFields: readonly string[];
  /** What accounts that a sync makes have, where the other system does not say. */
  readonly newAccounts?: NewAccounts;
  /** What callouts prove themselves with. */
  readonly callouts?: { readonly hmac: string | null; readonly basic: string | null };
  /** Origin of the tenant's user interface, for links to records. */
  readonly appUrl: string | null;
  /** What credits of other systems are booked against; null where it is not said. */
  readonly creditCharge?: { readonly id: string; readonly kind: ChargeKind } | null;
  /** Whether credit memos and invoices that come from other systems go into the books at once, or wait for a person. */
  readonly syncedDocuments?: 'DRAFT' | 'POSTED';
}

export interface NewAccounts {
  /** What their numbers begin with. */
  readonly numberPrefix: string;
  readonly batch: string | null;
  readonly billCycleDay: number;
  readonly paymentTerm: string | null;
}

export type ZuoraCredentials =
  | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'legacy'; readonly accessKeyId: string; readonly secretAccessKey: string };

// The first version whose errors have one shape and whose HTTP statuses tell the truth.
// https://developer.zuora.com/docs/guides/error-handling
const API_VERSION = '2025-08-12';
// The default of actions, sent so that a change of it does not change answers.
const WSDL_VERSION = '79';

const shape = {
  ZUORA_BILLING_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://rest.eu.zuora.com' })
    .optional()
    .describe('REST endpoint of the tenant, e.g. https://rest.eu.zuora.com. Unset: the sandbox is used.'),
  ZUORA_BILLING_CLIENT_ID: z.string().optional().describe('OAuth client id.'),
  ZUORA_BILLING_CLIENT_SECRET: z.string().optional().describe('OAuth client secret.'),
  ZUORA_BILLING_ACCESS_KEY_ID: z.string().optional().describe('Legacy: API user name, instead of an OAuth client.'),
  ZUORA_BILLING_SECRET_ACCESS_KEY: z.string().optional().describe('Legacy: password of the API user.'),
  ZUORA_BILLING_ENTITY_ID: z.string().optional().describe('Entity id, for multi-entity tenants only.'),
  ZUORA_BILLING_ORG_IDS: z
    .string()
    .default('')
    .describe('Organisation ids, comma separated, for multi-org tenants only.'),
  ZUORA_BILLING_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin')
    .default('UTC')
    .describe("The tenant's time zone (IANA name): decides which billing day it is."),
  ZUORA_BILLING_API_VERSION: z.string().default(API_VERSION).describe('Zuora-Version sent with every request.'),
  ZUORA_BILLING_WSDL_VERSION: z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'must be a version number such as 79')
    .default(WSDL_VERSION)
    .describe('X-Zuora-WSDL-Version sent with actions, ZOQL among them.'),
  ZUORA_BILLING_OBJECT_QUERY: z
    .enum(['AUTO', 'ON', 'OFF'])
    .default('AUTO')
    .describe('Whether the tenant has Object Query. OFF: ZOQL is used. AUTO: ZOQL as soon as Object Query is refused.'),
  ZUORA_BILLING_METRICS_FORMAT: z
    .enum(['JSON_LINES', 'CSV'])
    .default('JSON_LINES')
    .describe('How charge metrics are asked for. CSV is half as long; the rows are the same.'),
  ZUORA_BILLING_SUBSCRIPTION_CHANGES: z
    .enum(['SUBSCRIBE_AND_AMEND', 'ORDERS'])
    .default('SUBSCRIBE_AND_AMEND')
    .describe(
      'How subscriptions are created and changed. ORDERS: each change becomes an order; for tenants with Orders.',
    ),
  ZUORA_BILLING_LINK_FIELDS: z
    .string()
    .default('TogaiCustomerId__c,TogaiAccountId__c')
    .describe("Custom account fields that hold other systems' ids, comma separated."),
  ZUORA_BILLING_CREDIT_CHARGE_ID: z
    .string()
    .trim()
    .optional()
    .describe('The charge that credits of other systems are booked against; see docs/money-syncs.md.'),
  ZUORA_BILLING_CREDIT_CHARGE_KIND: z
    .enum(['PRODUCT_RATE_PLAN_CHARGE', 'SUBSCRIPTION_CHARGE'])
    .optional()
    .describe(
      'What that is the id of: PRODUCT_RATE_PLAN_CHARGE, credits become credit memos; SUBSCRIPTION_CHARGE, they become usage at price 1.',
    ),
  ZUORA_BILLING_SYNCED_DOCUMENTS: z
    .enum(['DRAFT', 'POSTED'])
    .default('DRAFT')
    .describe('What credit memos and invoices from other systems are at first. POSTED: in the books at once.'),
  ZUORA_BILLING_NEW_ACCOUNT_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,20}$/, 'must be 1 to 20 letters, digits, dots, dashes or underscores')
    .default('C-')
    .describe(
      "What the numbers of accounts begin with that a sync makes; the other system's id follows. Not the tenant's own prefix, which Zuora refuses.",
    ),
  ZUORA_BILLING_NEW_ACCOUNT_BATCH: z
    .string()
    .max(50, 'must not be longer than 50 characters')
    .optional()
    .describe("Batch of accounts that a sync makes. Unset: the tenant's default."),
  ZUORA_BILLING_NEW_ACCOUNT_BILL_CYCLE_DAY: z.coerce
    .number('must be a number')
    .int()
    .min(0)
    .max(31)
    .default(0)
    .describe('Bill cycle day of accounts that a sync makes. 0: the day of their first charge.'),
  ZUORA_BILLING_NEW_ACCOUNT_PAYMENT_TERM: z
    .string()
    .optional()
    .describe(
      "Payment term of accounts that a sync makes, where the other system has none. Unset: the tenant's default.",
    ),
  ZUORA_BILLING_APP_URL: z
    .url()
    .optional()
    .describe('User interface of the tenant, e.g. https://eu.zuora.com, for links to records.'),
  ZUORA_BILLING_WEBHOOK_SECRET: z
    .string()
    .min(16, 'must have 16 characters or more')
    .optional()
    .describe(
      'Key that callouts are signed with; see docs/webhooks.md. Unset, and no WEBHOOK_BASIC: no webhooks are taken.',
    ),
  ZUORA_BILLING_WEBHOOK_BASIC: z
    .string()
    .regex(/^[^:]+:.{12,}$/, 'must be user:password, the password with 12 characters or more')
    .optional()
    .describe('user:password that callouts send, instead of a signature or beside it.'),
} as const;

type Parsed = { [K in keyof typeof shape]: z.infer<(typeof shape)[K]> };

export const settings: UpstreamSettings<ZuoraBillingSettings> = {
  shape,
  decidedBy: 'ZUORA_BILLING_URL',
  credentials: [
    'ZUORA_BILLING_CLIENT_ID',
    'ZUORA_BILLING_CLIENT_SECRET',
    'ZUORA_BILLING_ACCESS_KEY_ID',
    'ZUORA_BILLING_SECRET_ACCESS_KEY',
    'ZUORA_BILLING_ENTITY_ID',
    'ZUORA_BILLING_ORG_IDS',
  ],
  secrets: [
    'ZUORA_BILLING_CLIENT_SECRET',
    'ZUORA_BILLING_SECRET_ACCESS_KEY',
    'ZUORA_BILLING_WEBHOOK_SECRET',
    'ZUORA_BILLING_WEBHOOK_BASIC',
  ],
  domains: ['zuora.com'],
  charge: { id: 'ZUORA_BILLING_CREDIT_CHARGE_ID', kind: 'ZUORA_BILLING_CREDIT_CHARGE_KIND' },
  combine: (values) => {
    const parsed = values as Parsed;
    const credentials = credentialsOf(parsed);
    if (typeof credentials === 'string') return { problems: [credentials] };
    const { ZUORA_BILLING_CREDIT_CHARGE_ID: id, ZUORA_BILLING_CREDIT_CHARGE_KIND: kind } = parsed;
    if (id !== undefined && kind === undefined) {
      return { problems: ['ZUORA_BILLING_CREDIT_CHARGE_ID is set: ZUORA_BILLING_CREDIT_CHARGE_KIND must be set, too'] };
    }
    return {
      settings: {
        url: (parsed.ZUORA_BILLING_URL ?? '').replace(/\/+$/, ''),
        credentials,
        entityId: parsed.ZUORA_BILLING_ENTITY_ID ?? null,
        orgIds: listOf(parsed.ZUORA_BILLING_ORG_IDS),
        timeZone: parsed.ZUORA_BILLING_TIME_ZONE,
        apiVersion: parsed.ZUORA_BILLING_API_VERSION,
        wsdlVersion: parsed.ZUORA_BILLING_WSDL_VERSION,
        objectQuery: parsed.ZUORA_BILLING_OBJECT_QUERY,
        metricsFormat: parsed.ZUORA_BILLING_METRICS_FORMAT,
        subscriptionChanges: parsed.ZUORA_BILLING_SUBSCRIPTION_CHANGES,
        callouts: {
          hmac: parsed.ZUORA_BILLING_WEBHOOK_SECRET ?? null,
          basic: parsed.ZUORA_BILLING_WEBHOOK_BASIC ?? null,
        },
        newAccounts: {
          numberPrefix: parsed.ZUORA_BILLING_NEW_ACCOUNT_PREFIX,
          batch: parsed.ZUORA_BILLING_NEW_ACCOUNT_BATCH ?? null,
          billCycleDay: parsed.ZUORA_BILLING_NEW_ACCOUNT_BILL_CYCLE_DAY,
          paymentTerm: parsed.ZUORA_BILLING_NEW_ACCOUNT_PAYMENT_TERM ?? null,
        },
        linkFields: listOf(parsed.ZUORA_BILLING_LINK_FIELDS),
        creditCharge: id !== undefined && kind !== undefined ? { id, kind } : null,
        syncedDocuments: parsed.ZUORA_BILLING_SYNCED_DOCUMENTS,
        appUrl: parsed.ZUORA_BILLING_APP_URL?.replace(/\/+$/, '') ?? null,
      },
    };
  },
};

function listOf(text: string): string[] {
  return text.split(',').flatMap((name) => name.trim() || []);
}

function credentialsOf(parsed: Parsed): ZuoraCredentials | string {
  const { ZUORA_BILLING_CLIENT_ID: clientId, ZUORA_BILLING_CLIENT_SECRET: clientSecret } = parsed;
  const { ZUORA_BILLING_ACCESS_KEY_ID: accessKeyId, ZUORA_BILLING_SECRET_ACCESS_KEY: secretAccessKey } = parsed;
  if (clientId && clientSecret) return { kind: 'oauth', clientId, clientSecret };
  if (accessKeyId && secretAccessKey) return { kind: 'legacy', accessKeyId, secretAccessKey };
  return 'ZUORA_BILLING_URL is set: ZUORA_BILLING_CLIENT_ID and ZUORA_BILLING_CLIENT_SECRET (or the pair ZUORA_BILLING_ACCESS_KEY_ID and ZUORA_BILLING_SECRET_ACCESS_KEY) must be set, too';
}
