import { given, knownOnly, object, optionalText, text } from '../../http/body.js';
import { type Asked, idOf } from '../../http/query.js';
import { badRequest, notFound } from '../../http/refusals.js';
import { madeId } from '../../seed/ids.js';
import type { LazyTable } from '../../state/lazy-table.js';
import { START } from '../../state/lazy-table.js';
import type { Organisation } from '../../state/organisation.js';
import type { AlertDocument, IncidentDocument } from '../../wire/alerts.js';
import type { Routes } from '../routes.js';

type Body = Readonly<Record<string, unknown>>;

const UPDATES = ['description', 'status', 'interval', 'validity', 'parameters'] as const;
const CREATES = [...UPDATES, 'alertTemplateId', 'entityDetails', 'ownerDetails'] as const;
const STEP = 30;

/** https://docs.togai.com/api-reference/alerts. None of the lists takes a page size: each answers as a whole. */
export const alertRoutes: Routes = {
  'GET /alert_templates': (_asked, { alertTemplates }) => whole(alertTemplates),
  'GET /alert_templates/:alert_template_id': (asked, { alertTemplates }) => {
    const id = idOf(asked, 'alert_template_id');
    const template = alertTemplates.find(id);
    if (!template) throw notFound('Alert template', id);
    return template;
  },

  'GET /alerts': (_asked, { alerts }) => whole(alerts),

  'POST /alerts': ({ body }, organisation, now) => {
    knownOnly(body, CREATES);
    const alertTemplateId = text(body, 'alertTemplateId', 255);
    if (!organisation.alertTemplates.find(alertTemplateId)) throw notFound('Alert template', alertTemplateId);
    for (const name of ['entityDetails', 'ownerDetails', 'parameters']) object(body, name);
    const alert: AlertDocument = {
      id: madeId(organisation.seed, 'alert', organisation.nextIndex()),
      version: 1,
      ...given(body, CREATES),
      ...{ alertTemplateId, interval: intervalIn(body), status: stateIn(body) ?? 'ACTIVE' },
      createdAt: new Date(now).toISOString(),
    };
    organisation.alerts.put(alert);
    return asInTheSample(alert);
  },

  'PATCH /alerts/:alert_id': (asked, { alerts }, now) => {
    const id = idOf(asked, 'alert_id');
    const alert = alerts.find(id);
    if (!alert) throw notFound('Alert', id);
    knownOnly(asked.body, UPDATES);
    stateIn(asked.body);
    if (asked.body.interval !== undefined) intervalIn(asked.body);
    const changed: AlertDocument = {
      ...alert,
      ...given(asked.body, UPDATES),
      ...{ version: alert.version + 1, updatedAt: new Date(now).toISOString() },
    };
    alerts.put(changed);
    return asInTheSample(changed);
  },

  'GET /incidents': (_asked, { incidents }) => whole(incidents),
  'GET /incidents/:incident_id': (asked, organisation) => incidentIn(asked, organisation),

  'PUT /incidents/:incident_id/status': (asked, organisation, now) => {
    const incident = incidentIn(asked, organisation);
    knownOnly(asked.body, ['status']);
    if (asked.body.status !== 'CLOSED') throw badRequest('status must be one of [CLOSED]');
    if (incident.status === 'CLOSED') throw badRequest(`Incident ${incident.id} is closed already`);
    const closed = { ...incident, status: 'CLOSED', updatedAt: new Date(now).toISOString() };
    organisation.incidents.put(closed);
    return closed;
  },
};

function whole<T>(table: LazyTable<T>) {
  return { data: table.page(START, Number.POSITIVE_INFINITY).rows };
}

/** The page's sample has `cronInterval`, as text, and no template, where the model has others. */
function asInTheSample({ interval, alertTemplateId: _, ...alert }: AlertDocument): object {
  return { ...alert, alertId: alert.id, cronInterval: String(interval) };
}

function incidentIn(asked: Asked, { incidents }: Organisation): IncidentDocument {
  const id = idOf(asked, 'incident_id');
  const incident = incidents.find(id);
  if (!incident) throw notFound('Incident', id);
  return incident;
}

function intervalIn({ interval }: Body): number {
  if (typeof interval !== 'number' || interval < STEP || interval % STEP !== 0) {
    throw badRequest(`interval must be a multiple of ${STEP}`);
  }
  return interval;
}

function stateIn(body: Body): string | undefined {
  const status = optionalText(body, 'status', 20);
  if (status !== undefined && !['ACTIVE', 'INACTIVE'].includes(status)) throw badRequest('status is invalid');
  return status;
}
