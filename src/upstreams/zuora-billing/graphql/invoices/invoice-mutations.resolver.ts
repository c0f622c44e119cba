import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered } from '../../../../schema-kit/mutation.js';
import { createInvoice, planInvoice, requireStandalone, requireWholeCoins } from '../../invoices/commands.js';
import { InvoiceCreate } from '../../invoices/inputs.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import type { InvoiceAnswer } from './changed-invoice.js';
import { ZuoraInvoiceCreateInput } from './invoice.inputs.js';
import { ZuoraInvoicePayload } from './invoice-payload.type.js';

@Resolver()
export class ZuoraInvoiceMutations {
  @Needs('finance')
  @Mutation(() => ZuoraInvoicePayload, {
    description: 'Makes an invoice for what belongs to no subscription. Needs Invoice Settlement.',
  })
  zuoraInvoiceCreate(
    @Arg('input', () => ZuoraInvoiceCreateInput, { description: 'The new invoice.' }) input: ZuoraInvoiceCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoicePayload> {
    const session = context.session(zuoraBilling);
    return answered(async (): Promise<InvoiceAnswer> => {
      const wanted = checked(InvoiceCreate, input);
      const account = await session.account(wanted.accountKey);
      if (!account) throw refusal('NOT_FOUND', `There is no account ${wanted.accountKey}.`, ['input', 'accountKey']);
      requireWholeCoins(wanted.items, wanted.currency ?? account.currency);
      await requireStandalone(session.desk);
      if (dryRun) return { invoice: null, plan: planInvoice(wanted, account) };
      const { id, invoiceNumber: number } = await createInvoice(session.desk, wanted, account, key ?? null);
      await session.documents.invoices.changed({ id, number, accountId: account.zuoraId });
      await session.desk.accountChanged({ id: account.zuoraId, number: account.accountNumber });
      return { invoice: await session.documents.invoices.find(id) };
    });
  }
}
