import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Needs } from '../../../../schema-kit/access.js';
import type { Connection } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import type { TogaiAccount, TogaiInvoice, TogaiInvoiceLine } from '../../model.js';
import { togai } from '../../session.js';
import { TogaiAccountType } from '../account.type.js';
import { connectionOfTokens } from '../token-connection.js';
import { TogaiInvoiceConnection, TogaiInvoiceLineType, TogaiInvoicesArgs, TogaiInvoiceType } from './invoice.type.js';

@Resolver(() => TogaiInvoiceType)
export class TogaiInvoiceResolver {
  @Needs('read')
  @Query(() => TogaiInvoiceType, { nullable: true, description: 'An invoice of Togai; null if there is none.' })
  togaiInvoice(
    @Arg('id', () => String, { description: "Togai's id of the invoice." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<TogaiInvoice | null> {
    return context.session(togai).invoices.load(id);
  }

  @FieldResolver(() => [TogaiInvoiceLineType], {
    nullable: true,
    description: 'What it is made up of. In a list this costs Togai one call each.',
  })
  async lines(
    @Root() { lines, togaiId }: TogaiInvoice,
    @Ctx() context: RequestContext,
  ): Promise<readonly TogaiInvoiceLine[] | null> {
    return lines ?? (await context.session(togai).invoices.load(togaiId))?.lines ?? null;
  }
}

@Resolver(() => TogaiAccountType)
export class TogaiAccountInvoices {
  @FieldResolver(() => TogaiInvoiceConnection, {
    nullable: true,
    description: "The invoices of the account, in Togai's order. At most 30 seconds old.",
  })
  invoices(
    @Root() { togaiId: accountId }: TogaiAccount,
    @Args(() => TogaiInvoicesArgs) { status = null, ...page }: TogaiInvoicesArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TogaiInvoice>> {
    return connectionOfTokens(`invoices:${accountId}:${status ?? ''}`, page, (token) =>
      context.session(togai).invoicePage({ accountId, status, token }),
    );
  }
}
