import type { LoadKind } from './load-mix.js';

/** What came of the operations of a load. */
export class Tally {
  readonly #outcomes = new Map<string, number>();
  readonly #durations = new Map<LoadKind, number[]>();
  /** Answers that no client can make anything of. */
  readonly faults: string[] = [];
  sent = 0;

  note(kind: LoadKind, outcome: string, ms: number): void {
    const name = `${kind} ${outcome}`;
    this.#outcomes.set(name, (this.#outcomes.get(name) ?? 0) + 1);
    const known = this.#durations.get(kind);
    if (known) known.push(ms);
    else this.#durations.set(kind, [ms]);
  }

  /** Those that the gateway had no time for; bad ones are refused for what they are. */
  get refused(): number {
    const busy = [...this.#outcomes].filter(([name]) => /^(?!bad )\w+ (LIMIT_EXCEEDED|503)$/.test(name));
    return busy.reduce((sum, [, count]) => sum + count, 0);
  }

  /** Milliseconds that so many of a hundred operations took at most, all and by kind. */
  percentiles(...shares: readonly number[]): Record<string, readonly number[]> {
    const of = (durations: readonly number[]) => {
      const sorted = durations.toSorted((a, b) => a - b);
      return shares.map((share) => Math.round(sorted[Math.floor((sorted.length - 1) * (share / 100))] ?? 0));
    };
    const byKind = [...this.#durations].map(([kind, durations]) => [kind, of(durations)] as const);
    return { all: of([...this.#durations.values()].flat()), ...Object.fromEntries(byKind) };
  }

  get outcomes(): Record<string, number> {
    return Object.fromEntries([...this.#outcomes].sort());
  }
}

/** Numbers of one look at /metrics. */
export interface Sample {
  /** Seconds since the load began. */
  readonly at: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly lagP99Ms: number;
  readonly cpuSeconds: number;
}

export function sampleOf(metrics: string, at: number): Sample {
  const value = (name: string) => Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics)?.[1]);
  return {
    at,
    residentBytes: value('process_resident_memory_bytes'),
    heapBytes: value('nodejs_heap_size_used_bytes'),
    lagP99Ms: value('nodejs_eventloop_lag_p99_seconds') * 1_000,
    cpuSeconds: value('process_cpu_seconds_total'),
  };
}

/**
 * How much more there is of something in the last third than in the middle one, as a share. Of each third the lower half
 * counts: what is above is about to be collected.
 */
export function growth(values: readonly number[]): number {
  const third = Math.floor(values.length / 3);
  const low = (some: readonly number[]) => {
    const lower = some.toSorted((a, b) => a - b).slice(0, Math.ceil(some.length / 2));
    return lower.reduce((sum, value) => sum + value, 0) / lower.length;
  };
  return low(values.slice(-third)) / low(values.slice(third, 2 * third)) - 1;
}
