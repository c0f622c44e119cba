import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../../kernel/errors.js';
import { refusal } from '../../../kernel/refusal.js';
import { Needs } from '../../../schema-kit/access.js';
import type { RequestContext } from '../../../schema-kit/context.js';
import { answered } from '../../../schema-kit/mutation.js';
import { DateTimeScalar } from '../../../schema-kit/scalars.js';
import { biViewPath, biViewQuery } from '../bi-view-route.js';
import type { TransferBatch, TransferPage } from '../model.js';
import { SYSTEM } from '../names.js';
import { countBiRows, readBiColumns } from '../reading/bi-views.js';
import { confirmTransfer, readTransferBatches, readTransferPage } from '../reading/transfers.js';
import { zuoraRevenue } from '../session.js';
import {
  RevenueBiViewType,
  RevenueTransferBatchType,
  RevenueTransferPageType,
  RevenueTransferPayload,
} from './finance.type.js';

const LARGEST_PAGE = 10_000;

@Resolver(() => RevenueBiViewType)
export class RevenueFinanceResolver {
  @Needs('read')
  @Query(() => [RevenueTransferBatchType], {
    description: 'The batches that wait to be taken into the general ledger.',
  })
  revenueTransferBatches(@Ctx() context: RequestContext): Promise<readonly TransferBatch[]> {
    const { client, signal } = context.session(zuoraRevenue);
    return readTransferBatches(client, signal);
  }

  @Needs('read')
  @Query(() => RevenueTransferPageType, { description: 'The entries of a batch, a page at a time.' })
  revenueTransferBatchPage(
    @Arg('batchId', () => Int, { description: 'The batch: see `revenueTransferBatches`.' }) batchId: number,
    @Arg('page', () => Int, { defaultValue: 1, description: 'The page, from 1.' }) page: number,
    @Arg('pageSize', () => Int, { defaultValue: 1_000, description: 'How many entries, at most 10,000.' })
    pageSize: number,
    @Ctx() context: RequestContext,
  ): Promise<TransferPage> {
    if (page < 1 || pageSize < 1 || pageSize > LARGEST_PAGE) {
      throw new InvalidInput(`Pages begin at 1 and have 1 to ${LARGEST_PAGE} entries.`);
    }
    const { client, signal } = context.session(zuoraRevenue);
    return readTransferPage(client, { batchId, page, pageSize }, signal);
  }

  @Needs('finance')
  @Mutation(() => RevenueTransferPayload, {
    description:
      'Tells Zuora Revenue that a batch is in the general ledger: it is Transferred then, and not listed any more. A lost answer is looked up.',
  })
  revenueTransferBatchConfirm(
    @Arg('batchId', () => Int, { description: 'The batch: see `revenueTransferBatches`.' }) batchId: number,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'Whether to check everything and to say what would be sent, without sending it.',
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<RevenueTransferPayload> {
    const { client, signal } = context.session(zuoraRevenue);
    return answered(async (): Promise<Pick<RevenueTransferPayload, 'batchId' | 'plan'>> => {
      const waiting = await readTransferBatches(client, signal);
      if (!waiting.some((batch) => batch.batchId === batchId)) {
        throw refusal('NOT_FOUND', `No batch ${batchId} is ready to be transferred.`, ['batchId']);
      }
      const step = { system: SYSTEM, action: 'updateTransferBatchStatus', target: String(batchId), after: null };
      if (dryRun) return { batchId: null, plan: [step] };
      await confirmTransfer(client, batchId, signal);
      return { batchId };
    });
  }

  @Needs('finance')
  @Query(() => RevenueBiViewType, {
    nullable: true,
    description: 'A BI view: its columns, and an address of its rows; null if there is none of this name.',
  })
  async revenueBiView(
    @Arg('name', () => String, { description: 'The name of the view.' }) name: string,
    @Arg('from', () => DateTimeScalar, { description: 'From when on rows were changed.' }) from: string,
    @Arg('to', () => DateTimeScalar, { description: 'Until when.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<Omit<RevenueBiViewType, never> | null> {
    const { client, settings, links, desk, signal } = context.session(zuoraRevenue);
    biViewQuery(settings, { name, from, to });
    const columns = await readBiColumns(client, name, signal);
    if (columns === null) return null;
    const csvUrl = desk.addressOf(biViewPath(await links.sign({ name, from, to })));
    return Object.assign(new RevenueBiViewType(), { name, from, to, columns, csvUrl });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many rows it has in that time. Zuora Revenue counts them by reading the whole view.',
  })
  rowCount(@Root() view: RevenueBiViewType, @Ctx() context: RequestContext): Promise<number | null> {
    const { client, settings, signal } = context.session(zuoraRevenue);
    return countBiRows(client, biViewQuery(settings, view), signal);
  }
}
