import { type Mask, maskOf } from '../secrets.js';

/** The credentials that this process knows, by whose they are. What it writes holds none of them. */
export class KnownSecrets {
  readonly #byOwner = new Map<string, Set<string>>();
  #mask: Mask = (text) => text;

  constructor(secrets: Iterable<string> = []) {
    this.learn('', secrets);
  }

  /** Takes them out of a text, however they are written there. */
  readonly mask: Mask = (text) => this.#mask(text);

  /** Those that the owner had before are kept, too: somebody may still repeat them. */
  learn(owner: string, secrets: Iterable<string>): void {
    this.#byOwner.set(owner, new Set([...(this.#byOwner.get(owner) ?? []), ...secrets]));
    this.#renew();
  }

  forget(owner: string): void {
    if (this.#byOwner.delete(owner)) this.#renew();
  }

  #renew(): void {
    this.#mask = maskOf([...this.#byOwner.values()].flatMap((secrets) => [...secrets]));
  }
}
