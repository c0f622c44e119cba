import { expect } from 'vitest';
import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.js';

export interface KillableOptions {
  readonly zuora: ZuoraSandbox;
  readonly togai: TogaiSandbox;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A gateway process over two sandboxes that outlive it. */
export function killableGateway({ zuora, togai, environment = {} }: KillableOptions) {
  let running: GatewayProcess | null = null;
  let url = '';
  const query = async (text: string, variables: object = {}): Promise<never> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as never;
  };
  return {
    get url() {
      return url;
    },
    async start(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
      const { clientId, clientSecret } = zuora.credentials;
      running = startGatewayProcess({
        ...{ DATABASE_URL: databaseUrl, ACCESS: 'OPEN', DISCOVERY_INTERVAL_MINUTES: '0' },
        SYSTEMS: 'ZUORA_BILLING,TOGAI,FIRST_PROMOTER',
        ...{ TOGAI_REQUESTS_PER_SECOND: '1000', TOGAI_URL: togai.url, TOGAI_API_KEY: togai.credentials.apiKey },
        ...{ ZUORA_BILLING_URL: zuora.url, ZUORA_BILLING_CLIENT_ID: clientId },
        ZUORA_BILLING_CLIENT_SECRET: clientSecret,
        ...environment,
        ...more,
      });
      url = (await running.ready()).url;
    },
    /** And takes back every fault. */
    async kill(): Promise<void> {
      running?.child.kill('SIGKILL');
      await running?.exited;
      for (const each of [zuora, togai]) each.clearFaults();
    },
    /** Ends it as an orchestrator does; gives its exit code. */
    async end(): Promise<number | null> {
      running?.child.kill('SIGTERM');
      return (await running?.exited) ?? null;
    },
    output: () => running?.output() ?? '',
    query,
    /** The data of an operation that has no errors. */
    async ask<T>(text: string, variables: object = {}): Promise<T> {
      const { data, errors } = (await query(text, variables)) as { data: T; errors?: unknown };
      expect(errors).toBeUndefined();
      return data;
    },
  };
}
