import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver, registerEnumType } from 'type-graphql';
import { invoiceRequest } from '../../domain/syncs/invoices/invoice-request.js';
import { INVOICE_FORMS, type InvoiceForm } from '../../domain/syncs/subjects.js';
import { Needs } from '../../schema-kit/access.js';
import type { GatewayContext } from '../context.js';
import { connectionNamed, DryRun, Reason, SyncPayload, syncAsked } from './sync-payload.js';

export const InvoiceFormEnum = Object.fromEntries(INVOICE_FORMS.map((form) => [form, form])) as {
  [F in InvoiceForm]: F;
};
registerEnumType(InvoiceFormEnum, {
  name: 'InvoiceSyncForm',
  description: 'What an invoice becomes in the other system.',
  valuesConfig: {
    INVOICE: { description: 'An invoice of no subscription, of the same lines, day and total.' },
    USAGE_QUANTITY: { description: 'Usage of what was used of each meter, priced there.' },
    USAGE_REVENUE: { description: 'Usage of what each meter came to, on charges that cost 1 a unit.' },
  },
});

@InputType('InvoiceSyncInput', { description: 'An invoice, and what is booked for it.' })
class InvoiceSyncInput {
  @Field(() => String, { description: 'Id of the invoice in the system that issued it.' })
  invoiceId!: string;

  @Field(() => InvoiceFormEnum, { nullable: true, description: 'What it becomes; INVOICE if it is not said.' })
  as?: InvoiceForm | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The connection to the system that issued it; without it the first one to a system that issues invoices.',
  })
  from?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The connection to the system that books it; without it the first one to a system that books invoices.',
  })
  to?: string | null;
}

@Resolver()
export class InvoiceSyncResolver {
  @Needs('sync')
  @Mutation(() => SyncPayload, {
    description:
      'Books an issued invoice of one system in another, once, on the account of the same customer: as an invoice, or as usage of the charges that the settings of its usage meters name. What is booked is never rewritten. Gives the run at once, which goes on by itself; a dry run gives its steps.',
  })
  invoiceSync(
    @Arg('input', () => InvoiceSyncInput, { description: 'Which invoice.' }) input: InvoiceSyncInput,
    @DryRun() dryRun: boolean,
    @Reason() reason: string | null,
    @Ctx() context: GatewayContext,
  ): Promise<SyncPayload> {
    return syncAsked(context, { dryRun, reason }, (who) => {
      const { invoiceId, as, from, to } = input;
      const connections = {
        from: from == null ? null : connectionNamed(from, 'from', context),
        to: to == null ? null : connectionNamed(to, 'to', context),
      };
      const customerOf = (ref: Parameters<typeof context.customers.byRef>[0]) => context.customers.byRef(ref);
      return invoiceRequest({ invoiceId, as, ...connections }, context.syncWorld, customerOf, who);
    });
  }
}
