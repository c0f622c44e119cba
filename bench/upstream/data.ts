/**
 * The made-up customers of the benchmark: each has an account with two subscriptions in Zuora Billing, and a customer
 * with one account in Togai. Everything follows from the number of the customer, so that every process knows all of it.
 */
export interface Person {
  readonly name: string;
  readonly email: string;
  /** Of the account in Zuora Billing. */
  readonly accountId: string;
  readonly accountNumber: string;
  /** Of the customer in Togai. */
  readonly togaiId: string;
}

const digits = (number: number) => String(number).padStart(6, '0');
const hex = (kind: string, number: number) => kind + number.toString(16).padStart(31, '0');

export function personOf(number: number): Person {
  return {
    name: `Customer ${digits(number)}`,
    email: `billing-${number}@example.com`,
    accountId: hex('a', number),
    accountNumber: `A${digits(number)}`,
    togaiId: `togai-${number}`,
  };
}

/** A row of Object Query with `expand[]=billto`. */
export function accountRow(number: number): object {
  const { name, email, accountId, accountNumber, togaiId } = personOf(number);
  return {
    id: accountId,
    accountNumber,
    name,
    status: 'Active',
    currency: 'EUR',
    balance: number * 1.25,
    mrr: 100,
    billCycleDay: 1,
    paymentTerm: 'Net 30',
    batch: 'Batch1',
    autoPay: false,
    TogaiCustomerId__c: togaiId,
    createdDate: '2026-01-01T08:00:00.000+01:00',
    updatedDate: '2026-02-01T08:00:00.000+01:00',
    billTo: {
      id: hex('b', number),
      accountId,
      firstName: 'Ada',
      lastName: `Number ${number}`,
      workEmail: email,
      city: 'Berlin',
      country: 'Germany',
    },
  };
}

const PLANS = ['Basis', 'Support'];

/** Rows of Object Query with `expand[]=rateplans.rateplancharges.rateplanchargetiers`, newest contract first. */
export function subscriptionRows(number: number): object[] {
  const { accountId } = personOf(number);
  return [2026, 2025].map((year, at) => {
    const subscription = number * 2 + at;
    const id = hex('c', subscription);
    return {
      id,
      accountId,
      name: `S${digits(subscription)}`,
      version: 1,
      isLatestVersion: true,
      status: 'Active',
      termType: 'TERMED',
      currency: 'EUR',
      termStartDate: `${year}-01-01`,
      termEndDate: `${year + 3}-01-01`,
      contractEffectiveDate: `${year}-01-01`,
      subscriptionStartDate: `${year}-01-01`,
      autoRenew: true,
      createdDate: '2026-01-01T08:00:00.000+01:00',
      updatedDate: '2026-01-01T08:00:00.000+01:00',
      ratePlans: PLANS.map((name, plan) => ({
        id: hex('d', subscription * 2 + plan),
        subscriptionId: id,
        productRatePlanId: hex('e', plan),
        name,
        ratePlanCharges: [
          {
            id: hex('f', subscription * 2 + plan),
            ratePlanId: hex('d', subscription * 2 + plan),
            chargeNumber: `C-${digits(subscription * 2 + plan)}`,
            name: `${name} fee`,
            chargeType: 'Recurring',
            chargeModel: 'Flat Fee Pricing',
            billingPeriod: 'Month',
            segment: 1,
            effectiveStartDate: `${year}-01-01`,
            effectiveEndDate: `${year + 3}-01-01`,
            ratePlanChargeTiers: [
              {
                id: hex('9', subscription * 2 + plan),
                ratePlanChargeId: hex('f', subscription * 2 + plan),
                currency: 'EUR',
                tier: 1,
                price: 49.5 + plan,
              },
            ],
          },
        ],
      })),
    };
  });
}

export function togaiCustomerRow(number: number): object {
  const { name, email, togaiId } = personOf(number);
  return {
    id: togaiId,
    togaiCustomerId: `customer.${number}`,
    name,
    primaryEmail: email,
    status: 'ACTIVE',
    createdAt: '2026-01-01T08:00:00.000Z',
    updatedAt: '2026-02-01T08:00:00.000Z',
  };
}

export function togaiAccountRow(number: number): object {
  const { name, togaiId } = personOf(number);
  return {
    id: `account-${number}`,
    togaiAccountId: `account.${number}`,
    customerId: togaiId,
    togaiCustomerId: `customer.${number}`,
    name,
    invoiceCurrency: 'EUR',
    status: 'ACTIVE',
    aliases: [],
  };
}
