import type { AccountRow, SubscriptionRow, TogaiRow } from './upstream-reads.js';

// Rows in the shape of Billgraph's schema, for the peers that were written for the benchmark.

export function toAccount({ accountNumber, status, currency, balance, billTo }: AccountRow) {
  const { firstName, lastName, workEmail, country } = billTo;
  return {
    accountNumber,
    status: status.toUpperCase(),
    currency,
    balance: { amount: String(balance), currency },
    billToContact: { firstName, lastName, workEmail, country },
  };
}

export function toSubscription(row: SubscriptionRow) {
  return {
    subscriptionNumber: row.name,
    status: row.status.toUpperCase(),
    termStartDate: row.termStartDate,
    termEndDate: row.termEndDate,
    ratePlans: row.ratePlans.map((plan) => ({
      name: plan.name,
      charges: plan.ratePlanCharges.map(
        ({ name, chargeType: type, chargeModel: model, ratePlanChargeTiers: [tier] }) => ({
          name,
          type,
          model,
          price: tier ? { amount: String(tier.price), currency: tier.currency } : null,
        }),
      ),
    })),
  };
}

export function toTogaiCustomer({ id, name, status }: TogaiRow) {
  return { togaiId: id, name, status };
}
