import type { TogaiAlert, TogaiAlertTemplate, TogaiIncident } from '../alerts/model.js';
import type { Alert, AlertTemplate, Incident } from '../schemas/alert.js';

export function toAlertTemplate({ id: togaiId, ...template }: AlertTemplate): TogaiAlertTemplate {
  return { togaiId, ...template };
}

export function toAlert({ id, status, alertTemplateId, interval, cronInterval, ...alert }: Alert): TogaiAlert {
  return {
    togaiId: id,
    ...alert,
    status: status ?? 'UNKNOWN',
    templateId: alertTemplateId,
    interval: interval ?? cronInterval,
  };
}

export function toIncident({ id, status, alertTemplateId: _, ...incident }: Incident): TogaiIncident {
  return { togaiId: id, ...incident, status: status ?? 'UNKNOWN' };
}
