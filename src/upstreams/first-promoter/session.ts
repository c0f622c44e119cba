import DataLoader from 'dataloader';
import type { CustomerEntry } from '../../domain/customers/model.js';
import type { SystemRecord } from '../../domain/identity/model.js';
import type { SaleTracker } from '../../domain/syncs/ports.js';
import type { Clock } from '../../kernel/clock.js';
import type { Writer } from '../../kernel/writing/writer.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import type { FirstPromoterClient } from './client.js';
import type { FirstPromoterSettings } from './config.js';
import type { Referral } from './model.js';
import { REFERRAL_ID, SYSTEM } from './names.js';
import type { NotedReferral, ReferralBook } from './referral-book.js';
import type { TrackingDesk } from './tracking/commands.js';
import { toRecord } from './tracking/mapping.js';
import { saleTracker } from './tracking/sale-tracker.js';

/** Gives resolvers the FirstPromoter session of their request. */
export const firstPromoter = sessionKey<FirstPromoterSession>(SYSTEM);

export interface FirstPromoterAccount {
  readonly client: FirstPromoterClient;
  readonly settings: FirstPromoterSettings;
  readonly writer: Writer;
  readonly book: ReferralBook;
  readonly clock: Clock;
}

/** What one request holds of FirstPromoter. */
export class FirstPromoterSession implements UpstreamSession {
  readonly desk: TrackingDesk;
  readonly #referrals: DataLoader<string, NotedReferral | null>;

  constructor(account: FirstPromoterAccount, { signal }: SessionRequest) {
    this.desk = { ...account, signal };
    this.#referrals = new DataLoader(async (ids) => {
      const found = await account.book.get(ids);
      return ids.map((id) => found.get(id) ?? null);
    });
  }

  async referral(id: string): Promise<Referral | null> {
    return (await this.#referrals.load(id))?.referral ?? null;
  }

  /** The referral of a customer; null if nobody referred them, as far as was told here. */
  async referralOf(customer: CustomerEntry): Promise<Referral | null> {
    const id = referralIdOf(customer);
    return id === null ? null : await this.referral(id);
  }

  saleTracker(): SaleTracker {
    return saleTracker(this.desk);
  }

  async source(customer: CustomerEntry): Promise<SourceReading | null> {
    const id = referralIdOf(customer);
    const noted = id === null ? null : await this.#referrals.load(id);
    return noted && { fetchedAt: noted.notedAt, stale: false };
  }

  async find(value: string): Promise<readonly SystemRecord[]> {
    const referral = await this.referral(value);
    const record = referral && toRecord(referral);
    return record ? [record] : [];
  }
}

function referralIdOf({ externalIds }: CustomerEntry): string | null {
  return externalIds.find(({ system, kind }) => system === SYSTEM && kind === REFERRAL_ID)?.value ?? null;
}
