import { z } from 'zod';
import type { SaleTracker } from '../../../domain/syncs/ports.js';
import type { SaleNotice } from '../../../domain/syncs/subjects.js';
import { SYSTEM } from '../names.js';
import { type EventToTrack, type TrackingDesk, track } from './commands.js';
import { toRecord } from './mapping.js';
import type { Person } from './requests.js';

/** What is kept with a run, so that another process tells the same. */
const Told = z.object({
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  key: z.string(),
  references: z.array(z.string()),
});

/** A sale as a run keeps it. */
export function noticeOf({ email, uid }: Person, { fields, key, references }: EventToTrack): SaleNotice {
  return { email, uid, told: { fields, key, references } };
}

/** Tells FirstPromoter of sales on behalf of runs: by the same event id as the mutation, so once in all. */
export function saleTracker(desk: TrackingDesk): SaleTracker {
  return {
    system: SYSTEM,
    stepFor: ({ eventId, sale }) => {
      const { fields } = Told.parse(sale.told);
      const { email: _email, uid: _uid, ...after } = fields;
      return { system: SYSTEM, name: `Sale ${eventId}`, action: 'sale', target: eventId, before: null, after };
    },
    async track({ sale }) {
      const { outcome, referral } = await track(desk, { event: 'sale', ...Told.parse(sale.told) });
      const counts = outcome === 'TRACKED' || outcome === 'ALREADY_TRACKED';
      return { outcome, counts, record: referral && toRecord(referral) };
    },
  };
}
