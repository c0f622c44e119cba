import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { UpstreamError } from '../../../kernel/errors.js';
import { listAll } from '../lists.js';
import { toAlert } from '../mapping/alert.js';
import { SYSTEM, TITLE } from '../names.js';
import { ALERTS } from '../reading/alerts.js';
import { Incident } from '../schemas/alert.js';
import type { TogaiDesk } from '../writing/togai-desk.js';
import type { AlertCreate, AlertUpdate } from './inputs.js';
import type { TogaiAlert } from './model.js';

const Made = z.object({ id: z.string() });
export const CLOSED = 'CLOSED';
// Togai's clock may be this far behind ours.
const SKEW_MS = 5_000;

/** What is left out is left alone, or left to Togai. */
export function alertBody(input: AlertCreate | AlertUpdate): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null));
}

/**
 * Makes an alert. Gives its id. Togai has no key for it: after a lost answer a new alert of the same template for the same
 * thing is looked for.
 */
export async function createAlert(desk: TogaiDesk, input: AlertCreate, key: string | null): Promise<string> {
  const alerts = async () => (await listAll(desk.client, ALERTS, desk.options)).map(toAlert);
  let known: ReadonlySet<string> | null = null;
  const { id } = await desk.once(
    { operation: 'createAlert', key, input },
    {
      result: Made,
      send: async () => {
        known ??= new Set((await alerts()).map(({ togaiId }) => togaiId));
        return await desk.client.write({
          operation: 'createAlert',
          method: 'POST',
          path: '/alerts',
          body: alertBody(input),
          schema: Made,
          ...desk.options,
        });
      },
      find: async (since) => {
        const isNew = ({ togaiId, createdAt }: TogaiAlert) =>
          known ? !known.has(togaiId) : createdAt !== null && Date.parse(createdAt) >= since - SKEW_MS;
        const fits = (await alerts()).filter((alert) => isNew(alert) && isSame(alert, input));
        if (fits.length > 1) throw several(fits.length);
        return fits[0] ? { id: fits[0].togaiId } : null;
      },
    },
  );
  await desk.alertsChanged();
  return id;
}

/** A change of values: made twice it leaves the same. */
export async function updateAlert(desk: TogaiDesk, id: string, input: AlertUpdate): Promise<void> {
  await desk.client.write({
    operation: 'updateAlert',
    method: 'PATCH',
    path: `/alerts/${encodeURIComponent(id)}`,
    body: alertBody(input),
    schema: z.unknown(),
    repeatable: true,
    ...desk.options,
  });
  await desk.alertsChanged();
}

/** Closes an incident, the one state that it can be put into; it then tells whether that was done. */
export async function closeIncident(desk: TogaiDesk, id: string): Promise<void> {
  const path = `/incidents/${encodeURIComponent(id)}`;
  await desk.once(
    { operation: 'updateIncidentStatus', key: null, input: { id } },
    {
      result: z.unknown(),
      send: () =>
        desk.client.write({
          operation: 'updateIncidentStatus',
          method: 'PUT',
          path: `${path}/status`,
          body: { status: CLOSED },
          schema: z.unknown(),
          ...desk.options,
        }),
      find: async () => {
        const incident = await desk.client.find({ operation: 'getIncident', path, schema: Incident, ...desk.options });
        return incident?.status === CLOSED ? incident : null;
      },
    },
  );
  await desk.incidentChanged(id);
}

function isSame(alert: TogaiAlert, { alertTemplateId, entityDetails, ownerDetails, parameters }: AlertCreate): boolean {
  const same = (a: object | null, b: object | null | undefined) => isDeepStrictEqual({ ...a }, { ...b });
  return (
    // The page's sample has no template.
    (alert.templateId ?? alertTemplateId) === alertTemplateId &&
    same(alert.entityDetails, entityDetails) &&
    same(alert.ownerDetails, ownerDetails) &&
    same(alert.parameters, parameters)
  );
}

function several(count: number): UpstreamError {
  const message = `${TITLE} did not answer, and ${count} alerts could be what was asked for: look there before you ask again.`;
  return new UpstreamError(SYSTEM, 'UPSTREAM_CONFLICT', message, { outcome: 'unknown', retryable: false });
}
