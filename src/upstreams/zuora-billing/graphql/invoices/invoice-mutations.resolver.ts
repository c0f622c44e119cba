import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import type { ZuoraInvoice } from '../../documents/model.js';
import { createInvoice, planInvoice, requireStandalone, requireWholeCoins } from '../../invoices/commands.js';
import { InvoiceCreate } from '../../invoices/inputs.js';
import { zuoraBilling } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { ZuoraInvoiceType } from '../documents/invoice.type.js';
import { ZuoraInvoiceCreateInput } from './invoice.inputs.js';

@ObjectType('ZuoraInvoicePayload', { simpleResolvers: true, description: 'What became of a change of an invoice.' })
export class ZuoraInvoicePayload extends MutationPayload {
  @Field(() => ZuoraInvoiceType, { nullable: true, description: 'The invoice as it is now; null if nothing was done.' })
  invoice?: ZuoraInvoice | null;
}

interface InvoiceAnswer {
  readonly invoice: ZuoraInvoice | null;
  readonly plan?: readonly PlannedCall[];
}

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
      requireWholeCoins(wanted, account);
      await requireStandalone(session.desk);
      if (dryRun) return { invoice: null, plan: planInvoice(wanted, account) };
      const { id, invoiceNumber: number } = await createInvoice(session.desk, wanted, account, key ?? null);
      await session.documents.invoices.changed({ id, number, accountId: account.zuoraId });
      await session.desk.accountChanged({ id: account.zuoraId, number: account.accountNumber });
      return { invoice: await session.documents.invoices.find(id) };
    });
  }
}
