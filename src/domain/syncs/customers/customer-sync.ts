import { isDeepStrictEqual } from 'node:util';
import { refusal } from '../../../kernel/refusal.js';
import type { ConnectionKey } from '../../connections/key.js';
import { seenFrom } from '../../connections/view.js';
import type { SystemRecord } from '../../identity/model.js';
import type { SyncRun } from '../model.js';
import type { Asking, SyncWorld } from '../ports.js';
import type { Procedure, Work } from '../procedure.js';
import type { CustomerSubject } from '../subjects.js';
import { capital, counterpartOf, originAt, type Side } from './counterpart.js';
import type { Deed, HeldCustomer } from './customer-end.js';
import type { KnownCustomers } from './known-customers.js';

export interface CustomerMeans {
  readonly world: SyncWorld;
  readonly customers: KnownCustomers;
}

/** Makes a customer of one system one of another, too, links the two, and lets name, email and address follow. */
export function customerProcedure({ world, customers }: CustomerMeans): Procedure {
  return {
    async look({ subject, steps }, asking): Promise<Work> {
      const { customerKey, from, to } = subject as CustomerSubject;
      const [source, target] = [sideOf(world, from, asking), sideOf(world, to, asking)];
      const held = await heldBy(source, customerKey, customers);
      if (held.closed !== null) throw closed(held);
      const own = recordsAt(from, held);
      const entry = await customers.met(own);
      const origin = originAt(from, held);
      const there = await counterpartOf(origin, entry, target, customers);
      if (there === null) {
        if (held.unclear !== null) throw refusal('CONFLICT', held.unclear, FIELD);
        const { deed, ids, title } = await target.end.making(origin);
        const made = originAt(to, { ...held, id: '', title, ids });
        const note = (await source.end.cannotName(made)) ?? (await target.end.cannotName(origin));
        return workOf([noted(deed, note), ...(await source.end.linking(held, made))], entry.id, steps);
      }
      // Both records are one customer from here on, also where only one of the systems can say so.
      const both = await customers.met([...own, ...recordsAt(to, there, held.id)]);
      const deeds = [
        ...(await target.end.linking(there, origin)),
        ...(await source.end.linking(held, originAt(to, there))),
        ...target.end.following(there, origin),
      ];
      return workOf(deeds, both.id, steps);
    },
  };
}

const FIELD = ['input', 'customer'];

export function sideOf(world: SyncWorld, key: ConnectionKey, asking: Asking): Side {
  const end = world.customerEnd(key, asking);
  if (end === null) throw refusal('UNSUPPORTED', `There is no connection ${key} to a system that keeps customers.`);
  return { key, end };
}

/** @throws Refusal where there is no such customer. */
export async function heldBy(
  { key, end }: Side,
  customerKey: string,
  customers: KnownCustomers,
): Promise<HeldCustomer> {
  const [known = null] = await customers.byRefs([{ system: key, value: customerKey }]);
  const held = await end.read(customerKey, known && seenFrom(known, key));
  if (held === null) {
    throw refusal('NOT_FOUND', `${key} has no customer ${customerKey}.`, FIELD);
  }
  return held;
}

function closed({ title, closed: how }: HeldCustomer): Error {
  return refusal('CONFLICT', `${capital(title)} is ${how}.`, FIELD);
}

function recordsAt(key: ConnectionKey, { records }: HeldCustomer, linkedWith?: string): SystemRecord[] {
  return records.map((record, at) => ({
    ...record,
    system: key,
    references:
      at > 0 || linkedWith === undefined ? record.references : [...new Set([...record.references, linkedWith])],
  }));
}

/** A step that says that only one of the two will name the other. */
function noted({ step, carryOut }: Deed, note: string | null): Deed {
  return { step: note === null ? step : { ...step, after: { ...(step.after as object), note } }, carryOut };
}

function workOf(deeds: readonly Deed[], customerId: string, before: SyncRun['steps']): Work {
  const left = deeds.filter((deed) => !isKeptOtherwise(deed, before));
  return {
    customerId,
    left: left.map(({ step }) => step),
    carryOut: async () => {
      await left[0]?.carryOut();
      return { after: left[0]?.step.after };
    },
  };
}

/** Whether the run has written the very same before: a system that keeps it in its own way is not asked again. */
function isKeptOtherwise({ step }: Deed, before: SyncRun['steps']): boolean {
  return before.some(
    (old) =>
      old.status === 'DONE' &&
      old.action === step.action &&
      old.name === step.name &&
      old.target === step.target &&
      isDeepStrictEqual(old.after, step.after),
  );
}
