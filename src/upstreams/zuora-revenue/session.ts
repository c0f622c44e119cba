import type { SystemRecord } from '../../domain/identity/model.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import type { RevenueClient } from './client.js';
import type { RevenueSettings } from './config.js';
import type { Links } from './links.js';
import { SYSTEM } from './names.js';
import type { UploadDesk } from './uploads/desk.js';

/** Gives resolvers the Zuora Revenue session of their request. */
export const zuoraRevenue = sessionKey<RevenueSession>(SYSTEM);

/** What one request holds of Zuora Revenue. */
export class RevenueSession implements UpstreamSession {
  readonly desk: UploadDesk;
  readonly links: Links;
  readonly client: RevenueClient;
  readonly settings: RevenueSettings;
  readonly signal: AbortSignal;

  constructor(desk: UploadDesk, links: Links, { signal }: SessionRequest) {
    this.desk = desk;
    this.links = links;
    this.client = desk.client;
    this.settings = desk.settings;
    this.signal = signal;
  }

  async source(): Promise<SourceReading | null> {
    return null;
  }

  async find(): Promise<readonly SystemRecord[]> {
    return [];
  }
}
