import { z } from 'zod';
import { Instant, Text, Whole } from './wire.js';

/** Minutes; the reference writes them as text, too. */
const Minutes = z
  .union([z.int(), z.string().regex(/^\d+$/).transform(Number)])
  .nullish()
  .transform((value) => value ?? null);

/** Ids by name; the model has a map of objects, the reference's samples plain values. */
const Details = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? null);

/** https://docs.togai.com/api-reference/alerts/list-alert-templates */
export const AlertTemplate = z.object({
  id: z.string(),
  ...{ name: Text, description: Text, interval: Minutes, entityType: Text, ownerType: Text, entitySchema: Text },
  ...{ ownerSchema: Text, parametersSchema: Text, createdAt: Instant, updatedAt: Instant },
});
export type AlertTemplate = z.infer<typeof AlertTemplate>;

/** `interval` by the model, `cronInterval` by the page's sample. https://docs.togai.com/api-reference/alerts/list-alerts */
export const Alert = z.object({
  id: z.string(),
  ...{ version: Whole, description: Text, status: Text, alertTemplateId: Text, validity: Minutes },
  ...{ interval: Minutes, cronInterval: Minutes, createdAt: Instant, updatedAt: Instant },
  ...{ entityDetails: Details, ownerDetails: Details, parameters: Details },
});
export type Alert = z.infer<typeof Alert>;

/** https://docs.togai.com/api-reference/alerts/list-incidents */
export const Incident = z.object({
  id: z.string(),
  ...{ alertId: Text, alertVersion: Whole, alertTemplateId: Text, status: Text, reportData: Details },
  ...{ validUntil: Instant, lastCheckedAt: Instant, createdAt: Instant, updatedAt: Instant },
});
export type Incident = z.infer<typeof Incident>;
