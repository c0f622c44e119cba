import type { Row } from '../measure/compare-peers.js';

const MOST_LOSS = 0.15;

/** One of Billgraph's numbers as a share of another peer's in the same run. */
export interface Ratio {
  readonly name: string;
  readonly value: number;
}

/** More is better in all of them. */
function ratiosOf(rows: readonly Row[]): readonly Ratio[] {
  const own = rows.find(({ peer }) => peer === 'Billgraph');
  if (!own) return [];
  return rows
    .filter(({ peer }) => peer !== 'Billgraph')
    .map(({ peer, requestsPerSecond }) => ({
      name: `requests/s of ${peer}`,
      value: own.requestsPerSecond / requestsPerSecond,
    }));
}

export interface Loss extends Ratio {
  readonly before: number;
}

/** What is worse by more than 15% than it was, by ratio: the machine may be another one. */
export function losses(before: readonly Row[], now: readonly Row[]): readonly Loss[] {
  const earlier = new Map(ratiosOf(before).map(({ name, value }) => [name, value]));
  return ratiosOf(now).flatMap((ratio) => {
    const known = earlier.get(ratio.name);
    return known !== undefined && ratio.value < known * (1 - MOST_LOSS) ? [{ ...ratio, before: known }] : [];
  });
}
