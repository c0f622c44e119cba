import { pageOf, pageRequest, WITH_CONTEXT } from '../http/paging.js';
import { notFound } from '../http/refusals.js';
import { SEEDED_KINDS } from '../seed/settings.js';
import type { LazyTable } from '../state/lazy-table.js';
import type { Organisation } from '../state/organisation.js';
import type { SettingDocument } from '../wire/documents.js';
import type { Routes } from './routes.js';

const FILTERS = { entity_type: 'entityType', entity_id: 'entityId', setting_id: 'id', namespace: 'namespace' } as const;

export const settingRoutes: Routes = {
  'GET /settings': (asked, organisation) => {
    const request = pageRequest(asked, { ...WITH_CONTEXT, filters: Object.keys(FILTERS) });
    const wanted = Object.entries(FILTERS).flatMap(([parameter, field]) => {
      const value = request.filters.get(parameter);
      return value === null ? [] : [{ field, value }];
    });
    const accept = (setting: SettingDocument) => wanted.every(({ field, value }) => setting[field] === value);
    return pageOf(
      candidates(organisation, request.filters),
      request,
      (setting) => setting,
      wanted.length > 0 ? accept : undefined,
    );
  },

  'GET /settings/:setting_id_str': ({ params: { setting_id_str: id = '' } }, { settings }) => {
    const setting = settings.find(id);
    if (!setting) throw notFound('Setting', id);
    return setting;
  },
};

/** As few settings as the filters allow, so that no request walks over all customers for a single row. */
function candidates(
  organisation: Organisation,
  filters: URLSearchParams,
): LazyTable<SettingDocument> | readonly SettingDocument[] {
  const id = filters.get('setting_id');
  const setting = id === null ? null : organisation.settings.find(id);
  if (id !== null) return setting ? [setting] : [];
  const entityId = filters.get('entity_id');
  if (entityId !== null) return organisation.settingsOn(entityId);
  const [kind, another] = SEEDED_KINDS.filter(
    ({ entityType, namespace }) =>
      (filters.get('entity_type') ?? entityType) === entityType &&
      (filters.get('namespace') ?? namespace) === namespace,
  );
  if (!kind) return organisation.settings.changed();
  return kind.entityType === 'ORGANIZATION' && !another ? organisation.settings.near(0) : organisation.settings;
}
