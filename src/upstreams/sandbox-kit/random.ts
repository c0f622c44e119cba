import { hash } from 'node:crypto';

/** Numbers that depend on the seed and the labels alone, so that record 70,000 can be made without the 69,999 before it. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  pick<const L extends readonly [unknown, ...unknown[]]>(from: L): L[number];
}

export function randomFor(seed: string, ...labels: (string | number)[]): Random {
  // mulberry32 over the first 32 bits of a digest: quick, and plenty for sample data.
  let state = hash('sha1', [seed, ...labels].join('\u0000'), 'buffer').readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    chance: (percent) => next() * 100 < percent,
    pick: (from) => from[int(from.length)] ?? from[0],
  };
}
