import type { CustomerEntry } from '../../../domain/customers/model.js';
import type { BookingTrace } from '../../../domain/syncs/bookings.js';
import type { BookedCredit, CreditBooking, CreditTarget } from '../../../domain/syncs/credits/ports.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import { checked, refusal } from '../../../kernel/refusal.js';
import { CreditMemo } from '../documents/schemas.js';
import { createCreditMemo, planCreate as planMemo, planPost, postCreditMemo } from '../memos/commands.js';
import { currentMemo, requireSettlement, type V1Memo } from '../memos/current-memo.js';
import { CreditMemoCreate } from '../memos/inputs.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { queryAll } from '../object-query.js';
import { existingUsages } from '../usage/batches.js';
import { createUsage, planCreate as planUsage } from '../usage/commands.js';
import type { UsageToCreate } from '../usage/requests.js';
import { requireReadable } from '../writing/readable.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { billedCharge } from './billed-charge.js';
import { markIn, onDay, remark, requireAccount, usagesBetween, usageToCreate } from './references.js';

const DAY_MS = 86_400_000;
const LONGEST_COMMENT = 255;
const LONGEST_DESCRIPTION = 200;

export interface BookingMeans {
  readonly desk: WriteDesk;
  readonly accountOf: (customer: CustomerEntry) => string | null;
  readonly account: (id: string) => Promise<ZuoraAccount | null>;
}

/** Books credits of other systems against the connection's charge: as credit memos, or as usage at price 1. */
export class ZuoraCreditTarget implements CreditTarget {
  readonly system = SYSTEM;
  readonly #means: BookingMeans;
  readonly #desk: WriteDesk;

  constructor(means: BookingMeans) {
    this.#means = means;
    this.#desk = means.desk;
  }

  accountOf(customer: CustomerEntry): string | null {
    return this.#means.accountOf(customer);
  }

