/** The unified customer, as the peers that were written for the benchmark have it in their schemas. */
export const CUSTOMER_TYPES = `
  enum BillingSystem { ZUORA_BILLING TOGAI }
  input ExternalIdInput { system: BillingSystem! value: String! }
  type CustomerConnection { nodes: [Customer!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Customer { name: String! email: String zuoraAccount: ZuoraAccount togaiCustomer: TogaiCustomer }
  type Money { amount: String! currency: String! }
  type Contact { firstName: String lastName: String workEmail: String country: String }
  type ZuoraAccount {
    accountNumber: String! status: String! currency: String! balance: Money
    billToContact: Contact subscriptions: SubscriptionConnection!
  }
  type SubscriptionConnection { nodes: [Subscription!]! }
  type Subscription {
    subscriptionNumber: String! status: String! termStartDate: String termEndDate: String ratePlans: [RatePlan!]!
  }
  type RatePlan { name: String! charges: [Charge!]! }
  type Charge { name: String! type: String! model: String! price: Money }
  type TogaiCustomer { togaiId: String! name: String! status: String! }`;

/** What can be asked for, to be put into the type Query. */
export const CUSTOMER_QUERIES = `
    customers(first: Int = 20, after: String): CustomerConnection!
    customer(externalId: ExternalIdInput!): Customer`;
