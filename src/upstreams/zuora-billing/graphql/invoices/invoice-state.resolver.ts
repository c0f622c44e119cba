import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered } from '../../../../schema-kit/mutation.js';
import { existingInvoice } from '../../invoices/current-invoice.js';
import { InvoiceReversal, InvoiceWriteOff } from '../../invoices/inputs.js';
import {
  CANCEL,
  type InvoiceStep,
  POST,
  planStep,
  REVERSE,
  requireInvoiceChanges,
  takeStep,
  WRITE_OFF,
} from '../../invoices/state-commands.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN } from '../descriptions.js';
import { changedInvoice, type InvoiceAnswer, shownInvoice } from './changed-invoice.js';
import { ZuoraInvoiceReverseInput, ZuoraInvoiceWriteOffInput } from './invoice-change.inputs.js';
import { INVOICE_KEY, ZuoraInvoicePayload } from './invoice-payload.type.js';

@Resolver()
export class ZuoraInvoiceStates {
  @Needs('finance')
  @Mutation(() => ZuoraInvoicePayload, { description: 'Puts a draft of an invoice into the books.' })
  zuoraInvoicePost(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoicePayload> {
    return taken(context, POST, { key, dryRun });
  }

  @Needs('finance')
  @Mutation(() => ZuoraInvoicePayload, { description: 'Withdraws a draft of an invoice.' })
  zuoraInvoiceCancel(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoicePayload> {
    return taken(context, CANCEL, { key, dryRun });
  }

  @Needs('finance')
  @Mutation(() => ZuoraInvoicePayload, {
    description:
      'Reverses a posted invoice that nothing was paid on, by a credit memo of all of it. Needs Invoice Settlement.',
  })
  zuoraInvoiceReverse(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('input', () => ZuoraInvoiceReverseInput, { nullable: true, description: 'The credit memo.' })
    input: ZuoraInvoiceReverseInput | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoicePayload> {
    return taken(context, REVERSE, { key, dryRun, details: () => checked(InvoiceReversal, input ?? {}) });
  }

  @Needs('finance')
  @Mutation(() => ZuoraInvoicePayload, {
    description: 'Gives up what is left to pay of a posted invoice, by a credit memo. Needs Invoice Settlement.',
  })
  zuoraInvoiceWriteOff(
    @Arg('key', () => String, { description: INVOICE_KEY }) key: string,
    @Arg('input', () => ZuoraInvoiceWriteOffInput, { nullable: true, description: 'The credit memo.' })
    input: ZuoraInvoiceWriteOffInput | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoicePayload> {
    return taken(context, WRITE_OFF, { key, dryRun, details: () => checked(InvoiceWriteOff, input ?? {}) });
  }
}

interface Asked {
  readonly key: string;
  readonly dryRun: boolean;
  readonly details?: () => InvoiceReversal;
}

function taken(
  context: RequestContext,
  step: InvoiceStep,
  { key, dryRun, details = () => ({}) }: Asked,
): Promise<ZuoraInvoicePayload> {
  const session = context.session(zuoraBilling);
  const { desk } = session;
  return answered(async (): Promise<InvoiceAnswer> => {
    const wanted = details();
    await requireInvoiceChanges(desk, step);
    const invoice = await existingInvoice(desk, key);
    if (dryRun) return { invoice: await shownInvoice(session, invoice), plan: planStep(step, invoice, wanted) };
    await takeStep(desk, step, invoice, wanted);
    return { invoice: await changedInvoice(session, invoice) };
  });
}
