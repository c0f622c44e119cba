import { z } from 'zod';
import { UpstreamError, type UpstreamErrorCode } from '../../../kernel/errors.js';
import type { ZuoraClient } from '../client.js';
import type { ZuoraBillingSettings } from '../config.js';

export const CAPABILITIES = ['objectQuery', 'orders', 'invoiceSettlement'] as const;
/** What a tenant has or not. */
export type Capability = (typeof CAPABILITIES)[number];

export interface CapabilityState {
  readonly available: boolean;
  /** What Zuora said when it refused; null if it did not. */
  readonly refusal: string | null;
}

// The smallest question that only a tenant with the capability answers.
const PROBES: Readonly<Record<Capability, { readonly operation: string; readonly path: string }>> = {
  objectQuery: { operation: 'queryAccounts', path: '/object-query/accounts' },
  orders: { operation: 'GET_AllOrders', path: '/v1/orders' },
  // https://developer.zuora.com/v1-api-reference/api/operation/GET_CreditMemos/: "only available if you have Invoice Settlement"
  invoiceSettlement: { operation: 'GET_CreditMemos', path: '/v1/credit-memos' },
};
// There is nothing else in the question that could be refused for these reasons.
const MISSING: ReadonlySet<UpstreamErrorCode> = new Set([
  'UPSTREAM_FORBIDDEN',
  'UPSTREAM_UNSUPPORTED',
  'UPSTREAM_NOT_FOUND',
  'UPSTREAM_REJECTED',
]);
const PROBE_TIMEOUT_MS = 30_000;

/** Finds out once what the tenant has, and keeps it for the life of the process. A failure is not kept. */
export class TenantCapabilities {
  readonly #client: ZuoraClient;
  readonly #known = new Map<Capability, Promise<CapabilityState>>();
  #objectQueryIsOff: boolean;

  constructor(client: ZuoraClient, { objectQuery }: ZuoraBillingSettings) {
    this.#client = client;
    this.#objectQueryIsOff = objectQuery === 'OFF';
  }

  /** Throws UpstreamError if Zuora does not say. */
  async has(capability: Capability): Promise<boolean> {
    return (await this.state(capability)).available;
  }

  state(capability: Capability): Promise<CapabilityState> {
    const known = this.#known.get(capability);
    if (known !== undefined) return known;
    const finding = this.#probe(capability);
    this.#known.set(capability, finding);
    finding.catch(() => this.#known.delete(capability));
    return finding;
  }

  /** Whether it is known that Object Query cannot be used. */
  get objectQueryIsOff(): boolean {
    return this.#objectQueryIsOff;
  }

  /** Told by whoever was refused. */
  objectQueryRefused(refusal: string): void {
    this.#objectQueryIsOff = true;
    this.#known.set('objectQuery', Promise.resolve({ available: false, refusal }));
  }

  async #probe(capability: Capability): Promise<CapabilityState> {
    try {
      await this.#client.read({
        ...PROBES[capability],
        query: [['pageSize', '1']],
        schema: z.unknown(),
        // Shared by everybody who waits for it, so that no caller's deadline ends it.
        signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
        lane: 'interactive',
      });
      return { available: true, refusal: null };
    } catch (error) {
      if (error instanceof UpstreamError && MISSING.has(error.code))
        return { available: false, refusal: error.message };
      throw error;
    }
  }
}
