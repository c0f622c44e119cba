import { UpstreamError } from '../../../kernel/errors.js';
import type { RevenueClient } from '../client.js';
import type { TransferBatch, TransferPage } from '../model.js';
import { BatchAnswer, JournalListAnswer } from '../wire.js';

/** The batches of journal entries that wait to be taken into the general ledger. */
export async function readTransferBatches(
  client: RevenueClient,
  signal: AbortSignal,
): Promise<readonly TransferBatch[]> {
  const call = { operation: 'getTransferBatchList', path: '/v1/journal/list', schema: JournalListAnswer, signal };
  return ((await client.find(call))?.result ?? []).map((batch) => ({
    batchId: batch.id,
    name: batch.name,
    status: batch.status,
    createdAt: batch.crtd_dt,
    createdBy: batch.crtd_by,
    updatedAt: batch.updt_dt,
  }));
}

/** A page of the entries of a batch, the first being 1, at most 10,000 to a page. */
export async function readTransferPage(
  client: RevenueClient,
  { batchId, page, pageSize }: { batchId: number; page: number; pageSize: number },
  signal: AbortSignal,
): Promise<TransferPage> {
  const path = `/v1/journal/batch/${batchId}/${page}`;
  const query = { pagesize: String(pageSize) };
  const answer = await client.find({ operation: 'getTransferBatch', path, query, schema: BatchAnswer, signal });
  // The reference documents `status` alone; the entries are the one list beside it.
  const rows = Object.values(answer ?? {}).find((value): value is unknown[] => Array.isArray(value)) ?? [];
  return { rows, hasMore: rows.length === pageSize };
}

/**
 * Tells that a batch is in the general ledger. A lost answer is looked up: what is transferred is not listed any more.
 */
export async function confirmTransfer(client: RevenueClient, batchId: number, signal: AbortSignal): Promise<void> {
  const call = { operation: 'updateTransferBatchStatus', method: 'PUT', signal } as const;
  try {
    await client.answer({ ...call, path: `/v1/journal/batch/status/${batchId}` });
  } catch (error) {
    if (!(error instanceof UpstreamError) || error.outcome !== 'unknown') throw error;
    const waiting = await readTransferBatches(client, signal);
    if (waiting.some((batch) => batch.batchId === batchId)) throw error.withOutcome('not_applied');
  }
}
