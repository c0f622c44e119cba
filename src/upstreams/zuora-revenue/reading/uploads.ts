import { UpstreamError } from '../../../kernel/errors.js';
import type { RevenueClient } from '../client.js';
import { StageErrorAnswer, UploadAnswer, UploadStatusAnswer } from '../wire.js';

export interface CsvUpload {
  readonly template: string;
  /** Unique in the tenant. */
  readonly fileName: string;
  readonly csv: string;
}

/** Uploads up to twenty thousand lines and gives the id of the request. Never repeated here. */
export async function uploadCsv(
  client: RevenueClient,
  { template, fileName, csv }: CsvUpload,
  signal: AbortSignal,
): Promise<number | null> {
  const answer = await client.find({
    operation: 'createUpload',
    method: 'POST',
    path: '/v1/csv/upload',
    headers: { 'content-type': 'text/plain; charset=utf-8', templatename: template, filename: fileName },
    body: csv,
    schema: UploadAnswer,
    lane: 'background',
    signal,
  });
  return answer?.result.id ?? null;
}

export interface RequestStatus {
  readonly outcome: 'UNDER_WAY' | 'DONE' | 'FAILED';
  readonly words: string;
}

/**
 * What became of an upload; null if there is none of this id. The reference shows "Successfully Uploaded" only: other words
 * than of success and failure count as being under way.
 */
export async function readUploadStatus(
  client: RevenueClient,
  id: number,
  signal: AbortSignal,
): Promise<RequestStatus | null> {
  const call = { operation: 'getUploadStatus', path: '/v1/csv/upload/status', query: { id: String(id) } };
  try {
    const answer = await client.find({ ...call, schema: UploadStatusAnswer, lane: 'background', signal });
    if (answer === null) return null;
    const { status, message } = answer.result;
    const words = [status, message].filter((text) => text !== '').join(': ');
    if (/fail|error|reject/i.test(status)) return { outcome: 'FAILED', words };
    return { outcome: /success|staged|complete/i.test(status) ? 'DONE' : 'UNDER_WAY', words };
  } catch (error) {
    if (error instanceof UpstreamError && error.code === 'UPSTREAM_REJECTED') return null;
    throw error;
  }
}

export interface StageError {
  readonly errorId: string;
  readonly message: string;
  readonly uploadId: string | null;
  readonly soNum: string | null;
  readonly soLineId: string | null;
  readonly invLineId: string | null;
  readonly createdAt: string | null;
}

/** Every row of the tenant that failed in staging: there is no filter, and there are no pages. */
export async function readStageErrors(
  client: RevenueClient,
  kind: 'TRANSACTION' | 'EVENT',
  signal: AbortSignal,
): Promise<readonly StageError[]> {
  const path = `/v1/stage/error/${kind.toLowerCase()}`;
  const answer = await client.find({ operation: 'getStageErrors', path, schema: StageErrorAnswer, signal });
  return (answer?.Result ?? []).map((error) => ({
    errorId: String(error.id),
    message: error.err_msg,
    uploadId: error.upload_id,
    soNum: error.so_num,
    soLineId: error.so_line_id,
    invLineId: error.inv_line_id,
    createdAt: error.crtd_dt,
  }));
}
