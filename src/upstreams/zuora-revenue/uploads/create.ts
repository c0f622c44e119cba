import { randomBytes } from 'node:crypto';
import type { UploadRecord } from '../../../domain/uploads/model.js';
import { type Problem, Refusal, refusal } from '../../../kernel/refusal.js';
import { globalId } from '../../../schema-kit/global-id.js';
import type { PlannedCall } from '../../../schema-kit/mutation.js';
import { type FileProblem, sentence } from '../check/problems.js';
import { isTransactions } from '../check/row-rules.js';
import { NO_PLACES } from '../customer-rows/numbers.js';
import type { UploadTemplate } from '../model.js';
import { SYSTEM, UPLOAD_PREFIX } from '../names.js';
import type { Collection } from '../reading/jobs.js';
import { readTemplate } from '../reading/mappings.js';
import { admit, type ReadFile, readFile, refuseTwin } from './admit.js';
import { partName, planParts, splitRows } from './content/split.js';
import { nowOf, rowsPerUpload, type StageErrorKind, type UploadDesk, type UploadOptions } from './desk.js';

/** What is to be uploaded: CSV, or nothing yet, and then an address takes it. */
export interface WantedUpload {
  readonly template: string;
  readonly fileName: string;
  readonly kind: StageErrorKind | null;
  readonly collect: Collection | null;
  readonly again: boolean;
  readonly key: string | null;
  /** Null where an address is to take it. */
  readonly csv: ((template: UploadTemplate) => string) | null;
  /** Where a problem of the content belongs in the caller's input. */
  readonly fieldOf: (problem: FileProblem) => readonly string[];
}

export interface CreatedUpload {
  readonly upload: UploadRecord | null;
  readonly plan?: readonly PlannedCall[];
}

export async function createUpload(
  desk: UploadDesk,
  wanted: WantedUpload,
  { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<CreatedUpload> {
  const template = await templateFor(desk, wanted.template, signal);
  const options: UploadOptions = {
    kind: wanted.kind ?? (isTransactions(template) ? 'TRANSACTION' : 'EVENT'),
    columns: template.columns.map(({ label, field }) => ({ label, field })),
    collect: wanted.collect,
    again: wanted.again,
  };
  if (wanted.csv === null) {
    const plan = [{ system: SYSTEM, action: 'createUpload', target: null, after: { templatename: template.name } }];
    if (dryRun) return { upload: null, plan };
    const waiting = newUpload(desk, wanted, options, { state: 'WAITING_FOR_FILE', putToken: token() });
    return { upload: await kept(desk, waiting, wanted.key, null) };
  }
  const file = await readFile(desk, template, once(Buffer.from(wanted.csv(template))));
  try {
    refuseProblems(file, wanted.fieldOf);
    if (dryRun) return { upload: null, plan: await planned(desk, wanted, file) };
    const upload = newUpload(desk, wanted, options, { state: 'VALIDATING', putToken: null });
    const there = await kept(desk, upload, wanted.key, file.checked.digest);
    if (there.state !== 'VALIDATING') return { upload: there };
    try {
      const { template: name, again } = wanted;
      const namesTaken = await refuseTwin(desk, { id: there.id, template: name, again }, file.checked.digest);
      await admit(desk, there, file, namesTaken);
    } catch (error) {
      const failure = error instanceof Refusal ? error.message : null;
      await desk.book.change(there.id, ['VALIDATING'], { state: 'FAILED', failure, finishedAt: nowOf(desk) });
      throw error;
    }
    return { upload: await desk.book.get(there.id) };
  } finally {
    await file.spool.remove();
  }
}

export async function templateFor({ client }: UploadDesk, name: string, signal: AbortSignal): Promise<UploadTemplate> {
  const field = ['input', 'template'];
  // It travels in a header.
  if (!/^[\x20-\x7e\xa0-\xff]+$/.test(name)) throw refusal('INVALID', 'A template has no such name.', field);
  const template = await readTemplate(client, name, { signal });
  if (!template) throw refusal('NOT_FOUND', `There is no upload template ${name}.`, field);
  return template;
}

/** The first thousand, and how many there are beyond them. */
export function refuseProblems({ checked }: ReadFile, fieldOf: WantedUpload['fieldOf']): void {
  const { problems, problemCount } = checked;
  if (problemCount === 0) return;
  const told: Problem[] = problems.map((problem) => ({
    code: 'INVALID',
    message: sentence(problem),
    field: fieldOf(problem),
  }));
  const more = problemCount - problems.length;
  const rest: Problem = { code: 'INVALID', message: `There are ${more} more problems.`, field: ['input'] };
  throw new Refusal(more > 0 ? [...told, rest] : told);
}

export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** What is there already under the key, if it is the same. */
async function kept(
  { book }: UploadDesk,
  upload: UploadRecord,
  key: string | null,
  digest: string | null,
): Promise<UploadRecord> {
  const there = await book.create(upload, key);
  const same =
    there.template === upload.template &&
    there.fileName === upload.fileName &&
    (digest === null || there.digest === null || there.digest === digest);
  if (there.id === upload.id || same) return there;
  const message = 'This idempotencyKey was used for something else: take a new one.';
  throw refusal('CONFLICT', message, ['idempotencyKey']);
}

function newUpload(
  { ids, clock, scope }: UploadDesk,
  { template, fileName }: WantedUpload,
  options: UploadOptions,
  start: Pick<UploadRecord, 'state' | 'putToken'>,
): UploadRecord {
  return {
    id: globalId(UPLOAD_PREFIX, ids.next()),
    scope,
    fileName,
    template,
    options,
    rows: 0,
    digest: null,
    problems: [],
    problemCount: 0,
    failure: null,
    jobId: null,
    putPart: null,
    readToken: token(),
    leaseUntil: null,
    runs: 0,
    createdAt: nowOf({ clock }),
    finishedAt: null,
    parts: [],
    ...start,
  };
}

/** Opens an address to whoever has it. */
export function token(): string {
  return randomBytes(24).toString('base64url');
}

async function planned(desk: UploadDesk, wanted: WantedUpload, { checked, spool }: ReadFile): Promise<PlannedCall[]> {
  const plan = planParts(checked.groups, rowsPerUpload(desk.settings));
  const contents = await splitRows(spool.rows(), plan, NO_PLACES, async () => {});
  const { fileName, template: templatename } = wanted;
  return [...contents]
    .sort(([one], [other]) => one - other)
    .map(([number, { rows, digest }]) => ({
      system: SYSTEM,
      action: 'createUpload',
      target: partName({ fileName, number, of: plan.parts, digest, salt: '' }),
      after: { templatename, rows },
    }));
}
