import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, type PlannedCall } from '../../../../schema-kit/mutation.js';
import {
  deleteInvoice,
  emailInvoice,
  planDelete,
  planEmail,
  planUpdate,
  updateInvoice,
} from '../../invoices/change-commands.js';
import { requireWholeCoins } from '../../invoices/commands.js';
import { existingInvoice } from '../../invoices/current-invoice.js';
import { InvoiceEmail, InvoiceUpdate } from '../../invoices/inputs.js';
import { requireInvoiceChanges } from '../../invoices/state-commands.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { changedInvoice, type InvoiceAnswer, shownInvoice } from './changed-invoice.js';
import { ZuoraInvoiceEmailInput, ZuoraInvoiceUpdateInput } from './invoice-change.inputs.js';
import {
  INVOICE_KEY,
  ZuoraInvoiceDeletePayload,
  ZuoraInvoiceEmailPayload,
  ZuoraInvoicePayload,
} from './invoice-payload.type.js';

const ANY = { settles: false };

@Resolver()
export class ZuoraInvoiceChanges {
  @Needs('finance')
  @Mutation(() => ZuoraInvoicePayload, {
    description: 'Changes an invoice: what the input leaves out is left alone.',
  })
  zuoraInvoiceUpdate(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('input', () => ZuoraInvoiceUpdateInput, { description: 'What to change.' }) input: ZuoraInvoiceUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoicePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<InvoiceAnswer> => {
      const wanted = checked(InvoiceUpdate, input);
      await requireInvoiceChanges(session.desk, ANY);
      const invoice = await existingInvoice(session.desk, key);
      const currency = invoice.currency ?? (await session.accounts.load(invoice.accountId))?.currency;
      if (currency) requireWholeCoins(wanted.items ?? [], currency);
      const plan = planUpdate(invoice, wanted);
      if (dryRun) return { invoice: await shownInvoice(session, invoice), plan };
      await updateInvoice(session.desk, invoice, wanted);
      return { invoice: await changedInvoice(session, invoice) };
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraInvoiceDeletePayload, { description: 'Deletes an invoice that is a draft or canceled.' })
  zuoraInvoiceDelete(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoiceDeletePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<{ invoiceId: string; jobId?: string | null; plan?: PlannedCall[] }> => {
      await requireInvoiceChanges(session.desk, ANY);
      const invoice = await existingInvoice(session.desk, key);
      if (dryRun) return { invoiceId: invoice.id, plan: planDelete(invoice) };
      const jobId = await deleteInvoice(session.desk, invoice);
      await changedInvoice(session, invoice);
      return { invoiceId: invoice.id, jobId };
    });
  }

  @Needs('finance')
  @Mutation(() => ZuoraInvoiceEmailPayload, { description: 'Has Zuora send a posted invoice by email.' })
  zuoraInvoiceEmail(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('input', () => ZuoraInvoiceEmailInput, { nullable: true, description: 'To whom.' })
    input: ZuoraInvoiceEmailInput | null,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) idempotencyKey:
      | string
      | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoiceEmailPayload> {
    const { desk } = context.session(zuoraBilling);
    return answered(async (): Promise<{ sent: boolean | null; plan?: PlannedCall[] }> => {
      const wanted = checked(InvoiceEmail, input ?? {});
      await requireInvoiceChanges(desk, ANY);
      const invoice = await existingInvoice(desk, key);
      if (dryRun) return { sent: null, plan: planEmail(invoice, wanted) };
      await emailInvoice(desk, invoice, wanted, idempotencyKey ?? null);
      return { sent: true };
    });
  }
}
