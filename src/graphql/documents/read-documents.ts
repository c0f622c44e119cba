import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/**
 * Documents that were parsed and found valid, so that the same text need not be again. Apollo's own store measures each
 * document by writing it as JSON, and holds 30 MB of that, which are 150 MB of memory for whoever sends many different ones.
 */
export class ReadDocuments {
  readonly #documents: LRUCache<string, DocumentNode>;

  /** `mostText` is how many characters the texts of all documents may have together. */
  constructor(mostText: number) {
    this.#documents = new LRUCache({ maxSize: mostText, sizeCalculation: ({ loc }) => loc?.source.body.length || 1 });
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#documents.get(key);
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    this.#documents.set(key, document);
  }

  async delete(key: string): Promise<boolean> {
    return this.#documents.delete(key);
  }
}
