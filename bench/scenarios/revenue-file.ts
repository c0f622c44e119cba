import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

interface RevenueFile {
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Of processor time: what another program on the machine changes least. */
  readonly rowsPerCpuSecond: number;
  /** The most that the process held, in megabytes, with the program itself. */
  readonly residentMb: number;
  /** What of that it held before the file. */
  readonly residentBeforeMb: number;
  /** 50,000 rows a second in less than 250 MB. */
  readonly goal: 'reached' | 'missed';
}

const CHECK = fileURLToPath(new URL('../../test/support/revenue-check-child.ts', import.meta.url));
const ROWS_PER_SECOND = 50_000;
const MOST_MB = 250;

/** How fast a file is checked before it is uploaded, in a process that does nothing else. */
export async function revenueFile(rows: number): Promise<RevenueFile> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', CHECK, String(rows)]);
  const checked = JSON.parse(stdout) as Checked;
  if (checked.rows !== rows || checked.problemCount > 0) throw new Error('the file was not checked as it should be');
  const { rowsPerSecond, residentPeak } = checked;
  return {
    rows,
    rowsPerSecond: Math.round(rowsPerSecond),
    rowsPerCpuSecond: Math.round(rows / checked.cpuSeconds),
    residentMb: Math.round(residentPeak),
    residentBeforeMb: Math.round(checked.residentBefore),
    goal: rowsPerSecond >= ROWS_PER_SECOND && residentPeak < MOST_MB ? 'reached' : 'missed',
  };
}

interface Checked {
  readonly rows: number;
  readonly problemCount: number;
  readonly cpuSeconds: number;
  readonly rowsPerSecond: number;
  readonly residentBefore: number;
  readonly residentPeak: number;
}
