import { expect } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { callerOf, type Reply } from '../contract/togai-sandbox/support.js';
import { tenantRows } from './zuora-rows.js';

type Ask = <T>(query: string, variables?: object) => Promise<T>;

export interface SceneAccount {
  /** In Togai, where it carries the id of the other one. */
  readonly id: string;
  readonly zuoraId: string;
  readonly number: string;
}

/** Accounts of both systems with links, and what is granted, billed and booked on them. */
export function moneyScene(ask: Ask, { togai, zuora }: { togai: TogaiSandbox; zuora: ZuoraSandbox }) {
  const caller = callerOf(togai);
  let made = 0;

  const inZuora = async (path: string, body: object): Promise<Reply['body']> => {
    const { apiAccessKeyId, apiSecretAccessKey } = zuora.legacyCredentials;
    const headers = { apiAccessKeyId, apiSecretAccessKey, 'content-type': 'application/json' };
    const response = await fetch(`${zuora.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer = await response.json();
    expect(answer, path).toMatchObject({ success: true });
    return answer;
  };
  const inTogai = async (path: string, body: object): Promise<Reply['body']> => {
    const { status, body: answer } = await caller.send(path, body);
    expect(status, JSON.stringify(answer)).toBeOneOf([200, 201]);
    return answer;
  };

  const met = async ({ id, number }: Pick<SceneAccount, 'id' | 'number'>): Promise<void> => {
    // Being asked for, both become one customer: by the alias.
    const known = `query ($ref: ExternalIdInput!) { customer(externalId: $ref) { id } }`;
    const first = await ask<{ customer: { id: string } }>(known, { ref: { system: 'ZUORA_BILLING', value: number } });
    const second = await ask<{ customer: { id: string } }>(known, { ref: { system: 'TOGAI', value: id } });
    expect(second).toEqual(first);
  };

  return {
    togai: caller,
    rows: tenantRows(zuora),

    async account(currency: string, { zuoraCurrency = currency } = {}): Promise<SceneAccount> {
      made += 1;
      const id = `money-${made}`;
      const contact = { firstName: 'A', lastName: 'B', country: 'Germany' };
      const { accountId: zuoraId, accountNumber: number } = await inZuora('/v1/accounts', {
        ...{ name: id, currency: zuoraCurrency, billCycleDay: 1, billToContact: contact },
      });
      const account = { id, name: id, invoiceCurrency: currency, aliases: [zuoraId] };
      await inTogai('/customers', { id, name: id, primaryEmail: `${id}@example.com`, address: {}, account });
      await met({ id, number });
      return { id, zuoraId, number };
    },

    /** Lets the two become one customer. */
    met,

    /** The id of a new credit. */
    async credit(accountId: string, creditAmount: number, more: object = {}): Promise<string> {
      const request = {
        accountId,
        purpose: 'Goodwill',
        effectiveFrom: '2026-06-15',
        creditAmount,
        priority: 1,
        ...more,
      };
      const answer = await inTogai('/credits', { creditRequests: [request] });
      return (answer.credits ?? answer)[0].id;
    },

    /** A new invoice, of lines `[description, value]`. */
    async invoice(
      accountId: string,
      lines: readonly (readonly [string, number])[],
      more: object = {},
    ): Promise<string> {
      const span = { startDate: '2026-05-01T00:00:00.000Z', endDate: '2026-06-01T00:00:00.000Z' };
      const lineItems = lines.map(([description, value]) => ({ description, value }));
      const answer = await inTogai('/invoices', { accountId, ...span, status: 'DUE', lineItems, ...more });
      return answer.id;
    },

    setting: (entityId: string, name: string, value: string) =>
      inTogai('/settings', {
        ...{ id: `${name}.${entityId}`, name, value, entityType: 'USAGE_METER', entityId },
        ...{ namespace: 'USER', dataType: 'STRING' },
      }),

    /** A usage charge of the catalog: the ids of its plan and of itself. */
    async usageCharge(unitOfMeasure: string, prices: Readonly<Record<string, string>>) {
      const make = async (field: string, input: object, object: string) => {
        const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
        const answer = await ask<{ made: Record<string, { zuoraId: string } | null> & { userErrors: object[] } }>(
          `mutation ($input: ${type}!) { made: ${field}(input: $input) { ${object} { zuoraId } userErrors { message } } }`,
          { input },
        );
        expect(answer.made.userErrors).toEqual([]);
        return String(answer.made[object]?.zuoraId);
      };
      made += 1;
      const name = `Product ${made}`;
      const span = { effectiveStartDate: '2015-01-01', effectiveEndDate: '2050-01-01' };
      const productId = await make('zuoraProductCreate', { name, ...span }, 'product');
      const planId = await make('zuoraProductRatePlanCreate', { productId, name, ...span }, 'ratePlan');
      const chargeId = await make(
        'zuoraProductRatePlanChargeCreate',
        {
          ...{ productRatePlanId: planId, name, type: 'USAGE', model: 'PER_UNIT', billingPeriod: 'MONTH' },
          ...{ billCycleType: 'DEFAULT_FROM_CUSTOMER', triggerEvent: 'CONTRACT_EFFECTIVE', unitOfMeasure },
          tiers: Object.entries(prices).map(([currency, price]) => ({ currency, price })),
        },
        'charge',
      );
      return { planId, chargeId };
    },

    /** A subscription to a plan: its number, and the number and original id of its charge. */
    async subscription({ number }: Pick<SceneAccount, 'number'>, productRatePlanId: string, from = '2026-01-01') {
      const { zuoraSubscriptionCreate: answer } = await ask<{
        zuoraSubscriptionCreate: {
          subscription: {
            subscriptionNumber: string;
            ratePlans: { charges: { id: string; chargeNumber: string }[] }[];
          };
          userErrors: object[];
        };
      }>(
        `mutation ($input: ZuoraSubscriptionCreateInput!) { zuoraSubscriptionCreate(input: $input) {
          subscription { subscriptionNumber ratePlans { charges { id chargeNumber } } } userErrors { message } } }`,
        {
          input: {
            ...{ accountKey: number, termType: 'TERMED', contractEffectiveDate: from, initialTerm: 24 },
            ...{ renewalTerm: 12, autoRenew: false, ratePlans: [{ productRatePlanId }] },
          },
        },
      );
      expect(answer.userErrors).toEqual([]);
      const { subscriptionNumber, ratePlans } = answer.subscription;
      const [charge] = ratePlans[0]?.charges ?? [];
      return { subscriptionNumber, chargeId: String(charge?.id), chargeNumber: String(charge?.chargeNumber) };
    },
  };
}
export type MoneyScene = ReturnType<typeof moneyScene>;

export interface SyncedRun {
  readonly id: string;
  readonly status: string;
  readonly failure: string | null;
  readonly steps: readonly {
    readonly name: string;
    readonly action: string;
    readonly target: string | null;
    readonly status: string;
    readonly attempts: number;
    readonly after: Record<string, unknown> | null;
  }[];
}
export interface SyncAnswer {
  readonly run: SyncedRun | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly field: string[] | null }[];
}

const RUN = 'id status failure steps { name action target status attempts after }';

/** Asks for `creditSync` or `invoiceSync`, and waits for what becomes of it. */
export function syncing(ask: Ask, field: 'creditSync' | 'invoiceSync') {
  const type = field === 'creditSync' ? 'CreditSyncInput' : 'InvoiceSyncInput';
  const begin = async (input: object, dryRun = false): Promise<SyncAnswer> => {
    const text = `mutation ($input: ${type}!, $dryRun: Boolean!) {
      answer: ${field}(input: $input, dryRun: $dryRun) { run { ${RUN} } userErrors { code message field } } }`;
    return (await ask<{ answer: SyncAnswer }>(text, { input, dryRun })).answer;
  };
  const until = async (id: string, ...statuses: string[]): Promise<SyncedRun> => {
    const read = async () =>
      (await ask<{ syncRun: SyncedRun }>(`query ($id: ID!) { syncRun(id: $id) { ${RUN} } }`, { id })).syncRun;
    await expect.poll(async () => (await read()).status, { timeout: 30_000, interval: 30 }).toBeOneOf(statuses);
    return await read();
  };
  return {
    begin,
    until,
    async synced(input: object): Promise<SyncedRun> {
      const { run, userErrors } = await begin(input);
      expect(userErrors).toEqual([]);
      return await until(run?.id ?? '', 'SUCCEEDED', 'NEEDS_ATTENTION');
    },
    /** Why it was not begun. */
    async refused(input: object): Promise<string> {
      const { run, userErrors } = await begin(input);
      expect(run).toBeNull();
      return userErrors.map(({ code, message }) => `${code}: ${message}`).join('\n');
    },
  };
}
