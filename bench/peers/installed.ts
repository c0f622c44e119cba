import { existsSync } from 'node:fs';
import type { PeerName } from './peer.js';

/** Peers with an installation of their own, so that nobody installs them who does not measure. */
const FOLDERS: Partial<Record<PeerName, string>> = { 'Hive Gateway': 'bench/peers/hive' };

const ROOT = new URL('../../', import.meta.url);

export function isInstalled(name: PeerName, exists: (path: URL) => boolean = existsSync): boolean {
  const folder = FOLDERS[name];
  return folder === undefined || exists(new URL(`${folder}/node_modules`, ROOT));
}

/** A line for each peer that is left out, with what to do about it. */
export function skippedPeers(exists?: (path: URL) => boolean): readonly string[] {
  return Object.entries(FOLDERS)
    .filter(([name]) => !isInstalled(name as PeerName, exists))
    .map(([name, folder]) => `SKIPPED  ${name} is not installed: npm ci --prefix ${folder}`);
}
