import type { CustomerEntry } from '../../../domain/customers/model.js';
import type {
  BookedInvoice,
  InvoiceBooking,
  InvoiceTarget,
  InvoiceTrace,
  UsageBooking,
} from '../../../domain/syncs/invoices/ports.js';
import type { TargetStep } from '../../../domain/syncs/model.js';
import { dayIn } from '../../../kernel/dates.js';
import { checked, refusal } from '../../../kernel/refusal.js';
import { Invoice, type Usage } from '../documents/schemas.js';
import { createInvoice, planInvoice, requireStandalone, requireWholeCoins } from '../invoices/commands.js';
import { existingInvoice } from '../invoices/current-invoice.js';
import { InvoiceCreate } from '../invoices/inputs.js';
import { POST, planStep, takeStep } from '../invoices/state-commands.js';
import type { ZuoraAccount } from '../model.js';
import { SYSTEM } from '../names.js';
import { queryAll } from '../object-query.js';
import { createUsage, planCreate as planUsage } from '../usage/commands.js';
import type { UsageToCreate } from '../usage/requests.js';
import { requireReadable } from '../writing/readable.js';
import type { WriteDesk } from '../writing/write-desk.js';
import { billedCharge } from './billed-charge.js';
import type { BookingMeans } from './credit-target.js';
import { markIn, remark, requireAccount, usagesBetween, usageToCreate } from './references.js';

const LONGEST_COMMENT = 255;
const LONGEST_DESCRIPTION = 200;
const LONGEST_NUMBER = 32;

type Whole = Extract<InvoiceBooking, { as: 'INVOICE' }>;

/** Books invoices of other systems as standalone invoices, or as usage of what the customer is subscribed to. */
export class ZuoraInvoiceTarget implements InvoiceTarget {
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

