import type { UploadRecord } from '../../../domain/uploads/model.js';
import { refusal } from '../../../kernel/refusal.js';
import { type CheckedFile, checkFile } from '../check/check-file.js';
import { numberPlaces } from '../customer-rows/numbers.js';
import type { UploadTemplate } from '../model.js';
import { csvLine } from './content/rows.js';
import { partName, planParts, readyPart, splitRows } from './content/split.js';
import { Spool } from './content/spool.js';
import { optionsOf, rowsPerUpload, UPLOAD_TASK, type UploadDesk } from './desk.js';

/** A file that was looked at, and its rows. `spool` is to be removed by whoever asked. */
export interface ReadFile {
  readonly checked: CheckedFile;
  readonly spool: Spool;
}

/** Reads a file, says what is wrong with it, and keeps its rows at hand. */
export async function readFile(
  desk: UploadDesk,
  template: UploadTemplate,
  source: AsyncIterable<Uint8Array>,
): Promise<ReadFile> {
  const spool = await Spool.open();
  try {
    const checked = await checkFile(source, {
      template,
      rowsPerUpload: rowsPerUpload(desk.settings),
      mayHoldCardNumber: desk.mayHoldCardNumber,
      onRow: ({ line, cells, group }) => spool.add({ line, group, text: csvLine(cells) }),
    });
    return { checked, spool };
  } catch (error) {
    await spool.remove();
    throw error;
  }
}

/**
 * Refuses a file that was uploaded before: its rows would be there twice. One of which nothing arrived may come again.
 * Gives whether names made of its content are taken.
 */
export async function refuseTwin(
  { book, scope }: UploadDesk,
  { id, template, again }: { id: string | null; template: string; again: boolean },
  digest: string,
): Promise<boolean> {
  const twins = (await book.twins(scope, template, digest)).filter((twin) => twin.id !== id);
  const twin = again ? undefined : twins.find(mayHaveArrived);
  if (!twin) return twins.length > 0;
  const day = twin.createdAt.slice(0, 10);
  const message = `The same file was uploaded on ${day} as ${twin.id}: its rows would be there twice. Set "again" to upload it all the same.`;
  throw refusal('CONFLICT', message, ['input', 'again']);
}

function mayHaveArrived({ state, parts }: UploadRecord): boolean {
  return state !== 'FAILED' || parts.some((part) => part.state !== 'FAILED' && part.state !== 'READY');
}

/** Stores a file without problems in parts, and starts sending them. Throws a Refusal if the same one came meanwhile. */
export async function admit(
  desk: UploadDesk,
  upload: UploadRecord,
  { checked, spool }: ReadFile,
  namesTaken: boolean,
): Promise<void> {
  const { book, settings, tasks } = desk;
  const { id, fileName } = upload;
  const plan = planParts(checked.groups, rowsPerUpload(settings));
  await book.dropChunks(id);
  const places = numberPlaces(optionsOf(upload).columns);
  const contents = await splitRows(spool.rows(), plan, places, (part, sequence, chunk) =>
    book.addChunk(id, part, sequence, chunk),
  );
  const salt = namesTaken ? id : '';
  const parts = [...contents]
    .sort(([one], [other]) => one - other)
    .map(([number, { rows, digest }]) =>
      readyPart(number, rows, partName({ fileName, number, of: plan.parts, digest, salt })),
    );
  const runs = upload.runs + 1;
  const accepted = await book.accept(
    id,
    ['VALIDATING'],
    parts,
    { state: 'UPLOADING', rows: checked.rows, digest: checked.digest, putToken: null, leaseUntil: null, runs },
    !optionsOf(upload).again,
  );
  if (accepted === 'ACCEPTED') await tasks.start(UPLOAD_TASK, id, runs);
  if (accepted !== 'TWIN') return;
  await book.dropChunks(id);
  const message = 'The same file is being uploaded by somebody else. Set "again" to upload it all the same.';
  throw refusal('CONFLICT', message, ['input', 'again']);
}
