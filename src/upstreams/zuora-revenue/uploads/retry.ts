import type { UploadChunk, UploadPart, UploadRecord } from '../../../domain/uploads/model.js';
import { refusal } from '../../../kernel/refusal.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { numberPlaces } from '../customer-rows/numbers.js';
import { SYSTEM } from '../names.js';
import type { ReadFile } from './admit.js';
import { partName, splitRows } from './content/split.js';
import { isJob, optionsOf, rowsPerUpload, UPLOAD_TASK, type UploadDesk } from './desk.js';
import { noteRequest } from './lost.js';

/** Another attempt has another name: the first one's is taken. */
function nextAttempt(upload: UploadRecord, part: UploadPart, digest: string) {
  const attempt = part.attempt + 1;
  const salt = `${upload.id}:${attempt}`;
  const { fileName, parts } = upload;
  return {
    state: 'READY' as const,
    attempt,
    fileName: partName({ fileName, number: part.number, of: parts.length, digest, salt }),
    requestId: null,
    message: null,
  };
}

function partOf(upload: UploadRecord, number: number): UploadPart {
  const part = upload.parts.find((one) => one.number === number);
  if (!part) throw refusal('NOT_FOUND', `The upload has no part ${number}.`, ['input', 'part']);
  return part;
}

/** Puts corrected rows in the place of a part's, and sends it again. */
export async function replaceContent(
  desk: UploadDesk,
  upload: UploadRecord,
  number: number,
  { checked, spool }: ReadFile,
): Promise<void> {
  const part = partOf(upload, number);
  const limit = rowsPerUpload(desk.settings);
  if (checked.lines > limit) {
    throw refusal('INVALID', `The part has ${checked.lines} lines; an upload takes ${limit}.`, ['input', 'csv']);
  }
  const chunks: UploadChunk[] = [];
  const places = numberPlaces(optionsOf(upload).columns);
  const contents = await splitRows(spool.rows(), { partOf: () => number }, places, async (_part, _sequence, chunk) => {
    chunks.push(chunk);
  });
  const again = nextAttempt(upload, part, contents.get(number)?.digest ?? '');
  await desk.book.replacePart(upload.id, number, chunks, { ...again, rows: checked.rows });
  const rows = upload.rows - part.rows + checked.rows;
  await goOn(desk, upload, ['VALIDATING', 'FAILED'], { rows, putToken: null, putPart: null, leaseUntil: null });
}

/** Sends what failed again as it is: one part, or all of them. */
export async function sendAgain(desk: UploadDesk, upload: UploadRecord, number: number | null): Promise<void> {
  const failed = upload.parts.filter((part) => part.state === 'FAILED' && (number === null || part.number === number));
  for (const part of failed) {
    const again = nextAttempt(upload, part, part.fileName);
    await desk.book.changePart(upload.id, part.number, ['FAILED'], again);
  }
  await goOn(desk, upload, ['FAILED'], {});
}

/** A person has looked whether a part arrived whose answer was lost. */
export async function decide(
  desk: UploadDesk,
  upload: UploadRecord,
  number: number,
  { landed, requestId }: { landed: boolean; requestId: number | null },
): Promise<void> {
  const decided = landed
    ? { state: requestId === null ? ('DONE' as const) : ('SENT' as const), requestId, message: null }
    : { state: 'READY' as const, message: null };
  if (landed && requestId !== null) await noteRequest(desk, requestId);
  await desk.book.changePart(upload.id, number, ['UNCERTAIN'], decided);
  await goOn(desk, upload, ['FAILED'], {});
}

async function goOn(
  { book, tasks }: UploadDesk,
  upload: UploadRecord,
  from: readonly string[],
  changes: Parameters<UploadDesk['book']['change']>[2],
): Promise<void> {
  const runs = upload.runs + 1;
  // A job that was not followed to its end is followed again.
  const followed = isJob(upload.jobId);
  const next = { state: followed ? 'COLLECTING' : 'UPLOADING', jobId: followed ? upload.jobId : null };
  const state = { ...next, failure: null, problems: [], problemCount: 0, finishedAt: null };
  if (await book.change(upload.id, from, { ...state, ...changes, runs }))
    await tasks.start(UPLOAD_TASK, upload.id, runs);
}

/** The parts that would be sent again, and under which names. */
export function plannedRetry(upload: UploadRecord, number: number | null, rows: number | null): readonly PlannedCall[] {
  return upload.parts
    .filter(({ state }) => state === 'FAILED' || state === 'READY' || state === 'UNCERTAIN')
    .filter((part) => number === null || part.number === number || part.state === 'READY')
    .map((part) => ({
      system: SYSTEM,
      action: 'createUpload',
      target: part.state === 'FAILED' ? null : part.fileName,
      after: { templatename: upload.template, part: part.number, rows: rows ?? part.rows },
    }));
}

/** What a retry can be about. Throws a Refusal otherwise. */
export function retriable(upload: UploadRecord, number: number | null, decided: boolean): void {
  if (upload.state !== 'FAILED' || upload.parts.length === 0) {
    const why = upload.state === 'FAILED' ? 'its file was refused: make a new upload' : `it is ${upload.state}`;
    throw refusal('CONFLICT', `There is nothing to send again: ${why}.`, ['id']);
  }
  const part = number === null ? null : partOf(upload, number);
  if (part === null) {
    const open = upload.parts.find(({ state }) => state === 'UNCERTAIN');
    if (!open) return;
    const message = `Whether part ${open.number} arrived is not known: look in Zuora Revenue for ${open.fileName}, and say so with "part" and "landed".`;
    throw refusal('INVALID', message, ['input', 'landed']);
  }
  if (part.state === 'UNCERTAIN' && !decided) {
    const message = `Look in Zuora Revenue whether ${part.fileName} arrived, and say so.`;
    throw refusal('INVALID', message, ['input', 'landed']);
  }
  if (part.state !== 'UNCERTAIN' && decided) {
    throw refusal('CONFLICT', `What became of part ${part.number} is known: ${part.state}.`, ['input', 'landed']);
  }
  if (part.state !== 'FAILED' && part.state !== 'UNCERTAIN') {
    throw refusal('CONFLICT', `Part ${part.number} has not failed: it is ${part.state}.`, ['input', 'part']);
  }
}
