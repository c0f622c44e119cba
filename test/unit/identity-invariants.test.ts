import { expect, it } from 'vitest';
import type { SystemRecord } from '../../src/domain/identity/model.js';
import type { IdentityChanges } from '../../src/domain/identity/snapshot.js';
import { MemoryIdentities } from '../support/store-memory.js';
import { record } from '../support/store-records.js';

/** A small generator of numbers (mulberry32), so that a failure can be repeated. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Few records and many references, so that they contradict each other more often than in any real system. */
function worldFrom(random: () => number): SystemRecord[] {
  const below = (limit: number) => Math.floor(random() * limit);
  const systems = ['A', 'B', 'C'];
  const ids = systems.flatMap((system) => [0, 1, 2, 3].map((at) => ({ system, id: `${system.toLowerCase()}${at}` })));
  return ids.map(({ system, id }, at) => {
    const references = ids.filter((other) => other.system !== system && random() < 0.12).map((other) => other.id);
    const partOf = random() < 0.25 ? (ids[at - (at % 4) + below(4)]?.id ?? null) : null;
    return record(system, id, { references, partOf: partOf === id ? null : partOf });
  });
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const NOTHING: IdentityChanges = { customers: [], removed: [], records: [], conflicts: [], resolved: [], events: [] };

it('keeps its promises in any world, order and batches', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const random = numbersFrom(seed);
    const identities = new MemoryIdentities();
    const world = worldFrom(random);
    for (let round = 0; round < 3; round += 1) {
      let left = shuffled(world, random);
      while (left.length > 0) {
        const size = 1 + Math.floor(random() * 5);
        identities.register(left.slice(0, size));
        left = left.slice(size);
        check(identities, seed);
      }
    }
    // By now nothing is left to find out.
    expect(identities.register(world).changes, `seed ${seed}`).toEqual(NOTHING);
    for (const one of shuffled(world, random)) {
      expect(identities.register([one]).changes, `seed ${seed}`).toEqual(NOTHING);
    }
  }
});

function check({ customers, records, redirects }: MemoryIdentities, seed: number): void {
  const where = `seed ${seed}`;
  const owners = new Map<string, string>();
  const wholes = new Map<string, string>();
  for (const { system, id, partOf, externalIds, customerId } of records.values()) {
    expect(customers.has(customerId), where).toBe(true);
    for (const { kind, value } of externalIds) {
      const key = JSON.stringify([system, kind, value]);
      expect(owners.has(key), where).toBe(false);
      owners.set(key, id);
    }
    const whole = partOf ?? id;
    const key = `${customerId} ${system}`;
    expect(wholes.get(key) ?? whole, where).toBe(whole);
    wholes.set(key, whole);
  }
  const peopled = new Set([...records.values()].map((one) => one.customerId));
  expect(new Set(customers.keys()), where).toEqual(peopled);
  for (const [old, into] of redirects) {
    expect(customers.has(old), where).toBe(false);
    expect(customers.has(into), where).toBe(true);
  }
}
