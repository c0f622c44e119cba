import type { UploadPart, UploadRecord } from '../../../domain/uploads/model.js';
import { UpstreamError } from '../../../kernel/errors.js';
import { readUploadStatus, uploadCsv } from '../reading/uploads.js';
import { partCsv } from './content/rows.js';
import { nowOf, pollWait, type UploadDesk } from './desk.js';
import { newestRequest, noteRequest } from './lost.js';

/** Nothing can be sent to the tenant at all: the upload ends, and can be taken up again. */
export class TenantRefuses extends Error {
  override readonly name = 'TenantRefuses';
}

// Zuora Revenue takes two at a time of a tenant.
const MOST_AT_ONCE = 2;
// Its answer to an upload may be there before its status is.
const UNKNOWN_LOOKS = 6;
/** Refusals of everything, until somebody changes something at the tenant. */
export const HOPELESS: ReadonlySet<string> = new Set([
  'UPSTREAM_UNAUTHENTICATED',
  'UPSTREAM_FORBIDDEN',
  'UPSTREAM_UNSUPPORTED',
]);

/** The next part that is this upload's to send; null if there is none. Waits for its turn. */
export async function nextPart(desk: UploadDesk, id: string, signal: AbortSignal): Promise<UploadPart | null> {
  const { book, clock, scope } = desk;
  for (let look = 0; ; look += 1) {
    signal.throwIfAborted();
    const baseline = await newestRequest(desk);
    // The first request of all goes alone: where its answer is lost, there is nothing to look for it after.
    const most = baseline === null ? 1 : MOST_AT_ONCE;
    const claimed = await book.claimPart(id, scope, most, { sentAt: nowOf(desk), baseline });
    if (claimed !== 'WAIT') return claimed;
    await clock.wait(pollWait(desk, Math.min(look, 3)), signal);
  }
}

/**
 * Sends a part that was claimed. Afterwards it is SENT, FAILED, LOST, or READY again if it certainly did not arrive.
 * @throws TenantRefuses
 */
export async function sendPart(
  desk: UploadDesk,
  upload: UploadRecord,
  part: UploadPart,
  signal: AbortSignal,
): Promise<void> {
  const { book, client, clock } = desk;
  const { id, template } = upload;
  const csv = await partCsv(book, upload, part.number);
  try {
    const requestId = await uploadCsv(client, { template, fileName: part.fileName, csv }, signal);
    if (requestId === null) throw unanswered();
    await noteRequest(desk, requestId);
    await book.changePart(id, part.number, ['SENDING'], { state: 'SENT', requestId });
  } catch (error) {
    // The end of the process says nothing about the request: the next one looks for it.
    if (signal.aborted || !(error instanceof UpstreamError)) throw error;
    if (error.outcome === 'unknown') {
      await book.changePart(id, part.number, ['SENDING'], { state: 'LOST' });
    } else if (error.retryable) {
      await book.changePart(id, part.number, ['SENDING'], { state: 'READY' });
      await clock.wait(Math.max(error.retryAfterMs ?? 0, pollWait(desk, 1)), signal);
    } else if (HOPELESS.has(error.code)) {
      await book.changePart(id, part.number, ['SENDING'], { state: 'READY' });
      throw new TenantRefuses(error.message);
    } else {
      await book.changePart(id, part.number, ['SENDING'], { state: 'FAILED', message: error.message });
    }
  }
}

function unanswered(): UpstreamError {
  return new UpstreamError('', 'UPSTREAM_INVALID_RESPONSE', '', { outcome: 'unknown' });
}

/** Waits until the rows of a part are in staging, or refused as a whole. */
export async function followPart(
  desk: UploadDesk,
  upload: UploadRecord,
  { number, requestId }: Pick<UploadPart, 'number' | 'requestId'>,
  signal: AbortSignal,
): Promise<void> {
  const { book, client, clock } = desk;
  if (requestId === null) return;
  let unknown = 0;
  for (let look = 0; ; look += 1) {
    const status = await patiently(desk, look, signal, () => readUploadStatus(client, requestId, signal));
    unknown = status === null ? unknown + 1 : 0;
    const [state, message] =
      status === null
        ? (['FAILED', `Zuora Revenue does not know the request ${requestId}.`] as const)
        : ([status.outcome === 'DONE' ? 'DONE' : 'FAILED', status.words] as const);
    if (status === null ? unknown >= UNKNOWN_LOOKS : status.outcome !== 'UNDER_WAY') {
      await book.changePart(upload.id, number, ['SENT'], { state, message: state === 'DONE' ? null : message });
      return;
    }
    await clock.wait(pollWait(desk, look), signal);
  }
}

/** What is only read is asked for until it comes, or until it is certain that it will not. */
export async function patiently<T>(
  desk: UploadDesk,
  look: number,
  signal: AbortSignal,
  read: () => Promise<T>,
): Promise<T> {
  for (let again = look; ; again += 1) {
    try {
      return await read();
    } catch (error) {
      if (signal.aborted || !(error instanceof UpstreamError) || !error.retryable) throw error;
      await desk.clock.wait(Math.max(error.retryAfterMs ?? 0, pollWait(desk, again)), signal);
    }
  }
}
