import { describe, expect, it } from 'vitest';
import { type Candidate, type Decision, decide, type RecordMatches } from '../../src/domain/identity/decision.js';

const customer = (id: string, wholes: string, extras: Partial<Candidate> = {}): Candidate => ({
  id,
  createdAt: `2026-01-0${id.slice(1)}T00:00:00.000Z`,
  stored: true,
  wholes: wholes.split(' ').flatMap((whole) => {
    const [system, record] = whole.split(':');
    return system && record ? [{ system, id: record }] : [];
  }),
  ...extras,
});

/** A whole record b1 of system B, or with `isPart` a part of it. */
const matches = (given: Partial<RecordMatches>): RecordMatches => ({
  whole: { system: 'B', id: 'b1' },
  isPart: false,
  current: null,
  family: [],
  linked: [],
  ...given,
});

const clash = (what: string) => `One customer cannot hold all that match: ${what}.`;

describe('the customer of a record', () => {
  const cases: [string, Partial<RecordMatches>, Decision][] = [
    ['is a new one when nothing matches', {}, { kind: 'create' }],
    ['is where it was', { current: customer('c1', '') }, { kind: 'attach', customerId: 'c1' }],
    ['is the one a link leads to', { linked: [customer('c1', 'M:m1')] }, { kind: 'attach', customerId: 'c1' }],
    [
      'is the same when several links lead there',
      { current: customer('c1', 'M:m1'), linked: [customer('c1', 'M:m1'), customer('c1', 'M:m1')] },
      { kind: 'attach', customerId: 'c1' },
    ],
    ['is that of its whole', { isPart: true, family: [customer('c2', 'B:b1')] }, { kind: 'attach', customerId: 'c2' }],
    [
      'joins two halves into the oldest',
      { current: customer('c2', ''), linked: [customer('c1', 'M:m1')] },
      { kind: 'join', into: 'c1', from: ['c2'], reason: 'A link between records of B, M connects them.' },
    ],
    [
      'joins three when each system is in one of them only',
      { linked: [customer('c3', 'P:p1'), customer('c1', 'M:m1'), customer('c2', '')] },
      { kind: 'join', into: 'c1', from: ['c2', 'c3'], reason: 'A link between records of B, M, P connects them.' },
    ],
    [
      'keeps a stored customer rather than an older one that nobody has seen',
      { current: customer('c2', ''), linked: [customer('c1', 'M:m1', { stored: false })] },
      { kind: 'join', into: 'c2', from: ['c1'], reason: 'A link between records of B, M connects them.' },
    ],
    [
      'is contested when the customer linked has such a record',
      { linked: [customer('c1', 'B:b9 M:m1')] },
      { kind: 'conflict', home: null, matches: ['c1'], reason: clash('B has several records of it (b1, b9)') },
    ],
    [
      'is contested when two links lead to two records of one system; it stays where it was',
      { current: customer('c3', ''), linked: [customer('c2', 'M:m2'), customer('c1', 'M:m1')] },
      {
        kind: 'conflict',
        home: 'c3',
        matches: ['c1', 'c2', 'c3'],
        reason: clash('M has several records of it (m1, m2)'),
      },
    ],
    [
      'is contested for a part too, which stays with its whole',
      { isPart: true, family: [customer('c2', 'B:b1 M:m1')], linked: [customer('c1', 'M:m2')] },
      { kind: 'conflict', home: 'c2', matches: ['c1', 'c2'], reason: clash('M has several records of it (m1, m2)') },
    ],
    [
      'is that of the other whole when its system moved the part there',
      { isPart: true, current: customer('c1', 'B:b9'), family: [customer('c2', 'B:b1')] },
      { kind: 'attach', customerId: 'c2' },
    ],
    [
      'is a new one when its system moved the part to a whole that nobody knows',
      { isPart: true, current: customer('c1', 'B:b9') },
      { kind: 'create' },
    ],
  ];
  it.each(cases)('%s', (_, given, expected) => {
    expect(decide(matches(given))).toEqual(expected);
  });

  it('does not depend on the order of the matches', () => {
    const linked = [customer('c3', 'P:p1'), customer('c1', 'M:m1'), customer('c2', '')];
    const forward = decide(matches({ linked }));
    expect(decide(matches({ linked: [...linked].reverse() }))).toEqual(forward);
  });
});
