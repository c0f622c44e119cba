import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A file system of its own with an empty embedded store on it, which can be filled to the last byte. */
export interface SmallDisk {
  readonly url: string;
  /** Leaves `room` bytes, or not one. */
  fill(room?: number): void;
  /** Takes away what it was filled with. */
  free(): void;
  /** About how many bytes the database can still log before it needs another file for its log. */
  logRoom(): number;
  /** Takes the file away that the database has made for its log in advance. */
  dropNextLog(): void;
  remove(): void;
}

const MEGABYTE = 1_048_576;
const PAGE = 8_192;
const EMPTY = Buffer.alloc(PAGE);

/** Whether a file system can be mounted: it takes Linux, and root. */
export const canMount = ((): boolean => {
  const folder = mounted(1);
  if (folder !== null) unmount(folder);
  return folder !== null;
})();

function mounted(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'billgraph-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  return folder;
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = mounted(megabytes);
  if (folder === null) throw new Error('no file system can be mounted here');
  const data = join(folder, 'data');
  const ballast = join(folder, 'ballast');
  execFileSync('cp', ['-R', inject('templateStore'), data]);
  const log = join(data, 'pg/pg_wal');
  /** The files of the database's log, the oldest first. */
  const logs = () =>
    readdirSync(log)
      .filter((name) => /^[0-9A-F]{24}$/.test(name))
      .toSorted()
      .map((name) => join(log, name));
  return {
    url: `pglite:${data}`,
    fill(room = 0) {
      for (const size of [MEGABYTE, 512]) {
        try {
          for (;;) appendFileSync(ballast, Buffer.alloc(size));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
      if (statfsSync(folder).bavail > 0) throw new Error('the disk is not full');
      if (room > 0) truncateSync(ballast, statSync(ballast).size - room);
    },
    free: () => rmSync(ballast),
    logRoom() {
      const latest = logs().at(-1) ?? '';
      const { size } = statSync(latest);
      const file = openSync(latest, 'r');
      let used = size;
      while (used > 0 && pageAt(file, used - PAGE).equals(EMPTY)) used -= PAGE;
      closeSync(file);
      return size - used;
    },
    dropNextLog() {
      const latest = logs().at(-1) ?? '';
      const file = openSync(latest, 'r');
      const unused = pageAt(file, 0).equals(EMPTY);
      closeSync(file);
      if (unused) rmSync(latest);
    },
    remove: () => unmount(folder),
  };
}

function pageAt(file: number, position: number): Buffer {
  const page = Buffer.alloc(PAGE);
  readSync(file, page, 0, PAGE, position);
  return page;
}

function unmount(folder: string): void {
  // A database that has broken down keeps its files open.
  execFileSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true });
}
