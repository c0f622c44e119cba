import type { Scenario } from '../../../sandbox-kit/scenario.js';
import type { RecordKind, ZuoraRecord } from '../state/record.js';
import { type CatalogRecords, catalogRecords } from './catalog/catalog-records.js';
import { SeedContext } from './context.js';
import { SeedCustomer } from './seed-customer.js';

// All of the default tenant's; of larger ones the rest is made again when needed.
const KEPT_CUSTOMERS = 1000;

/** The tenant has none of these before somebody writes. */
const MADE_BY_WRITES: readonly RecordKind[] = ['amendment', 'order', 'orderAction'];

/** The unchanged records of the tenant. Nothing but the catalog is made before somebody asks for it. */
export class Seed {
  readonly context: SeedContext;
  readonly #catalog: CatalogRecords;
  readonly #kept = new Map<number, SeedCustomer | null>();

  constructor(
    readonly scenario: Scenario,
    timeZone: string,
  ) {
    this.context = new SeedContext(scenario, timeZone);
    this.#catalog = catalogRecords(this.context);
  }

  /** Records of kinds that belong to no customer, or undefined. */
  catalog(kind: RecordKind): readonly ZuoraRecord[] | undefined {
    return MADE_BY_WRITES.includes(kind) ? [] : this.#catalog[kind as keyof CatalogRecords];
  }

  /** A customer's records of a kind, none if the customer is not in this system. */
  ofCustomer(n: number, kind: RecordKind): readonly ZuoraRecord[] {
    return this.#customer(n)?.records(kind) ?? [];
  }

  #customer(n: number): SeedCustomer | null {
    if (n < 0 || n >= this.scenario.size) return null;
    const kept = this.#kept.get(n);
    if (kept !== undefined) {
      this.#kept.delete(n);
      this.#kept.set(n, kept);
      return kept;
    }
    const customer = this.scenario.customer(n);
    const made = customer.inSubscriptionBilling ? new SeedCustomer(customer, this.context) : null;
    this.#kept.set(n, made);
    if (this.#kept.size > KEPT_CUSTOMERS) this.#kept.delete(this.#kept.keys().next().value ?? n);
    return made;
  }
}
