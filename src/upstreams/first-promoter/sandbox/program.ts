import type { Clock } from '../../../kernel/clock.js';
import type { Scenario } from '../../sandbox-kit/scenario.js';

export interface Lead {
  readonly id: number;
  readonly email: string | null;
  readonly uid: string | null;
  readonly promoter: Promoter;
  readonly signedUp: boolean;
  readonly cancelledAt: string | null;
  readonly createdAt: string;
}

export interface Promoter {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly refId: string;
}

export interface PromotionEvent {
  readonly id: number;
  readonly kind: 'signup' | 'sale' | 'refund' | 'cancellation';
  readonly eventId: string | null;
  readonly lead: Lead;
  /** Cents; negative for a refund. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly plan: string | null;
  readonly commission: number;
  readonly createdAt: string;
}

const PROMOTERS: readonly [Promoter, ...Promoter[]] = [
  { id: 8_262_622, name: 'Grace Partner', email: 'grace@partners.example', refId: 'grace' },
  { id: 8_262_623, name: 'Tech Weekly', email: 'affiliates@techweekly.example', refId: 'techweekly' },
  { id: 8_262_624, name: 'Ünal Yılmaz', email: 'unal@partners.example', refId: 'unal' },
];
const REFERRED_PERCENT = 30;
const FIRST_LEAD = 29_000_000;
const COMMISSION_PERCENT = 20;

/** A promotion program: promoters, the leads they brought, and everything that was tracked since the start. */
export class Program {
  readonly #scenario: Scenario;
  readonly #clock: Pick<Clock, 'now'>;
  #leads: Lead[] = [];
  #events: PromotionEvent[] = [];

  constructor(scenario: Scenario, clock: Pick<Clock, 'now'>) {
    this.#scenario = scenario;
    this.#clock = clock;
    this.reset();
  }

  reset(): void {
    this.#events = [];
    this.#leads = Array.from({ length: this.#scenario.size }, (_, n) => this.#scenario.customer(n))
      .filter((customer) => customer.random('referral').chance(REFERRED_PERCENT))
      .map((customer) => ({
        id: FIRST_LEAD + customer.n,
        email: customer.email,
        // What the company's sign-up form hands over: the number of the account.
        uid: customer.inSubscriptionBilling ? customer.ids.subscriptionAccountNumber : customer.ids.usageCustomerId,
        promoter: customer.random('promoter').pick(PROMOTERS),
        signedUp: true,
        cancelledAt: null,
        createdAt: customer.since.toISOString(),
      }));
  }

  get events(): readonly PromotionEvent[] {
    return this.#events;
  }

  get leads(): readonly Lead[] {
    return this.#leads;
  }

  lead(email: string | null, uid: string | null): Lead | null {
    return (
      this.#leads.find((lead) => uid !== null && lead.uid === uid) ??
      this.#leads.find((lead) => email !== null && lead.email?.toLowerCase() === email.toLowerCase()) ??
      null
    );
  }

  /** By referral id, or by the cookie `visitor-<referral id>` that a visit through it sets. */
  promoter(refId: string | null, visitorId: string | null): Promoter | null {
    const wanted = refId ?? visitorId?.replace(/^visitor-/, '');
    return PROMOTERS.find((promoter) => promoter.refId === wanted) ?? null;
  }

  event(kind: PromotionEvent['kind'], eventId: string): PromotionEvent | null {
    return this.#events.find((event) => event.kind === kind && event.eventId === eventId) ?? null;
  }

  signUp(email: string | null, uid: string | null, promoter: Promoter): PromotionEvent {
    const lead: Lead = {
      id: FIRST_LEAD + 500_000 + this.#leads.length,
      email,
      uid,
      promoter,
      signedUp: true,
      cancelledAt: null,
      createdAt: this.#now(),
    };
    this.#leads.push(lead);
    return this.record({ kind: 'signup', lead, eventId: null, amount: null, currency: null, plan: null });
  }

  cancel(lead: Lead): PromotionEvent {
    const cancelled = { ...lead, cancelledAt: lead.cancelledAt ?? this.#now() };
    this.#leads = this.#leads.map((each) => (each.id === lead.id ? cancelled : each));
    return this.record({
      kind: 'cancellation',
      lead: cancelled,
      eventId: null,
      amount: null,
      currency: null,
      plan: null,
    });
  }

  record(event: Omit<PromotionEvent, 'id' | 'commission' | 'createdAt'>): PromotionEvent {
    const recorded = {
      ...event,
      id: 45_831_000 + this.#events.length,
      commission: Math.trunc(((event.amount ?? 0) * COMMISSION_PERCENT) / 100),
      createdAt: this.#now(),
    };
    this.#events.push(recorded);
    return recorded;
  }

  #now(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}
