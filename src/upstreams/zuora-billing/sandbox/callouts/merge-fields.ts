import type { FieldValue, RecordKind, ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';

// `{{DataSource.Account.Id}}`, and `<Account.ID>` of older templates.
const FIELD = /\{\{\s*([\w.-]+)\s*\}\}|<([A-Za-z]+\.[\w.]+)>/g;

/** Puts values in the place of merge fields; what nobody knows becomes empty, as it does at Zuora. */
export function filled(text: string, read: (name: string) => string | null): string {
  return text.replaceAll(FIELD, (_, modern?: string, old?: string) => read(modern ?? old ?? '') ?? '');
}

/** `ratePlanCharge` as `RatePlanCharge`. */
export const objectNameOf = (kind: RecordKind) => kind.charAt(0).toUpperCase() + kind.slice(1);

/** A field by the name that merge fields and conditions have for it. */
export function fieldOf(record: ZuoraRecord | undefined, name: string): FieldValue | undefined {
  if (record === undefined) return undefined;
  const wanted = name.toLowerCase();
  const key = Object.keys(record).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : record[key];
}

/** Values of the merge fields of one event: of the record, of what it belongs to, and of the event itself. */
export function eventFields(store: Store, kind: RecordKind, record: ZuoraRecord, event: { name: string; at: string }) {
  return (name: string): string | null => {
    const [object = '', field = ''] = name.replace(/^DataSource\./, '').split('.');
    if (object === 'Event') {
      if (field === 'Timestamp') return event.at;
      return field === 'Date' ? event.at.slice(0, 10) : field === 'Category' ? event.name : null;
    }
    const owner = object === objectNameOf(kind) ? record : relatedTo(record, object, store);
    return textOf(fieldOf(owner, field));
  };
}

function relatedTo(record: ZuoraRecord, object: string, store: Store): ZuoraRecord | undefined {
  const kind = (object.charAt(0).toLowerCase() + object.slice(1)) as RecordKind;
  const id = record[`${kind}Id`];
  return typeof id === 'string' ? store.get(kind, id) : undefined;
}

const textOf = (value: FieldValue | undefined) => (value == null ? null : String(value));
