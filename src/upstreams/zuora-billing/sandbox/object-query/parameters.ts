import { readCursor } from './cursor.js';
import { OBJECT_FIELDS } from './fields.js';
import { BadFilter, parseFilter } from './filters.js';
import type { Expansion, Presentation } from './present.js';
import type { QueryObject } from './query-object.js';
import { RELATIONS } from './relations.js';
import type { Search } from './search.js';
import { LATEST_FIRST, type SortOrder, sortOrder } from './sort-order.js';

const DEFAULT_PAGE_SIZE = 10;
const LARGEST_PAGE = 99;

/** A parameter that Object Query refuses with 400; `message` says why. */
export class BadParameter extends Error {
  override readonly name = 'BadParameter';
}

/** @throws BadParameter */
export function readSearch(query: URLSearchParams, object: QueryObject): Search {
  const order = readOrder(query.getAll('sort[]'), object);
  const cursor = query.get('cursor');
  const after = cursor === null ? null : readCursor(cursor, order);
  if (cursor !== null && after === null) throw new BadParameter('Invalid cursor');
  return { filters: readFilters(query.getAll('filter[]'), object), order, after, pageSize: readPageSize(query) };
}

/** @throws BadParameter */
export function readPresentation(query: URLSearchParams, object: QueryObject, pageSize = LARGEST_PAGE): Presentation {
  return {
    expand: readExpansion(query.getAll('expand[]'), object),
    fields: readFields(query, object),
    includeNullFields: readFlag(query, 'includeNullFields'),
    pageSize,
  };
}

function readPageSize(query: URLSearchParams): number {
  const text = query.get('pageSize');
  if (text === null) return DEFAULT_PAGE_SIZE;
  const size = /^\d+$/.test(text) ? Number(text) : 0;
  if (size < 1 || size > LARGEST_PAGE) throw new BadParameter(`pageSize must be between 1 and ${LARGEST_PAGE}`);
  return size;
}

function readOrder(sorts: readonly string[], object: QueryObject): SortOrder {
  const [sort, ...others] = sorts;
  if (sort === undefined) return LATEST_FIRST;
  if (others.length > 0) throw new BadParameter('Only one sort[] field is supported');
  const [, name = '', direction = ''] = /^([^.]+)\.(asc|desc)$/i.exec(sort) ?? [];
  const field = object.sortable.find((one) => one.toLowerCase() === name.toLowerCase());
  if (field === undefined) throw new BadParameter(`Cannot sort ${object.path} by "${sort}"`);
  return sortOrder({
    field: field === 'currencyId' ? 'currency' : field,
    descending: direction.toUpperCase() === 'DESC',
  });
}

function readFilters(filters: readonly string[], object: QueryObject) {
  try {
    return filters.map((filter) => parseFilter(filter, object));
  } catch (error) {
    throw error instanceof BadFilter ? new BadParameter(error.message) : error;
  }
}

function readExpansion(paths: readonly string[], object: QueryObject): Expansion {
  const root = new Map<string, Expansion>();
  for (const path of paths) {
    const asked = path.toLowerCase();
    if (!object.expandable.includes(asked)) throw new BadParameter(`Cannot expand "${path}" on ${object.path}`);
    let level = root as Map<string, Expansion>;
    for (const name of asked.split('.')) {
      const below = (level.get(name) as Map<string, Expansion> | undefined) ?? new Map<string, Expansion>();
      level.set(name, below);
      level = below;
    }
  }
  return root;
}

function readFields(query: URLSearchParams, object: QueryObject): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const [key, value] of query) {
    const [, prefix] = /^(?:([A-Za-z]+)\.)?fields\[\]$/.exec(key) ?? [];
    if (prefix === undefined && key !== 'fields[]') continue;
    const name = (prefix ?? object.kind).toLowerCase();
    const asked = fields.get(name) ?? new Set();
    const known = knownFields(name);
    for (const field of value.split(',').map((one) => one.trim().toLowerCase())) {
      if (!known.has(field)) throw new BadParameter(`Unknown field "${field}" in ${key}`);
      asked.add(field);
    }
    fields.set(name, asked);
  }
  return fields;
}

function knownFields(name: string): ReadonlySet<string> {
  const kinds = (Object.keys(OBJECT_FIELDS) as (keyof typeof OBJECT_FIELDS)[]).filter(
    (kind) => kind.toLowerCase() === name,
  );
  const related = Object.values(RELATIONS)
    .flat()
    .filter(({ field }) => field.toLowerCase() === name)
    .flatMap((relation) => ('one' in relation ? [relation.one] : 'many' in relation ? [relation.many] : []));
  return new Set([...kinds, ...related].flatMap((kind) => OBJECT_FIELDS[kind]).map((field) => field.toLowerCase()));
}

function readFlag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name)?.toLowerCase();
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw new BadParameter(`${name} must be true or false`);
}
