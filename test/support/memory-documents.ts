import type { KeptDocument, KeptDocuments } from '../../src/kernel/reading/kept-documents.js';

export function memoryDocuments(): KeptDocuments {
  const kept = new Map<string, KeptDocument>();
  const place = (at: object, key: string) => JSON.stringify([at, key]);
  return {
    async put(at, key, document, now) {
      kept.set(place(at, key), { document: JSON.parse(JSON.stringify(document)), keptAt: now });
    },
    async get(at, keys) {
      return new Map(
        keys.flatMap((key) => {
          const found = kept.get(place(at, key));
          return found ? [[key, found] as const] : [];
        }),
      );
    },
  };
}
