import type { RecordKind, ZuoraRecord } from '../state/record.js';

/** What one request, or one thing that a person did, made of a record. */
export interface RecordChange {
  readonly kind: RecordKind;
  /** Undefined for a new one. */
  readonly before: ZuoraRecord | undefined;
  /** Undefined for one that was deleted. */
  readonly after: ZuoraRecord | undefined;
}

/** Gathers what happens to records within one turn of the process: a request makes and changes a record several times over. */
export class Changes {
  readonly #tell: (changes: readonly RecordChange[]) => void;
  #gathered = new Map<string, RecordChange>();
  #turn: NodeJS.Immediate | null = null;

  constructor(tell: (changes: readonly RecordChange[]) => void) {
    this.#tell = tell;
  }

  note(change: RecordChange): void {
    const id = change.after?.id ?? change.before?.id ?? '';
    const key = `${change.kind} ${id}`;
    const before = this.#gathered.has(key) ? this.#gathered.get(key)?.before : change.before;
    this.#gathered.set(key, { ...change, before });
    this.#turn ??= setImmediate(() => {
      const gathered = [...this.#gathered.values()];
      this.reset();
      this.#tell(gathered.filter(({ before: old, after }) => old !== undefined || after !== undefined));
    });
  }

  reset(): void {
    if (this.#turn) clearImmediate(this.#turn);
    this.#turn = null;
    this.#gathered = new Map();
  }
}
