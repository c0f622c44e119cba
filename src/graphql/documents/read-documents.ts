import type { DocumentNode } from 'graphql';

/**
 * Documents that were parsed and found valid, so that the same text need not be again. Those that were not asked for the
 * longest leave first. Apollo's own store measures each document by writing it as JSON, and holds 30 MB of that, which
 * are 150 MB of memory for whoever sends many different ones.
 */
export class ReadDocuments {
  readonly #mostText: number;
  readonly #documents = new Map<string, DocumentNode>();
  #text = 0;

  /** `mostText` is how many characters the texts of all documents may have together. */
  constructor(mostText: number) {
    this.#mostText = mostText;
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key);
    if (document === undefined) return undefined;
    // The last one of a Map is the one that was used last.
    this.#documents.delete(key);
    this.#documents.set(key, document);
    return document;
  }

  async set(key: string, document: DocumentNode): Promise<void> {
    await this.delete(key);
    this.#documents.set(key, document);
    this.#text += lengthOf(document);
    for (const oldest of this.#documents.keys()) {
      if (this.#text <= this.#mostText) break;
      await this.delete(oldest);
    }
  }

  async delete(key: string): Promise<boolean> {
    const document = this.#documents.get(key);
    if (document === undefined) return false;
    this.#text -= lengthOf(document);
    return this.#documents.delete(key);
  }
}

function lengthOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? 0;
}
