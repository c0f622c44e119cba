import { existsSync } from 'node:fs';
import { ConfigError, loadConfig, type UpstreamConfig } from '../config/load.js';
import type { Finding } from '../upstreams/contract.js';
import { upstreams } from '../upstreams/registry.js';
import { type DoctorReport, reportJson, reportText, type SystemReport } from './doctor-report.js';
import { connectForReading } from './reading-connection.js';

const LONGEST_LOOK_MS = 60_000;

/** Looks at every configured tenant and says what was found. Exits with 1 if there is a problem. Changes nothing. */
export async function runDoctor({ json = false }: { json?: boolean }): Promise<void> {
  const report = await examine();
  process.stdout.write(json ? reportJson(report) : reportText(report));
  if (!report.ok) process.exitCode = 1;
}

async function examine(): Promise<DoctorReport> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const config = loadConfig(process.env, upstreams);
    const systems = await Promise.all(config.upstreams.map(examineSystem));
    const ok = systems.every(({ findings }) => findings.every(({ state }) => state !== 'PROBLEM'));
    return { ok, configuration: [], systems };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { ok: false, configuration: error.problems, systems: [] };
  }
}

async function examineSystem({ upstream, settings }: UpstreamConfig): Promise<SystemReport> {
  const { id, title } = upstream;
  const { decidedBy } = upstream.settings;
  if (settings === null) return { system: id, title, mode: 'SANDBOX', decidedBy, findings: [] };
  const connection = connectForReading(upstream, settings);
  try {
    const signal = AbortSignal.timeout(LONGEST_LOOK_MS);
    const findings = connection.diagnose ? await connection.diagnose({ signal }).catch(unfinished(signal)) : [];
    return { system: id, title, mode: 'TENANT', decidedBy, findings };
  } finally {
    await connection.close();
  }
}

function unfinished(signal: AbortSignal): (error: unknown) => readonly Finding[] {
  return (error) => {
    if (!signal.aborted) throw error;
    const found = `There was no end after ${LONGEST_LOOK_MS / 1000} s.`;
    return [{ subject: 'Answers', state: 'PROBLEM', found, advice: 'Ask again; if it stays, look at the network.' }];
  };
}
