import { describe, expect, it } from 'vitest';
import { mergedInvoices } from '../../src/domain/invoices/merge.js';
import type { Invoice } from '../../src/domain/invoices/model.js';
import type { InvoiceSource } from '../../src/domain/invoices/ports.js';
import { InvalidCursor } from '../../src/kernel/errors.js';
import { randomFor } from '../../src/upstreams/sandbox-kit/random.js';

interface Row {
  readonly id: string;
  readonly day: string;
}

/** A system whose rows are in order, newest first, and whose places are the row itself. */
class Scripted implements InvoiceSource {
  down = false;
  constructor(
    readonly system: string,
    public rows: Row[],
  ) {}

  async page({ first, after }: { first: number; after: string | null }) {
    if (this.down) throw new Error(`${this.system} is down`);
    const last = after === null ? null : (JSON.parse(after) as Row);
    const ordered = this.rows.toSorted(newestFirst);
    const behind = last === null ? ordered : ordered.filter((row) => newestFirst(last, row) < 0);
    const rows = behind.slice(0, first).map((row) => ({ invoice: this.#invoice(row), place: JSON.stringify(row) }));
    return { rows, hasMore: behind.length > first };
  }

  #invoice({ id, day: invoiceDate }: Row): Invoice {
    const nothing = { number: null, statusText: null, dueDate: null, amount: null, balance: null };
    return { ...nothing, id, invoiceDate, system: this.system, status: 'OPEN', native: { id } };
  }
}
const newestFirst = (a: Row, b: Row) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id);
const scripted = (system: string, ...days: string[]) =>
  new Scripted(
    system,
    days.map((day, at) => ({ id: `${system}${at}`, day })),
  );

describe('merged invoices', () => {
  it('are newest first, those of a day in the order of the systems', async () => {
    const sources = [
      scripted('A', '2026-03-01', '2026-01-01'),
      scripted('B', '2026-03-01', '2026-02-01', '2026-01-01'),
    ];
    const { items, hasNextPage, failures } = await mergedInvoices(sources, { first: 10, after: null });
    expect(items.map(({ node }) => node.id)).toEqual(['A0', 'B0', 'B1', 'A1', 'B2']);
    expect([hasNextPage, failures]).toEqual([false, []]);
  });

  it('refuse cursors that are none', async () => {
    for (const after of ['', 'nonsense', Buffer.from('[1]').toString('base64url')]) {
      await expect(mergedInvoices([scripted('A')], { first: 1, after })).rejects.toBeInstanceOf(InvalidCursor);
    }
  });

  it('fail only if every system does', async () => {
    const sources = [scripted('A', '2026-03-01'), scripted('B')];
    for (const source of sources) source.down = true;
    await expect(mergedInvoices(sources, { first: 1, after: null })).rejects.toThrow('A is down');
  });

  it('neither repeat nor lose what was there, whatever is inserted, taken away or down between pages', async () => {
    for (let round = 0; round < 300; round += 1) {
      const random = randomFor('merged-invoices', 'round', round);
      const day = () => `2026-0${1 + random.int(4)}-0${1 + random.int(4)}`;
      const days = () => Array.from({ length: random.int(9) }, day);
      const sources = [scripted('A', ...days()), scripted('B', ...days()), scripted('C', ...days())] as const;
      const there = new Set(sources.flatMap(({ rows }) => rows.map(({ id }) => id)));
      const seen: string[] = [];
      let after: string | null = null;
      for (let page = 0, more = true; more; page += 1) {
        const troubled = page < 20;
        for (const source of sources) source.down = troubled && random.chance(25);
        if (sources.every(({ down }) => down)) continue;
        const answer = await mergedInvoices(sources, { first: 1 + random.int(4), after });
        seen.push(...answer.items.map(({ node }) => node.id));
        after = answer.items.at(-1)?.cursor ?? after;
        more = answer.hasNextPage;
        if (!troubled) continue;
        const changed = random.pick(sources);
        if (random.chance(50)) changed.rows.push({ id: `new${round}-${page}`, day: day() });
        else {
          const [gone] = changed.rows.splice(random.int(changed.rows.length + 1), 1);
          if (gone) there.delete(gone.id);
        }
      }
      expect(new Set(seen).size, `round ${round}: nothing twice`).toBe(seen.length);
      expect(
        [...there].filter((id) => !seen.includes(id)),
        `round ${round}: nothing lost`,
      ).toEqual([]);
    }
  });
});
