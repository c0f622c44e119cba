import type { UploadRecord, UploadRowError } from '../../../domain/uploads/model.js';
import type { UploadBook } from '../../../domain/uploads/ports.js';
import { fieldPlace } from '../check/row-rules.js';
import type { StageError } from '../reading/uploads.js';
import { cellsOf, rowsOfPart } from './content/rows.js';
import { optionsOf } from './desk.js';

// Clocks of the tenant and of ours.
const SKEW_MS = 300_000;

/**
 * The stage errors that belong to the parts of an upload, each with its line. Errors have no line number: they are matched
 * by the ids of invoice line and order line, within the part whose request they name. Where an error names a request that
 * is not one of ours, its ids decide, if it came up after the part was sent.
 */
export async function matchStageErrors(
  book: UploadBook,
  upload: UploadRecord,
  errors: readonly StageError[],
): Promise<readonly UploadRowError[]> {
  const parts = upload.parts.filter(({ state }) => state === 'DONE');
  const ours = new Map(
    parts.flatMap(({ requestId, number }) => (requestId === null ? [] : [[String(requestId), number]])),
  );
  const sent = Math.min(...parts.flatMap(({ sentAt }) => (sentAt === null ? [] : [Date.parse(sentAt)])));
  const named = errors.filter(({ uploadId }) => uploadId !== null && ours.has(uploadId));
  const others = errors.filter(
    ({ uploadId, createdAt }) =>
      (uploadId === null || !ours.has(uploadId)) && createdAt !== null && Date.parse(createdAt) >= sent - SKEW_MS,
  );
  if (named.length === 0 && others.length === 0) return [];

  const found: UploadRowError[] = [];
  const open = new OpenErrors([...named, ...others], ours);
  const template = {
    name: '',
    dateFormat: null,
    columns: optionsOf(upload).columns.map((one) => ({ ...one, type: 'TEXT' as const })),
  };
  const places = { so: fieldPlace(template, 'SO_LINE_ID'), inv: fieldPlace(template, 'INV_LINE_ID') };
  for (const { number } of parts) {
    if (open.size === 0) break;
    for await (const { line, text } of rowsOfPart(book, upload.id, number)) {
      const cells = cellsOf(text);
      const matching = open.take(number, cells[places.inv] ?? '', cells[places.so] ?? '');
      for (const error of matching) found.push(rowError(error, number, line, cells));
    }
  }
  const unplaced = open.rest().filter(({ uploadId }) => uploadId !== null && ours.has(uploadId));
  for (const error of unplaced) found.push(rowError(error, ours.get(error.uploadId ?? '') as number, null, null));
  return found.sort((one, other) => (one.line ?? Number.MAX_VALUE) - (other.line ?? Number.MAX_VALUE));
}

function rowError(
  { errorId, message, soNum, soLineId, invLineId }: StageError,
  part: number,
  line: number | null,
  cells: readonly string[] | null,
): UploadRowError {
  return { errorId, part, line, message, keys: { soNum, soLineId, invLineId }, cells };
}

/** Errors that wait for their lines. */
class OpenErrors {
  readonly #byKey = new Map<string, StageError[]>();
  readonly #part: ReadonlyMap<unknown, unknown>;
  size = 0;

  constructor(errors: readonly StageError[], partOf: ReadonlyMap<unknown, unknown>) {
    this.#part = partOf;
    for (const error of errors) {
      const key = error.invLineId ? `inv ${error.invLineId}` : `so ${error.soLineId ?? ''}`;
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), error]);
      this.size += 1;
    }
  }

  /** Those of a line. An order line's id stands in its invoice lines, too: an error with an invoice line is of that one. */
  take(part: number, invLineId: string, soLineId: string): readonly StageError[] {
    const key = invLineId ? `inv ${invLineId}` : `so ${soLineId}`;
    const there = this.#byKey.get(key);
    if (!there) return [];
    const mine = there.filter(({ uploadId }) => (this.#part.get(uploadId) ?? part) === part);
    if (mine.length === 0) return [];
    const rest = there.filter((error) => !mine.includes(error));
    if (rest.length === 0) this.#byKey.delete(key);
    else this.#byKey.set(key, rest);
    this.size -= mine.length;
    return mine;
  }

  rest(): readonly StageError[] {
    return [...this.#byKey.values()].flat();
  }
}
