import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { startTestGateway, type TestGateway } from '../support/gateway.js';
import { tenantRows } from '../support/zuora-rows.js';

let gateway: TestGateway;
let sandbox: ZuoraSandbox;
beforeAll(async () => {
  gateway = await startTestGateway({ sandbox: { customers: 30 }, environment: { DISCOVERY_INTERVAL_MINUTES: '0' } });
  sandbox = gateway.sandbox('ZUORA_BILLING') as ZuoraSandbox;
});
beforeEach(() => sandbox.reset());
afterAll(() => gateway?.close());

const rows = (objects: string, ...filters: string[]) => tenantRows(sandbox)(objects, ...filters);

interface Problem {
  readonly code: string;
  readonly field: string[] | null;
}

describe('a billing preview', () => {
  interface Item {
    readonly subscriptionNumber: string;
    readonly chargeTypeText: string;
    readonly serviceStartDate: string;
    readonly amountWithoutTax: { readonly amount: string; readonly currency: string };
  }
  interface Preview {
    readonly amountWithoutTax: { readonly amount: string; readonly currency: string };
    readonly taxAmount: { readonly amount: string };
    readonly creditAmountWithoutTax: { readonly amount: string };
    readonly invoiceItems: Item[];
    readonly creditMemoItems: Item[];
  }
  // Made for these tests, so that every line is known.
  let accountNumber: string;
  let planId: string;
  let recurringId: string;
  beforeAll(async () => {
    const charges = await rows(
      'product-rate-plan-charges',
      'chargetype.EQ:Recurring',
      'chargemodel.EQ:Flat Fee Pricing',
    );
    const monthly = charges.find(({ billingPeriod }) => billingPeriod === 'Month');
    recurringId = String(monthly?.id);
    planId = String(monthly?.productRatePlanId);
  });

  async function subscribe(termType: 'TERMED' | 'EVERGREEN', autoRenew = false): Promise<void> {
    const { data, errors } = await gateway.query<{ made: { subscription: object | null; userErrors: Problem[] } }>(
      `mutation ($input: ZuoraSubscriptionCreateInput!) {
        made: zuoraSubscriptionCreate(input: $input) { subscription { subscriptionNumber } userErrors { code field } }
      }`,
      {
        input: {
          accountKey: accountNumber,
          termType,
          contractEffectiveDate: '2031-01-01',
          ...(termType === 'TERMED' && {
            initialTerm: 2,
            initialTermPeriodType: 'MONTH',
            renewalTerm: 2,
            renewalTermPeriodType: 'MONTH',
            autoRenew,
          }),
          ratePlans: [
            {
              productRatePlanId: planId,
              charges: [{ productRatePlanChargeId: recurringId, price: '0.10' }],
            },
          ],
        },
      },
    );
    expect(errors).toBeUndefined();
    expect(data.made.userErrors).toEqual([]);
  }

  async function newAccount(): Promise<void> {
    const { data } = await gateway.query<{ made: { account: { accountNumber: string } } }>(
      `mutation ($input: ZuoraAccountCreateInput!) { made: zuoraAccountCreate(input: $input) { account { accountNumber } } }`,
      {
        input: {
          name: 'Previewed Ltd',
          currency: 'USD',
          billToContact: { firstName: 'Ada', lastName: 'Lovelace', country: 'United States', state: 'California' },
        },
      },
    );
    accountNumber = data.made.account.accountNumber;
  }

  const ITEM = '{ subscriptionNumber chargeTypeText serviceStartDate amountWithoutTax { amount currency } }';
  async function preview(more = '', accountKey = accountNumber): Promise<Preview | null> {
    const { data, errors } = await gateway.query<{ zuoraBillingPreview: Preview | null }>(
      `query ($accountKey: String!) { zuoraBillingPreview(accountKey: $accountKey, targetDate: "2031-03-15" ${more}) {
        amountWithoutTax { amount currency } taxAmount { amount } creditAmountWithoutTax { amount }
        invoiceItems ${ITEM} creditMemoItems ${ITEM}
      } }`,
      { accountKey },
    );
    expect(errors).toBeUndefined();
    return data.zuoraBillingPreview;
  }
  const ours = (items: readonly Item[] | undefined) =>
    (items ?? []).filter(({ amountWithoutTax: { amount } }) => amount === '0.1').map((item) => item.serviceStartDate);

  it('adds up exactly what would be billed, renewed or not', async () => {
    await newAccount();
    await subscribe('TERMED', true);
    const without = await preview();
    expect(ours(without?.invoiceItems)).toEqual(['2031-01-01', '2031-02-01']);
    const renewed = await preview('assumeRenewal: AUTO_RENEW');
    expect(ours(renewed?.invoiceItems)).toEqual(['2031-01-01', '2031-02-01', '2031-03-01']);
    const cents = (renewed?.invoiceItems ?? []).reduce(
      (sum, { amountWithoutTax: { amount } }) => sum + Math.round(Number(amount) * 100),
      0,
    );
    expect(Math.round(Number(renewed?.amountWithoutTax.amount) * 100)).toBe(cents);
    expect(renewed?.amountWithoutTax.currency).toBe('USD');
    expect(renewed).toMatchObject({
      taxAmount: { amount: '0' },
      creditAmountWithoutTax: { amount: '0' },
      creditMemoItems: [],
    });
    // Nothing but the subscription itself was written.
    expect(await rows('invoices', 'amount.EQ:0.1')).toEqual([]);
  });

  it('leaves out what it is told to', async () => {
    await newAccount();
    await subscribe('EVERGREEN');
    expect(ours((await preview())?.invoiceItems)).toEqual(['2031-01-01', '2031-02-01', '2031-03-01']);
    expect((await preview('includeEvergreenSubscriptions: false'))?.invoiceItems).toEqual([]);
    const types = (await preview('excludeChargeTypes: [RECURRING, USAGE, RECURRING]'))?.invoiceItems.map(
      ({ chargeTypeText }) => chargeTypeText,
    );
    expect(types).toEqual(types?.filter((type) => type === 'OneTime'));
  });

  it('is asked for again after a lost answer, since it changes nothing', async () => {
    await newAccount();
    sandbox.fault('POST /v1/operations/billing-preview', { kind: 'reply-lost' });
    expect(await preview()).toMatchObject({ amountWithoutTax: { amount: '0', currency: 'USD' }, invoiceItems: [] });
    expect(sandbox.requests('POST /v1/operations/billing-preview')).toHaveLength(2);
  });

  it('of no account is null, and costs no call for a preview', async () => {
    expect(await preview('', 'A-nobody')).toBeNull();
    expect(sandbox.requests('POST /v1/operations/billing-preview')).toEqual([]);
  });
});

