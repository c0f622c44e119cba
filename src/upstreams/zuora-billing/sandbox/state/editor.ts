import type { Clock } from '../../../../kernel/clock.js';
import { recordId } from '../../../sandbox-kit/scenario.js';
import type { RecordChange } from '../callouts/changes.js';
import type { RecordPatch } from '../options.js';
import type { RecordKind, ZuoraRecord } from './record.js';
import type { Store } from './store.js';

export type RecordEditor = ReturnType<typeof recordEditor>;

/** Changes records as people at Zuora would, for tests and for the write routes. */
export function recordEditor(
  store: Store,
  clock: Pick<Clock, 'now'>,
  onChange: (change: RecordChange) => void = () => {},
) {
  const { context, scenario } = store.seed;
  let added = 0;
  const now = () => context.time.format(clock.now());
  const put = (kind: RecordKind, record: ZuoraRecord) => {
    const before = store.get(kind, record.id);
    store.put(kind, record);
    onChange({ kind, before, after: record });
    return record;
  };
  const update = (kind: RecordKind, id: string, patch: RecordPatch): ZuoraRecord => {
    const record = store.get(kind, id);
    if (!record) throw new Error(`no ${kind} ${id} in this sandbox`);
    return put(kind, { ...record, updatedDate: now(), ...patch, id: record.id });
  };
  return {
    update,
    add: (kind: RecordKind, fields: RecordPatch): ZuoraRecord => {
      added += 1;
      const id = fields.id ?? recordId(scenario.seed, `added ${kind}`, added);
      const stamps = {
        createdById: context.userId,
        createdDate: now(),
        updatedById: context.userId,
        updatedDate: now(),
      };
      return put(kind, {
        ...stamps,
        ...fields,
        id: String(id),
        updatedDate: String(fields.updatedDate ?? stamps.updatedDate),
      });
    },
    remove: (kind: RecordKind, id: string): void => {
      const before = store.get(kind, id);
      store.delete(kind, id);
      onChange({ kind, before, after: undefined });
    },
    // Ids go on counting: whoever remembers one from before must not meet another record under it.
    reset: (): void => store.reset(),
  };
}
