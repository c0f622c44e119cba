import { knownOnly, list, text } from '../http/body.js';
import { pageOf, pageRequest, STANDARD } from '../http/paging.js';
import { badRequest, notFound } from '../http/refusals.js';
import { FAR_END } from '../seed/aliases.js';
import { madeUuid } from '../seed/ids.js';
import type { AliasRecord } from '../wire/documents.js';
import { type Routes, Sent } from './routes.js';

const MOST = 100;

/** Which account an alias belongs to is said by the account only. https://docs.togai.com/api-reference/aliases */
export const aliasRoutes: Routes = {
  'POST /aliases': ({ body }, { aliases, seed }, now) => {
    knownOnly(body, ['aliases']);
    const values = list(body, 'aliases', MOST).map((alias) => {
      knownOnly(alias, ['value'], 'aliases');
      return text(alias, 'value', 255);
    });
    if (values.length === 0) throw badRequest('aliases must not be empty');
    if (new Set(values).size < values.length) throw badRequest('aliases must be different');
    // Whether some are made where one is taken is not documented: here none is, and none is named.
    if (values.some((value) => aliases.find(value))) throw badRequest('Some of the aliases already exist');
    const at = new Date(now).toISOString();
    const made = values.map((value) => {
      const id = madeUuid(seed, `alias ${value} ${at}`);
      return { id, value, accountId: '', effectiveFrom: at, effectiveUntil: FAR_END, createdAt: at };
    });
    for (const alias of made) aliases.put(alias);
    return new Sent(201, { data: made.map(shown) });
  },

  'GET /aliases': (asked, { aliases }) => pageOf(aliases, pageRequest(asked, STANDARD), shown),

  'GET /aliases/:alias': ({ params: { alias = '' } }, { aliases }) => {
    const record = aliases.find(alias);
    if (!record) throw notFound('Alias', alias);
    return shown(record);
  },
};

const shown = ({ value, createdAt }: AliasRecord) => ({ value, createdAt });
