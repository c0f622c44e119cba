import { existsSync } from 'node:fs';
import { type Config, ConfigError, loadConfig, upstreamSettings } from '../config/load.js';
import { loadMappingOverrides } from '../config/mapping-overrides.js';
import { mapSubscription } from '../domain/plan-mapping/map-subscription.js';
import type { SoldSubscription } from '../domain/plan-mapping/sold.js';
import { UpstreamError } from '../kernel/errors.js';
import { upstreams } from '../upstreams/registry.js';
import { mappingText } from './mapping-report.js';
import { connectForReading } from './reading-connection.js';

const LONGEST_LOOK_MS = 60_000;

export interface ExplainOptions {
  readonly json?: boolean;
}

/** Shows what price plans a subscription comes to, and why not where it does not. Changes nothing. */
export async function explainMapping(key: string, { json = false }: ExplainOptions): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const config = loadConfig(process.env, upstreams);
    const overrides = await loadMappingOverrides(config.gateway.MAPPING_FILE);
    const sold = await findSold(config, key);
    if (sold === null) throw new Problem(`No billing system knows a subscription ${key}.`);
    const mapping = mapSubscription(sold, overrides);
    process.stdout.write(json ? `${JSON.stringify(mapping, null, 2)}\n` : mappingText(sold, mapping));
    if (mapping.problems.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof Problem || error instanceof ConfigError || error instanceof UpstreamError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Something that the person at the keyboard can put right. */
class Problem extends Error {}

async function findSold({ upstreams: configs, gateway }: Config, key: string): Promise<SoldSubscription | null> {
  for (const { upstream, settings } of configs) {
    const sandbox =
      settings === null ? await upstream.startSandbox({ port: 0, customers: gateway.SANDBOX_CUSTOMERS }) : null;
    const usable = sandbox ? upstreamSettings(upstream, sandbox.environment) : settings;
    const connection = connectForReading(upstream, usable);
    try {
      const session = connection.openSession({ signal: AbortSignal.timeout(LONGEST_LOOK_MS) });
      const sold = await session.soldSubscription?.(key);
      if (sold) return sold;
    } finally {
      await connection.close();
      await sandbox?.sandbox.close();
    }
  }
  return null;
}
