/** What every peer is asked. They answer it word for word alike. */
const CUSTOMER = `
  name
  email
  zuoraAccount {
    accountNumber
    status
    currency
    balance { amount currency }
    billToContact { firstName lastName workEmail country }
    subscriptions {
      nodes {
        subscriptionNumber
        status
        termStartDate
        termEndDate
        ratePlans { name charges { name type model price { amount currency } } }
      }
    }
  }
  togaiCustomer { togaiId name status }`;

export const LIST = `query List($first: Int!, $after: String) {
  customers(first: $first, after: $after) { nodes {${CUSTOMER}} pageInfo { hasNextPage endCursor } }
}`;

export const ONE = `query One($number: String!) {
  customer(externalId: { system: ZUORA_BILLING, value: $number }) {${CUSTOMER}}
}`;
