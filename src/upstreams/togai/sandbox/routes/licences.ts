import { knownOnly, text } from '../http/body.js';
import { FIFTY, pageOf, pageRequest } from '../http/paging.js';
import { badRequest } from '../http/refusals.js';
import type { Organisation } from '../state/organisation.js';
import type { LicenceUpdateDocument } from '../wire/documents.js';
import type { Routes } from './routes.js';

const FIELDS = ['licenseId', 'accountId', 'updateType', 'quantity', 'effectiveFrom', 'idempotencyKey', 'metadata'];
const FILTERS = { account_id: 'accountId', licenseId: 'licenseId', effectiveFrom: 'effectiveFrom' } as const;

/** https://docs.togai.com/api-reference/licenses */
export const licenceRoutes: Routes = {
  'POST /license_updates': ({ body }, organisation, now) => {
    knownOnly(body, FIELDS);
    const licenseId = text(body, 'licenseId', 50);
    const accountId = text(body, 'accountId', 50);
    const key = typeof body.idempotencyKey === 'string' ? body.idempotencyKey : null;
    const before = key === null ? undefined : organisation.licenceUpdates.find((one) => one.idempotencyKey === key);
    if (before) return shown(before);
    if (!organisation.accounts.find(accountId)) throw badRequest(`Account ${accountId} does not exist`);
    if (organisation.addOns.find(licenseId)?.type !== 'LICENSE') throw badRequest(`${licenseId} is no license`);
    const { quantity: given, updateType } = body;
    if (typeof given !== 'number') throw badRequest('quantity is required');
    if (updateType !== 'ABSOLUTE' && updateType !== 'RELATIVE') throw badRequest('updateType is invalid');
    const effectiveFrom = instantOf(body.effectiveFrom, now);
    const quantity =
      updateType === 'ABSOLUTE' ? given : held(organisation, accountId, licenseId, effectiveFrom) + given;
    if (quantity < 0) throw badRequest('quantity must not be negative');
    const made = { accountId, licenseId, quantity, effectiveFrom, createdAt: new Date(now).toISOString() };
    organisation.licenceUpdates.push({ ...made, idempotencyKey: key });
    return made;
  },

  'GET /license_updates': (asked, { licenceUpdates }) => {
    const request = pageRequest(asked, { ...FIFTY, filters: Object.keys(FILTERS) });
    const rows = licenceUpdates.filter((one) =>
      Object.entries(FILTERS).every(([parameter, field]) => {
        const wanted = request.filters.get(parameter);
        return wanted === null || one[field] === wanted;
      }),
    );
    return pageOf(rows, request, shown);
  },
};

const shown = ({ idempotencyKey: _, ...update }: LicenceUpdateDocument) => update;

/** The latest that is in force by then; of two from the same instant, the one that came later. */
function held({ licenceUpdates }: Organisation, accountId: string, licenseId: string, at: string): number {
  const own = licenceUpdates.filter((one) => one.accountId === accountId && one.licenseId === licenseId);
  const past = own.filter(({ effectiveFrom }) => effectiveFrom <= at);
  return past.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom)).at(-1)?.quantity ?? 0;
}

function instantOf(given: unknown, now: number): string {
  if (given === undefined) return new Date(now).toISOString();
  const at = typeof given === 'string' ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(at)) throw badRequest('effectiveFrom is invalid');
  return new Date(at).toISOString();
}