  async booked({ accountId, reference, startsAt, endsAt, known }: InvoiceTrace): Promise<readonly BookedInvoice[]> {
    await requireReadable(this.#desk, 'Booking invoices');
    const [invoices, usages] = await Promise.all([
      this.#invoices(accountId),
      usagesBetween(this.#desk, accountId, startsAt, endsAt),
    ]);
    return [
      ...invoices.flatMap((row) => {
        const mark = markIn(row.comments, reference);
        return mark === null && !known.includes(row.id) ? [] : [bookedInvoice(row, mark)];
      }),
      ...usages.flatMap((row) => {
        const mark = keyOf(row, reference);
        return mark === null ? [] : [bookedUsage(row, mark)];
      }),
    ];
  }

  async stepsFor(booking: InvoiceBooking, booked: readonly BookedInvoice[]): Promise<readonly TargetStep[]> {
    const there = booked.filter(({ as }) => as === booking.as);
    if (booking.as === 'USAGE') return await this.#usageSteps(booking, there);
    const [own] = there;
    if (own) return this.#isPosting && !own.isConfirmed ? [await this.#postStep(own)] : [];
    const account = await this.#account(booking);
    const [call] = planInvoice(await this.#invoice(booking, account), account);
    if (!call) return [];
    const { amount, currency } = booking.total;
    const name = `Invoice of ${amount} ${currency} for ${booking.reference}`;
    return [{ ...call, name, target: account.accountNumber, before: null }];
  }

  async carryOut(booking: InvoiceBooking, { action, target, name, after }: TargetStep): Promise<object> {
    const shown = (after ?? {}) as object;
    if (action === POST.operation) {
      const invoice = await existingInvoice(this.#desk, target ?? '');
      await takeStep(this.#desk, POST, invoice);
      return { ...shown, id: invoice.id, number: invoice.invoiceNumber };
    }
    const account = await this.#account(booking);
    if (booking.as === 'USAGE') {
      const record = booking.records.find((one) => stepName(one) === name);
      if (!record) throw new Error(`the step ${name} is none of this invoice`);
      const usage = await this.#usage(booking, record, account);
      const key = `sync ${record.key} ${account.zuoraId} ${usage.input.chargeId}`;
      return { ...shown, id: await createUsage(this.#desk, usage, key) };
    }
    const key = `sync ${booking.reference} ${account.zuoraId} ${booking.fingerprint}`;
    const made = await createInvoice(this.#desk, await this.#invoice(booking, account), account, key);
    return { ...shown, id: made.id, number: made.invoiceNumber };
  }

  get #isPosting(): boolean {
    return this.#desk.settings.syncedDocuments === 'POSTED';
  }

  async #account({ accountId, currency }: InvoiceBooking): Promise<ZuoraAccount> {
    return requireAccount(await this.#means.account(accountId), accountId, currency);
  }

  #invoices(accountId: string): Promise<Invoice[]> {
    const filter = [`accountid.EQ:${accountId}`, 'sourcetype.EQ:Standalone'];
    const query = { objects: 'invoices', operation: 'queryInvoices', row: Invoice, filter };
    return queryAll(this.#desk.client, query, this.#desk.options);
  }

  async #invoice({ reference, fingerprint, ...booking }: Whole, { zuoraId }: ZuoraAccount): Promise<InvoiceCreate> {
    await requireStandalone(this.#desk);
    const zone = this.#desk.settings.timeZone;
    const [from, until] = [booking.startsAt, booking.endsAt].map((at) => dayIn(zone, new Date(at)));
    const input = checked(InvoiceCreate, {
      accountKey: zuoraId,
      invoiceDate: booking.day,
      dueDate: booking.dueDay,
      invoiceNumber: numberFrom(booking.number),
      currency: booking.currency,
      comments: remark(booking.number, `${reference} ${fingerprint}`, LONGEST_COMMENT),
      post: this.#isPosting,
      items: booking.lines.map(({ description, amount, quantity, unitPrice }) => ({
        ...{ chargeName: description?.slice(0, 255) || 'Invoice', amount, quantity, unitPrice },
        ...{ serviceStartDate: from, serviceEndDate: until },
      })),
    });
    requireWholeCoins(input.items, booking.currency);
    return input;
  }

  async #usageSteps(
    booking: Extract<InvoiceBooking, { as: 'USAGE' }>,
    there: readonly BookedInvoice[],
  ): Promise<readonly TargetStep[]> {
    const missing = booking.records.filter(({ key }) => !there.some(({ mark }) => mark === key));
    if (missing.length === 0) return [];
    const account = await this.#account(booking);
    const steps = [];
    for (const record of missing) {
      const [call] = planUsage(await this.#usage(booking, record, account));
      if (call) steps.push({ ...call, name: stepName(record), target: account.accountNumber, before: null });
    }
    return steps;
  }

  async #usage(
    { startsAt, endsAt }: InvoiceBooking,
    { key, meter, quantity, subscription, charge, isMoney }: UsageBooking,
    account: ZuoraAccount,
  ): Promise<UsageToCreate> {
    const day = dayIn(this.#desk.settings.timeZone, new Date(startsAt));
    const prices = isMoney ? ['1'] : null;
    const found = await billedCharge(this.#desk, account, { charge, subscription, day, prices });
    return usageToCreate(
      {
        ...{ accountKey: account.zuoraId, unitOfMeasure: found.unit, quantity, startAt: startsAt, endAt: endsAt },
        ...{ subscriptionNumber: found.subscriptionNumber, chargeId: found.chargeId },
        ...{ description: remark(meter, key, LONGEST_DESCRIPTION), uniqueKey: key },
      },
      account,
    );
  }

  async #postStep({ id, name }: BookedInvoice): Promise<TargetStep> {
    const [call] = planStep(POST, await existingInvoice(this.#desk, id));
    if (!call) throw refusal('CONFLICT', `${name} cannot be posted.`);
    return { ...call, name: `Posting of ${name}`, target: id, before: null };
  }
}

const stepName = ({ quantity, key }: UsageBooking) => `Usage of ${quantity} for ${key}`;

/** Its own number where Zuora can have it; else Zuora gives one. */
function numberFrom(number: string | null): string | null {
  const fits = number !== null && /^[\w-]+$/.test(number) && /\D/.test(number) && number.length <= LONGEST_NUMBER;
  return fits ? number : null;
}

function keyOf({ uniqueKey, description }: Usage, reference: string): string | null {
  const begin = `${reference} meter `;
  if (uniqueKey?.startsWith(begin)) return uniqueKey;
  const mark = markIn(description, reference);
  return mark?.startsWith('meter ') ? `${reference} ${mark}` : null;
}

function bookedInvoice({ id, invoiceNumber, status, reversed }: Invoice, mark: string | null): BookedInvoice {
  const isInForce = status !== 'Canceled' && reversed !== true;
  const isConfirmed = status !== 'Draft';
  return { as: 'INVOICE', id, name: `invoice ${invoiceNumber}`, isInForce, isConfirmed, mark, quantity: null };
}

function bookedUsage({ id, quantity }: Usage, mark: string): BookedInvoice {
  return { as: 'USAGE', id, name: `usage record ${id}`, isInForce: true, isConfirmed: true, mark, quantity };
}
