import type { NumberKind, RowNumber, UploadPart, UploadRecord, UploadRowError } from '../../../domain/uploads/model.js';
import type { ChunkPlace, NumberQuery } from '../../../domain/uploads/ports.js';
import type { Cells } from '../check/row-rules.js';
import { cellsOf, rowsOfChunk, unpacked } from '../uploads/content/rows.js';
import { optionsOf, type UploadDesk } from '../uploads/desk.js';
import { type NumberPlaces, numberPlaces, numbersIn } from './numbers.js';

export type WantedNumbers = NumberQuery['numbers'];

/** A row of an upload that carries a wanted number. */
export interface FoundRow {
  readonly upload: UploadRecord;
  readonly part: UploadPart;
  readonly line: number;
  readonly cells: Cells;
  readonly errors: readonly UploadRowError[];
  readonly place: RowPlace;
}

export interface RowPlace extends ChunkPlace {
  readonly line: number;
}

const KEPT_MS = 30 * 86_400_000;
const PIECES_AT_ONCE = 20;

/** The rows of the newest upload first, in the order of its parts. One piece of a part is in memory at a time. */
export async function findRows(
  desk: UploadDesk,
  numbers: WantedNumbers,
  { first, after }: { first: number; after: RowPlace | null },
): Promise<{ readonly rows: readonly FoundRow[]; readonly hasMore: boolean }> {
  const found: Omit<FoundRow, 'errors'>[] = [];
  const uploads = new Map<string, UploadRecord | null>();
  const wanted = { ACCOUNT: new Set(numbers.ACCOUNT), SUBSCRIPTION: new Set(numbers.SUBSCRIPTION) };
  // Most rows of a piece are other customers': looking for the text is cheaper than taking every row apart.
  const marks = [...numbers.ACCOUNT, ...numbers.SUBSCRIPTION].map((number) => number.replaceAll('"', '""'));
  for await (const place of piecesWith(desk, numbers, after)) {
    const upload = uploads.get(place.uploadId) ?? (await desk.book.get(place.uploadId));
    uploads.set(place.uploadId, upload);
    const part = upload?.parts.find(({ number }) => number === place.part);
    const chunk = part && (await desk.book.chunk(place));
    // Forgotten or replaced since it was found.
    if (!upload || !part || !chunk) continue;
    const places = numberPlaces(optionsOf(upload).columns);
    const behind = after !== null && isSame(place, after) ? after.line : 0;
    for (const { line, text } of rowsOfChunk(await unpacked(chunk))) {
      if (line <= behind || !marks.some((mark) => text.includes(mark))) continue;
      const cells = cellsOf(text);
      if (carries(cells, places, wanted)) found.push({ upload, part, line, cells, place: { ...place, line } });
      if (found.length > first) break;
    }
    if (found.length > first) break;
  }
  return { rows: await withErrors(desk, found.slice(0, first)), hasMore: found.length > first };
}

/** How many rows carry each of the numbers. */
export function countRows(desk: UploadDesk, numbers: WantedNumbers): Promise<readonly RowNumber[]> {
  return desk.book.rowCounts({ ...keptBy(desk), numbers });
}

/** Whether it is worth asking for numbers of the kind. */
export function anyNumbers(desk: UploadDesk, kind: NumberKind): Promise<boolean> {
  return desk.book.hasNumbers(keptBy(desk), kind);
}

function keptBy({ scope, clock }: UploadDesk): Omit<NumberQuery, 'numbers'> {
  return { scope, endedAfter: new Date(clock.now() - KEPT_MS).toISOString() };
}

async function* piecesWith(desk: UploadDesk, numbers: WantedNumbers, after: ChunkPlace | null) {
  const query = { ...keptBy(desk), numbers };
  for (let from = after; ; ) {
    const places = await desk.book.chunksWith(query, { first: PIECES_AT_ONCE, from });
    yield* places;
    const last = places.at(-1);
    if (!last || places.length < PIECES_AT_ONCE) return;
    from = { ...last, sequence: last.sequence + 1 };
  }
}

function isSame(one: ChunkPlace, other: ChunkPlace): boolean {
  return one.uploadId === other.uploadId && one.part === other.part && one.sequence === other.sequence;
}

function carries(cells: Cells, places: NumberPlaces, wanted: Record<NumberKind, ReadonlySet<string>>): boolean {
  const has = (kind: NumberKind) => numbersIn(cells, places[kind]).some((value) => wanted[kind].has(value));
  return has('ACCOUNT') || has('SUBSCRIPTION');
}

async function withErrors({ book }: UploadDesk, rows: readonly Omit<FoundRow, 'errors'>[]): Promise<FoundRow[]> {
  const groups = Map.groupBy(rows, ({ upload, part }) => JSON.stringify([upload.id, part.number]));
  const errors = new Map<string, readonly UploadRowError[]>();
  for (const [key, some] of groups) {
    const [uploadId, part] = JSON.parse(key) as [string, number];
    const lines = some.map(({ line }) => line);
    errors.set(key, await book.errorsAt(uploadId, part, lines));
  }
  return rows.map((row) => {
    const ofPart = errors.get(JSON.stringify([row.upload.id, row.part.number])) ?? [];
    return { ...row, errors: ofPart.filter(({ line }) => line === row.line) };
  });
}
