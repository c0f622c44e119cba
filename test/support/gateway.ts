import { type Gateway, startGateway } from '../../src/app.js';
import { loadConfig } from '../../src/config/load.js';
import { secretsIn } from '../../src/config/secrets.js';
import type { Clock } from '../../src/kernel/clock.js';
import { createLogger } from '../../src/kernel/logger.js';
import { KnownSecrets } from '../../src/kernel/secrets/known-secrets.js';
import type { Upstream } from '../../src/upstreams/contract.js';
import { upstreams } from '../../src/upstreams/registry.js';
import type { Sandbox, SandboxOptions } from '../../src/upstreams/sandbox-kit/types.js';
import { startContractProxies } from './contract-proxy.js';
import { temporaryStore } from './temporary-store.js';

/** A whole gateway over real HTTP, with a sandbox for each billing system. */
export interface TestGateway {
  readonly url: string;
  readonly gateway: Gateway;
  sandbox(system: string): Sandbox;
  /** Sends an operation and gives the whole GraphQL answer. */
  query<T = Record<string, unknown>>(
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** Resolves when discovery has read all lists of all systems once. */
  discovered(): Promise<void>;
  /** Ends everything; fails if the traffic broke a contract. */
  close(): Promise<void>;
}

export interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly GraphqlError[];
}

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [name: string]: unknown };
}

export interface TestGatewayOptions {
  /** Without the vendors' limits unless `limits` is true: under Togai's quota discovery alone takes seconds. */
  readonly sandbox?: SandboxOptions;
  readonly environment?: Record<string, string>;
  /** Whether the traffic is held against the contracts; off for tests that make the sandboxes break them. */
  readonly verified?: boolean;
  /** What the contracts say that their vendors' own examples do not keep. */
  readonly contradicted?: RegExp;
  /** Told of every line that the gateway logs. */
  readonly onLogLine?: (line: string) => void;
  /** What time the gateway believes it is. */
  readonly clock?: Clock;
}

export async function startTestGateway({
  sandbox,
  environment,
  verified = true,
  contradicted,
  clock,
  onLogLine,
}: TestGatewayOptions = {}): Promise<TestGateway> {
  const limits = sandbox?.limits ?? false;
  const started = await Promise.all(
    upstreams.map(async (upstream) => ({
      upstream,
      ...(await upstream.startSandbox({ port: 0, ...sandbox, limits })),
    })),
  );
  const targets = Object.fromEntries(started.map(({ upstream, sandbox: { url } }) => [contractOf(upstream.id), url]));
  const proxies = verified ? await startContractProxies(targets) : null;
  const variables = started.map(({ upstream, environment: addresses }) => ({
    ...addresses,
    ...(!limits && unlimited(upstream)),
    ...(proxies && { [upstream.settings.decidedBy]: proxies.urlOf(contractOf(upstream.id)) }),
  }));
  const store = environment?.DATABASE_URL ? null : await temporaryStore();
  const own = { PORT: '0', LOG_LEVEL: 'silent', ACCESS: 'OPEN', ...(store && { DATABASE_URL: store.url }) };
  const settings = Object.assign(own, ...variables, environment);
  const config = loadConfig(settings, upstreams);
  const secrets = new KnownSecrets(secretsIn(settings));
  const log = createLogger({
    level: config.gateway.LOG_LEVEL,
    pretty: false,
    secrets,
    ...(onLogLine && { to: { write: onLogLine } }),
  });
  const gateway = await startGateway(config, { log, secrets, ...(clock && { clock }) });

  const query: TestGateway['query'] = async (text, vars = {}, headers = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query: text, variables: vars }),
    });
    return (await response.json()) as never;
  };
  return {
    url: gateway.url,
    gateway,
    query,
    sandbox(system) {
      const found = started.find(({ upstream }) => upstream.id === system);
      if (!found) throw new Error(`there is no sandbox for ${system}`);
      return found.sandbox;
    },
    async discovered() {
      for (;;) {
        const { data } = await query<{
          systems: { system: string; discovery: { state: string; failure: string | null } | null }[];
        }>('{ systems { system discovery { state failure } } }');
        const failed = data.systems.find(({ discovery }) => discovery?.state === 'FAILED');
        if (failed) throw new Error(`discovery of ${failed.system} failed: ${failed.discovery?.failure}`);
        const listed = gateway.systems.filter(({ connection }) => connection.discovery.length > 0).length;
        if (data.systems.filter(({ discovery }) => discovery?.state === 'SUCCEEDED').length === listed) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async close() {
      await gateway.close();
      await store?.remove();
      const broken = (await proxies?.violations()) ?? [];
      const violations = broken.filter((violation) => !contradicted?.test(violation));
      await Promise.all(started.map(({ sandbox: running }) => running.close()));
      if (violations.length > 0) throw new Error(`the traffic broke a contract:\n${violations.join('\n')}`);
    },
  };
}

/** A sandbox without limits need not be spared. */
function unlimited({ settings }: Upstream): Record<string, string> {
  const quotas = Object.keys(settings.shape).filter((name) => /_REQUESTS_PER_(SECOND|MINUTE)$/.test(name));
  return Object.fromEntries(quotas.map((name) => [name, '1000']));
}

/** The contract files are called like the system's folder, but for one that is written in one word. */
function contractOf(system: string): string {
  return system === 'FIRST_PROMOTER' ? 'firstpromoter' : system.toLowerCase().replaceAll('_', '-');
}
