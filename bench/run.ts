import { parseArgs } from 'node:util';
import { comparePeers, type Effort, type Row, type Trial } from './measure/compare-peers.js';
import { profileList } from './measure/profile.js';
import { isInstalled, skippedPeers } from './peers/installed.js';
import { PeerPool } from './peers/peer-pool.js';
import { type Loss, losses } from './report/check.js';
import { readResult, trialResult, whereabouts, writeChart, writeResult } from './report/results.js';
import { peerTable, plainTable } from './report/table.js';
import { OTHERS } from './scenarios/others.js';
import { CUSTOMERS, DRAWN, TRIALS } from './scenarios/trials.js';
import { type Simulator, startSimulator } from './upstream/start-simulator.js';

const FULL = { rounds: 3, seconds: 3, warmUpRequests: 200 };
const QUICK = { rounds: 1, seconds: 1, warmUpRequests: 40 };
// A machine has bad moments; a real loss is there again.
const CHECKED_AGAIN = 2;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    chart: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});
const effort: Effort & { warmUpRequests: number } = values.quick ? QUICK : FULL;
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

if (values.chart) await writeChart(DRAWN);
else await measureAll();

async function measureAll(): Promise<void> {
  for (const line of skippedPeers()) say(line);
  const simulator = await startSimulator({ customers: CUSTOMERS });
  const pool = new PeerPool(simulator, { customers: CUSTOMERS, warmUpRequests: effort.warmUpRequests });
  const wanted = ({ key }: { key: string }) => values.only?.includes(key) ?? !values.profile;
  try {
    for (const { peers, ...work } of TRIALS.filter(wanted)) {
      const trial = { ...work, peers: peers.filter((name) => isInstalled(name)) };
      const rows = await measured(trial, simulator, pool);
      if (values.check) await check(trial, rows, () => measured(trial, simulator, pool));
      else if (!values.quick) await writeResult(trial.key, trialResult(trial, rows));
    }
    for (const { key, title, measure } of values.check ? [] : OTHERS.filter(wanted)) {
      const lines = await measure({ simulator, pool, quick: values.quick });
      say(`\n${title}\n\n${plainTable(lines)}`);
      if (!values.quick) await writeResult(key, { title, where: whereabouts(), lines });
    }
    if (values.profile) await profile(simulator);
    else if (!values.quick && !values.check) await writeChart(DRAWN);
  } finally {
    await pool.stop();
    await simulator.stop();
  }
}

async function measured(trial: Trial, simulator: Simulator, pool: PeerPool): Promise<readonly Row[]> {
  const rows = await comparePeers(trial, effort, simulator, pool);
  say(`\n${trial.title}\n\n${peerTable(rows)}`);
  return rows;
}

/** Holds a trial against the committed results; what seems to be lost is measured again. */
async function check(trial: Trial, first: readonly Row[], measureAgain: () => Promise<readonly Row[]>): Promise<void> {
  const committed = await readResult(trial.key);
  if (!committed) return say(`There is no result of "${trial.key}" to compare with.`);
  let lost: readonly Loss[] = losses(committed.rows, first);
  for (let again = 0; lost.length > 0 && again < CHECKED_AGAIN; again += 1) {
    const anew = losses(committed.rows, await measureAgain());
    lost = lost.filter(({ name }) => anew.some((loss) => loss.name === name));
  }
  for (const { name, value, before } of lost) {
    say(`LOST  ${trial.key}: ${value.toFixed(2)} of the ${name}, and ${before.toFixed(2)} before`);
    process.exitCode = 1;
  }
  if (lost.length === 0) say('ok: no loss above 15%');
}

/** Where the time of a list goes: for a summary in bench/README.md, before and after a change. */
async function profile(simulator: Simulator): Promise<void> {
  const { cpuMsPerQuery, packages, functions } = await profileList(simulator, { customers: CUSTOMERS, cached: false });
  say(`\n${cpuMsPerQuery.toFixed(1)} ms of CPU a query\n`);
  for (const { name, share } of [...packages.slice(0, 20), ...functions.slice(0, 30)]) {
    say(`${(share * 100).toFixed(1).padStart(5)}%  ${name}`);
  }
}
