import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import type { CustomerEntry } from '../../../../domain/customers/model.js';
import type { RowNumber } from '../../../../domain/uploads/model.js';
import { InvalidCursor } from '../../../../kernel/errors.js';
import { type Connection, connection, PageArgs } from '../../../../schema-kit/connection.js';
import type { RequestContext } from '../../../../schema-kit/context.js';
import { CustomerType } from '../../../../schema-kit/customer.type.js';
import { anyNumbers, countRows, findRows, type RowPlace, type WantedNumbers } from '../../customer-rows/find-rows.js';
import { zuoraRevenue } from '../../session.js';
import type { UploadDesk } from '../../uploads/desk.js';
import {
  RevenueRowCountType,
  RevenueUploadRowConnection,
  type RevenueUploadRowType,
  toRow,
} from './customer-rows.type.js';

@Resolver(() => CustomerType)
export class RevenueCustomerFields {
  @FieldResolver(() => RevenueUploadRowConnection, {
    nullable: true,
    description:
      'Rows of uploads to Zuora Revenue that carry an account or subscription number of the customer: those of the newest upload first, in the order of its parts. Thirty days after an upload ended its rows are forgotten here; what Zuora Revenue made of them is in its reports.',
  })
  async revenueRows(
    @Root() { entry }: CustomerType,
    @Args(() => PageArgs) { first, after = null }: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<RevenueUploadRowType>> {
    const { desk } = context.session(zuoraRevenue);
    const from = after === null ? null : placeOf(after);
    const numbers = await numbersOf(entry, desk, context);
    const { rows, hasMore } = numbers
      ? await findRows(desk, numbers, { first, after: from })
      : { rows: [], hasMore: false };
    const edges = rows.map((row) => ({ node: toRow(row, desk), cursor: cursorOf(row.place) }));
    return connection(edges, { hasNextPage: hasMore, after });
  }

  @FieldResolver(() => [RevenueRowCountType], {
    nullable: true,
    description: 'How many rows carry each number of the customer, without numbers that no row carries.',
  })
  async revenueRowCounts(
    @Root() { entry }: CustomerType,
    @Ctx() context: RequestContext,
  ): Promise<readonly RowNumber[]> {
    const { desk } = context.session(zuoraRevenue);
    const numbers = await numbersOf(entry, desk, context);
    return numbers ? await countRows(desk, numbers) : [];
  }
}

/** Null if there is nothing to look for. Subscriptions are asked for only where rows carry their numbers. */
async function numbersOf(
  customer: CustomerEntry,
  desk: UploadDesk,
  context: RequestContext,
): Promise<WantedNumbers | null> {
  const [accounts, subscriptions] = await Promise.all(
    (['ACCOUNT', 'SUBSCRIPTION'] as const).map(async (kind) =>
      (await anyNumbers(desk, kind)) ? await context.numbersOf(customer, kind) : [],
    ),
  );
  const numbers = { ACCOUNT: accounts ?? [], SUBSCRIPTION: subscriptions ?? [] };
  return numbers.ACCOUNT.length + numbers.SUBSCRIPTION.length === 0 ? null : numbers;
}

const Place = z.tuple([z.string(), z.int(), z.int(), z.int()]);

function cursorOf({ uploadId, part, sequence, line }: RowPlace): string {
  return Buffer.from(JSON.stringify([uploadId, part, sequence, line]), 'utf8').toString('base64url');
}

function placeOf(cursor: string): RowPlace {
  try {
    const [uploadId, part, sequence, line] = Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { uploadId, part, sequence, line };
  } catch {
    throw new InvalidCursor();
  }
}
