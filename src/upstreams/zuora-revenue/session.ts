import type { SystemRecord } from '../../domain/identity/model.js';
import { sessionKey } from '../../schema-kit/context.js';
import type { SessionRequest, SourceReading, UpstreamSession } from '../contract.js';
import type { RevenueClient } from './client.js';
import type { RevenueSettings } from './config.js';
import { SYSTEM } from './names.js';

/** Gives resolvers the Zuora Revenue session of their request. */
export const zuoraRevenue = sessionKey<RevenueSession>(SYSTEM);

export interface RevenueTenant {
  readonly client: RevenueClient;
  readonly settings: RevenueSettings;
}

/** What one request holds of Zuora Revenue. */
export class RevenueSession implements UpstreamSession {
  readonly client: RevenueClient;
  readonly settings: RevenueSettings;
  readonly signal: AbortSignal;

  constructor({ client, settings }: RevenueTenant, { signal }: SessionRequest) {
    this.client = client;
    this.settings = settings;
    this.signal = signal;
  }

  async source(): Promise<SourceReading | null> {
    return null;
  }

  async find(): Promise<readonly SystemRecord[]> {
    return [];
  }
}
