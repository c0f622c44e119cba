import type { z } from 'zod';
import { isLoopback } from '../kernel/http/loopback.js';
import type { Upstream } from '../upstreams/contract.js';
import { type GatewayVariables, gatewayShape } from './gateway.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  readonly gateway: GatewayVariables;
  readonly upstreams: readonly UpstreamConfig[];
}

/** `settings` is null where no tenant is configured and the sandbox is to be started. */
export interface UpstreamConfig {
  readonly upstream: Upstream;
  readonly settings: unknown;
  /** The variables that it was made of, secrets included. */
  readonly values: Environment;
}

/** Everything that is wrong with the environment, in one go. Names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(['The configuration is not usable:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

/** Reads the whole configuration. Throws ConfigError. */
export function loadConfig(environment: Environment, upstreams: readonly Upstream[]): Config {
  const problems: string[] = [];
  const gateway = parseVariables(gatewayShape, environment, problems) as unknown as GatewayVariables;
  const configs = switchedOn(upstreams, gateway.SYSTEMS ?? '', problems).map((upstream) => ({
    upstream,
    settings: settingsOf(upstream, environment, problems),
    values: environment,
  }));
  problems.push(...accessProblems(gateway));
  if (problems.length > 0) throw new ConfigError(problems);
  return { gateway, upstreams: configs };
}

function accessProblems({ HOST = '', ACCESS, JWT_ISSUER, JWT_AUDIENCE, JWT_JWKS_URL }: Partial<GatewayVariables>) {
  const problems: string[] = [];
  if (ACCESS === 'OPEN' && !isLoopback(HOST)) {
    problems.push('ACCESS=OPEN is for loopback alone: HOST lets others reach the gateway');
  }
  const token = { JWT_ISSUER, JWT_AUDIENCE, JWT_JWKS_URL };
  const missing = Object.entries(token).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0 && missing.length < 3) {
    problems.push(
      `${missing.join(' and ')} must be set, too: tokens are checked against all of ${Object.keys(token).join(', ')}`,
    );
  }
  return problems;
}

/** What is named; everything if nothing is. */
function switchedOn(upstreams: readonly Upstream[], named: string, problems: string[]): readonly Upstream[] {
  const ids = named.split(',').flatMap((id) => id.trim() || []);
  const unknown = ids.filter((id) => !upstreams.some((upstream) => upstream.id === id));
  if (unknown.length > 0) {
    problems.push(`SYSTEMS names ${unknown.join(', ')}; there are ${upstreams.map(({ id }) => id).join(', ')}`);
  }
  return ids.length === 0 ? upstreams : upstreams.filter(({ id }) => ids.includes(id));
}

/** The settings of one system, for example of its sandbox. Throws ConfigError. */
export function upstreamSettings(upstream: Upstream, environment: Environment): unknown {
  const problems: string[] = [];
  const settings = settingsOf(upstream, environment, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return settings;
}

function settingsOf({ id, title, settings }: Upstream, environment: Environment, problems: string[]): unknown {
  const before = problems.length;
  const parsed = parseVariables(settings.shape, environment, problems);
  for (const name of Object.keys(environment)) {
    if (name.startsWith(`${id}_`) && !(name in settings.shape)) {
      problems.push(`${name} is no variable of ${title}; there are ${Object.keys(settings.shape).join(', ')}`);
    }
  }
  if (problems.length > before) return null;
  if (!environment[settings.decidedBy]) {
    const orphans = settings.credentials.filter((name) => environment[name]);
    if (orphans.length > 0)
      problems.push(`${orphans.join(', ')} set without ${settings.decidedBy}: the address of the tenant is missing`);
    return null;
  }
  const combined = settings.combine(parsed);
  if ('problems' in combined) {
    problems.push(...combined.problems);
    return null;
  }
  return combined.settings;
}

function parseVariables(
  shape: Readonly<Record<string, z.ZodType>>,
  environment: Environment,
  problems: string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(shape)) {
    // An empty variable, as compose files write it, is one that is not set.
    const result = type.safeParse(environment[name] || undefined);
    if (result.success) values[name] = result.data;
    else problems.push(`${name} ${result.error.issues.map(({ message }) => message).join(', ')}`);
  }
  return values;
}
