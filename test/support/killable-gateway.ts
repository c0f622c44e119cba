import type { TogaiSandbox } from '../../src/upstreams/togai/sandbox/index.js';
import type { ZuoraSandbox } from '../../src/upstreams/zuora-billing/sandbox/index.js';
import { mortalGateway, togaiAt, zuoraAt } from './mortal-gateway.js';

export interface KillableOptions {
  readonly zuora: ZuoraSandbox;
  readonly togai: TogaiSandbox;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A gateway process over two sandboxes that outlive it. */
export function killableGateway({ zuora, togai, environment = {} }: KillableOptions) {
  const gateway = mortalGateway();
  return {
    get url() {
      return gateway.url;
    },
    async start(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
      await gateway.start({
        ...{ DATABASE_URL: databaseUrl, SYSTEMS: 'ZUORA_BILLING,TOGAI,FIRST_PROMOTER' },
        ...{ TOGAI_REQUESTS_PER_SECOND: '1000', ...togaiAt(togai), ...zuoraAt(zuora) },
        ...environment,
        ...more,
      });
    },
    /** And takes back every fault. */
    async kill(): Promise<void> {
      await gateway.kill();
      for (const each of [zuora, togai]) each.clearFaults();
    },
    end: gateway.end,
    output: gateway.output,
    ask: gateway.ask,
    query: gateway.query,
  };
}
