import type { UploadRecord } from '../../../domain/uploads/model.js';
import { UpstreamError } from '../../../kernel/errors.js';
import type { DurableTask } from '../../../kernel/writing/durable-task.js';
import { readCollectionJob, startCollection } from '../reading/jobs.js';
import { readStageErrors } from '../reading/uploads.js';
import { nowOf, optionsOf, pollWait, UPLOAD_TASK, type UploadDesk } from './desk.js';
import { oneLookAtATime } from './lost.js';
import { matchStageErrors } from './match.js';
import { followPart, HOPELESS, nextPart, patiently, sendPart, TenantRefuses } from './send.js';

const LANES = 2;
/** Stands for the id of a job while its request is under way. */
const SUBMITTING = 'submitting';
const UNDER_WAY: ReadonlySet<string> = new Set(['PENDING', 'RUNNING', 'UNKNOWN']);

/** Takes uploads from their parts in the store to rows in staging and, if asked, through data collection. */
export function uploadTask(desk: UploadDesk): DurableTask {
  const findLost = oneLookAtATime(desk);
  return {
    kind: UPLOAD_TASK,
    async advance(id, signal) {
      const upload = await desk.book.get(id);
      if (upload?.state !== 'UPLOADING' && upload?.state !== 'COLLECTING') return false;
      try {
        return await (upload.state === 'UPLOADING'
          ? sendParts(desk, upload, findLost, signal)
          : collect(desk, upload, signal));
      } catch (error) {
        if (signal.aborted || !(error instanceof UpstreamError) || !HOPELESS.has(error.code)) throw error;
        // Where it stands is kept: sent again it goes on from there.
        const failed = { state: 'FAILED', failure: error.message, finishedAt: nowOf(desk) };
        await desk.book.change(id, [upload.state], failed);
        return false;
      }
    },
  };
}

async function sendParts(
  desk: UploadDesk,
  upload: UploadRecord,
  findLost: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const { book } = desk;
  const { id } = upload;
  // Nobody else sends parts of this upload: what is under way was left by a process that ended.
  for (const { number, state } of upload.parts) {
    if (state === 'SENDING') await book.changePart(id, number, ['SENDING'], { state: 'LOST' });
  }
  if (upload.parts.some(({ state }) => state === 'SENDING' || state === 'LOST')) await findLost(signal);
  const left = ((await book.get(id))?.parts ?? []).filter(({ state }) => state === 'SENT');

  let refusedBy: TenantRefuses | null = null;
  const lane = async () => {
    for (let part = left.shift(); part; part = left.shift()) await followPart(desk, upload, part, signal);
    while (refusedBy === null) {
      const next = await nextPart(desk, id, signal);
      if (next === null) return;
      try {
        await sendPart(desk, upload, next, signal);
      } catch (error) {
        if (!(error instanceof TenantRefuses)) throw error;
        refusedBy = error;
        return;
      }
      const current = () => book.get(id).then((now) => now?.parts.find(({ number }) => number === next.number));
      if ((await current())?.state === 'LOST') await findLost(signal);
      const sent = await current();
      if (sent?.state === 'SENT') await followPart(desk, upload, sent, signal);
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const broken = lanes.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  const refusal = refusedBy as TenantRefuses | null;
  if (refusal !== null) {
    await book.change(id, ['UPLOADING'], { state: 'FAILED', failure: refusal.message, finishedAt: nowOf(desk) });
    return false;
  }
  return await conclude(desk, id, signal);
}

/** All parts have come to an end: what became of their rows? */
async function conclude(desk: UploadDesk, id: string, signal: AbortSignal): Promise<boolean> {
  const { book } = desk;
  const upload = await book.get(id);
  if (!upload) return false;
  // Another lane may have given a part back while this one ended.
  if (upload.parts.some(({ state }) => state === 'READY' || state === 'SENT' || state === 'LOST')) return true;
  const errors = await refreshErrors(desk, upload, signal);
  const bad = upload.parts.filter(({ state }) => state !== 'DONE');
  const finishedAt = nowOf(desk);
  if (bad.length > 0) {
    await book.change(id, ['UPLOADING'], { state: 'FAILED', failure: failureOf(upload, bad), finishedAt });
    return false;
  }
  const staged = errors > 0 ? 'STAGED_WITH_ERRORS' : 'STAGED';
  const follows = optionsOf(upload).collect !== null;
  await book.change(id, ['UPLOADING'], follows ? { state: 'COLLECTING' } : { state: staged, finishedAt });
  return follows;
}

function failureOf({ parts }: UploadRecord, bad: UploadRecord['parts']): string {
  const [first] = bad;
  const many = parts.length === 1 ? 'The upload' : `${bad.length} of ${parts.length} parts`;
  return `${many} failed. ${parts.length === 1 ? '' : `Part ${first?.number}: `}${first?.message ?? ''}`.trim();
}

/** Asks for stage errors again and keeps those of this upload; gives how many there are. */
export async function refreshErrors(desk: UploadDesk, upload: UploadRecord, signal: AbortSignal): Promise<number> {
  if (!upload.parts.some(({ state }) => state === 'DONE')) return 0;
  const all = await readStageErrors(desk.client, optionsOf(upload).kind, signal);
  const ours = await matchStageErrors(desk.book, upload, all);
  await desk.book.replaceErrors(upload.id, ours);
  return ours.length;
}

async function collect(desk: UploadDesk, upload: UploadRecord, signal: AbortSignal): Promise<boolean> {
  const { book, client, clock } = desk;
  const { id, jobId } = upload;
  const { collect: wanted } = optionsOf(upload);
  const end = async (state: string, failure: string | null) => {
    // What failed and is sent again starts a job of its own.
    const job = state === 'FAILED' ? { jobId: null } : {};
    await book.change(id, ['COLLECTING'], { state, failure, ...job, finishedAt: nowOf(desk) });
    return false;
  };
  if (wanted === null) return await end('STAGED', null);
  if (jobId === SUBMITTING) {
    return await end(
      'FAILED',
      'The rows are in staging. Whether data collection began is not known, because its answer was lost: look in Zuora Revenue, and if it did not, send the upload again, which sends no rows.',
    );
  }
  if (jobId === null) {
    await book.change(id, ['COLLECTING'], { jobId: SUBMITTING });
    try {
      await book.change(id, ['COLLECTING'], { jobId: await startCollection(client, wanted, { signal }) });
    } catch (error) {
      if (signal.aborted || !(error instanceof UpstreamError)) throw error;
      if (error.outcome === 'unknown') return true;
      await book.change(id, ['COLLECTING'], { jobId: null });
      if (!error.retryable) return await end('FAILED', `The rows are in staging. Data collection: ${error.message}`);
      await clock.wait(Math.max(error.retryAfterMs ?? 0, pollWait(desk, 1)), signal);
    }
    return true;
  }
  for (let look = 0; ; look += 1) {
    const job = await patiently(desk, look, signal, () => readCollectionJob(client, jobId, { signal }));
    if (job === null) return await end('FAILED', `Zuora Revenue does not know the data collection job ${jobId}.`);
    if (!UNDER_WAY.has(job.status)) {
      if (job.status === 'COMPLETED') return await end('COLLECTED', null);
      const said = `Data collection (job ${jobId}) ended as ${job.rawStatus}${job.failure ? `: ${job.failure}` : '.'}`;
      return job.status === 'WARNING'
        ? await end('COLLECTED', said)
        : await end('FAILED', `The rows are in staging. ${said}`);
    }
    await clock.wait(pollWait(desk, look), signal);
  }
}
