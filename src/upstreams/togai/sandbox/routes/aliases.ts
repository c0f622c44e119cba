import { pageOf, pageRequest, STANDARD } from '../http/paging.js';
import { notFound } from '../http/refusals.js';
import type { AliasRecord } from '../wire/documents.js';
import type { Routes } from './routes.js';

/** Which account an alias belongs to is said by the account only. https://docs.togai.com/api-reference/aliases */
export const aliasRoutes: Routes = {
  'GET /aliases': (asked, { aliases }) => pageOf(aliases, pageRequest(asked, STANDARD), shown),

  'GET /aliases/:alias': ({ params: { alias = '' } }, { aliases }) => {
    const record = aliases.find(alias);
    if (!record) throw notFound('Alias', alias);
    return shown(record);
  },
};

const shown = ({ value, createdAt }: AliasRecord) => ({ value, createdAt });
