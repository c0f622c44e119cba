import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CallForEach } from '../../../../schema-kit/access.js';
import type { Connection } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type {
  ZuoraCreditMemo,
  ZuoraDebitMemo,
  ZuoraInvoice,
  ZuoraPayment,
  ZuoraPaymentMethod,
  ZuoraUsage,
} from '../../documents/model.js';
import type { ZuoraAccount } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { DocumentPageArgs } from './document-page.args.js';
import { ZuoraInvoiceConnection } from './invoice.type.js';
import { ZuoraCreditMemoConnection, ZuoraDebitMemoConnection } from './memo.type.js';
import { ZuoraPaymentConnection } from './payment.type.js';
import { ZuoraPaymentMethodType } from './payment-method.type.js';
import { ZuoraUsageConnection } from './usage.type.js';

const shelf = (context: RequestContext) => context.session(zuoraBilling).documents;

/** What an account has been billed, has paid and has used. Each list is a call of its own, so each may fail alone. */
@Resolver(() => ZuoraAccountType)
export class ZuoraAccountDocuments {
  @CallForEach()
  @FieldResolver(() => ZuoraInvoiceConnection, { nullable: true, description: 'Invoices, newest first.' })
  invoices(
    @Root() { zuoraId }: ZuoraAccount,
    @Args(() => DocumentPageArgs) page: DocumentPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraInvoice>> {
    return shelf(context).invoices.page(zuoraId, page);
  }

  @CallForEach()
  @FieldResolver(() => ZuoraPaymentConnection, { nullable: true, description: 'Payments, newest first.' })
  payments(
    @Root() { zuoraId }: ZuoraAccount,
    @Args(() => DocumentPageArgs) page: DocumentPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraPayment>> {
    return shelf(context).payments.page(zuoraId, page);
  }

  @CallForEach()
  @FieldResolver(() => ZuoraCreditMemoConnection, {
    nullable: true,
    description: 'Credit memos, newest first. Tenants without Invoice Settlement have none: the field fails alone.',
  })
  creditMemos(
    @Root() { zuoraId }: ZuoraAccount,
    @Args(() => DocumentPageArgs) page: DocumentPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraCreditMemo>> {
    return shelf(context).creditMemos.page(zuoraId, page);
  }

  @CallForEach()
  @FieldResolver(() => ZuoraDebitMemoConnection, {
    nullable: true,
    description: 'Debit memos, newest first. Tenants without Invoice Settlement have none: the field fails alone.',
  })
  debitMemos(
    @Root() { zuoraId }: ZuoraAccount,
    @Args(() => DocumentPageArgs) page: DocumentPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraDebitMemo>> {
    return shelf(context).debitMemos.page(zuoraId, page);
  }

  @CallForEach()
  @FieldResolver(() => ZuoraUsageConnection, { nullable: true, description: 'Usage records, newest first.' })
  usages(
    @Root() { zuoraId }: ZuoraAccount,
    @Args(() => DocumentPageArgs) page: DocumentPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ZuoraUsage>> {
    return shelf(context).usages.page(zuoraId, page);
  }

  @FieldResolver(() => [ZuoraPaymentMethodType], {
    nullable: true,
    description: 'How the account pays, without anything that could be charged. Never cached.',
  })
  async paymentMethods(
    @Root() { zuoraId }: ZuoraAccount,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraPaymentMethod[]> {
    return [...(await shelf(context).paymentMethods(zuoraId))];
  }
}
