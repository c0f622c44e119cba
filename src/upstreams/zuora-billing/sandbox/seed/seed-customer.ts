import { Decimal } from 'decimal.js';
import type { ScenarioCustomer } from '../../../sandbox-kit/scenario.js';
import type { RecordKind, ZuoraRecord } from '../state/record.js';
import { accountOf } from './accounts.js';
import { tierRecords } from './charges.js';
import { contactsOf, type SeedContacts } from './contacts.js';
import type { SeedContext } from './context.js';
import { SeedDocuments } from './documents/seed-documents.js';
import { rounded } from './pricing.js';
import { subscriptionStories } from './stories.js';
import { type VersionSeed, versionOf } from './subscriptions.js';

/** The seed records of one customer, made when first asked for. */
export class SeedCustomer {
  #contacts: SeedContacts | undefined;
  #versions: readonly VersionSeed[] | undefined;
  readonly #documents: SeedDocuments;
  readonly #made = new Map<RecordKind, readonly ZuoraRecord[]>();

  constructor(
    readonly customer: ScenarioCustomer,
    private readonly context: SeedContext,
  ) {
    this.#documents = new SeedDocuments(customer, context, (kind) => this.records(kind));
  }

  /** Records of a kind in the order of their ids; none for kinds that belong to no customer. */
  records(kind: RecordKind): readonly ZuoraRecord[] {
    const made = this.#made.get(kind) ?? this.#make(kind);
    this.#made.set(kind, made);
    return made;
  }

  #make(kind: RecordKind): readonly ZuoraRecord[] {
    switch (kind) {
      case 'account':
        return [accountOf(this.customer, this.context, this.#allContacts(), () => this.#revenue())];
      case 'contact':
        return this.#allContacts().records;
      case 'subscription':
        return this.#allVersions().map(({ subscription }) => subscription);
      case 'ratePlan':
        return this.#allVersions().flatMap(({ ratePlans }) => ratePlans);
      case 'ratePlanCharge':
        return this.#allVersions().flatMap(({ charges }) => charges.map(({ record }) => record));
      case 'ratePlanChargeTier':
        return this.#allVersions().flatMap(({ charges }) =>
          charges.flatMap((charge) => tierRecords(this.context, charge)),
        );
      default:
        return this.#documents.records(kind);
    }
  }

  #allContacts(): SeedContacts {
    this.#contacts ??= contactsOf(this.customer, this.context);
    return this.#contacts;
  }

  #allVersions(): readonly VersionSeed[] {
    this.#versions ??= subscriptionStories(this.customer).flatMap((story) =>
      Array.from({ length: story.versions }, (_, version) => versionOf(this.customer, this.context, story, version)),
    );
    return this.#versions;
  }

  #revenue(): number {
    const sum = this.records('subscription').reduce((mrr, { cMRR }) => mrr.plus(Number(cMRR)), new Decimal(0));
    return rounded(this.customer.currency, sum);
  }
}
