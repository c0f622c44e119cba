import { Decimal } from 'decimal.js';
import { recordsBy } from '../object-query/search.js';
import type { RecordPatch } from '../options.js';
import type { RecordEditor } from '../state/editor.js';
import type { ZuoraRecord } from '../state/record.js';
import type { Store } from '../state/store.js';
import { subscriptionByKey, subscriptionsOf } from '../v1/lookup.js';
import type { Numbering } from './engine/catalog-plan.js';
import { contractedMrr, inCurrency } from './engine/pricing.js';
import { type Amendment, type Changed, type Fields, NotPossible, type Plan, type Version } from './engine/version.js';

const PREFIXES = {
  subscription: 'A-S',
  ratePlan: 'SRP-',
  charge: 'C-',
  amendment: 'A-AM',
  order: 'O-',
} as const;
// Far above the numbers of seed records.
const FIRST_NUMBER = 90_000_000;

/** The versions of subscriptions in the store: reads the latest, writes the next. */
export class SubscriptionBook implements Numbering {
  readonly #counted = new Map<string, number>();
  /** Since when subscriptions are suspended; no object has a field for it. */
  readonly #suspended = new Map<string, string>();
  readonly #locked = new Set<string>();

  constructor(
    readonly store: Store,
    readonly edit: RecordEditor,
  ) {}

  reset(): void {
    this.#counted.clear();
    this.#suspended.clear();
    this.#locked.clear();
  }

  lock(number: string): void {
    this.#locked.add(number);
  }

  unlock(number: string): void {
    this.#locked.delete(number);
  }

  next(kind: keyof typeof PREFIXES): string {
    const count = (this.#counted.get(kind) ?? 0) + 1;
    this.#counted.set(kind, count);
    return `${PREFIXES[kind]}${FIRST_NUMBER + count}`;
  }

  /** Runs something whose numbers are not kept. */
  dry<T>(work: () => T): T {
    const counted = new Map(this.#counted);
    try {
      return work();
    } finally {
      for (const kind of this.#counted.keys()) this.#counted.set(kind, counted.get(kind) ?? 0);
    }
  }

  /** The latest version, ready to be changed. Throws where there is none, and where something else holds it. */
  open(key: string): Version {
    const record = subscriptionByKey(this.store, key);
    if (!record) throw new NotPossible('notFound', `Cannot find entity by key: '${key}'.`);
    if (this.#locked.has(String(record.name))) {
      throw new NotPossible('lockContention', 'Operation failed due to lock competition, please retry later.');
    }
    return this.read(record);
  }

  read(record: ZuoraRecord): Version {
    const { store } = this;
    const suspendedOn = this.#suspended.get(String(record.name)) ?? null;
    return {
      fields: { ...record, suspendedOn },
      plans: recordsBy(store, 'ratePlan', 'subscriptionId', record.id).map((plan) => ({
        fields: plan,
        segments: recordsBy(store, 'ratePlanCharge', 'ratePlanId', plan.id)
          .toSorted((a, b) => Number(a.segment) - Number(b.segment))
          .map((charge) => ({
            fields: charge,
            tiers: recordsBy(store, 'ratePlanChargeTier', 'ratePlanChargeId', charge.id).toSorted(
              (a, b) => Number(a.tier) - Number(b.tier),
            ),
          })),
      })),
    };
  }

  /** The number of a plan, by the id it has in any version. */
  planNumber(id: unknown, number: unknown): string | null {
    if (typeof number === 'string') return number;
    const plan = typeof id === 'string' ? this.store.get('ratePlan', id) : undefined;
    return plan ? String(plan.subscriptionRatePlanNumber) : null;
  }

  productPlanId(number: string): string | undefined {
    return recordsBy(this.store, 'productRatePlan', 'productRatePlanNumber', number, 1)[0]?.id;
  }

  /** The number of a charge, by the id it has in any version. */
  chargeNumber(id: unknown, number: unknown): string | null {
    if (typeof number === 'string') return number;
    const charge = typeof id === 'string' ? this.store.get('ratePlanCharge', id) : undefined;
    return charge ? String(charge.chargeNumber) : null;
  }

  create(version: Version, orderId: string | null = null): ZuoraRecord {
    const record = this.#write(version, { orderId, version: 1, revision: '1.0', isSingleVersioned: true });
    this.edit.update('subscription', record.id, {
      originalId: record.id,
      originalCreatedDate: record.createdDate ?? null,
    });
    return this.#settled(record.id);
  }

  /** Writes what a change has made as the next version; the one before is expired from then on. */
  amend(before: Version, { version, amendments }: Changed, orderId: string | null = null): ZuoraRecord {
    const old = String(before.fields.id);
    const number = Number(before.fields.version) + 1;
    this.edit.update('subscription', old, {
      isLatestVersion: false,
      isSingleVersioned: false,
      status: 'Expired',
      cMRR: 0,
    });
    const record = this.#write(version, {
      orderId,
      previousSubscriptionId: old,
      version: number,
      revision: `${number}.0`,
      isSingleVersioned: false,
      originalId: before.fields.originalId ?? old,
    });
    this.#remember(version);
    for (const amendment of amendments) this.#record(amendment, old, record);
    // A subscription that changed hands is no longer the other account's.
    if (before.fields.accountId !== record.accountId) this.#sumUp(String(before.fields.accountId));
    return this.#settled(record.id);
  }

  #remember({ fields }: Version): void {
    const name = String(fields.name);
    if (typeof fields.suspendedOn === 'string') this.#suspended.set(name, fields.suspendedOn);
    else this.#suspended.delete(name);
  }

