import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { askAt } from './ask-at.js';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.js';

/** Gateways in processes of their own, one after another: one dies, and the next goes on with what it left. */
export function mortalGateway() {
  let running: GatewayProcess | null = null;
  let url = '';
  return {
    get url() {
      return url;
    },
    /** Open to everybody, and discovering nothing unless the environment says otherwise; gives its address. */
    async start(environment: Readonly<Record<string, string>>): Promise<string> {
      running = startGatewayProcess({ ACCESS: 'OPEN', DISCOVERY_INTERVAL_MINUTES: '0', ...environment });
      ({ url } = await running.ready());
      return url;
    },
    /** Does nothing where none was started, or it has ended. */
    async kill(): Promise<void> {
      running?.child.kill('SIGKILL');
      await running?.exited;
    },
    /** Ends it as an orchestrator does; gives its exit code. */
    async end(): Promise<number | null> {
      running?.child.kill('SIGTERM');
      return (await running?.exited) ?? null;
    },
    output: () => running?.output() ?? '',
    /** The whole answer, errors included. */
    async query(text: string, variables: object = {}): Promise<never> {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as never;
    },
    /** The data of an operation that has no errors. */
    ask: <T>(query: string, variables: object = {}): Promise<T> => askAt(url, query, variables),
  };
}

/** Where a gateway finds a sandbox that outlives it. */
export const zuoraAt = ({ url, credentials }: ZuoraSandbox) => ({
  ZUORA_BILLING_URL: url,
  ZUORA_BILLING_CLIENT_ID: credentials.clientId,
  ZUORA_BILLING_CLIENT_SECRET: credentials.clientSecret,
});
export const togaiAt = ({ url, credentials }: TogaiSandbox) => ({ TOGAI_URL: url, TOGAI_API_KEY: credentials.apiKey });
