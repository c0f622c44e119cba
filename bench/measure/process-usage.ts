import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

export interface Usage {
  /** Milliseconds of processor time since the process began, its own and the kernel's for it. */
  readonly cpuMs: number;
  /** Megabytes. */
  readonly residentMb: number;
}

/** What a process has used so far, as Linux tells it; null elsewhere. */
export function usageOf(pid: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return { cpuMs: (ticks * 1_000) / TICKS_PER_SECOND, residentMb: Number(kilobytes) / 1_024 };
  } catch {
    return null;
  }
}