describe('what a credit memo was applied to', () => {
  it('is shown with the documents, for all memos of an account in one call', async () => {
    const applied = (await rows('credit-memos', 'status.EQ:Posted')).filter((row) => Number(row.appliedAmount) > 0);
    const [first] = applied;
    const accountId = String(first?.accountId);
    const expected = applied.filter((row) => row.accountId === accountId);
    const { data, errors } = await gateway.query<{
      zuoraAccount: {
        creditMemos: {
          nodes: {
            zuoraId: string;
            appliedAmount: { amount: string } | null;
            applications: {
              invoiceId: string;
              amount: { amount: string };
              effectiveDate: string;
              invoice: { zuoraId: string; invoiceNumber: string };
              debitMemo: null;
            }[];
          }[];
        };
      };
    }>(
      `query ($key: String!) { zuoraAccount(key: $key) { creditMemos(first: 20) { nodes { zuoraId appliedAmount { amount }
        applications { invoiceId amount { amount } effectiveDate invoice { zuoraId invoiceNumber } debitMemo { zuoraId } }
      } } } }`,
      { key: accountId },
    );
    expect(errors).toBeUndefined();
    const memos = data.zuoraAccount.creditMemos.nodes;
    expect(memos.length).toBeGreaterThanOrEqual(Math.min(expected.length, 20));
    for (const memo of memos) {
      const row = expected.find(({ id }) => id === memo.zuoraId);
      if (!row) expect(memo.applications).toEqual([]);
      else
        expect(memo.applications).toMatchObject([
          {
            invoiceId: row.invoiceId,
            amount: { amount: memo.appliedAmount?.amount },
            effectiveDate: row.memoDate,
            invoice: { zuoraId: row.invoiceId, invoiceNumber: expect.stringMatching(/^INV/) },
            debitMemo: null,
          },
        ]);
    }
    expect(memos.some(({ applications }) => applications.length > 0)).toBe(true);
    expect(sandbox.requests('GET /object-query/credit-memo-applications')).toHaveLength(1);
  });

  it('is read again after the memo was applied through the gateway', async () => {
    const [invoice] = await rows('invoices', 'status.EQ:Posted', 'balance.GT:1');
    const [charge] = await rows('product-rate-plan-charges');
    const { data } = await gateway.query<{ made: { creditMemo: { zuoraId: string; applications: object[] } } }>(
      `mutation ($input: ZuoraCreditMemoCreateInput!) {
        made: zuoraCreditMemoCreate(input: $input) { creditMemo { zuoraId applications { zuoraId } } }
      }`,
      {
        input: {
          accountKey: String(invoice?.accountId),
          charges: [{ productRatePlanChargeId: String(charge?.id), amount: '0.30' }],
          autoPost: true,
        },
      },
    );
    expect(data.made.creditMemo.applications).toEqual([]);
    const apply = await gateway.query(
      `mutation ($key: String!, $input: ZuoraCreditMemoApplyInput!) {
        applied: zuoraCreditMemoApply(key: $key, input: $input) {
          creditMemo { applications { invoiceId debitMemoId amount { amount currency } effectiveDate } } userErrors { code }
        }
      }`,
      {
        key: data.made.creditMemo.zuoraId,
        input: { invoices: [{ id: invoice?.id, amount: '0.1' }], effectiveDate: '2026-03-01' },
      },
    );
    expect(apply.data).toEqual({
      applied: {
        creditMemo: {
          applications: [
            {
              invoiceId: invoice?.id,
              debitMemoId: null,
              amount: { amount: '0.1', currency: invoice?.currency },
              effectiveDate: '2026-03-01',
            },
          ],
        },
        userErrors: [],
      },
    });
  });
});

