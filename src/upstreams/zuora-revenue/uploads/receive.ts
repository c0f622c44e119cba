import type { UploadRecord } from '../../../domain/uploads/model.js';
import { Refusal, refusal } from '../../../kernel/refusal.js';
import type { UploadTemplate } from '../model.js';
import { readTemplate } from '../reading/mappings.js';
import { admit, type ReadFile, readFile, refuseTwin } from './admit.js';
import { nowOf, optionsOf, type UploadDesk } from './desk.js';
import { replaceContent } from './retry.js';

const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

/**
 * Takes the file that an upload waits for. What is wrong with it stands in the upload afterwards.
 * @throws Refusal while somebody else is sending it; whatever broke the stream, and then the address takes it again
 */
export async function receiveFile(
  desk: UploadDesk,
  upload: UploadRecord,
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const { book, clock } = desk;
  const { id, putPart } = upload;
  const lease = () => ({ leaseUntil: new Date(clock.now() + LEASE_MS).toISOString() });
  // A part that is corrected belongs to an upload that has failed.
  const before = putPart === null ? 'WAITING_FOR_FILE' : 'FAILED';
  const claimed = await book.claimFile(id, [before, 'VALIDATING'], { state: 'VALIDATING', ...lease() }, nowOf(desk));
  if (!claimed) throw refusal('CONFLICT', 'Somebody is sending the file already, or it was sent.');
  const timer = setInterval(() => void book.change(id, ['VALIDATING'], lease()).catch(() => {}), RENEW_MS);
  try {
    const template = await readTemplate(desk.client, upload.template, { signal });
    if (!template) throw refusal('NOT_FOUND', `There is no upload template ${upload.template}.`);
    const file = await readFile(desk, template, source);
    try {
      await (file.checked.problemCount > 0 ? refuseFile(desk, upload, file) : take(desk, upload, template, file));
    } finally {
      await file.spool.remove();
    }
  } catch (error) {
    const refused = error instanceof Refusal;
    await book.change(id, ['VALIDATING'], {
      state: refused ? 'FAILED' : before,
      leaseUntil: null,
      ...(refused && { failure: error.message, ...(putPart === null && { putToken: null, finishedAt: nowOf(desk) }) }),
    });
    if (!refused) throw error;
  } finally {
    clearInterval(timer);
  }
}

async function take(desk: UploadDesk, upload: UploadRecord, template: UploadTemplate, file: ReadFile): Promise<void> {
  if (upload.putPart !== null) return await replaceContent(desk, upload, upload.putPart, file);
  const options = { ...optionsOf(upload), columns: template.columns.map(({ label, field }) => ({ label, field })) };
  const namesTaken = await refuseTwin(
    desk,
    { id: upload.id, template: upload.template, again: options.again },
    file.checked.digest,
  );
  await desk.book.change(upload.id, ['VALIDATING'], { options });
  await admit(desk, { ...upload, options }, file, namesTaken);
}

async function refuseFile({ book, clock }: UploadDesk, upload: UploadRecord, { checked }: ReadFile): Promise<void> {
  const { problems, problemCount, rows } = checked;
  const many = problemCount === 1 ? '1 problem' : `${problemCount.toLocaleString('en')} problems`;
  await book.change(upload.id, ['VALIDATING'], {
    state: 'FAILED',
    leaseUntil: null,
    problems,
    problemCount,
    failure: `The file has ${many}; nothing of it was sent.`,
    ...(upload.putPart === null && { rows, putToken: null, finishedAt: nowOf({ clock }) }),
  });
}
