import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../kernel/refusal.js';
import { seenFrom } from '../connections/view.js';
import type { CustomerEntry } from '../customers/model.js';
import type { SyncCaller } from '../syncs/caller.js';
import { creditRequest } from '../syncs/credits/credit-request.js';
import { customerRequest } from '../syncs/customers/customer-request.js';
import type { KnownCustomers } from '../syncs/customers/known-customers.js';
import type { SyncRequest } from '../syncs/desk.js';
import { invoiceRequest } from '../syncs/invoices/invoice-request.js';
import type { TargetStep } from '../syncs/model.js';
import type { SyncWorld } from '../syncs/ports.js';
import type { Procedure } from '../syncs/procedure.js';
import type { ReconciliationSubject } from '../syncs/subjects.js';
import { subscriptionRequest } from '../syncs/subscriptions/subscription-request.js';
import { type ComparedKind, type Drift, OWNERS } from './model.js';

export interface CompareMeans {
  readonly world: SyncWorld;
  readonly customers: KnownCustomers;
  readonly procedures: Readonly<Record<ComparedKind, Procedure>>;
  readonly now: () => number;
}

export interface Compared {
  readonly drifts: readonly Drift[];
  /** What would bring the customer into step. */
  readonly remedies: readonly SyncRequest[];
}

interface Question {
  readonly kind: ComparedKind;
  readonly key: string;
  readonly ask: () => Promise<SyncRequest>;
}

/** Asks every sync what it would do for a customer: that, and nothing else, is what differs. Changes nothing. */
export async function compare(
  entry: CustomerEntry,
  subject: Pick<ReconciliationSubject, 'from' | 'to' | 'kinds' | 'invoicesAs'>,
  means: CompareMeans,
  caller: SyncCaller,
): Promise<Compared> {
  const drifts: Drift[] = [];
  const remedies: SyncRequest[] = [];
  for (const { kind, key, ask } of await questions(entry, subject, means, caller)) {
    const ends = OWNERS[kind] === 'from' ? [subject.from, subject.to] : [subject.to, subject.from];
    const [owner = '', other = ''] = ends;
    const drift = (field: string, left: unknown, right: unknown, problem: string | null): Drift => ({
      ...{ customerId: entry.id, kind, key, field, problem, detectedAt: means.now() },
      ...{ left: { connection: owner, value: left }, right: { connection: other, value: right } },
    });
    try {
      const request = await ask();
      const { left } = await means.procedures[kind].look({ ...request, id: '', steps: [] }, caller.asking);
      if (left.length > 0) remedies.push(request);
      drifts.push(...left.flatMap((step) => fieldsOf(step).map(([field, ...values]) => drift(field, ...values, null))));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      drifts.push(drift(kind.toLowerCase(), null, null, error.problems.map(({ message }) => message).join('\n')));
    }
  }
  return { drifts, remedies };
}

async function questions(
  entry: CustomerEntry,
  { from, to, kinds, invoicesAs }: Pick<ReconciliationSubject, 'from' | 'to' | 'kinds' | 'invoicesAs'>,
  { world, customers }: CompareMeans,
  caller: SyncCaller,
): Promise<readonly Question[]> {
  const { asking } = caller;
  const isAt = (key: string) => entry.externalIds.some(({ system }) => system === key);
  if (!isAt(from) || !isAt(to)) return [];
  const customerOf: Parameters<typeof creditRequest>[2] = async (ref) => (await customers.byRefs([ref]))[0] ?? null;
  const back = { from: to, to: from };
  const each = async <T extends ComparedKind>(
    kind: T,
    keys: () => Promise<readonly string[]>,
    ask: (key: string) => Promise<SyncRequest>,
  ): Promise<readonly Question[]> =>
    kinds.includes(kind) ? (await keys()).map((key) => ({ kind, key, ask: () => ask(key) })) : [];
  const seenAs = (key: string) => seenFrom(entry, key);
  const lists = await Promise.all([
    each(
      'CUSTOMER',
      async () => [entry.id],
      (customerKey) => customerRequest({ customerKey, from, to }, { world, customers }, caller),
    ),
    each(
      'SUBSCRIPTION',
      async () => await world.subscriptionsOf(seenAs(from), from, asking),
      (subscriptionKey) => subscriptionRequest({ subscriptionKey, from, to }, world, customerOf, caller),
    ),
    each(
      'CREDIT',
      async () => (await world.creditSource(to, asking)?.end.usable(seenAs(to))) ?? [],
      (creditId) => creditRequest({ creditId, ...back }, world, customerOf, caller),
    ),
    each(
      'INVOICE',
      async () => (await world.invoiceSource(to, asking)?.end.billed(seenAs(to))) ?? [],
      (invoiceId) => invoiceRequest({ invoiceId, as: invoicesAs, ...back }, world, customerOf, caller),
    ),
  ]);
  return lists.flat();
}

/** What a step changes, field by field, where it changes something; else the step as a whole. */
function fieldsOf({ name, before, after }: TargetStep): (readonly [field: string, left: unknown, right: unknown])[] {
  if (!isFields(before) || !isFields(after)) return [[name, after, before]];
  const names = Object.keys(after).filter((field) => !isDeepStrictEqual(after[field] ?? null, before[field] ?? null));
  return names.map((field) => [field, after[field] ?? null, before[field] ?? null]);
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
