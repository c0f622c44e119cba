import type { Finding } from '../upstreams/contract.js';

export interface SystemReport {
  /** Value of the BillingSystem enum. */
  readonly system: string;
  readonly title: string;
  readonly mode: 'TENANT' | 'SANDBOX';
  /** The variable that would make it a tenant. */
  readonly decidedBy: string;
  readonly findings: readonly Finding[];
}

export interface DoctorReport {
  readonly ok: boolean;
  /** What is wrong with the environment; with it nothing can be looked at. */
  readonly configuration: readonly string[];
  readonly systems: readonly SystemReport[];
}

const WIDTH = 100;
const MARKS: Readonly<Record<Finding['state'], string>> = { OK: 'ok', NOTE: 'note', PROBLEM: 'PROBLEM' };

export function reportJson(report: DoctorReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** For a person at a terminal, problems easy to find. */
export function reportText({ configuration, systems }: DoctorReport): string {
  if (configuration.length > 0) {
    return ['The configuration is not usable:', ...configuration.map((problem) => `  PROBLEM  ${problem}`), ''].join(
      '\n',
    );
  }
  const findings = systems.flatMap((system) => system.findings);
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const sections = systems.map(sectionOf);
  const tenants = systems.filter(({ mode }) => mode === 'TENANT').length;
  return `${[...sections, verdict(count('PROBLEM'), count('NOTE'), tenants)].join('\n\n')}\n`;
}

function sectionOf({ title, mode, decidedBy, findings }: SystemReport): string {
  if (mode === 'SANDBOX') return `${title}: ${decidedBy} is not set, the sandbox stands in for it.`;
  if (findings.length === 0) return `${title}: your tenant. There is nothing that could be looked at.`;
  const subjects = Math.max(...findings.map(({ subject }) => subject.length));
  return [`${title}: your tenant`, ...findings.flatMap((finding) => linesOf(finding, subjects))].join('\n');
}

function linesOf({ subject, state, found, advice }: Finding, subjects: number): string[] {
  const head = `  ${MARKS[state].padEnd(8)} ${subject.padEnd(subjects)}  `;
  const margin = ' '.repeat(head.length);
  const [first = '', ...others] = wrapped(found, WIDTH - head.length);
  const follows = advice === null ? [] : wrapped(`-> ${advice}`, WIDTH - head.length);
  return [head + first, ...[...others, ...follows].map((line) => margin + line)];
}

function verdict(problems: number, notes: number, tenants: number): string {
  if (tenants === 0) return 'No tenant is configured: see .env.example.';
  const noted = notes === 0 ? '' : ` ${several(notes, 'note')}.`;
  return problems === 0 ? `Ready.${noted}` : `Not ready: ${several(problems, 'problem')}.${noted}`;
}

function several(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
