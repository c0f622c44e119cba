import { z } from 'zod';
import { UpstreamError } from '../../../../kernel/errors.js';
import { type Problem, Refusal, refusal } from '../../../../kernel/refusal.js';
import type { PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraSubscription } from '../../model.js';
import { SYSTEM } from '../../names.js';
import type { Subscription } from '../../schemas/subscription.js';
import { isVersionSince } from '../../writing/minor-version.js';
import { onlyOne } from '../../writing/only-one.js';
import type { WriteDesk } from '../../writing/write-desk.js';
import type { Billing, SubscriptionCreate, SubscriptionUpdate } from '../inputs.js';
import { CreatedSubscription, Preview } from '../schemas.js';
import { createRequest, previewRequest, updateRequest } from './requests.js';

/** A change of a subscription that Zuora has no idempotency key for, and how it shows that it was made. */
export interface Amendment {
  readonly operation: string;
  /** Below the path of the subscription; empty for the subscription itself. */
  readonly verb: '' | 'cancel' | 'renew' | 'suspend' | 'resume';
  readonly body: Record<string, unknown>;
  /** Whether a version is one that this change would have made; only newer ones than the one before are asked about. */
  readonly isMade: (version: Subscription) => boolean;
}

export function planCreate(desk: WriteDesk, input: SubscriptionCreate): PlannedCall[] {
  requireVersions(desk, input);
  return [{ system: SYSTEM, action: 'POST_Subscription', target: null, after: plain(createRequest(input)) }];
}

/** What Zuora would bill for a new subscription; nothing is made. */
export async function previewCreate(desk: WriteDesk, input: SubscriptionCreate): Promise<Preview> {
  return await throughSubscribeAndAmend(() =>
    desk.client.write({
      operation: 'POST_PreviewSubscription',
      method: 'POST',
      path: '/v1/subscriptions/preview',
      body: previewRequest(input, desk.today()),
      schema: Preview,
      repeatable: true,
      ...desk.options,
    }),
  );
}

/** Makes a subscription, exactly once for an idempotency key. Gives its number. */
export async function createSubscription(
  desk: WriteDesk,
  input: SubscriptionCreate,
  account: { readonly zuoraId: string },
  key: string | null,
): Promise<string> {
  requireVersions(desk, input);
  const body = createRequest(input);
  const { subscriptionNumber } = await throughSubscribeAndAmend(() =>
    desk.once(
      { operation: 'POST_Subscription', key, input: plain(body) },
      {
        result: CreatedSubscription,
        replayed: true,
        send: (idempotencyKey) =>
          desk.client.write({
            operation: 'POST_Subscription',
            method: 'POST',
            path: '/v1/subscriptions',
            body,
            schema: CreatedSubscription,
            idempotencyKey,
            ...desk.options,
          }),
        find: (since) => findCreated(desk, input, account.zuoraId, since),
      },
    ),
  );
  return subscriptionNumber;
}

export function planAmendment({ operation, body }: Amendment, number: string): PlannedCall[] {
  return [{ system: SYSTEM, action: operation, target: number, after: plain(body) }];
}

/** What an update would change on the bill; nothing is changed. */
export async function previewUpdate(desk: WriteDesk, number: string, input: SubscriptionUpdate): Promise<Preview> {
  const { runBilling: _, collect: __, ...body } = updateRequest(input) as Record<string, unknown>;
  return await throughSubscribeAndAmend(() =>
    desk.client.write({
      operation: 'PUT_Subscription',
      method: 'PUT',
      path: pathOf(number, ''),
      body: { ...body, preview: true },
      schema: Preview,
      repeatable: true,
      ...desk.options,
    }),
  );
}

/**
 * Changes a subscription: one new version, whatever answer is lost. A PUT has no idempotency key, so the version that is
 * the latest then tells whether the change was made.
 */
