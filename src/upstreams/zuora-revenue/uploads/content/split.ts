import { createHash, type Hash } from 'node:crypto';
import type { UploadChunk, UploadPart } from '../../../../domain/uploads/model.js';
import type { Numbers } from '../../check/id-table.js';
import { countNumbers, type NumberPlaces } from '../../customer-rows/numbers.js';
import { Gathered } from './gathered.js';
import { cellsOf, packed, putRow, rowsOfChunk } from './rows.js';
import type { SpooledRow } from './spool.js';

export interface PartPlan {
  /** The part of each group, counted from 1. */
  readonly partOf: (group: number) => number;
  /** How many parts there are. */
  readonly parts: number;
}

/** Fills one part after the other with whole groups, in the order of their first rows. `groups`: lines of each. */
export function planParts(groups: Numbers, linesPerUpload: number): PartPlan {
  const partOf = new Uint32Array(groups.length);
  let parts = 0;
  let filled = Number.POSITIVE_INFINITY;
  for (let group = 0; group < groups.length; group += 1) {
    const size = groups.at(group);
    const fits = filled + size <= linesPerUpload;
    filled = fits ? filled + size : size;
    parts += fits ? 0 : 1;
    partOf[group] = parts;
  }
  return { partOf: (group) => partOf[group] ?? 1, parts };
}

/** What a part holds. */
export interface PartContent {
  readonly rows: number;
  /** SHA-256. */
  readonly digest: string;
}

export type AddChunk = (part: number, sequence: number, chunk: UploadChunk) => Promise<void>;

const CHUNK = 524_288;
// Of files whose orders lie scattered many parts are open at a time.
const MOST_PENDING = 33_554_432;

interface OpenPart {
  readonly hash: Hash;
  rows: number;
  /** Rows that were not handed on yet; null for none. */
  held: Gathered | null;
  sequence: number;
}

/** Sorts rows into their parts, and notes the numbers that they carry in these columns. */
export async function splitRows(
  rows: AsyncIterable<SpooledRow>,
  { partOf }: Pick<PartPlan, 'partOf'>,
  places: NumberPlaces,
  addChunk: AddChunk,
): Promise<ReadonlyMap<number, PartContent>> {
  const open = new Map<number, OpenPart>();
  const carriesNumbers = places.ACCOUNT.length + places.SUBSCRIPTION.length > 0;
  let pending = 0;
  // A part that is finished lends what held its rows to the next one.
  let spare: Gathered | null = null;
  const flush = async (number: number, part: OpenPart) => {
    const { held } = part;
    if (held === null) return;
    // Counted when it is full: until then only its bytes are held.
    const numbers = carriesNumbers ? countNumbers(cellsIn(held.bytes), places) : [];
    await addChunk(number, part.sequence, { bytes: await packed(held), numbers });
    pending -= held.length;
    held.clear();
    spare = held;
    Object.assign(part, { held: null, sequence: part.sequence + 1 });
  };
  for await (const { group, line, text } of rows) {
    const number = partOf(group);
    const part = open.get(number) ?? { hash: createHash('sha256'), rows: 0, held: null, sequence: 0 };
    open.set(number, part);
    part.hash.update(text);
    part.rows += 1;
    part.held ??= spare ?? new Gathered();
    if (part.held === spare) spare = null;
    const before = part.held.length;
    putRow(part.held, line, text);
    pending += part.held.length - before;
    if (part.held.length >= CHUNK) await flush(number, part);
    if (pending >= MOST_PENDING) for (const [other, each] of open) await flush(other, each);
  }
  for (const [number, part] of open) await flush(number, part);
  return new Map(
    [...open].map(([number, { hash, rows: count }]) => [number, { rows: count, digest: hash.digest('hex') }]),
  );
}

function* cellsIn(rows: Buffer): Generator<readonly string[]> {
  for (const { text } of rowsOfChunk(rows)) yield cellsOf(text);
}

const LONGEST_STEM = 60;

/**
 * A name that the tenant has not seen, made of what the part holds: ASCII, because it travels in a header. `salt` makes
 * it another one for the same content.
 */
export function partName({ fileName, number, of, digest, salt }: PartIdentity): string {
  const stem = fileName
    .replace(/\.[a-z]{1,4}$/i, '')
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_STEM);
  const mark = createHash('sha256').update(`${digest}${salt}`).digest('hex').slice(0, 12);
  const width = String(of).length;
  const place = of === 1 ? '' : `-p${String(number).padStart(width, '0')}of${of}`;
  return `${stem || 'upload'}-${mark}${place}.csv`;
}

export interface PartIdentity {
  readonly fileName: string;
  readonly number: number;
  readonly of: number;
  readonly digest: string;
  readonly salt: string;
}

export function readyPart(number: number, rows: number, fileName: string): UploadPart {
  const sent = { requestId: null, baseline: null, message: null, sentAt: null };
  return { number, state: 'READY', rows, fileName, attempt: 1, ...sent };
}
