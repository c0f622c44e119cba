import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';
import type { TenantCapabilities } from './capabilities.js';

/** The tenant that is looked at. */
export interface Patient {
  readonly client: ZuoraClient;
  readonly capabilities: TenantCapabilities;
  readonly settings: ZuoraBillingSettings;
  readonly signal: AbortSignal;
}
