import type { Kysely } from 'kysely';
import type { KeptDocument, KeptDocuments } from '../kernel/reading/kept-documents.js';
import type { Database } from './schema.js';

/** Documents in the table `kept_document`. */
export function openKeptDocuments(db: Kysely<Database>): KeptDocuments {
  return {
    async put({ scope, kind }, key, document, now) {
      const row = { document: JSON.stringify(document), kept_at: new Date(now) };
      await db
        .insertInto('kept_document')
        .values({ scope, kind, key, ...row })
        .onConflict((conflict) => conflict.columns(['scope', 'kind', 'key']).doUpdateSet(row))
        .execute();
    },
    async get({ scope, kind }, keys) {
      if (keys.length === 0) return new Map();
      const rows = await db
        .selectFrom('kept_document')
        .select(['key', 'document', 'kept_at'])
        .where('scope', '=', scope)
        .where('kind', '=', kind)
        .where('key', 'in', [...keys])
        .execute();
      return new Map(
        rows.map((row): [string, KeptDocument] => [row.key, { document: row.document, keptAt: row.kept_at.getTime() }]),
      );
    },
  };
}
