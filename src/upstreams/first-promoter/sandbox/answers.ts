import type { Lead, Promoter, PromotionEvent } from './program.js';

/** v2's answer to a sign-up or sale. */
export function eventAnswer(event: PromotionEvent) {
  const { lead } = event;
  const referral = { id: lead.id, email: lead.email, uid: lead.uid };
  return {
    id: event.id,
    etype: event.kind,
    sale_amount: event.amount,
    original_sale_amount: event.amount,
    original_sale_currency: event.currency,
    event_id: event.eventId,
    plan_id: event.plan,
    billing_period: null,
    created_at: event.createdAt,
    referral,
    commissions: event.amount === null ? [] : [commission(event, referral)],
  };
}

function commission(event: PromotionEvent, referral: object) {
  const { promoter } = event.lead;
  return {
    id: event.id + 1_000_000,
    status: 'approved',
    metadata: {},
    is_self_referral: false,
    commission_type: event.kind,
    created_by_user_email: null,
    created_by_user_at: null,
    sale_amount: event.amount,
    original_sale_amount: event.amount,
    original_sale_currency: event.currency,
    event_id: event.eventId,
    plan_id: event.plan,
    tier: 1,
    internal_note: null,
    external_note: null,
    unit: 'cash',
    fraud_check: 'no_suspicion',
    amount: event.commission,
    is_paid: false,
    is_split: false,
    created_at: event.createdAt,
    status_updated_at: null,
    promoter_campaign: {
      id: promoter.id + 1_000,
      campaign_id: 28_004,
      promoter_id: promoter.id,
      created_at: event.createdAt,
      promoter: { id: promoter.id, email: promoter.email, name: promoter.name },
      campaign: { id: 28_004, name: 'Partners', color: '#EC4899' },
    },
    referral,
  };
}

/** What v1 always answers, and v2 to a refund or cancellation. */
export function leadAnswer(event: PromotionEvent) {
  return {
    id: event.id,
    type: event.kind,
    amount_cents: event.amount,
    reward:
      event.amount === null
        ? null
        : {
            id: event.id + 1_000_000,
            status: 'approved',
            amount: event.commission,
            unit: 'cash',
            created_at: event.createdAt,
            lead: leadBody(event.lead, event.plan),
            event_id: event.eventId,
            conversion_amount: event.amount,
            tier_level: 1,
            split_type: null,
          },
    lead: leadBody(event.lead, event.plan),
    promoter: promoterBody(event.lead.promoter),
  };
}

function leadBody(lead: Lead, plan: string | null) {
  return {
    id: lead.id,
    state: lead.cancelledAt === null ? 'active' : 'cancelled',
    email: lead.email,
    uid: lead.uid,
    customer_since: lead.createdAt,
    cancelled_at: lead.cancelledAt,
    plan_name: plan,
    suspicion: 'no_suspicion',
    username: null,
    website: null,
    created_at: lead.createdAt,
    split_promotion_id: null,
    custom_fields: null,
    split_percentage_value: null,
    visitor_sub_id: null,
  };
}

function promoterBody(promoter: Promoter) {
  return {
    id: promoter.id,
    status: 'active',
    cust_id: '',
    email: promoter.email,
    created_at: '2022-04-26T15:28:24.800Z',
    temp_password: null,
    default_promotion_id: promoter.id + 1_000,
    pref: promoter.refId,
    default_ref_id: promoter.refId,
    note: null,
    w8_form_url: null,
    w9_form_url: null,
    parent_promoter_id: null,
    earnings_balance: { cash: 0 },
    current_balance: { cash: 0 },
    paid_balance: { cash: 0 },
    auth_token: 'xxxxxxxxxxxxxx',
  };
}
