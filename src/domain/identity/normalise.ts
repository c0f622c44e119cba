import { InvalidInput } from '../../kernel/errors.js';
import type { RecordId, SystemRecord } from './model.js';

/** Longest id that is stored or looked for, in UTF-16 units; no billing system here has longer ones. */
const LONGEST_ID = 255;

/**
 * A record with nothing in it that cannot be stored or compared: whole characters only, no NUL, instants to the
 * millisecond, every id and reference once.
 * @throws InvalidInput for a record whose ids are empty or too long.
 */
export function normaliseRecord(record: SystemRecord): SystemRecord {
  const references = record.references.map(storable).filter((value) => value !== '' && value.length <= LONGEST_ID);
  return {
    system: record.system,
    id: idOf(record.id, record),
    externalIds: distinctIds(record.externalIds.map(({ kind, value }) => ({ kind, value: idOf(value, record) }))),
    partOf: record.partOf === null ? null : idOf(record.partOf, record),
    name: storable(record.name),
    email: record.email === null ? null : storable(record.email),
    createdAt: instant(record.createdAt),
    updatedAt: instant(record.updatedAt),
    references: [...new Set(references)].sort(),
  };
}

/** Text as PostgreSQL can hold it: it refuses NUL, and half a surrogate pair is not UTF-8. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Whether PostgreSQL could hold the text; no row equals a text that it could not. */
export function isStorable(text: string): boolean {
  return storable(text) === text;
}

function idOf(value: string, record: SystemRecord): string {
  const id = storable(value);
  if (id === '' || id.length > LONGEST_ID) {
    throw new InvalidInput(`A record of ${record.system} has an id that is empty or longer than ${LONGEST_ID}.`);
  }
  return id;
}

function distinctIds(ids: readonly RecordId[]): RecordId[] {
  const byKey = new Map(ids.map((id) => [JSON.stringify([id.kind, id.value]), id]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
}

function instant(text: string | null): string | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
