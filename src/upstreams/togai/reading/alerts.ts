import type { EntityReader } from '../../../kernel/reading/entity-reader.js';
import type { TogaiAlert, TogaiAlertTemplate, TogaiIncident } from '../alerts/model.js';
import type { TogaiClient } from '../client.js';
import { type ListPage, listAll, listPage, type TogaiList } from '../lists.js';
import { toAlert, toAlertTemplate, toIncident } from '../mapping/alert.js';
import { Alert, AlertTemplate, Incident } from '../schemas/alert.js';
import { type Freshness, isKey, LIVE, type ReaderFactory, SELDOM } from './reader-factory.js';

export interface AlertReaders {
  /** These two as a whole, under the one key `all`: Togai has no call for a single alert. */
  readonly alertTemplates: EntityReader<readonly TogaiAlertTemplate[]>;
  readonly alerts: EntityReader<readonly TogaiAlert[]>;
  readonly incidents: EntityReader<TogaiIncident>;
  /** By token; the first page under the empty one. */
  readonly incidentPages: EntityReader<ListPage<TogaiIncident>>;
}

const MINUTE: Freshness = { freshMs: 60_000, staleMs: 0 };

// None of these takes a page size.
const TEMPLATES: TogaiList<AlertTemplate> = {
  operation: 'getAlertTemplates',
  path: '/alert_templates',
  row: AlertTemplate,
};
export const ALERTS: TogaiList<Alert> = { operation: 'listAlerts', path: '/alerts', row: Alert };
const INCIDENTS: TogaiList<Incident> = { operation: 'getIncidents', path: '/incidents', row: Incident };

export function alertReaders(client: TogaiClient, reader: ReaderFactory): AlertReaders {
  return {
    alertTemplates: reader('alert-templates', SELDOM, async (_key, options) =>
      (await listAll(client, TEMPLATES, options)).map(toAlertTemplate),
    ),
    alerts: reader('alerts', MINUTE, async (_key, options) => (await listAll(client, ALERTS, options)).map(toAlert)),
    incidents: reader('incident', LIVE, async (id, options) => {
      if (!isKey(id)) return null;
      const path = `/incidents/${encodeURIComponent(id)}`;
      const row = await client.find({ operation: 'getIncident', path, schema: Incident, ...options });
      return row && toIncident(row);
    }),
    incidentPages: reader('incident-page', LIVE, async (token, options) => {
      const { rows, next } = await listPage(client, INCIDENTS, token || null, options);
      return { rows: rows.map(toIncident), next };
    }),
  };
}
