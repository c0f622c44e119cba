import { type Mask, maskOf } from '../secrets.js';

/** The credentials that this process knows, by whose they are. What it writes holds none of them. */
export class KnownSecrets {
  readonly #byOwner = new Map<string, Set<string>>();
  /** Made when they are needed: secrets come one after another. */
  #masks: { readonly any: Mask; readonly telling: Mask } | null = null;

  constructor(secrets: Iterable<string> = []) {
    this.learn('', secrets);
  }

  /** Takes them out of a text, however they are written there. */
  readonly mask: Mask = (text) => this.#made().any(text);

  /** Takes out of data those that nobody writes by chance: a short password may be somebody's name, or a number. */
  readonly maskData: Mask = (text) => this.#made().telling(text);

  /** Those that the owner had before are kept, too: somebody may still repeat them. */
  learn(owner: string, secrets: Iterable<string>): void {
    this.#byOwner.set(owner, new Set([...(this.#byOwner.get(owner) ?? []), ...secrets]));
    this.#masks = null;
  }

  forget(owner: string): void {
    if (this.#byOwner.delete(owner)) this.#masks = null;
  }

  #made() {
    if (this.#masks === null) {
      const secrets = [...this.#byOwner.values()].flatMap((some) => [...some]);
      this.#masks = { any: maskOf(secrets), telling: maskOf(secrets.filter((secret) => TELLING.test(secret))) };
    }
    return this.#masks;
  }
}

// Long, and no number.
const TELLING = /^(?=.*\D).{12,}$/s;
