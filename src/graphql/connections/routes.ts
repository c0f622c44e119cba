import type { ResponsePath } from 'graphql';
import { type ConnectionKey, systemOf } from '../../domain/connections/key.js';

/** Which parts of one answer are read from other connections than the default ones. */
export class Routes {
  readonly #byPlace = new Map<string, ConnectionKey>();
  readonly #byObject = new WeakMap<object, ConnectionKey>();
  #used = false;

  /** False while everything comes from default connections: then there is nothing to look up. */
  get used(): boolean {
    return this.#used;
  }

  /** What stands at a path of the answer, and all below it, comes from a connection. */
  notePlace(path: ResponsePath, key: ConnectionKey): void {
    this.#used = true;
    this.#byPlace.set(`${systemOf(key)} ${textOf(path)}`, key);
  }

  /** The same of an object, wherever it will stand. */
  noteObject(object: object, key: ConnectionKey): void {
    this.#used = true;
    this.#byObject.set(object, key);
  }

  /** The connection of a system for a field of `source`. */
  find(system: string, source: unknown, path: ResponsePath): ConnectionKey {
    const own = typeof source === 'object' && source !== null ? this.#byObject.get(source) : undefined;
    if (own !== undefined && systemOf(own) === system) return own;
    for (let at: ResponsePath | undefined = path; at; at = at.prev) {
      const key = this.#byPlace.get(`${system} ${textOf(at)}`);
      if (key !== undefined) return key;
    }
    return system;
  }
}

function textOf(path: ResponsePath): string {
  return path.prev ? `${textOf(path.prev)}/${path.key}` : String(path.key);
}
