import { recordId } from '../../../sandbox-kit/scenario.js';
import { refuseSymbolic } from '../events/symbolic-errors.js';

export type Body = Readonly<Record<string, unknown>>;

export interface SandboxNotice {
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

export interface ShelfOptions {
  /** What it holds, for ids and messages: "callout template". */
  readonly title: string;
  readonly seed: string;
  readonly userId: string;
  /** The time as this kind of object shows it. */
  readonly time: () => string;
  /** Throws the refusal of a body that Zuora would not take; `before` is what is to be changed, null for a new one. */
  readonly check: (body: Body, before: SandboxNotice | null) => void;
  /** What a new one has that its maker did not say. */
  readonly defaults: Body;
  /** What a list of them may be narrowed by: name of the parameter and of the field. */
  readonly filters: Readonly<Record<string, string>>;
  /** Two with one name may not be alike in these. */
  readonly uniqueWithin: readonly string[];
  readonly atStart: readonly Body[];
}

/** Objects of one kind: those that the tenant began with, and what was made since. Oldest first. */
export class NoticeShelf {
  readonly #options: ShelfOptions;
  readonly #notices = new Map<string, SandboxNotice>();
  #made = 0;

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.reset();
  }

  reset(): void {
    const { title, seed, atStart } = this.#options;
    this.#notices.clear();
    for (const [at, body] of atStart.entries()) {
      const id = recordId(seed, `${title} of the start`, at + 1);
      this.#notices.set(id, { ...this.#stamped(), ...body, id, name: String(body.name) });
    }
  }

  list(query: URLSearchParams): SandboxNotice[] {
    const wanted = Object.entries(this.#options.filters).filter(([parameter]) => query.get(parameter));
    return [...this.#notices.values()].filter((notice) =>
      wanted.every(([parameter, field]) => String(notice[field]) === query.get(parameter)),
    );
  }

  get(id: string): SandboxNotice {
    const notice = this.find(id);
    if (!notice) throw refuseSymbolic('ObjectNotFound', `The ${this.#options.title} ${id} does not exist.`);
    return notice;
  }

  find(id: string): SandboxNotice | undefined {
    return this.#notices.get(id);
  }

  add(body: Body): SandboxNotice {
    const { title, seed, check } = this.#options;
    check(body, null);
    this.#refuseTaken(body, null);
    this.#made += 1;
    const id = recordId(seed, title, this.#made);
    const notice = { ...this.#stamped(), ...body, id, name: String(body.name) };
    this.#notices.set(id, notice);
    return notice;
  }

  change(id: string, body: Body): SandboxNotice {
    const before = this.get(id);
    this.#options.check(body, before);
    this.#refuseTaken({ ...before, ...body }, id);
    const { userId, time } = this.#options;
    const notice = {
      ...before,
      ...body,
      id,
      name: String(body.name ?? before.name),
      updatedBy: userId,
      updatedOn: time(),
    };
    this.#notices.set(id, notice);
    return notice;
  }

  delete(id: string): void {
    this.get(id);
    this.#notices.delete(id);
  }

  #stamped(): Body {
    const { userId, time, defaults } = this.#options;
    const now = time();
    return { createdBy: userId, createdOn: now, updatedBy: userId, updatedOn: now, ...defaults };
  }

  #refuseTaken(body: Body, id: string | null): void {
    const { title, uniqueWithin, defaults } = this.#options;
    const alike = (notice: SandboxNotice, field: string) => (body[field] ?? defaults[field]) === notice[field];
    const taken = [...this.#notices.values()].some(
      (notice) => notice.id !== id && notice.name === body.name && uniqueWithin.every((field) => alike(notice, field)),
    );
    if (taken) throw refuseSymbolic('DuplicateName', `A ${title} with the name ${String(body.name)} exists already.`);
  }
}
