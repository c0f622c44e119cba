import type { KnownCustomer, KnownRecord } from '../../domain/identity/snapshot.js';
import { InvalidInput } from '../../kernel/errors.js';

const LONGEST_SORT_NAME = 255;
const LONGEST_SEARCH = 255;

/** A name as people look it up: without case, accents and leading blanks, so that É stands with e. */
export function sortNameOf(name: string): string {
  return Array.from(fold(name).trim()).slice(0, LONGEST_SORT_NAME).join('');
}

/** What a search looks into: the name as written and as people type it, the email, and every id; one a line. */
export function searchTextOf(customer: KnownCustomer, records: readonly KnownRecord[]): string {
  const ids = records.flatMap((record) => record.externalIds.map((id) => id.value)).sort();
  const words = [customer.name, customer.email ?? '', ...ids].map(lower);
  return [...new Set([fold(customer.name), ...words])].filter((word) => word !== '').join('\n');
}

/**
 * The LIKE pattern for `search`, in which nothing is special; null when there is nothing to look for.
 * @throws InvalidInput for more than 255 characters.
 */
export function searchPatternOf(search: string): string | null {
  if (search.length > LONGEST_SEARCH) throw new InvalidInput(`A search has at most ${LONGEST_SEARCH} characters.`);
  const words = lower(search).trim();
  return words === '' ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

function lower(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function fold(text: string): string {
  // Lower case first: İ becomes i with a dot above, and the dot must go too.
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}
