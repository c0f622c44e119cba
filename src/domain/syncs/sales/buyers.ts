import type { CustomerEntry } from '../../customers/model.js';
import type { CustomerDirectory } from '../../customers/ports.js';
import { customerOfChangedRecord } from '../../customers/service.js';
import type { Buyers } from '../ports.js';

// A part of an address is found in more than the address; who shares it with a hundred is nobody's only customer.
const MOST_FOUND = 100;

/** Buyers as the directory knows them. `systems` are all that may have given somebody an id. */
export function buyersIn(
  directory: CustomerDirectory,
  systems: readonly { readonly upstream: { readonly id: string } }[],
): Buyers {
  return {
    byId: async (id) => (await directory.findByIds([id])).get(id) ?? null,
    async belonging({ email, uid }) {
      const byId =
        uid === null
          ? []
          : await directory.findByRefs(systems.map(({ upstream }) => ({ system: upstream.id, value: uid })));
      const found = byId.filter((entry) => entry !== null);
      if (found.length > 0 || email === null) return distinct(found);
      const wanted = email.toLowerCase();
      const page = { first: MOST_FOUND, after: null, filter: { search: email }, orderBy: 'NAME' } as const;
      const { items } = await directory.page(page);
      return distinct(items.map(({ node }) => node).filter((entry) => entry.email?.toLowerCase() === wanted));
    },
    met: (record) => customerOfChangedRecord(directory, record),
  };
}

function distinct(entries: readonly CustomerEntry[]): CustomerEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
