/** A customer that a record may belong to, with what the decision needs to know of it. */
export interface Candidate {
  readonly id: string;
  readonly createdAt: string;
  /** False for a customer made in the same batch, whose id nobody has seen yet. */
  readonly stored: boolean;
  /** The whole records it consists of, those known only through a part among them, without the record in question. */
  readonly wholes: readonly WholeRecord[];
}

export interface WholeRecord {
  readonly system: string;
  readonly id: string;
}

export interface RecordMatches {
  /** The record itself, or for a part the record that it is a part of. */
  readonly whole: WholeRecord;
  readonly isPart: boolean;
  /** The customer that the record is in; null for a record not seen before. */
  readonly current: Candidate | null;
  /** Customers of the same whole: of the whole record itself first, then of its other parts. */
  readonly family: readonly Candidate[];
  /** Customers found through an id that both hold, or through a reference in either direction. */
  readonly linked: readonly Candidate[];
}

export type Decision =
  | { readonly kind: 'create' }
  | { readonly kind: 'attach'; readonly customerId: string }
  /** The customers are halves of one: `from` become part of `into`. */
  | { readonly kind: 'join'; readonly into: string; readonly from: readonly string[]; readonly reason: string }
  /** Nothing is merged: the record goes to `home`, or to a customer of its own when that is null. */
  | {
      readonly kind: 'conflict';
      readonly home: string | null;
      readonly matches: readonly string[];
      readonly reason: string;
    };

/** Which customer a record belongs to. The only rule: a customer has at most one whole record of each system. */
export function decide(matches: RecordMatches): Decision {
  const candidates = distinct(candidatesOf(matches)).sort(oldestFirst);
  const [oldest, ...others] = candidates;
  if (oldest === undefined) return { kind: 'create' };

  const clash = clashOf(matches.whole, candidates);
  if (clash !== null) {
    const home = homeOf(matches)?.id ?? null;
    return { kind: 'conflict', home, matches: candidates.map((candidate) => candidate.id), reason: clash };
  }
  if (others.length === 0) return { kind: 'attach', customerId: oldest.id };
  const systems = candidates.flatMap((candidate) => candidate.wholes.map((whole) => whole.system));
  return {
    kind: 'join',
    into: oldest.id,
    from: others.map((other) => other.id),
    reason: `A link between records of ${list([...systems, matches.whole.system])} connects them.`,
  };
}

function candidatesOf(matches: RecordMatches): readonly Candidate[] {
  const current = currentOf(matches);
  return [...(current === null ? [] : [current]), ...matches.family, ...matches.linked];
}

/** Where the record is. A part that its system gave to another whole is no longer where it was, and that proves nothing. */
function currentOf({ whole, isPart, current }: RecordMatches): Candidate | null {
  return isPart && current !== null && clashOf(whole, [current]) !== null ? null : current;
}

/** Where a record in conflict stays. What its own system says outweighs a reference: a part stays with its whole. */
function homeOf(matches: RecordMatches): Candidate | null {
  const current = currentOf(matches);
  const [family] = matches.family;
  return (matches.isPart ? (family ?? current) : (current ?? family)) ?? null;
}

/** Why one customer cannot hold all of them; null when it can. */
function clashOf(whole: WholeRecord, candidates: readonly Candidate[]): string | null {
  const idsBySystem = new Map<string, Set<string>>();
  for (const { system, id } of [whole, ...candidates.flatMap((candidate) => candidate.wholes)]) {
    idsBySystem.set(system, (idsBySystem.get(system) ?? new Set()).add(id));
  }
  const clashes = [...idsBySystem]
    .filter(([, ids]) => ids.size > 1)
    .map(([system, ids]) => `${system} has several records of it (${list([...ids])})`);
  return clashes.length === 0 ? null : `One customer cannot hold all that match: ${clashes.sort().join('; ')}.`;
}

/** A stored customer goes before a new one, whatever its records say: its id is known to others. */
function oldestFirst(a: Candidate, b: Candidate): number {
  if (a.stored !== b.stored) return a.stored ? -1 : 1;
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()];
}

function list(words: readonly string[]): string {
  return [...new Set(words)].sort().join(', ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
