import type { FieldValue, RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { OBJECT_FIELDS } from './fields.js';
import { type Relation, relationOf } from './relations.js';
import { recordsBy } from './search.js';

/** Names to expand, each with what to expand below it; lower case. */
export type Expansion = ReadonlyMap<string, Expansion>;

export interface Presentation {
  readonly expand: Expansion;
  /** Fields asked for, lower case, by object or relation name, lower case; an object not named shows all. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly includeNullFields: boolean;
  /** Where expanded lists are cut, silently. */
  readonly pageSize: number;
}

interface Shown {
  [field: string]: FieldValue | Shown | Shown[];
}

/** A record as the API shows it. `name` is the relation it was reached through, if any. */
export function present(
  store: Store,
  kind: RecordKind,
  record: ZuoraRecord,
  how: Presentation,
  { expand = how.expand, name }: { expand?: Expansion; name?: string } = {},
): Shown {
  const shown = ownFields(kind, record, how, name);
  for (const [asked, below] of expand) {
    const relation = relationOf(kind, asked);
    if (relation) expandInto(shown, store, record, relation, how, below);
  }
  return shown;
}

function ownFields(kind: RecordKind, record: ZuoraRecord, how: Presentation, name: string | undefined): Shown {
  const wanted = how.fields.get(kind.toLowerCase()) ?? (name === undefined ? undefined : how.fields.get(name));
  const names = new Set([...Object.keys(record), ...(how.includeNullFields ? OBJECT_FIELDS[kind] : [])]);
  const shown: Shown = {};
  for (const field of names) {
    const value = record[field] ?? null;
    if (value === null && !how.includeNullFields) continue;
    if (!wanted || wanted.has(field.toLowerCase())) shown[field] = value;
  }
  return shown;
}

function expandInto(
  shown: Shown,
  store: Store,
  record: ZuoraRecord,
  relation: Relation,
  how: Presentation,
  expand: Expansion,
): void {
  const name = relation.field.toLowerCase();
  if ('many' in relation) {
    const records = recordsBy(store, relation.many, relation.by, record.id, how.pageSize);
    shown[relation.field] = records.map((one) => present(store, relation.many, one, how, { expand, name }));
    return;
  }
  if ('empty' in relation) {
    if (relation.empty === 'many') shown[relation.field] = [];
    else if (how.includeNullFields) shown[relation.field] = null;
    return;
  }
  const id = record[relation.by];
  const one = typeof id === 'string' ? store.get(relation.one, id) : undefined;
  if (one) shown[relation.field] = present(store, relation.one, one, how, { expand, name });
  else if (how.includeNullFields) shown[relation.field] = null;
}
