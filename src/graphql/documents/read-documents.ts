import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

const MOST_SEEN = 10_000;

/**
 * Documents that were parsed and found valid, so that the same text need not be again. Apollo's own store measures each
 * document by writing it as JSON, and holds 30 MB of that, which are 150 MB of memory for whoever sends many different ones.
 * Here only what comes a second time is kept: texts that hold their values are sent once, and would fill it with nothing of use.
 */
export class ReadDocuments {
  readonly #documents: LRUCache<string, DocumentNode>;
  /** Keys of those that came once. */
  readonly #seen = new LRUCache<string, true>({ max: MOST_SEEN });

  /** `mostText` is how many characters the texts of all documents may have together. */
  constructor(mostText: number) {
    this.#documents = new LRUCache({ maxSize: mostText, sizeCalculation: ({ loc }) => loc?.source.body.length || 1 });
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    if (this.#seen.delete(key) || this.#documents.has(key)) this.#documents.set(key, document);
    else this.#seen.set(key, true);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(key);
  }
}
