import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { toCreditMemoApplication, toMemoItem } from '../../documents/mapping.js';
import type {
  ZuoraCreditMemo,
  ZuoraCreditMemoApplication,
  ZuoraDebitMemo,
  ZuoraInvoice,
  ZuoraMemoItem,
} from '../../documents/model.js';
import type { ZuoraAccount } from '../../model.js';
import { zuoraBilling } from '../../session.js';
import { ZuoraAccountType } from '../account.type.js';
import { ZuoraInvoiceType } from './invoice.type.js';
import {
  ZuoraCreditMemoApplicationType,
  ZuoraCreditMemoType,
  ZuoraDebitMemoType,
  ZuoraMemoItemType,
} from './memo.type.js';

@Resolver(() => ZuoraCreditMemoType)
export class ZuoraCreditMemoResolver {
  @Needs('read')
  @Query(() => ZuoraCreditMemoType, {
    nullable: true,
    description: 'A credit memo by its id or number; null if there is none.',
  })
  zuoraCreditMemo(
    @Arg('key', () => String, { description: 'Memo id (32 hexadecimal digits) or memo number.' }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemo | null> {
    return context.session(zuoraBilling).documents.creditMemos.find(key);
  }

  @FieldResolver(() => [ZuoraMemoItemType], { nullable: true, description: 'All lines of the memo.' })
  async items(@Root() memo: ZuoraCreditMemo, @Ctx() context: RequestContext): Promise<ZuoraMemoItem[]> {
    const items = await context.session(zuoraBilling).documents.creditMemoItems.load(memo.zuoraId);
    return (items ?? []).map((item) => toMemoItem(item, memo.amount?.currency ?? null));
  }

  @FieldResolver(() => [ZuoraCreditMemoApplicationType], {
    nullable: true,
    description: 'What the memo was applied to. The applications of an account are read together.',
  })
  async applications(
    @Root() memo: ZuoraCreditMemo,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraCreditMemoApplication[]> {
    const applied = await context.session(zuoraBilling).documents.creditMemoApplications(memo);
    return applied.map((each) => toCreditMemoApplication(each, memo.amount?.currency ?? null));
  }

  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that is credited.' })
  account(@Root() memo: ZuoraCreditMemo, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> {
    return context.session(zuoraBilling).accounts.load(memo.accountId);
  }
}

@Resolver(() => ZuoraCreditMemoApplicationType)
export class ZuoraCreditMemoApplicationResolver {
  @FieldResolver(() => ZuoraInvoiceType, { nullable: true, description: 'The invoice that it was applied to.' })
  async invoice(
    @Root() { invoiceId }: ZuoraCreditMemoApplication,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraInvoice | null> {
    return invoiceId === null ? null : await context.session(zuoraBilling).documents.invoices.find(invoiceId);
  }

  @FieldResolver(() => ZuoraDebitMemoType, { nullable: true, description: 'The debit memo that it was applied to.' })
  async debitMemo(
    @Root() { debitMemoId }: ZuoraCreditMemoApplication,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraDebitMemo | null> {
    return debitMemoId === null ? null : await context.session(zuoraBilling).documents.debitMemos.find(debitMemoId);
  }
}

@Resolver(() => ZuoraDebitMemoType)
export class ZuoraDebitMemoResolver {
  @Needs('read')
  @Query(() => ZuoraDebitMemoType, {
    nullable: true,
    description: 'A debit memo by its id or number; null if there is none.',
  })
  zuoraDebitMemo(
    @Arg('key', () => String, { description: 'Memo id (32 hexadecimal digits) or memo number.' }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<ZuoraDebitMemo | null> {
    return context.session(zuoraBilling).documents.debitMemos.find(key);
  }

  @FieldResolver(() => [ZuoraMemoItemType], { nullable: true, description: 'All lines of the memo.' })
  async items(@Root() memo: ZuoraDebitMemo, @Ctx() context: RequestContext): Promise<ZuoraMemoItem[]> {
    const items = await context.session(zuoraBilling).documents.debitMemoItems.load(memo.zuoraId);
    return (items ?? []).map((item) => toMemoItem(item, memo.amount?.currency ?? null));
  }

  @FieldResolver(() => ZuoraAccountType, { nullable: true, description: 'The account that is debited.' })
  account(@Root() memo: ZuoraDebitMemo, @Ctx() context: RequestContext): Promise<ZuoraAccount | null> {
    return context.session(zuoraBilling).accounts.load(memo.accountId);
  }
}