describe('revenue accounting codes', () => {
  const CODES = {
    adjustmentLiabilityAccount: 'Adjustment Liability',
    adjustmentRevenueAccount: 'Adjustment Revenue',
    contractAssetAccount: 'Contract Asset',
    contractLiabilityAccount: 'Contract Liability',
    recognizedRevenueAccount: 'Recognized "EU"',
    unbilledReceivablesAccount: 'Unbilled Receivables',
  };
  const NAMES = Object.keys(CODES).join(' ');
  interface Answer {
    readonly update: { codes: object | null; plan: object[] | null; userErrors: Problem[] };
  }
  const update = async (productRatePlanChargeId: string, input: object, dryRun = false) => {
    const { data, errors } = await gateway.query<Answer>(
      `mutation ($id: String!, $input: ZuoraRevenueAccountingCodesInput!, $dryRun: Boolean!) {
        update: zuoraRevenueAccountingCodesUpdate(productRatePlanChargeId: $id, input: $input, dryRun: $dryRun) {
          codes { ${NAMES} } plan { action target after } userErrors { code field }
        }
      }`,
      { id: productRatePlanChargeId, input, dryRun },
    );
    expect(errors).toBeUndefined();
    return data.update;
  };
  const puts = () => sandbox.requests('PUT /v1/revpro-accounting-codes');
  const empty = Object.fromEntries(Object.keys(CODES).map((name) => [name, null]));
  let chargeId: string;
  let planId: string;
  beforeAll(async () => {
    const [charge] = await rows('product-rate-plan-charges');
    chargeId = String(charge?.id);
    planId = String(charge?.productRatePlanId);
  });

  it('are planned, set although the answer is lost, and shown in the catalog', async () => {
    expect(await update(chargeId, CODES, true)).toEqual({
      codes: empty,
      plan: [
        {
          action: 'PUT_RevProAccountingCodes',
          target: chargeId,
          after: { productRatePlanChargeId: chargeId, ...CODES },
        },
      ],
      userErrors: [],
    });
    expect(puts()).toEqual([]);
    sandbox.fault('PUT /v1/revpro-accounting-codes', { kind: 'reply-lost' });
    expect(await update(chargeId, CODES)).toEqual({ codes: CODES, plan: null, userErrors: [] });
    const { data } = await gateway.query<{
      zuoraProductRatePlan: { charges: { zuoraId: string; revenueAccountingCodes: object }[] };
    }>(
      `query ($id: String!) { zuoraProductRatePlan(id: $id) { charges { zuoraId revenueAccountingCodes { ${NAMES} } } } }`,
      { id: planId },
    );
    const shown = data.zuoraProductRatePlan.charges.find(({ zuoraId }) => zuoraId === chargeId);
    expect(shown?.revenueAccountingCodes).toEqual(CODES);
  });

  it('are refused if one is missing or too long, and for a charge that there is not', async () => {
    const wrong = await update(chargeId, {
      ...CODES,
      contractAssetAccount: ' ',
      adjustmentRevenueAccount: 'x'.repeat(101),
    });
    expect(wrong.userErrors).toEqual([
      { code: 'INVALID', field: ['input', 'adjustmentRevenueAccount'] },
      { code: 'INVALID', field: ['input', 'contractAssetAccount'] },
    ]);
    expect(puts()).toEqual([]);
    const nowhere = { code: 'NOT_FOUND', field: ['productRatePlanChargeId'] };
    expect((await update('8ad0000000000000000000000000dead', CODES)).userErrors).toEqual([nowhere]);
    expect((await update('8ad0000000000000000000000000dead', CODES, true)).userErrors).toEqual([nowhere]);
    expect(puts()).toHaveLength(1);
  });
});
