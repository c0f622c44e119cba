import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CallForEach, Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { toInvoiceItem } from '../../documents/mapping.js';
import type { ZuoraInvoice, ZuoraInvoiceFile, ZuoraInvoiceItem } from '../../documents/model.js';
import type { ZuoraAccount } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { ZuoraInvoiceFileType, ZuoraInvoiceItemType, ZuoraInvoiceType } from './invoice.type.js';

@Resolver(() => ZuoraInvoiceType)
export class ZuoraInvoiceResolver {
  @Needs('read')
  @Query(() => ZuoraInvoiceType, {
    nullable: true,
    description: 'An invoice by its id or number; null if there is none.',
  })
  zuoraInvoice(
    @Arg('key', () => String, { description: 'Invoice id (32 hexadecimal digits) or invoice number.' }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoice | null> {
    return context.session(zuoraBilling).documents.invoices.find(key);
  }

  @FieldResolver(() => [ZuoraInvoiceItemType], { nullable: true, description: 'All lines of the invoice.' })
  async items(@Root() invoice: ZuoraInvoice, @Ctx() context: RequestContext): Promise<ZuoraInvoiceItem[]> {
    const items = await context.session(zuoraBilling).documents.invoiceItems.load(invoice.zuoraId);
    return (items ?? []).map((item) => toInvoiceItem(item, invoice.amount?.currency ?? null));
  }

  @CallForEach()
  @FieldResolver(() => [ZuoraInvoiceFileType], {
    nullable: true,
    description: 'PDF files of the invoice, newest version first; a call of its own for each invoice.',
  })
  async files(@Root() invoice: ZuoraInvoice, @Ctx() context: RequestContext): Promise<ZuoraInvoiceFile[]> {
    const files = await context.session(zuoraBilling).documents.invoiceFiles(invoice.zuoraId);
    return files.toSorted((a, b) => Number(b.version ?? 0) - Number(a.version ?? 0));
  }

  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that was billed.' })
  account(@Root() invoice: ZuoraInvoice, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> {
    return context.session(zuoraBilling).accounts.load(invoice.accountId);
  }
}
