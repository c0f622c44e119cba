import type { Clock } from '../../kernel/clock.js';
import type { KeptDocument, KeptDocuments } from '../../kernel/reading/kept-documents.js';
import type { Referral } from './model.js';

/** What FirstPromoter told of its referrals: the tracking API has no way to ask for them again. */
export interface ReferralBook {
  note(referral: Referral): Promise<void>;
  get(referralIds: readonly string[]): Promise<ReadonlyMap<string, NotedReferral>>;
}

export interface NotedReferral {
  readonly referral: Referral;
  /** Milliseconds since the epoch. */
  readonly notedAt: number;
}

const KIND = 'referral';

export function referralBook(kept: KeptDocuments, scope: string, clock: Clock): ReferralBook {
  const place = { scope, kind: KIND };
  const noted = ({ document, keptAt }: KeptDocument): NotedReferral => ({
    referral: document as Referral,
    notedAt: keptAt,
  });
  return {
    async note(referral) {
      const [before] = (await kept.get(place, [referral.referralId])).values();
      await kept.put(place, referral.referralId, merged(before && noted(before).referral, referral), clock.now());
    },
    async get(ids) {
      const found = await kept.get(place, ids);
      return new Map([...found].map(([id, document]) => [id, noted(document)]));
    },
  };
}

/** An answer that leaves something out does not take it back. */
function merged(before: Referral | undefined, now: Referral): Referral {
  if (!before) return now;
  return {
    ...now,
    state: now.state ?? before.state,
    promoter: now.promoter ?? before.promoter,
    references: [...new Set([...before.references, ...now.references])],
  };
}
