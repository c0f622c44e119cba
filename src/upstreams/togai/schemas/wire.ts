import { z } from 'zod';

// Togai's "required" means "usually there": older objects lack newer fields, so everything but ids is optional here.

export const Text = z
  .string()
  .nullish()
  .transform((value) => value || null);

/** An instant, as ISO 8601 in UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((value) => (value ? new Date(value).toISOString() : null));
