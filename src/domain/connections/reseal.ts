import type { Sealer } from '../../kernel/secrets/sealer.js';
import type { ConnectionBook } from './ports.js';

/**
 * Seals the secrets of every connection again under the current key, so that older keys can be thrown away. Answers how
 * many it was. Running gateways take it for a change and open them anew.
 * @throws SealBroken for one whose key is not configured: nothing of it is changed.
 */
export async function resealAll(book: ConnectionBook, sealer: Sealer): Promise<number> {
  let count = 0;
  for (const kept of await book.list()) {
    const sealed = sealer.seal(sealer.open(kept.sealed, kept.key), kept.key);
    if (await book.replace({ ...kept, sealed, version: kept.version + 1 })) count += 1;
  }
  return count;
}
