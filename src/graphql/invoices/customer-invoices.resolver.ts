import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { type ConnectionKey, handleOf } from '../../domain/connections/key.js';
import { seenFrom } from '../../domain/connections/view.js';
import type { CustomerEntry } from '../../domain/customers/model.js';
import { mergedInvoices } from '../../domain/invoices/merge.js';
import type { Invoice } from '../../domain/invoices/model.js';
import type { InvoiceSource } from '../../domain/invoices/ports.js';
import { type Connection, connection, PageArgs } from '../../schema-kit/connection.js';
import { CustomerType } from '../../schema-kit/customer.type.js';
import { markedId } from '../connections/marked-id.js';
import type { GatewayContext } from '../context.js';
import { isKnownTo } from '../customers/sources.js';
import { InvoiceConnection } from './invoice.type.js';

@Resolver(() => CustomerType)
export class CustomerInvoices {
  @FieldResolver(() => InvoiceConnection, {
    nullable: true,
    description:
      'The invoices of every system, newest first; null if the customer is in no system that bills. A system that cannot ' +
      'be read leaves an error at this path, and its invoices come behind the last cursor when it is back.',
  })
  async invoices(
    @Root() { entry }: CustomerType,
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Ctx() context: GatewayContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Invoice> | null> {
    const sources = context.systems.flatMap(({ key, upstream: { schema } }): InvoiceSource[] =>
      schema.invoice && isKnownTo(key, entry) ? [invoicesThrough(key, entry, context)] : [],
    );
    if (sources.length === 0) return null;
    const { items, hasNextPage, failures } = await mergedInvoices(sources, { first, after });
    for (const { error } of failures) context.failedInPart(info.path, error);
    const page = connection(items, { hasNextPage, after });
    // A page that is empty because a system is away is asked for again from the same place.
    return { ...page, pageInfo: { ...page.pageInfo, endCursor: page.pageInfo.endCursor ?? after } };
  }
}

/** The invoices that a connection has of the customer; what they show leads back to it. */
function invoicesThrough(key: ConnectionKey, entry: CustomerEntry, context: GatewayContext): InvoiceSource {
  const handle = handleOf(key);
  return {
    system: key,
    async page(request) {
      const found = await context.sessionOf(key).invoicesOf?.(seenFrom(entry, key), request);
      if (!found) return { rows: [], hasMore: false };
      if (handle === null) return found;
      const rows = found.rows.map(({ invoice, place }) => {
        context.routes.noteObject(invoice.native, key);
        return { place, invoice: { ...invoice, id: markedId(invoice.id, handle) } };
      });
      return { ...found, rows };
    },
  };
}