  #record(
    { type, effectiveDate, newRatePlan, removedRatePlan, fields }: Amendment,
    of: string,
    made: ZuoraRecord,
  ): void {
    const idOf = (plan: Plan | undefined) => {
      const number = plan?.fields.subscriptionRatePlanNumber;
      const plans = recordsBy(this.store, 'ratePlan', 'subscriptionId', made.id);
      return plans.find(({ subscriptionRatePlanNumber: one }) => one === number)?.id ?? null;
    };
    const newRatePlanId = idOf(newRatePlan);
    const removedRatePlanId = idOf(removedRatePlan);
    const amendment = this.edit.add('amendment', {
      ...patchOf(fields ?? {}),
      bookingDate: effectiveDate,
      code: this.next('amendment'),
      contractEffectiveDate: effectiveDate,
      customerAcceptanceDate: effectiveDate,
      effectiveDate,
      name: type,
      newRatePlanId,
      removedRatePlanId,
      serviceActivationDate: effectiveDate,
      status: 'Completed',
      subscriptionId: of,
      type,
    });
    const planId = newRatePlanId ?? removedRatePlanId;
    if (planId !== null) this.edit.update('ratePlan', planId, { amendmentId: amendment.id, amendmentType: type });
    this.edit.update('subscription', made.id, { subscriptionVersionAmendmentId: amendment.id });
  }

  #write({ fields, plans }: Version, own: RecordPatch): ZuoraRecord {
    const { suspendedOn: _, ...shown } = fields;
    const subscription = this.edit.add('subscription', {
      ...fresh(shown),
      ...own,
      isLatestVersion: true,
      cMRR: contractedMrr({ fields, plans }),
    });
    const owners = {
      subscriptionId: subscription.id,
      subscriptionOwnerId: subscription.accountId ?? null,
      invoiceOwnerId: subscription.invoiceOwnerId ?? null,
    };
    for (const { fields: plan, segments } of plans) {
      const { id } = this.edit.add('ratePlan', { ...fresh(plan), ...owners });
      this.edit.update('ratePlan', id, { originalRatePlanId: plan.originalRatePlanId ?? id });
      const originals = new Map(
        segments.flatMap(({ fields: { chargeNumber, originalId } }) =>
          typeof originalId === 'string' ? [[chargeNumber, originalId] as const] : [],
        ),
      );
      for (const segment of segments) {
        const charge = this.edit.add('ratePlanCharge', { ...fresh(segment.fields), ...owners, ratePlanId: id });
        const originalId = originals.get(segment.fields.chargeNumber) ?? charge.id;
        originals.set(segment.fields.chargeNumber, originalId);
        this.edit.update('ratePlanCharge', charge.id, { originalId });
        for (const tier of segment.tiers) {
          this.edit.add('ratePlanChargeTier', { ...fresh(tier), ratePlanChargeId: charge.id });
        }
      }
    }
    return subscription;
  }

  /** The record after everything about it was written; its account's revenue is the sum over its subscriptions. */
  #settled(id: string): ZuoraRecord {
    const record = this.store.get('subscription', id);
    if (!record) throw new Error(`no subscription ${id}`);
    this.#sumUp(String(record.accountId));
    return record;
  }

  #sumUp(accountId: string): void {
    const account = this.store.get('account', accountId);
    if (account) {
      const sum = subscriptionsOf(this.store, account).reduce(
        (mrr, { cMRR }) => mrr.plus(Number(cMRR)),
        new Decimal(0),
      );
      this.edit.update('account', account.id, { mrr: inCurrency(account.currency, sum) });
    }
  }
}

const OF_THE_RECORD = ['id', 'createdById', 'createdDate', 'updatedById', 'updatedDate', 'uniqueToken'];

/** Without what belongs to the record it came from, so that it can become a record of its own. */
function fresh(fields: Fields): RecordPatch {
  return patchOf(Object.fromEntries(Object.entries(fields).filter(([name]) => !OF_THE_RECORD.includes(name))));
}

function patchOf(fields: Fields): RecordPatch {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as RecordPatch;
}