export async function amend(desk: WriteDesk, subscription: ZuoraSubscription, amendment: Amendment): Promise<void> {
  const { subscriptionNumber: number, accountId } = subscription;
  const before = await latest(desk, number);
  const { operation, verb, body, isMade } = amendment;
  await throughSubscribeAndAmend(() =>
    desk.once(
      { operation, key: null, input: null },
      {
        result: z.unknown(),
        send: () =>
          desk.client.write({
            operation,
            method: 'PUT',
            path: pathOf(number, verb),
            body,
            schema: z.looseObject({}),
            ...desk.options,
          }),
        find: async () => {
          const now = await latest(desk, number);
          return now !== null && (now.version ?? 0) > (before?.version ?? 0) && isMade(now) ? { found: true } : null;
        },
      },
    ),
  );
  await desk.subscriptionChanged({ number, accountId, ...(before && { versionId: before.id }) });
}

async function latest(desk: WriteDesk, number: string): Promise<Subscription | null> {
  const [row] = await desk.queries.latestSubscriptions('name', [number], desk.options);
  return row ?? null;
}

// Clocks differ, and the subscription was made after its request was sent.
const SKEW_MS = 60_000;

/** The subscription that an attempt without an answer has made: by its number, else the only new one that fits. */
async function findCreated(desk: WriteDesk, input: SubscriptionCreate, accountId: string, since: number) {
  const from = new Date(since - SKEW_MS).toISOString();
  const rows = input.subscriptionNumber
    ? await desk.queries.latestSubscriptions('name', [input.subscriptionNumber], desk.options)
    : await desk.queries.latestSubscriptions('accountId', [accountId], desk.options);
  const plans = keyOf(input.ratePlans);
  const made = rows.filter(
    (row) =>
      (row.createdDate ?? '') >= from &&
      row.contractEffectiveDate === input.contractEffectiveDate &&
      keyOf(row.ratePlans) === plans,
  );
  const only = onlyOne(made, 'subscriptions');
  return only && { subscriptionId: only.id, subscriptionNumber: only.name };
}

// Zuora does not document how a tenant that has Orders alone refuses these calls. Words that are about more than orders,
// "in order to" among them, are not taken for it.
const ORDERS_ONLY = /\b(subscribe and amend\b.*\bnot\b|(create|use|through|via) (an )?orders?\b)/i;

async function throughSubscribeAndAmend<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused =
      error instanceof UpstreamError &&
      ['UPSTREAM_REJECTED', 'UPSTREAM_UNSUPPORTED', 'UPSTREAM_FORBIDDEN'].includes(error.code);
    if (!refused || !ORDERS_ONLY.test(error.message)) throw error;
    throw refusal(
      'UNSUPPORTED',
      `This tenant changes subscriptions through orders alone: set ZUORA_BILLING_SUBSCRIPTION_CHANGES=ORDERS. (${error.message})`,
    );
  }
}

// https://developer.zuora.com/docs/guides/api-versioning lists since when a field is there.
const SINCE = { runBilling: '211.0', collect: '196.0', targetDate: '211.0' } as const;

export function requireVersions({ settings: { apiVersion } }: WriteDesk, input: Billing): void {
  const problems = Object.entries(SINCE).flatMap(([name, since]): Problem[] => {
    if (input[name as keyof typeof SINCE] == null || isVersionSince(apiVersion, since)) return [];
    const message = `needs Zuora-Version ${since} or later; this gateway sends ${apiVersion} (ZUORA_BILLING_API_VERSION)`;
    return [{ code: 'UNSUPPORTED', message, field: ['input', name] }];
  });
  if (problems.length > 0) throw new Refusal(problems);
}

/** Which plans they are, in whatever order. */
const keyOf = (plans: readonly { readonly productRatePlanId: string }[]) =>
  plans
    .map(({ productRatePlanId }) => productRatePlanId)
    .toSorted()
    .join();

const pathOf = (number: string, verb: string) => `/v1/subscriptions/${encodeURIComponent(number)}${verb && `/${verb}`}`;

/** Plain JSON, for people and for telling one intention from another: exact numbers are no plain values. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