  async booked(trace: BookingTrace & { readonly day: string }): Promise<BookedCredit | null> {
    await requireReadable(this.#desk, 'Booking credits');
    const { accountId, reference, day, known } = trace;
    for (const id of known) {
      const memo = await currentMemo(this.#desk, id);
      if (memo) return bookedMemo(memo);
      if ((await existingUsages(this.#desk, [id])).size > 0) return bookedUsage(id);
    }
    const memo = await this.#memoOf(trace);
    if (memo) return bookedMemo(memo);
    const at = onDay(day, this.#desk.settings.timeZone);
    const usages = await usagesBetween(this.#desk, accountId, at, at);
    const usage = usages.find((row) => row.uniqueKey === reference || markIn(row.description, reference) === '');
    return usage ? bookedUsage(usage.id) : null;
  }

  async stepsFor(booking: CreditBooking, booked: BookedCredit | null): Promise<readonly TargetStep[]> {
    if (booked) return this.#isPosting && !booked.isConfirmed ? [postStep(booked)] : [];
    const account = await this.#account(booking);
    const { amount, currency } = booking.money;
    const kind = this.#charge.kind === 'PRODUCT_RATE_PLAN_CHARGE' ? 'Credit memo' : 'Usage';
    const [call] =
      kind === 'Credit memo'
        ? planMemo(this.#desk, await this.#memo(booking, account), account)
        : planUsage(await this.#usage(booking, account));
    if (!call) return [];
    const name = `${kind} of ${amount} ${currency} for ${booking.reference}`;
    return [{ ...call, name, target: account.accountNumber, before: null }];
  }

  async carryOut(booking: CreditBooking, { action, target, after }: TargetStep): Promise<object> {
    const shown = (after ?? {}) as object;
    if (action === 'PUT_PostCreditMemo') {
      const { id, number } = await postCreditMemo(this.#desk, target ?? '');
      return { ...shown, id, number };
    }
    const account = await this.#account(booking);
    // Nothing but what the tenant's configuration decides is in it beside the reference: another try is the same intention.
    const key = `sync ${booking.reference} ${account.zuoraId} ${this.#charge.id}`;
    if (action === 'Object_POSTUsage') {
      return { ...shown, id: await createUsage(this.#desk, await this.#usage(booking, account), key) };
    }
    const { id, number } = await createCreditMemo(this.#desk, await this.#memo(booking, account), account, key);
    return { ...shown, id, number };
  }

  get #isPosting(): boolean {
    return this.#desk.settings.syncedDocuments === 'POSTED';
  }

  get #charge() {
    const { creditCharge } = this.#desk.settings;
    if (creditCharge) return creditCharge;
    const message =
      'The connection has no charge that credits are booked against: set chargeId and chargeKind (connectionUpdate), or ZUORA_BILLING_CREDIT_CHARGE_ID and ZUORA_BILLING_CREDIT_CHARGE_KIND for the one of the environment.';
    throw refusal('UNSUPPORTED', message);
  }

  async #account({ accountId, money }: CreditBooking): Promise<ZuoraAccount> {
    return requireAccount(await this.#means.account(accountId), accountId, money.currency);
  }

  /** The memo whose comment names the credit. Object Query does not tell comments, so they are read one by one. */
  async #memoOf({ accountId, reference, since }: BookingTrace): Promise<V1Memo | null> {
    if (!(await this.#desk.capabilities.has('invoiceSettlement'))) return null;
    const from = since && new Date(Date.parse(since) - DAY_MS).toISOString();
    const filter = [`accountid.EQ:${accountId}`, ...(from ? [`updateddate.GE:${from}`] : [])];
    const query = { objects: 'credit-memos', operation: 'queryCreditMemos', row: CreditMemo, filter };
    const rows = await queryAll(this.#desk.client, query, this.#desk.options);
    for (const { id, createdDate } of rows) {
      if (from && (createdDate ?? from) < from) continue;
      const memo = await currentMemo(this.#desk, id);
      if (memo && markIn(memo.comment, reference) === '') return memo;
    }
    return null;
  }

  async #memo({ money, day, purpose, reference }: CreditBooking, { zuoraId }: ZuoraAccount): Promise<CreditMemoCreate> {
    await requireSettlement(this.#desk);
    const line = {
      productRatePlanChargeId: this.#charge.id,
      amount: money.amount,
      description: purpose?.slice(0, 255),
    };
    return checked(CreditMemoCreate, {
      accountKey: zuoraId,
      charges: [{ ...line, serviceStartDate: day, serviceEndDate: day }],
      effectiveDate: day,
      comment: remark(purpose, reference, LONGEST_COMMENT),
      autoPost: this.#isPosting,
    });
  }

  async #usage({ money, day, purpose, reference }: CreditBooking, account: ZuoraAccount): Promise<UsageToCreate> {
    const charge = { charge: this.#charge.id, subscription: null, day, prices: ['1', '-1'] };
    const { chargeId, subscriptionNumber, unit } = await billedCharge(this.#desk, account, charge);
    return usageToCreate(
      {
        ...{ accountKey: account.zuoraId, unitOfMeasure: unit, quantity: money.amount, subscriptionNumber, chargeId },
        startAt: onDay(day, this.#desk.settings.timeZone),
        description: remark(purpose, reference, LONGEST_DESCRIPTION),
        uniqueKey: reference,
      },
      account,
    );
  }
}

function postStep({ id, name }: BookedCredit): TargetStep {
  const [call] = planPost(id);
  return {
    name: `Posting of ${name}`,
    system: SYSTEM,
    action: 'PUT_PostCreditMemo',
    target: id,
    before: null,
    after: call?.after,
  };
}

function bookedMemo({ id, number, status }: V1Memo): BookedCredit {
  return { id, name: `credit memo ${number}`, isInForce: status !== 'Canceled', isConfirmed: status !== 'Draft' };
}

const bookedUsage = (id: string): BookedCredit => {
  return { id, name: `usage record ${id}`, isInForce: true, isConfirmed: true };
};
