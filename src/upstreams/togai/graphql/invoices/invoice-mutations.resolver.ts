import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { checked, refusal } from '../../../../kernel/refusal.js';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { answered, MutationPayload, type PlannedCall } from '../../../../schema-kit/mutation.js';
import { DecimalScalar } from '../../../../schema-kit/scalars.js';
import { planned } from '../../customers/commands.js';
import {
  createInvoice,
  deleteInvoice,
  type MiscellaneousCharge,
  putCharges,
  updateInvoice,
} from '../../invoices/commands.js';
import { InvoiceCreate, InvoiceUpdate, MiscellaneousCharges } from '../../invoices/inputs.js';
import { changeBody, chargesBody } from '../../invoices/requests.js';
import type { TogaiInvoice } from '../../model.js';
import { type TogaiSession, togai } from '../../session.js';
import { DRY_RUN, IDEMPOTENCY_KEY } from '../descriptions.js';
import { TogaiInvoiceCreateInput, TogaiInvoiceUpdateInput, TogaiMiscellaneousChargeInput } from './invoice.inputs.js';
import { TogaiInvoiceType } from './invoice.type.js';

const INVOICE_KEY = "Togai's id of the invoice.";

@ObjectType('TogaiInvoicePayload', { simpleResolvers: true, description: 'What became of an invoice.' })
class TogaiInvoicePayload extends MutationPayload {
  @Field(() => TogaiInvoiceType, {
    nullable: true,
    description: 'The invoice as it is now; null if nothing was done, for the dry run of a new one, and if it is gone.',
  })
  invoice?: TogaiInvoice | null;
}

@ObjectType('TogaiMiscellaneousCharge', { simpleResolvers: true, description: 'A charge on an invoice of Togai.' })
class TogaiMiscellaneousChargeType implements MiscellaneousCharge {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'How many.' })
  quantity!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'How much each.' })
  rate!: string | null;

  @Field(() => String, { nullable: true, description: 'How much together: a number or JSON Logic, as text.' })
  value!: string | null;

  @Field(() => Boolean, { description: 'Whether it counts as revenue.' })
  considerForRevenue!: boolean;
}

@ObjectType('TogaiInvoiceChargesPayload', {
  simpleResolvers: true,
  description: 'What became of charges on an invoice.',
})
class TogaiInvoiceChargesPayload extends TogaiInvoicePayload {
  @Field(() => [TogaiMiscellaneousChargeType], {
    nullable: true,
    description: 'The charges as Togai has them now; null if nothing was done.',
  })
  charges?: readonly MiscellaneousCharge[] | null;
}

interface InvoiceAnswer {
  readonly invoice: TogaiInvoice | null;
  readonly plan?: readonly PlannedCall[];
}

@Resolver()
export class TogaiInvoiceMutations {
  @Needs('finance')
  @Mutation(() => TogaiInvoicePayload, { description: 'Makes an invoice of lines of your own.' })
  togaiInvoiceCreate(
    @Arg('input', () => TogaiInvoiceCreateInput, { description: 'The invoice.' }) input: TogaiInvoiceCreateInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: IDEMPOTENCY_KEY }) key: string | null,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiInvoicePayload> {
    const { desk, accounts, invoices } = context.session(togai);
    return answered(async (): Promise<InvoiceAnswer> => {
      const wanted = checked(InvoiceCreate, input);
      const { accountId } = wanted;
      const account = await accounts.load(accountId);
      if (!account) throw refusal('NOT_FOUND', `There is no account ${accountId}.`, ['input', 'accountId']);
      if (dryRun) {
        return {
          invoice: null,
          plan: planned({ action: 'createCustomInvoice', target: null, after: shown(changeBody(wanted)) }),
        };
      }
      return { invoice: await invoices.load(await createInvoice(desk, account, wanted, key ?? null)) };
    });
  }

  @Needs('finance')
  @Mutation(() => TogaiInvoicePayload, {
    description: 'Changes the state of an invoice, or anything about a custom invoice that is a draft.',
  })
  togaiInvoiceUpdate(
    @Arg('id', () => String, { description: INVOICE_KEY }) id: string,
    @Arg('input', () => TogaiInvoiceUpdateInput, { description: 'What to change.' }) input: TogaiInvoiceUpdateInput,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiInvoicePayload> {
    const session = context.session(togai);
    return answered(async (): Promise<InvoiceAnswer> => {
      const wanted = checked(InvoiceUpdate, input);
      const invoice = await there(session, id);
      if (dryRun)
        return { invoice, plan: planned({ action: 'updateInvoice', target: id, after: shown(changeBody(wanted)) }) };
      await forgetting(session, invoice, updateInvoice(session.desk, invoice, wanted));
      return { invoice: await session.invoices.load(id) };
    });
  }

  @Needs('finance')
  @Mutation(() => TogaiInvoicePayload, { description: 'Removes a custom invoice that is a draft.' })
  togaiInvoiceDelete(
    @Arg('id', () => String, { description: INVOICE_KEY }) id: string,
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiInvoicePayload> {
    const session = context.session(togai);
    return answered(async (): Promise<InvoiceAnswer> => {
      const invoice = await there(session, id);
      if (dryRun) return { invoice, plan: planned({ action: 'deleteCustomInvoice', target: id, after: null }) };
      await forgetting(session, invoice, deleteInvoice(session.desk, invoice));
      return { invoice: await session.invoices.load(id) };
    });
  }

  @Needs('finance')
  @Mutation(() => TogaiInvoiceChargesPayload, {
    description: 'Adds up to 50 charges to an invoice, or changes those of the same names.',
  })
  togaiInvoiceChargesPut(
    @Arg('id', () => String, { description: INVOICE_KEY }) id: string,
    @Arg('charges', () => [TogaiMiscellaneousChargeInput], { description: 'The charges.' })
    charges: TogaiMiscellaneousChargeInput[],
    @Arg('dryRun', () => Boolean, { defaultValue: false, description: DRY_RUN }) dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<TogaiInvoiceChargesPayload> {
    const session = context.session(togai);
    return answered(async (): Promise<InvoiceAnswer & { charges: readonly MiscellaneousCharge[] | null }> => {
      const wanted = checked(MiscellaneousCharges, charges, ['charges']);
      const invoice = await there(session, id);
      if (dryRun) {
        const step = { action: 'manageMiscellaneousChargesInInvoice', target: id, after: shown(chargesBody(wanted)) };
        return { invoice, charges: null, plan: planned(step) };
      }
      const made = await forgetting(session, invoice, putCharges(session.desk, invoice, wanted));
      return { invoice: await session.invoices.load(id), charges: made };
    });
  }
}

async function there({ invoices }: TogaiSession, id: string): Promise<TogaiInvoice> {
  const invoice = await invoices.load(id);
  if (invoice === null) throw refusal('NOT_FOUND', `There is no invoice ${id}.`, ['id']);
  return invoice;
}

/** What is remembered of an invoice, and of the lists that it is in, goes with a change, whatever came of it. */
async function forgetting<T>(
  { desk, accounts }: TogaiSession,
  { togaiId: id, ownerId }: TogaiInvoice,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } finally {
    const account = ownerId === null ? null : await accounts.load(ownerId).catch(() => null);
    await desk.invoiceChanged({ id, accountId: ownerId ?? '', customerId: account?.customerId ?? '' });
  }
}

/** As it goes over the wire. */
const shown = (body: object): unknown => JSON.parse(JSON.stringify(body));
