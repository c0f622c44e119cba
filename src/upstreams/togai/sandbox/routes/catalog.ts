import { eventSchemaOf } from '../catalog/usage-meters.js';
import { pageOf, pageRequest, WITH_CONTEXT } from '../http/paging.js';
import { choice, flag, idOf } from '../http/query.js';
import { notFound } from '../http/refusals.js';
import type { Routes } from './routes.js';

/** Add-ons, usage meters and features: what rate cards put a price on. */
export const catalogRoutes: Routes = {
  'GET /addons': (asked, { addOns }) => {
    const request = pageRequest(asked, { ...WITH_CONTEXT, filters: ['status'] });
    const status = choice(request.filters, 'status', ['ACTIVE', 'ARCHIVED']);
    return pageOf(
      addOns,
      request,
      (addOn) => addOn,
      (addOn) => (status ?? addOn.status) === addOn.status,
    );
  },

  'GET /addons/:addon_id': (asked, { addOns }) => {
    const id = idOf(asked, 'addon_id');
    const addOn = addOns.find(id);
    if (!addOn) throw notFound('Addon', id);
    return addOn;
  },

  'GET /usage_meters': (asked, { usageMeters }) => {
    const request = pageRequest(asked, { ...WITH_CONTEXT, filters: ['status', 'aggregations'] });
    const status = choice(request.filters, 'status', ['ACTIVE', 'INACTIVE']);
    const aggregation = choice(request.filters, 'aggregations', ['COUNT', 'SUM']);
    return pageOf(
      usageMeters,
      request,
      (meter) => meter,
      (meter) => (status ?? meter.status) === meter.status && (aggregation ?? meter.aggregation) === meter.aggregation,
    );
  },

  'GET /usage_meters/:usage_meter_id': (asked, { usageMeters }) => {
    const id = idOf(asked, 'usage_meter_id');
    const meter = usageMeters.find(id);
    if (!meter) throw notFound('Usage meter', id);
    return flag(asked.query, 'includeSchema') ? { ...meter, eventSchema: eventSchemaOf(meter) } : meter;
  },

  'GET /features': (asked, { features }) =>
    pageOf(features, pageRequest(asked, WITH_CONTEXT), ({ schemaAssociations, ...feature }) => ({
      ...feature,
      schemaCount: schemaAssociations.length,
    })),

  'GET /features/:feature_id': (asked, { features }) => {
    const id = idOf(asked, 'feature_id');
    const feature = features.find(id);
    if (!feature) throw notFound('Feature', id);
    return feature;
  },
};
